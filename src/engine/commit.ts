import type { Pool, QueryConfig, QueryResult } from 'pg';
import { faultOf } from './database-faults.js';
import { payload, type FileWrite } from './payload.js';
import type { Registry } from './registry.js';

/** Writes everything of one or more steps, or nothing: one call, one commit. Throws what PostgreSQL says; HS001 is stale. */
export async function commit(pool: Pool, registry: Registry, writes: readonly FileWrite[]): Promise<void> {
  const payloads = writes.map((write) => payload(registry, write));
  const [only] = payloads;
  await write(
    pool,
    payloads.length === 1 && only !== undefined
      ? {
          name: 'commit_file',
          text: 'select commit_file($1, $2, $3)',
          values: [only.file, only.expected, JSON.stringify(only)],
        }
      : { name: 'commit_step', text: 'select commit_step($1)', values: [JSON.stringify(payloads)] },
  );
}

/** A refused write leaves a sound connection, which goes back to the pool; only a lost one is thrown away. */
export async function write(pool: Pool, query: QueryConfig): Promise<QueryResult> {
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
