import { emptyCost, emptyDays } from '../../src/domain/emptiness.js';

describe('the days that a flat stands empty', () => {
  it.each([
    ['2021-04-06', '2021-04-06', 1],
    ['2021-04-06', '2021-04-10', 5],
    ['2020-02-28', '2020-03-01', 3],
    ['2021-04-11', '2021-04-10', 0],
  ])('from %s to %s are %i, both counted', (since, until, days) => {
    expect(emptyDays(since, until)).toBe(days);
  });
});

describe('what they cost', () => {
  const costs = [
    { from: '2021-03-01', value: 300 },
    { from: '2021-04-08', value: 400 },
    { from: '2021-04-10', value: null },
    { from: '2021-04-12', value: 500 },
  ];

  it.each([
    ['each day at the cost in force that day', '2021-04-06', '2021-04-09', 2 * 300 + 2 * 400],
    ['days without a known cost left out', '2021-04-09', '2021-04-12', 400 + 500],
    ['the first cost before its day too', '2021-02-28', '2021-03-01', 600],
    ['not known when no day is', '2021-04-10', '2021-04-11', null],
    ['not known for no day at all', '2021-04-10', '2021-04-09', null],
  ])('%s', (_, since, until, kronor) => {
    expect(emptyCost(costs, since, until)).toBe(kronor);
  });

  it('is not known of a flat without any', () => {
    expect(emptyCost([], '2021-04-06', '2021-04-09')).toBeNull();
  });
});
