import fc from 'fast-check';
import { swedishCalendar, type Duration } from '../../src/domain/calendar.js';
import { addDays, daysBetween } from '../../src/domain/days.js';
import { isWorkingDay } from '../../src/domain/holidays.js';
import { days } from './arbitraries.js';

const of = (amount: number, unit: Duration['unit']): Duration => ({ amount, unit, source: 'test' });
const { add, workingDay } = swedishCalendar;

describe('a duration added to a day', () => {
  it.each([
    ['2021-12-22', of(1, 'workingDays'), '2021-12-23'],
    ['2021-12-23', of(1, 'workingDays'), '2021-12-27'],
    ['2021-12-30', of(1, 'workingDays'), '2022-01-03'],
    ['2021-04-01', of(1, 'workingDays'), '2021-04-06'],
    ['2021-06-24', of(1, 'workingDays'), '2021-06-28'],
    ['2021-02-01', of(10, 'workingDays'), '2021-02-15'],
    ['2021-02-06', of(1, 'workingDays'), '2021-02-08'],
    ['2021-02-06', of(0, 'workingDays'), '2021-02-06'],
    ['2021-04-06', of(-1, 'workingDays'), '2021-04-01'],
    ['2020-02-28', of(1, 'days'), '2020-02-29'],
    ['2021-02-05', of(1, 'days'), '2021-02-06'],
    ['2021-01-31', of(1, 'months'), '2021-02-28'],
    ['2025-03-01', of(-24, 'months'), '2023-03-01'],
    ['2020-02-29', of(5, 'years'), '2025-02-28'],
  ])('%s and %j make %s', (from, duration, day) => {
    expect(add(from, duration)).toBe(day);
  });

  it('in working days ends on one and has that many of them on the way', () => {
    fc.assert(
      fc.property(days(1990, 2100), fc.integer({ min: 1, max: 60 }), (from, amount) => {
        const end = add(from, of(amount, 'workingDays'));
        const way = Array.from({ length: daysBetween(from, end) }, (_, index) => addDays(from, index + 1));
        expect(isWorkingDay(end)).toBe(true);
        expect(way.filter(isWorkingDay)).toHaveLength(amount);
      }),
      { numRuns: 500 },
    );
  });

  it('in working days goes back the way it came, between working days', () => {
    fc.assert(
      fc.property(
        days(1990, 2100).filter(isWorkingDay),
        fc.integer({ min: -60, max: 60 }),
        (from, amount) => {
          const there = add(from, of(amount, 'workingDays'));
          expect(add(there, of(-amount, 'workingDays'))).toBe(from);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['days', 'workingDays', 'months', 'years'] as const)('is a bug in half %s', (unit) => {
    expect(() => add('2021-01-01', of(1.3, unit))).toThrow(RangeError);
    expect(() => add('2021-02-29', of(1, unit))).toThrow(RangeError);
  });
});

describe('a term for an act', () => {
  it.each([
    ['2021-12-23', '2021-12-23'],
    ['2021-12-24', '2021-12-27'],
    ['2021-12-31', '2022-01-03'],
    ['2022-01-06', '2022-01-07'],
    ['2021-06-25', '2021-06-28'],
    ['2021-04-02', '2021-04-06'],
    ['2021-11-06', '2021-11-08'],
  ])('that ends on %s ends on %s', (day, rolled) => {
    expect(workingDay(day)).toBe(rolled);
  });

  it('rolls to the first working day, never over one', () => {
    fc.assert(
      fc.property(days(1990, 2100), (day) => {
        const rolled = workingDay(day);
        const between = Array.from({ length: daysBetween(day, rolled) }, (_, index) => addDays(day, index));
        expect(isWorkingDay(rolled)).toBe(true);
        expect(between.some(isWorkingDay)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
