/** A number as the public sees it: `<5` stands for 0 to 4, `..` for a number hidden so that another cannot be worked out. */
export type Shown = number | typeof SMALL | typeof HIDDEN;
export const SMALL = '<5';
export const HIDDEN = '..';

const THRESHOLD = 5;

/** Whether a cell is a number that could point somebody out: 1 to 4. */
export const isSmall = (cell: unknown): boolean => typeof cell === 'number' && cell > 0 && cell < THRESHOLD;

/**
 * Hides the numbers 1–4 among the parts of one total, so that none can be recomputed by someone who sees the total and
 * the other parts. Where they could be nothing else (a single one, or all ones, or all fours), more is hidden with them:
 * every zero, so that it cannot be told which part is small; without zeros, two larger parts.
 * A total with too few parts (a single one; two fours and nothing else) cannot be protected: it tells itself.
 * @param parts whole numbers, zero or more; with the zeros of every possible part, or there is little to hide behind.
 * Source: REPORTS.md, small numbers.
 */
export function protect(parts: readonly number[]): Shown[] {
  const small = placesOf(parts, isSmall);
  const hidden = new Set(small);
  if (tellThemselves(small.map((at) => parts[at] as number))) {
    const zeros = placesOf(parts, (part) => part === 0);
    const larger = placesOf(parts, (part) => part >= THRESHOLD).slice(0, 2);
    for (const at of zeros.length > 0 ? zeros : larger) hidden.add(at);
  }
  return parts.map((part, at) => (hidden.has(at) ? (part < THRESHOLD ? SMALL : HIDDEN) : part));
}

const placesOf = (parts: readonly number[], is: (part: number) => boolean): number[] =>
  parts.flatMap((part, at) => (is(part) ? [at] : []));

/** Whether small numbers follow from their sum: there is one, or each is the least or the most it can be. */
function tellThemselves(small: readonly number[]): boolean {
  if (small.length === 0) return false;
  const sum = small.reduce((a, b) => a + b, 0);
  return small.length === 1 || sum === small.length || sum === small.length * (THRESHOLD - 1);
}
