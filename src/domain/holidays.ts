/**
 * Swedish public holidays and working days. Sources: lag (1989:253) om allmänna helgdagar §§ 1–2, changed by 2004:1320
 * (National Day in, Whit Monday out, from 2005); lag (1930:173) § 2 for what is no working day. Years before the law
 * (in force 1990) are reckoned by the same rules; Midsummer's and All Saints' Day were other days before 1953.
 */
import { civil, numberOf, weekdayOf } from './civil.js';
import { dayAt, dayNumber, type Day } from './days.js';

const FRIDAY = 5;
const SATURDAY = 6;
const NATIONAL_DAY_SINCE = 2005;

function saturdayFrom(number: number): number {
  return number + ((SATURDAY - weekdayOf(number) + 7) % 7);
}

function easterNumber(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const lunar = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const shift = epact + sunday - 7 * late + 114;
  return numberOf(year, Math.floor(shift / 31), (shift % 31) + 1);
}

function holidayNumbers(year: number): number[] {
  const easter = easterNumber(year);
  return [
    numberOf(year, 1, 1),
    numberOf(year, 1, 6),
    easter - 2,
    easter,
    easter + 1,
    numberOf(year, 5, 1),
    easter + 39,
    easter + 49,
    year < NATIONAL_DAY_SINCE ? easter + 50 : numberOf(year, 6, 6),
    saturdayFrom(numberOf(year, 6, 20)),
    saturdayFrom(numberOf(year, 10, 31)),
    numberOf(year, 12, 25),
    numberOf(year, 12, 26),
  ];
}

function eveNumbers(year: number): number[] {
  return [saturdayFrom(numberOf(year, 6, 20)) - 1, numberOf(year, 12, 24), numberOf(year, 12, 31)];
}

// One small set for each year asked for; a day can lie in 9,999 years only.
const daysOff = new Map<number, ReadonlySet<number>>();

function daysOffIn(year: number): ReadonlySet<number> {
  let off = daysOff.get(year);
  if (!off) daysOff.set(year, (off = new Set([...holidayNumbers(year), ...eveNumbers(year)])));
  return off;
}

/** Easter Sunday of a Gregorian year (Meeus, Astronomical Algorithms, ch. 8). Throws `RangeError` outside 1–9999. */
export function easterSunday(year: number): Day {
  return dayAt(easterNumber(year));
}

/** The public holidays of `year` named in lag (1989:253), sorted, each once; ordinary Sundays and the eves are not among them. */
export function publicHolidays(year: number): readonly Day[] {
  return [...new Set(holidayNumbers(year))].sort((a, b) => a - b).map(dayAt);
}

/** As `isWorkingDay`, for a day number (days since 1970-01-01): the calendar's inner loop. */
export function isWorkingDayNumber(number: number): boolean {
  return weekdayOf(number) <= FRIDAY && !daysOffIn(civil(number).year).has(number);
}

/**
 * False on Saturday, Sunday, public holiday, Midsummer's, Christmas and New Year's Eve: the days on which a term for an act
 * cannot end. Throws `RangeError` if it is no day. Source: lag (1930:173) § 2.
 */
export function isWorkingDay(day: Day): boolean {
  return isWorkingDayNumber(dayNumber(day));
}
