/** The calendar that the demo is laid out on: Swedish working days and moments of a working day. */
import { swedishCalendar } from '../src/domain/calendar.js';
import { addDays, addMonths, type Day } from '../src/domain/days.js';
import { midnight } from '../src/domain/zone.js';
import { demo } from './main.js';

export { addDays, addMonths, daysBetween, type Day } from '../src/domain/days.js';

/** The last day of the book. */
export const LAST: Day = demo.today;

/** A working day so many working days later, earlier if negative. */
export function workdays(from: Day, amount: number): Day {
  return swedishCalendar.add(from, { amount, unit: 'workingDays', source: 'demo' });
}

/** The day itself if it is a working day, else the next. */
export const workdayFrom = (day: Day): Day => swedishCalendar.workingDay(day);

/** The day itself if it is a working day, else the last before it. */
export const workdayUntil = (day: Day): Day => workdays(addDays(day, 1), -1);

/** `2021-02` → its last day. */
export const endOfMonth = (month: string): Day => addDays(addMonths(`${month}-01`, 1), -1);

/** The working days from one day to another, both included. */
export function workdaysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = workdayFrom(from); day <= to; day = workdays(day, 1)) days.push(day);
  return days;
}

/** RFC 3339, by the clocks of Stockholm. `minute` counts from midnight; between 03:00 and 24:00 also on days of change. */
export function moment(day: Day, minute: number): string {
  const offset = midnight(addDays(day, 1)).includes('T22') ? '+02:00' : '+01:00';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00${offset}`;
}
