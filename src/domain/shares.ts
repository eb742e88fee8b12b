/** How reports round and summarise. Source: REPORTS.md, "Common to all". Empty input gives null, shown as "–". */

/**
 * `part` of `whole` in whole percent, half up, each share alone (shares need not add to 100); null when `whole` is 0.
 * Exact for whole numbers up to 10^13; half up means towards plus infinity for a negative part.
 */
export function wholePercent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** The middle value, or the mean of the middle two; null when there is none. Same unit as the values; order does not matter. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The 90th percentile by nearest rank: the ⌈0.9 n⌉-th smallest value; null when there is none. Same unit as the values. */
export function p90(values: readonly number[]): number | null {
  return ascending(values)[Math.ceil((9 * values.length) / 10) - 1] ?? null;
}
