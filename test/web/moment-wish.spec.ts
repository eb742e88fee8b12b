import { momentIn } from '../../src/web/routes/moment-wish.js';

const NOW = '2021-11-02T09:00:00.000Z';

describe('the moment at which somebody wants to see who was proposed', () => {
  it.each([
    ['2021-02-01', '12.00', '2021-02-01T11:00:00.000Z'],
    ['2021-07-01', '00:00', '2021-06-30T22:00:00.000Z'],
    ['2021-03-28', '', '2021-03-27T23:00:00.000Z'],
    ['2021-03-28', '01:59', '2021-03-28T00:59:00.000Z'],
    ['2021-03-28', '12:00', '2021-03-28T10:00:00.000Z'],
    ['2021-10-31', '', '2021-10-30T22:00:00.000Z'],
    ['2021-10-31', '01:59', '2021-10-30T23:59:00.000Z'],
    ['2021-10-31', '12:00', '2021-10-31T11:00:00.000Z'],
    ['2021-11-02', '10:00', NOW],
  ])('on %s at %s is as the clocks of Stockholm had it, also when they were changed', (at, time, moment) => {
    expect(momentIn({ at, time }, NOW, 'sv')).toMatchObject({ moment, faults: [] });
  });

  it.each([
    ['2021-13-01', '', 'at'],
    ['2021-11-03', '', 'at'],
    ['', '12:00', 'at'],
    ['2021-11-02', '10:01', 'time'],
    ['2021-03-28', '24:00', 'time'],
  ])('is none on %s at %s', (at, time, id) => {
    expect(momentIn({ at, time }, NOW, 'sv')).toMatchObject({ moment: null, faults: [{ id }] });
  });

  it('is now when nothing was written', () => {
    expect(momentIn({ at: ' ' }, NOW, 'sv')).toMatchObject({ moment: null, faults: [] });
  });
});
