/**
 * The five years of a transitional flat. They belong to the household: earlier stays are added, gaps are not, a new flat does
 * not restart them (policy). A period, so never rolled to a working day. Source: REPORTS.md, five-year-limit and its small print.
 */
import { addDays, addMonths, addYears, dayNumber, type Day } from './days.js';

/** An earlier stay, both ends lived in; `to: null` = still open. */
export interface Stay {
  readonly from: Day;
  readonly to: Day | null;
}

/** The present stay's start (move-in if recorded, else lease start), the earlier stays, and the years allowed (5). */
export interface LimitInput {
  readonly start: Day;
  readonly earlier: readonly Stay[];
  readonly years?: number;
}

/** Time left to the last permitted day, as the report groups it. */
export type LimitBand = 'over-24' | '12-24' | '6-12' | '3-6' | 'under-3' | 'exceeded' | 'exception';

/** An exception to the limit: the day it was granted, and the last day it allows. */
export interface LimitException {
  readonly granted: Day;
  readonly until: Day;
}

/**
 * Distinct days before `start` on which at least one earlier stay was open; both ends count, an overlap counts once.
 * A stay that ends before it begins was never open and counts no day. Throws `RangeError` on what is no day.
 */
export function usedDays(start: Day, earlier: readonly Stay[]): number {
  const last = dayNumber(start) - 1;
  const spans = earlier
    .map(({ from, to }) => ({
      from: dayNumber(from),
      to: to === null ? last : Math.min(dayNumber(to), last),
    }))
    .sort((a, b) => a.from - b.from);
  let used = 0;
  let counted = -Infinity;
  for (const { from, to } of spans) {
    used += Math.max(0, to - Math.max(from, counted + 1) + 1);
    counted = Math.max(counted, to);
  }
  return used;
}

/** The stays as far as they lie between two days, both counted; `since` null = from their beginning. Those outside are left out. */
export function sharedStays<S extends Stay>(stays: readonly S[], since: Day | null, until: Day): S[] {
  return stays
    .map((one) => ({
      ...one,
      from: since !== null && since > one.from ? since : one.from,
      to: one.to === null || one.to > until ? until : one.to,
    }))
    .filter(({ from, to }) => from <= to);
}

/**
 * The last permitted day: `start` + `years` calendar years (29 February → 28 February) − `usedDays`. The limit is exceeded from
 * the next midnight in Europe/Stockholm. It lies before `start` when the years were already used up.
 * Source: policy; counted as in lag (1930:173) § 1, by analogy.
 */
export function limitDay({ start, earlier, years = 5 }: LimitInput): Day {
  return addDays(addYears(start, years), -usedDays(start, earlier));
}

/**
 * The band of a stay on `day`. Borders are reckoned back from `limit` (clamped months); a stay exactly 24, 12, 6 or 3 months from it
 * belongs to the band above. An exception counts from the day it was granted to its last day, whatever time is left.
 */
export function limitBand(limit: Day, day: Day, exception: LimitException | null = null): LimitBand {
  if (exception && exception.granted <= day && day <= exception.until) return 'exception';
  if (day > limit) return 'exceeded';
  if (day <= addMonths(limit, -24)) return 'over-24';
  if (day <= addMonths(limit, -12)) return '12-24';
  if (day <= addMonths(limit, -6)) return '6-12';
  return day <= addMonths(limit, -3) ? '3-6' : 'under-3';
}
