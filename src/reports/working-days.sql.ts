import { addDays, weekday } from '../domain/days.js';
import { isWorkingDay } from '../domain/holidays.js';

/** Mondays to Fridays that are no working days, over the years that a case can lie in. */
function daysOff(from: string, until: string): string[] {
  const off: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1))
    if (weekday(day) <= 5 && !isWorkingDay(day)) off.push(day);
  return off;
}

/** A table `off` of one row, to stand first in a `with`: the days off from 2000 to 2099. */
export const offDays = `off as materialized (
  select array[${daysOff('2000-01-01', '2099-12-31')
    .map((day) => `'${day}'`)
    .join(',')}]::date[] as days)`;

/** Working days from 2000 to a day, that day included. The first Monday of 2000 is 3 January. */
const upTo = (day: string): string => `(greatest(0, (${day}) - date '2000-01-02') / 7 * 5
  + least(greatest(0, (${day}) - date '2000-01-02') % 7, 5) - width_bucket(${day}, (select days from off)))`;

/** Working days after one day, up to and with another: what a term that began on the first has used. Needs `off`. */
export const workingDaysBetween = (from: string, to: string): string => `(${upTo(to)} - ${upTo(from)})`;
