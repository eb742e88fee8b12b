import type { Connection } from './connection.js';
import { Stream } from './streams.js';
import {
  tables,
  type DeadlineRow,
  type EventRow,
  type FileRow,
  type HoldRow,
  type KeyRow,
  type MessageRow,
  type SealedRow,
  type StoredFactRow,
  type StoredProcessRow,
  type Table,
} from './tables.js';

/** Every table that verification reads, as of one moment; null where these rights do not reach. */
export interface Reading {
  readonly case_file: Stream<FileRow>;
  readonly event: Stream<EventRow>;
  readonly process: Stream<StoredProcessRow>;
  readonly deadline: Stream<DeadlineRow>;
  readonly hold: Stream<HoldRow>;
  readonly fact: Stream<StoredFactRow>;
  readonly outbox: Stream<MessageRow>;
  readonly sealed: Stream<SealedRow> | null;
  /** One large ciphertext. */
  large(file: string, digest: string): Promise<Buffer | undefined>;
  readonly file_key: Stream<KeyRow> | null;
}

/** Begins a reading transaction: everything in it is of one moment, however long it takes and whoever writes meanwhile. */
export async function beginReading(connection: Connection): Promise<void> {
  await connection.query(`begin isolation level repeatable read, read only`);
  await connection.query(`set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'`);
}

/** The tables among those verified that the present rights do not reach. */
export async function unreadable(connection: Connection): Promise<Table[]> {
  const { rows } = await connection.query<{ name: Table }>(
    `select name from unnest($1::text[]) as name where not has_table_privilege(name, 'select')`,
    [Object.keys(tables)],
  );
  return rows.map((row) => row.name);
}

/** Files that have rows in a table but do not exist, by table. */
export async function findOrphans(
  connection: Connection,
  without: readonly Table[],
): Promise<Map<Table, Set<string>>> {
  const found = new Map<Table, Set<string>>();
  for (const table of Object.keys(tables) as Table[]) {
    if (table === 'case_file' || without.includes(table)) continue;
    const { rows } = await connection.query<{ file_id: string }>(
      `select distinct file_id from ${table} t where not exists (select from case_file f where f.id = t.file_id)`,
    );
    found.set(table, new Set(rows.map((row) => row.file_id)));
  }
  return found;
}

const LARGE = 'select ciphertext from sealed where file_id = $1 and digest = $2';

/** Opens every table; `file` leaves out all other files. */
export async function openReading(
  connection: Connection,
  without: readonly Table[],
  orphans: ReadonlyMap<Table, ReadonlySet<string>>,
  file?: string,
): Promise<Reading> {
  const open = <Row extends { readonly file_id: string }>(table: Table) =>
    Stream.open<Row>(connection, table, orphans.get(table) ?? new Set(), file);
  return {
    case_file: await open('case_file'),
    event: await open('event'),
    process: await open('process'),
    deadline: await open('deadline'),
    hold: await open('hold'),
    fact: await open('fact'),
    outbox: await open('outbox'),
    large: async (of, digest) => {
      const { rows } = await connection.query<{ ciphertext: Buffer }>(LARGE, [of, digest]);
      return rows[0]?.ciphertext;
    },
    sealed: without.includes('sealed') ? null : await open('sealed'),
    file_key: without.includes('file_key') ? null : await open('file_key'),
  };
}
