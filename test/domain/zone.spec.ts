import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayOf, epochMs, instantOf, midnight } from '../../src/domain/zone.js';
import { days, everyDay } from './arbitraries.js';

const ZONE = 'Europe/Stockholm';
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();
const oracleMidnight = (day: string) =>
  iso(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds);
const oracleDay = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).toPlainDate().toString();

function lastSunday(year: number, month: number): Temporal.PlainDate {
  const end = Temporal.PlainDate.from({ year, month, day: 31 });
  return end.subtract({ days: end.dayOfWeek % 7 });
}

const years = Array.from({ length: 2040 - 1996 + 1 }, (_, index) => 1996 + index);

describe('midnight in Stockholm', () => {
  it.each([
    ['2021-03-28', '2021-03-27T23:00:00.000Z'],
    ['2021-03-29', '2021-03-28T22:00:00.000Z'],
    ['2021-10-31', '2021-10-30T22:00:00.000Z'],
    ['2021-11-01', '2021-10-31T23:00:00.000Z'],
    ['2022-01-01', '2021-12-31T23:00:00.000Z'],
    ['2020-02-29', '2020-02-28T23:00:00.000Z'],
  ])('of %s is %s', (day, instant) => {
    expect(midnight(day)).toBe(instant);
  });

  it('is as Temporal has it on every day 1996 to 2040', () => {
    for (const day of everyDay(1996, 2040)) {
      if (midnight(day) !== oracleMidnight(day))
        expect([day, midnight(day)]).toEqual([day, oracleMidnight(day)]);
    }
  });

  it('is as Temporal has it before the common European rule and long after', () => {
    fc.assert(
      fc.property(fc.oneof(days(1950, 1996), days(2040, 2150)), (day) => {
        expect(midnight(day)).toBe(oracleMidnight(day));
      }),
      { numRuns: 400 },
    );
  });

  it('of no day is a bug', () => {
    expect(() => midnight('2021-02-29')).toThrow(RangeError);
  });
});

describe('the day of an instant', () => {
  it.each(years)('is right through both summer-time changes of %i', (year) => {
    for (const change of [lastSunday(year, 3), lastSunday(year, 10)]) {
      const noon = change.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).epochMilliseconds;
      for (let ms = noon - 40 * HOUR; ms <= noon + 40 * HOUR; ms += HOUR) {
        for (const at of [ms - 1, ms]) expect(dayOf(iso(at))).toBe(oracleDay(at));
      }
    }
  });

  it('begins at its midnight, not a millisecond earlier', () => {
    fc.assert(
      fc.property(days(1975, 2100), (day) => {
        const begins = Date.parse(midnight(day));
        expect(dayOf(iso(begins))).toBe(day);
        expect(dayOf(iso(begins - 1))).toBe(Temporal.PlainDate.from(day).subtract({ days: 1 }).toString());
      }),
      { numRuns: 1000 },
    );
  });

  it('is as Temporal has it at any moment 1970 to 2100', () => {
    const moment = fc.integer({ min: 0, max: Date.parse('2100-12-31T23:59:59.999Z') });
    fc.assert(
      fc.property(moment, (ms) => {
        expect(dayOf(iso(ms))).toBe(oracleDay(ms));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an instant', () => {
  it.each([
    ['2021-02-01T10:00:00+01:00', '2021-02-01T09:00:00.000Z'],
    ['2021-02-01T00:30:00+02:00', '2021-01-31T22:30:00.000Z'],
    ['2021-02-01T10:00:00-03:30', '2021-02-01T13:30:00.000Z'],
    ['2021-02-01T10:00:00Z', '2021-02-01T10:00:00.000Z'],
    ['2021-02-01T10:00:00.5Z', '2021-02-01T10:00:00.500Z'],
    ['2021-02-01T10:00:00.123999Z', '2021-02-01T10:00:00.123Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
  ])('%s is normalised to %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
    expect(epochMs(text)).toBe(Date.parse(instant));
  });

  it.each([
    '2021-02-01',
    '2021-02-01T10:00:00',
    '2021-02-30T10:00:00Z',
    '2021-02-01T24:00:00Z',
    '2021-02-01T10:60:00Z',
    '2016-12-31T23:59:60Z',
    '2021-02-01T10:00:00+24:00',
    '2021-02-01 10:00:00Z',
    'Mon, 01 Feb 2021 10:00:00 GMT',
    '',
  ])('%p is none', (text) => {
    expect(() => instantOf(text)).toThrow(RangeError);
    expect(() => dayOf(text)).toThrow(RangeError);
  });
});
