/** `stream`: a chain of the log of readings. */
type Part = 'number' | 'number of file' | 'instant' | 'stream';
type Value<P extends Part> = P extends 'number' ? number : string;
type Values<P extends readonly Part[]> = { -readonly [K in keyof P]: Value<P[K]> };

/** A place in a list that was never given out, or has been changed. */
export class UnknownCursor extends Error {
  override readonly name = 'UnknownCursor';
}

/** Where the next page begins, as text that says nothing to its reader. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** The place in a cursor, undefined without one. Throws `UnknownCursor` when it is none that was given out. */
export function readCursor<const P extends readonly Part[]>(
  cursor: string | undefined,
  parts: P,
): Values<P> | undefined {
  if (cursor === undefined) return undefined;
  const place = parsed(cursor);
  const fits = Array.isArray(place) && place.length === parts.length;
  if (fits && parts.every((part, at) => isPart(place[at], part))) return place as Values<P>;
  throw new UnknownCursor();
}

function isPart(value: unknown, part: Part): boolean {
  if (part === 'number') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  if (typeof value !== 'string') return false;
  if (part === 'stream') return /^(person:)?[0-9a-z][0-9a-z._@-]{0,119}$/.test(value);
  return part === 'number of file' ? /^[0-9a-z]{1,40}$/.test(value) : isInstant(value);
}

function isInstant(value: string): boolean {
  const ms = Date.parse(value);
  return /^(19|20|21)\d\d-/.test(value) && !Number.isNaN(ms) && new Date(ms).toISOString() === value;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
