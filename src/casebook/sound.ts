const DEEPEST = 32;

/**
 * Whether a JSON value can be hashed and stored: no number beyond all bounds, no half of a surrogate pair, no NUL, and
 * not nested deeper than 32.
 */
export function isSound(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isSoundText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  return Object.entries(value).every(([key, inside]) => isSoundText(key) && isSound(inside, depth + 1));
}

const HALF = /[\uD800-\uDFFF]/u;

function isSoundText(text: string): boolean {
  return !text.includes('\0') && !HALF.test(text);
}
