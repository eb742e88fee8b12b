import type { Pool, QueryConfig, QueryResult } from 'pg';
import { faultOf, MovedOn } from './database-faults.js';
import { payload, type FileWrite } from './payload.js';
import type { Registry } from './registry.js';
import { rowTypes } from './row-types.js';

const COMMIT =
  'select commit_files($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as stale';

/**
 * Writes everything of one or more steps, or nothing: one call, one commit.
 * @throws MovedOn when somebody else was first in a file; else what PostgreSQL says.
 */
export async function commit(pool: Pool, registry: Registry, writes: readonly FileWrite[]): Promise<void> {
  const types = await rowTypes(pool);
  const query = { name: 'commit_files', text: COMMIT, values: payload(registry, types, writes) };
  const { rows } = await write(pool, query);
  const [row] = rows as { stale: string[] | null }[];
  if (row?.stale != null) throw new MovedOn(row.stale);
}

/** What a correction, or the sealing of an entry, does to rows that are there already. */
export interface HistoryChange {
  /** Every file that it was computed from, at its version. */
  readonly read: Readonly<Record<string, number>>;
  readonly voided: readonly (readonly [file: string, seq: number, ordinal: number, at: string])[];
  readonly gone: readonly (readonly [file: string, process: number])[];
  /** Sealed values whose digests stay in their events. */
  readonly unsealed: readonly (readonly [file: string, digest: string])[];
}

const COMMIT_HISTORY = `
select commit_history($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) as stale`;

/**
 * Writes a correction or the sealing of an entry, or nothing.
 * @throws MovedOn when somebody else was first in a file that it was computed from.
 */
export async function commitHistory(
  pool: Pool,
  registry: Registry,
  writes: readonly FileWrite[],
  change: HistoryChange,
): Promise<void> {
  const types = await rowTypes(pool);
  const values = [...payload(registry, types, writes), JSON.stringify(change)];
  const { rows } = await write(pool, { name: 'commit_history', text: COMMIT_HISTORY, values });
  const [row] = rows as { stale: string[] | null }[];
  if (row?.stale != null) throw new MovedOn(row.stale);
}

/** A refused write leaves a sound connection, which goes back to the pool; only a lost one is thrown away. */
async function write(pool: Pool, query: QueryConfig): Promise<QueryResult> {
  const client = await pool.connect();
  let lost = false;
  try {
    return await client.query(query);
  } catch (error) {
    lost = faultOf(error) === null || faultOf(error) === 'again';
    throw error;
  } finally {
    client.release(lost);
  }
}
