import { dayNumber, type Day } from './days.js';
import { isWorkingDayNumber } from './holidays.js';

/** The working days from one day to another, both included; 0 when the second lies before the first. */
export function workingDaysBetween(from: Day, to: Day): number {
  let days = 0;
  for (let number = dayNumber(from); number <= dayNumber(to); number++)
    if (isWorkingDayNumber(number)) days += 1;
  return days;
}

/**
 * What a year comes to if it goes on as it has gone: `count` until `until`, as many for each working day that is left.
 * Whole, half up; null while no working day has passed. It may go beyond any goal.
 */
export function atThePaceOf(count: number, until: Day): number | null {
  const year = until.slice(0, 4);
  const gone = workingDaysBetween(`${year}-01-01`, until);
  const all = workingDaysBetween(`${year}-01-01`, `${year}-12-31`);
  return gone === 0 ? null : Math.floor((2 * count * all + gone) / (2 * gone));
}
