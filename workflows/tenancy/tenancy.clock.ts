import type { Calendar, Day, Duration, Lookups, Step } from '../definition.js';
import { swedishCalendar } from '../../src/domain/calendar.js';
import { limitDay } from '../../src/domain/five-year-clock.js';
import type { Tenancy } from './tenancy.context.js';
import { length } from './tenancy.policy.js';

type Policy = Step['policy'];

const back = (duration: Duration): Duration => ({ ...duration, amount: -duration.amount });
const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** The day that lies a length of the policy before `day`. */
export function lead(day: Day, policy: Policy, name: string, calendar: Calendar = swedishCalendar): Day {
  return calendar.add(day, back(length(policy, name)));
}

/** The household's other transitional stays: all but the open one that began with this stay. */
export function earlierStays(stays: Lookups['stays'], start: Day | null): Tenancy['earlier'] {
  return stays
    .filter(({ form, from, to }) => form === 'transitional' && !(to === null && from === start))
    .map(({ from, to }) => ({ from, to }));
}

/** The last day of the five years, exceptions left out; null before the stay has begun. A period: not rolled. */
function fiveYears({ start, earlier: stays }: Tenancy, policy: Policy): Day | null {
  return start === null
    ? null
    : limitDay({ start, earlier: stays, years: length(policy, 'longestStay').amount });
}

/** The last permitted day: the end of the five years, or of an exception that goes further. */
export function lastPermittedDay(tenancy: Tenancy, policy: Policy): Day | null {
  const limit = fiveYears(tenancy, policy);
  return limit === null || tenancy.exceptionUntil === null ? limit : later(limit, tenancy.exceptionUntil);
}

/** Whether the last permitted day rests on an exception. */
export function restsOnException(tenancy: Tenancy, policy: Policy): boolean {
  return lastPermittedDay(tenancy, policy) !== fiveYears(tenancy, policy);
}

/**
 * The day by which the next follow-up is to be held: a term for an act, so rolled to a working day. A month after the
 * stay began; then half a year after the last one held, a quarter if that one lay in the last year; at once when wanted so.
 */
export function followUpDay(
  tenancy: Tenancy,
  policy: Policy,
  calendar: Calendar = swedishCalendar,
): Day | null {
  const { start, lastFollowUp, followUpAtOnce } = tenancy;
  const limit = lastPermittedDay(tenancy, policy);
  if (start === null || limit === null) return null;
  const step = (): string =>
    lastFollowUp !== null && lastFollowUp >= lead(limit, policy, 'lastYear', calendar)
      ? 'followUpStepLastYear'
      : 'followUpStep';
  const next =
    lastFollowUp === null
      ? calendar.add(start, length(policy, 'firstFollowUp'))
      : calendar.add(lastFollowUp, length(policy, step()));
  return calendar.workingDay(followUpAtOnce === null ? next : earlier(next, followUpAtOnce));
}
