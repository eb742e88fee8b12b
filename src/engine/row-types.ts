import type { Pool } from 'pg';
import { bool, bytea, date, int, jsonb, rowOf, text, textArray, timestamptz, type Column } from './binary.js';

/** The columns of the rows that `commit_files` takes, in the order of their tables (src/migrations). */
const COLUMNS = {
  case_file: [
    ...[text, text, int, bytea, jsonb, text, text, timestamptz, timestamptz], // up to recorded_at
    ...[date, textArray],
  ],
  process: [
    ...[text, int, text, int, text, text, jsonb, jsonb], // up to proposals
    ...[text, textArray, jsonb, bool, text, timestamptz, timestamptz, textArray, jsonb],
  ],
  deadline: [text, int, text, text, text, date, timestamptz, bool, timestamptz],
  fact: [
    ...[text, int, int, int, text, text, text, date, timestamptz, timestamptz], // up to voided_at
    ...[text, text, text, text, text, text, text, text, jsonb],
  ],
  sealed: [text, text, int, int, bytea],
  term: [text, bytea, bool],
  file_key: [text, int, bytea],
  hold: [text, text, text, int],
  outbox: [text, text, int, text, text, timestamptz, int, timestamptz, timestamptz],
  actor: [text, text, text, text, date],
} satisfies Record<string, readonly Column[]>;

/** The row types of a database, by table. */
export type RowTypes = Readonly<Record<keyof typeof COLUMNS, Column>>;

const known = new WeakMap<Pool, Promise<RowTypes>>();

/** Asks a database for the numbers of its row types, once. */
export function rowTypes(pool: Pool): Promise<RowTypes> {
  let types = known.get(pool);
  if (types === undefined) {
    types = read(pool);
    known.set(pool, types);
    types.catch(() => known.delete(pool));
  }
  return types;
}

async function read(pool: Pool): Promise<RowTypes> {
  const { rows } = await pool.query<{ typname: string; oid: number }>(
    `select typname, oid from pg_type where typname = any($1) and typnamespace = 'public'::regnamespace`,
    [Object.keys(COLUMNS)],
  );
  const oids = new Map(rows.map(({ typname, oid }) => [typname, oid]));
  const typed = Object.entries(COLUMNS).map(([name, columns]) => [name, rowOf(oids.get(name) ?? 0, columns)]);
  return Object.fromEntries(typed) as RowTypes;
}
