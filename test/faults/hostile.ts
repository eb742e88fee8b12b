/** Text that has broken programs before. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'half \udfff',
  '\ud83d\ud83d\ude00',
  '\u202eevil\u202c',
  '\ufeff',
  '\u2028\u2029',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '\r\n\t',
  "'; drop table event; --",
  '"},{"a":"\\',
  '\\',
  '{"a":1}',
  '{NULL,"x"}',
  'NULL',
  '(,,)',
  '$1',
  '%s%n%00',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '-1',
  '1e9',
  'å'.repeat(5000),
  'x'.repeat(200_000),
];

/** Days and moments that are none, or far away. */
export const hostileTimes: readonly string[] = [
  '2021-02-30',
  '2021-02-29',
  '2021-13-01',
  '2021-00-10',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '+12021-01-01',
  '21-1-1',
  '2021-01-01T00:00:00Z',
  '2021-02-30T10:00:00Z',
  '2021-03-28T02:30:00',
  '2021-03-01T24:00:00Z',
  '2021-03-01T10:00:60Z',
  '2021-03-01T10:00:00+99:00',
  '9999-12-31T23:59:59-23:59',
  '0001-01-01T00:00:00+23:59',
  '0000-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  '2021-03-01T09:00:00.001Z',
  '2030-01-01T00:00:00Z',
];

/** Anything but what is asked for. */
export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  ...hostileTimes,
  undefined,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  NaN,
  Infinity,
  2 ** 53,
  1e308,
  [],
  [[[]]],
  {},
  JSON.parse('{"__proto__":{"ok":true}}'),
  { ref: 'x/1' },
  { ref: '__proto__/1' },
  { sealed: 'x' },
  { toString: 'x', toJSON: 1 },
  deep(5000),
];

function deep(levels: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < levels; level++) inner = level % 2 === 0 ? [inner] : { a: inner };
  return inner;
}

/** The place of every value inside a value, itself first. */
export function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...at, name]))];
}

/** A copy with another value at a place (a place that is not there yet is made). */
export function withAt(value: unknown, at: readonly string[], put: unknown): unknown {
  const [name, ...rest] = at;
  if (name === undefined) return put;
  if (Array.isArray(value)) return value.map((one, n) => (String(n) === name ? withAt(one, rest, put) : one));
  const inner = (value ?? {}) as Record<string, unknown>;
  return { ...inner, [name]: withAt(inner[name], rest, put) };
}
