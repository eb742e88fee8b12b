/**
 * Rows in PostgreSQL's own text form, `{"(a,b)","(c,d)"}`: the commit function reads them as arrays of its tables' rows,
 * which costs a fraction of what JSON records do. Values: null, text, numbers, booleans; objects go as JSON, bytes as hex.
 */
export function rowArray(rows: readonly (readonly unknown[])[]): string {
  let text = '{';
  for (const row of rows) {
    text += text === '{' ? '"(' : ',"(';
    for (let i = 0; i < row.length; i++) text += i === 0 ? value(row[i]) : `,${value(row[i])}`;
    text += ')"';
  }
  return `${text}}`;
}

/** A list of texts in PostgreSQL's own form; null stays null. */
export function textArray(values: readonly (string | null | undefined)[]): string {
  return `{${values.map((one) => (one == null ? 'NULL' : `"${escaped(one, '\\')}"`)).join(',')}}`;
}

/** A value of a row inside an array: what is special stands in quotes that are escaped once, and is itself escaped twice. */
function value(one: unknown): string {
  if (one === null || one === undefined) return '';
  if (typeof one === 'number' || typeof one === 'boolean') return String(one);
  if (Buffer.isBuffer(one)) return `\\"\\\\\\\\x${one.toString('hex')}\\"`;
  return `\\"${escaped(typeof one === 'string' ? one : JSON.stringify(one), '\\\\\\')}\\"`;
}

const SPECIAL = /["\\]/;
const EVERY_SPECIAL = /["\\]/g;

function escaped(text: string, by: string): string {
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, `${by}$&`) : text;
}
