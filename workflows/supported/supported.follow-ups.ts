import { swedishCalendar } from '../../src/domain/calendar.js';
import type { Calendar, Day, Duration } from '../definition.js';
import type { SupportedContext } from './supported.context.js';

/**
 * The day by which the next follow-up is to be held: a term for an act, so rolled to a working day. A month after the
 * second-hand lease began, then half a year after the last one held; null before it is sublet.
 */
export function followUpDay(
  { sublet, lastFollowUp }: SupportedContext,
  policy: Readonly<Record<string, Duration | number>>,
  calendar: Calendar = swedishCalendar,
): Day | null {
  if (sublet === null) return null;
  const length = (name: string): Duration => policy[name] as Duration;
  return calendar.workingDay(
    lastFollowUp === null
      ? calendar.add(sublet.from, length('firstFollowUp'))
      : calendar.add(lastFollowUp, length('followUpStep')),
  );
}
