import { isWorkingDay } from '../../src/domain/holidays.js';
import { addDays } from '../../src/domain/days.js';
import type { Day } from '../definition.js';

/** Working days after `from`, up to and with `to`: what a term that began on `from` has used. None when `from` is null or later. */
export function workingDaysAfter(from: Day | null, to: Day): number {
  let used = 0;
  for (let day = from ?? to; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) used += 1;
  }
  return used;
}
