import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addYears } from '../../src/domain/days.js';
import {
  adults,
  ageOn,
  childrenUnder18AtHome,
  residentYears,
  roomsNeeded,
  comesOfAgeOn,
} from '../../src/domain/household.js';
import { days } from './arbitraries.js';

describe('age', () => {
  it.each([
    ['2003-12-08', '2021-12-07', 17],
    ['2003-12-08', '2021-12-08', 18],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2021-12-08', '2021-12-08', 0],
    ['2021-12-09', '2021-12-08', -1],
  ])('of one born %s is on %s %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });

  it('is as Temporal counts, but for the leap day on 28 February', () => {
    fc.assert(
      fc.property(days(1950, 2000), days(2001, 2100), (born, day) => {
        fc.pre(!(born.endsWith('02-29') && day.endsWith('02-28')));
        expect(ageOn(born, day)).toBe(
          Temporal.PlainDate.from(born).until(day, { largestUnit: 'years' }).years,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a household on a day', () => {
  const mother = { born: '1988-05-02', adult: true, from: '2019-01-01' };
  const father = { born: '1985-01-20', adult: true, from: '2021-05-01', to: '2021-09-30' };
  const eldest = { born: '2003-12-08', from: '2019-01-01' };
  const half = { born: '2012-03-03', from: '2019-01-01', share: 'part' as const };
  const baby = { born: '2020-11-02', from: '2020-11-02', to: null };
  const members = [mother, father, eldest, half, baby];

  it.each([
    ['2018-12-31', 0, 0],
    ['2020-11-01', 1, 2],
    ['2020-11-02', 1, 3],
    ['2021-04-30', 1, 3],
    ['2021-05-01', 2, 3],
    ['2021-09-30', 2, 3],
    ['2021-10-01', 1, 3],
    ['2021-12-07', 1, 3],
    ['2021-12-08', 2, 2],
  ])('of %s has %i adults and %i children', (day, grown, children) => {
    expect(adults(members, day)).toBe(grown);
    expect(childrenUnder18AtHome(members, day)).toBe(children);
  });

  it('counts a parent of 17 as an adult, not as a child', () => {
    const parent = { born: '2004-06-01', adult: true, from: '2021-01-01' };
    expect(adults([parent, baby], '2021-12-01')).toBe(1);
    expect(childrenUnder18AtHome([parent, baby], '2021-12-01')).toBe(1);
  });

  it('does not count a child before it is born', () => {
    expect(childrenUnder18AtHome([{ born: '2021-06-01', from: '2021-01-01' }], '2021-05-31')).toBe(0);
  });
});

describe('residence', () => {
  it.each([
    ['2019-03-01', '2021-02-28', 1],
    ['2019-03-01', '2021-03-01', 2],
    ['2020-02-29', '2022-02-27', 1],
    ['2020-02-29', '2022-02-28', 2],
    ['2019-12-25', '2021-12-25', 2],
    ['2021-12-31', '2022-01-01', 0],
    ['2022-01-02', '2022-01-01', 0],
    [null, '2022-01-01', 0],
  ])('since %s is on %s %i years', (since, day, years) => {
    expect(residentYears(since, day)).toBe(years);
  });

  it('is the greatest number of years that have passed', () => {
    fc.assert(
      fc.property(days(1990, 2010), days(2011, 2050), (since, day) => {
        const years = residentYears(since, day);
        expect(addYears(since, years) <= day && day < addYears(since, years + 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rooms needed', () => {
  it.each([
    [1, 0, 1],
    [2, 0, 2],
    [1, 1, 2],
    [1, 2, 3],
    [1, 3, 3],
    [2, 3, 4],
    [2, 5, 5],
  ])('by %i adults and %i children are %i', (grown, children, rooms) => {
    expect(roomsNeeded(grown, children)).toBe(rooms);
  });
});

describe('coming of age', () => {
  it.each([
    ['2003-03-02', '2021-03-02'],
    ['2003-12-31', '2021-12-31'],
    ['2004-01-01', '2022-01-01'],
    ['2004-02-28', '2022-02-28'],
    ['2004-02-29', '2022-03-01'],
  ])('whoever was born on %s turns 18 on %s, and is 17 the day before', (born, on) => {
    expect(comesOfAgeOn(born)).toBe(on);
    expect([ageOn(born, addDays(on, -1)), ageOn(born, on)]).toEqual([17, 18]);
  });
});
