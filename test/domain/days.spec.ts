import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysInYear } from '../../src/domain/civil.js';
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  dayAt,
  dayNumber,
  dayOfYear,
  daysBetween,
  formatDay,
  isDay,
  parseDay,
  weekday,
} from '../../src/domain/days.js';
import { days, everyDay } from './arbitraries.js';

const plain = (day: string) => Temporal.PlainDate.from(day);
const runs = { numRuns: 1000 };

describe('a day', () => {
  it.each(['2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '1970-01-01'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
    expect(dayAt(dayNumber(day))).toBe(day);
    expect(formatDay(parseDay(day))).toBe(day);
  });

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '0000-01-01',
    '2021-1-01',
    '21-01-01',
    '+02021-01-01',
    '2021/01/01',
    '2021-01-01T00:00:00Z',
    ' 2021-01-01',
    '２０２１-01-01',
    '',
    null,
    undefined,
    20210101,
    new Date(0),
  ])('%p is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('that is none is a bug wherever a day is asked for', () => {
    for (const use of [dayNumber, parseDay, weekday, dayOfYear])
      expect(() => use('2021-02-29')).toThrow(RangeError);
    expect(() => formatDay({ year: 2021, month: 2, day: 29 })).toThrow(RangeError);
    expect(() => formatDay({ year: 2021, month: 13, day: 1 })).toThrow(RangeError);
    expect(() => addDays('2021-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2021-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-31', -1)).toThrow(RangeError);
  });

  it('has number, weekday, day and length of the year as Date has them, on every day 1896 to 2104', () => {
    for (const day of everyDay(1896, 2104)) {
      const oracle = new Date(`${day}T00:00:00Z`);
      const year = oracle.getUTCFullYear();
      const [number, begin, next] = [oracle.getTime(), Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)].map(
        (ms) => ms / 86_400_000,
      ) as [number, number, number];
      const told = [number, day, oracle.getUTCDay() || 7, number - begin + 1, next - begin];
      const seen = [dayNumber(day), dayAt(number), weekday(day), dayOfYear(day), daysInYear(year)];
      if (String(seen) !== String(told)) expect([day, ...seen]).toEqual([day, ...told]);
    }
  });

  it('is recognised exactly when Temporal takes it', () => {
    const part = (max: number, width: number) =>
      fc.integer({ min: 0, max }).map((value) => String(value).padStart(width, '0'));
    const text = fc.tuple(part(9999, 4), part(14, 2), part(33, 2)).map((parts) => parts.join('-'));
    const taken = (day: string) => {
      try {
        return plain(day).year >= 1;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(text, (day) => isDay(day) === taken(day)),
      runs,
    );
  });
});

describe('day arithmetic', () => {
  it.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-02-29', 48, '2024-02-29'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-12-31', 2, '2022-02-28'],
    ['2021-01-15', -1, '2020-12-15'],
    ['2025-03-15', -24, '2023-03-15'],
  ])('%s and %i months make %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });

  it('gives 28 February one year after 29 February, and counts across it', () => {
    expect(addYears('2020-02-29', 1)).toBe('2021-02-28');
    expect(addYears('2020-03-01', 5)).toBe('2025-03-01');
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysBetween('2022-01-01', '2021-12-31')).toBe(-1);
  });

  it('adds days, months and years as Temporal does, from the year 100 to 9900', () => {
    const amount = fc.integer({ min: -1200, max: 1200 });
    fc.assert(
      fc.property(days(200, 9800), amount, (day, by) => {
        expect(addDays(day, by * 30)).toBe(
          plain(day)
            .add({ days: by * 30 })
            .toString(),
        );
        expect(addMonths(day, by)).toBe(plain(day).add({ months: by }).toString());
        expect(addYears(day, by % 190)).toBe(
          plain(day)
            .add({ years: by % 190 })
            .toString(),
        );
      }),
      runs,
    );
  });

  it('counts, orders and places two days as Temporal does', () => {
    fc.assert(
      fc.property(days(), days(), (a, b) => {
        expect(daysBetween(a, b)).toBe(plain(a).until(plain(b)).days);
        expect([weekday(a), dayOfYear(a)]).toEqual([plain(a).dayOfWeek, plain(a).dayOfYear]);
        expect(compareDays(a, b)).toBe(Temporal.PlainDate.compare(a, b));
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
      runs,
    );
  });
});
