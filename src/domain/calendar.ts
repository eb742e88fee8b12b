/** Durations on the Swedish calendar: how a term or a period is laid out from a day. */
import { addDays, addMonths, addYears, dayAt, dayNumber, type Day } from './days.js';
import { isWorkingDayNumber } from './holidays.js';

/** A length of time with its unit, its calendar (Swedish) and where the length comes from. `amount` is whole; negative = back. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'days' | 'workingDays' | 'months' | 'years';
  readonly source: string;
}

/** What deadlines may ask of the calendar. The same shape as in `workflows/definition.ts`. */
export interface Calendar {
  /**
   * The day `duration` after `from`, which itself is not counted; before it if the amount is negative. Months and years clamp to
   * the month's last day; working days step over days off, and 0 of them is `from` itself. Nothing is rolled: a term for an
   * act is `workingDay(add(…))`, a period is `add(…)`. Throws `RangeError` if the amount is not whole.
   */
  add(from: Day, duration: Duration): Day;
  /** The same day, or the next working day if it is none. Source: lag (1930:173) § 2. */
  workingDay(day: Day): Day;
}

function addWorkingDays(from: Day, amount: number): Day {
  if (!Number.isInteger(amount)) throw new RangeError(`not a whole number of working days: ${amount}`);
  const step = amount < 0 ? -1 : 1;
  let number = dayNumber(from);
  for (let left = Math.abs(amount); left > 0;) {
    number += step;
    if (isWorkingDayNumber(number)) left -= 1;
  }
  return dayAt(number);
}

function add(from: Day, { amount, unit }: Duration): Day {
  switch (unit) {
    case 'days':
      return addDays(from, amount);
    case 'workingDays':
      return addWorkingDays(from, amount);
    case 'months':
      return addMonths(from, amount);
    case 'years':
      return addYears(from, amount);
  }
}

function workingDay(day: Day): Day {
  let number = dayNumber(day);
  while (!isWorkingDayNumber(number)) number += 1;
  return dayAt(number);
}

/** The calendar of Sweden: public holidays and the three eves off. Pure; the same for every process. */
export const swedishCalendar: Calendar = { add, workingDay };
