/** How long a flat has stood empty, and what that costs. Source: REPORTS.md, vacancy. */
import { addDays, daysBetween, type Day } from './days.js';

/** Kronor for each empty day from a day on; null = not known. The first of a list also counts before its day. */
export interface DailyCost {
  readonly from: Day;
  readonly value: number | null;
}

/** Empty days from the first one to `until`, both counted; 0 while the first still lies ahead. */
export const emptyDays = (since: Day, until: Day): number => Math.max(0, daysBetween(since, until) + 1);

/**
 * Kronor that the empty days from `since` to `until` (both counted) have cost: the sum of the days whose cost is known, each
 * at the cost in force that day; null when none is. `costs`: the oldest first.
 */
export function emptyCost(costs: readonly DailyCost[], since: Day, until: Day): number | null {
  const spans = costs.flatMap(({ from, value }, at) => {
    const next = costs[at + 1];
    const first = at === 0 || from < since ? since : from;
    const last = next !== undefined && next.from <= until ? addDays(next.from, -1) : until;
    return value === null || last < first ? [] : [emptyDays(first, last) * value];
  });
  return spans.length === 0 ? null : spans.reduce((sum, one) => sum + one, 0);
}
