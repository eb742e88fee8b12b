/**
 * Between instants and Stockholm's calendar days. Rule since 1996: summer time (UTC+2) from the last Sunday of March to the
 * last Sunday of October, both at 01:00 UTC (directive 2000/84/EC, before it 94/21/EC). Earlier years ask Temporal.
 * If the EU drops summer time, this file and its tests change.
 */
import { Temporal } from 'temporal-polyfill';
import { civil, numberOf, weekdayOf } from './civil.js';
import { dayAt, dayNumber, type Day } from './days.js';

/** A moment, RFC 3339 in UTC with milliseconds: `2021-03-27T23:00:00.000Z`. Instants in this form sort as strings. */
export type Instant = string;

const ZONE = 'Europe/Stockholm';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EU_RULE_SINCE = 1996;
const SHAPE = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

function lastSunday(year: number, month: 3 | 10): number {
  const end = numberOf(year, month, 31);
  return end - (weekdayOf(end) % 7);
}

function offsetAt(ms: number): number {
  const { year } = civil(Math.floor(ms / DAY));
  if (year < EU_RULE_SINCE)
    return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e6;
  const summer = ms >= lastSunday(year, 3) * DAY + HOUR && ms < lastSunday(year, 10) * DAY + HOUR;
  return summer ? 2 * HOUR : HOUR;
}

/**
 * Milliseconds since 1970 of an RFC 3339 moment, `Z` or with an offset; parts of a millisecond are cut off.
 * Throws `RangeError` on anything else: a local time without zone, 30 February, 24:00, a leap second.
 */
export function epochMs(moment: string): number {
  const [, day, hour, minute, second, fraction = '', sign, aheadHours = '0', aheadMinutes = '0'] =
    SHAPE.exec(moment) ?? [];
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw new RangeError(`no moment: ${String(moment)}`);
  if (Number(aheadHours) > 23 || Number(aheadMinutes) > 59) throw new RangeError(`no offset: ${moment}`);
  const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes)) * 60_000;
  const ofDay = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000;
  return dayNumber(day) * DAY + ofDay + Number(fraction.padEnd(3, '0').slice(0, 3)) - ahead;
}

/** The same moment as a normalised `Instant`. Throws `RangeError` as `epochMs`. Source of the input form: casebook, `at`. */
export function instantOf(moment: string): Instant {
  return new Date(epochMs(moment)).toISOString();
}

let asked: { readonly instant: Instant; readonly day: Day } | undefined;

/**
 * The calendar day in Europe/Stockholm on which `instant` falls. Throws `RangeError` as `epochMs`. The last answer is kept:
 * each rule of a step asks for the same one.
 */
export function dayOf(instant: Instant): Day {
  if (asked?.instant !== instant) {
    const ms = epochMs(instant);
    asked = { instant, day: dayAt(Math.floor((ms + offsetAt(ms)) / DAY)) };
  }
  return asked.day;
}

/** The hour of the clock in Europe/Stockholm at `instant`, 0 to 23. Throws `RangeError` as `epochMs`. */
export function hourOf(instant: Instant): number {
  const ms = epochMs(instant);
  return Math.floor(((ms + offsetAt(ms)) % DAY) / HOUR);
}

/**
 * The moment at which `day` begins in Europe/Stockholm, also on the days of 23 and 25 hours.
 * Throws `RangeError` if it is no day.
 */
export function midnight(day: Day): Instant {
  const number = dayNumber(day);
  const { year } = civil(number);
  if (year < EU_RULE_SINCE)
    return new Date(Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds).toISOString();
  // The clock is changed after midnight: a Sunday of change still begins in the old time.
  const summer = number > lastSunday(year, 3) && number <= lastSunday(year, 10);
  return new Date(number * DAY - (summer ? 2 : 1) * HOUR).toISOString();
}
