/** Calendar days as strings. All functions throw `RangeError` on a string that is no day: such a string is a bug, `isDay` is the gate. */
import { civil, daysInMonth, FIRST_NUMBER, LAST_NUMBER, numberOf, weekdayOf, type Civil } from './civil.js';

/** A calendar day in Europe/Stockholm, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. Days sort as strings. */
export type Day = string;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function read(text: string): number {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month) ? numberOf(year, month, day) : NaN;
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. Never throws. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && !Number.isNaN(read(text));
}

/** Days from 1970-01-01 to `day`, negative before. Throws `RangeError` if it is no day. */
export function dayNumber(day: Day): number {
  const number = read(day);
  if (Number.isNaN(number)) throw new RangeError(`no day: ${String(day)}`);
  return number;
}

/** The day `number` days from 1970-01-01. Throws `RangeError` outside the years 1–9999 or if not whole. */
export function dayAt(number: number): Day {
  if (!Number.isInteger(number) || number < FIRST_NUMBER || number > LAST_NUMBER)
    throw new RangeError(`no day has the number ${number}`);
  const { year, month, day } = civil(number);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Year, month (1–12) and day of the month. Throws `RangeError` if it is no day. */
export function parseDay(day: Day): Civil {
  return civil(dayNumber(day));
}

/** The day with these parts; the inverse of `parseDay`. Throws `RangeError` if there is no such day (30 February). */
export function formatDay({ year, month, day }: Civil): Day {
  if (!(Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)))
    throw new RangeError(`no day: ${year}-${month}-${day}`);
  return dayAt(numberOf(year, month, day));
}

/** `days` calendar days later, earlier if negative. Throws `RangeError` if not whole. */
export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/**
 * The same day of the month `months` calendar months later, earlier if negative; the month's last day where that day is
 * missing (31 Jan + 1 = 28 or 29 Feb). Not rolled to a working day. Source: lag (1930:173) § 1.
 */
export function addMonths(day: Day, months: number): Day {
  if (!Number.isInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const from = parseDay(day);
  const total = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return dayAt(numberOf(year, month, Math.min(from.day, daysInMonth(year, month))));
}

/** The same date `years` calendar years later; 29 February becomes 28 February in a common year. As `addMonths`. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Calendar days from `from` to `to`: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Order of two days for `sort`: -1, 0 or 1. Not validated. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return weekdayOf(dayNumber(day));
}

/** 1 January = 1 … 31 December = 365 or 366. */
export function dayOfYear(day: Day): number {
  const number = dayNumber(day);
  return number - numberOf(civil(number).year, 1, 1) + 1;
}
