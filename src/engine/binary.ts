/** How a value is written in PostgreSQL's binary form: its type's number, which is the same in every database, and its bytes. */
export interface Column {
  readonly oid: number;
  write(to: Bytes, value: never): void;
}

const FIRST_SIZE = 8_192;
const NULL = -1;
/** Milliseconds and days from 1970 to 2000, where PostgreSQL begins to count. */
const EPOCH_MS = 946_684_800_000;
const DAY_MS = 86_400_000;
const INFINITE = 0x7fffffff;
const HIGH = 2 ** 32;

/** Bytes that grow as they are written, numbers in network order. */
export class Bytes {
  private bytes = Buffer.allocUnsafe(FIRST_SIZE);
  private at = 0;
  private readonly ends: number[] = [];

  int(value: number): void {
    this.room(4);
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  byte(value: number): void {
    this.room(1);
    this.at = this.bytes.writeUInt8(value, this.at);
  }

  /** Microseconds since 2000 in eight bytes. */
  micros(value: number): void {
    this.room(8);
    const high = Math.floor(value / HIGH);
    this.at = this.bytes.writeInt32BE(high, this.at);
    this.at = this.bytes.writeUInt32BE(value - high * HIGH, this.at);
  }

  text(value: string): void {
    this.room(value.length * 3);
    this.at += this.bytes.write(value, this.at, 'utf8');
  }

  raw(value: Uint8Array): void {
    this.room(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  /** A value with its length before it; null has none. */
  value<T>(column: Column, value: T | null | undefined): void {
    this.int(NULL);
    if (value === null || value === undefined) return;
    const begin = this.at;
    column.write(this, value as never);
    this.bytes.writeInt32BE(this.at - begin, begin - 4);
  }

  /** Ends one parameter. */
  end(): void {
    this.ends.push(this.at);
  }

  /** The parameters written, each as its own bytes. */
  parameters(): Buffer[] {
    return this.ends.map((end, n) => this.bytes.subarray(this.ends[n - 1] ?? 0, end));
  }

  private room(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + more));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

export const text: Column = { oid: 25, write: (to, value: string) => to.text(value) };
export const int: Column = { oid: 23, write: (to, value: number) => to.int(value) };
export const bool: Column = { oid: 16, write: (to, value: boolean) => to.byte(value ? 1 : 0) };
export const bytea: Column = { oid: 17, write: (to, value: Uint8Array) => to.raw(value) };

/** RFC 3339 in UTC, to the millisecond. */
export const timestamptz: Column = {
  oid: 1184,
  write: (to, value: string) => to.micros((Date.parse(value) - EPOCH_MS) * 1000),
};

/** `YYYY-MM-DD` or `infinity`. */
export const date: Column = {
  oid: 1082,
  write: (to, value: string) =>
    to.int(value === 'infinity' ? INFINITE : (Date.parse(value) - EPOCH_MS) / DAY_MS),
};

/** Any JSON value; the first byte is the form's version. */
export const jsonb: Column = {
  oid: 3802,
  write: (to, value: unknown) => {
    to.byte(1);
    to.text(JSON.stringify(value));
  },
};

/** A list of values of one kind as PostgreSQL's array of `oid`. */
export const arrayOf = (oid: number, element: Column): Column => ({
  oid,
  write: (to, values: readonly unknown[]) => array(to, element, values),
});
export const textArray = arrayOf(1009, text);

/** An array of one dimension; one without elements has none. */
export function array(to: Bytes, element: Column, values: readonly unknown[]): void {
  to.int(values.length === 0 ? 0 : 1);
  to.int(1);
  to.int(element.oid);
  if (values.length === 0) return;
  to.int(values.length);
  to.int(1);
  for (const value of values) to.value(element, value);
}

/** A row of a table: its columns in their order. `oid`: of the table's row type, which differs from database to database. */
export const rowOf = (oid: number, columns: readonly Column[]): Column => ({
  oid,
  write: (to, values: readonly unknown[]) => {
    to.int(columns.length);
    for (let n = 0; n < columns.length; n++) {
      const column = columns[n] as Column;
      to.int(column.oid);
      to.value(column, values[n]);
    }
  },
});
