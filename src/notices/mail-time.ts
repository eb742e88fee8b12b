import type { Instant } from '../../workflows/definition.js';
import { dayOf, hourOf } from '../domain/zone.js';
import type { Preference } from './preferences.js';

/** The hour in Stockholm from which the daily mail is sent. */
export const DIGEST_HOUR = 7;
/** Minutes between two mails to one person, however much happens. */
const APART_MINUTES = 5;

/**
 * Whether a mail about what is new may be sent now. `last`: when the one before was made. Daily: the first one of a day, from
 * the morning on. At once: some minutes after the last. Never in the quiet hours; what happened in them waits for their end.
 */
export function isMailTime(
  { mail, quietFrom, quietTo }: Preference,
  last: Instant | null,
  now: Instant,
): boolean {
  if (mail === 'off' || isQuiet(hourOf(now), quietFrom, quietTo)) return false;
  if (mail === 'daily') return hourOf(now) >= DIGEST_HOUR && (last === null || dayOf(last) < dayOf(now));
  return last === null || Date.parse(now) - Date.parse(last) >= APART_MINUTES * 60_000;
}

/** Whether an hour lies from one hour on and before another, which may be on the next day. */
export function isQuiet(hour: number, from: number, to: number): boolean {
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}
