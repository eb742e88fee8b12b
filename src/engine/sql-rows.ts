/**
 * Rows in PostgreSQL's own text form, `{"(a,b)","(c,d)"}`: the commit function reads them as arrays of its tables' rows,
 * which costs a fraction of what JSON records do. Values: null, text, numbers, booleans; objects go as JSON, bytes as hex.
 */
export function rowArray(rows: readonly (readonly unknown[])[]): string {
  return `{${rows.map((row) => quoted(`(${row.map(value).join(',')})`)).join(',')}}`;
}

/** A list of texts in PostgreSQL's own form; null stays null. */
export function textArray(values: readonly (string | null | undefined)[]): string {
  return `{${values.map((one) => (one == null ? 'NULL' : quoted(one))).join(',')}}`;
}

function value(one: unknown): string {
  if (one === null || one === undefined) return '';
  if (typeof one === 'number' || typeof one === 'boolean') return String(one);
  if (typeof one === 'string') return quoted(one);
  if (Buffer.isBuffer(one)) return quoted(`\\x${one.toString('hex')}`);
  return quoted(JSON.stringify(one));
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
