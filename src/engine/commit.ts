import type { Pool, QueryConfig } from 'pg';
import { canonical } from './canonical.js';
import { changes } from './changes.js';
import { faultOf } from './database-faults.js';
import type { EventBody, FactRow, FileState, OutboxRow } from './model.js';
import type { Registry } from './registry.js';
import type { SealedValue } from './vault.js';

/** What is written to one file: the file before and after, and what happened between. */
export interface FileWrite {
  /** As the database has it; null for a new file. */
  readonly before: FileState | null;
  readonly after: FileState;
  readonly events: readonly EventBody[];
  readonly facts: readonly FactRow[];
  readonly outbox: readonly OutboxRow[];
  readonly sealed: readonly (SealedValue & { readonly seq: number })[];
  readonly terms: readonly Buffer[];
  readonly key?: Buffer;
}

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
async function write(pool: Pool, query: QueryConfig): Promise<void> {
  const client = await pool.connect();
  let lost = false;
  try {
    await client.query(query);
  } catch (error) {
    lost = faultOf(error) === null || faultOf(error) === 'again';
    throw error;
  } finally {
    client.release(lost);
  }
}

function payload(registry: Registry, write: FileWrite) {
  const { before, after } = write;
  const kind = registry.kind(after.kind);
  const { processes, due, undue, held, unheld } = changes(registry, before, after);
  const sealed = write.sealed.map((s) => ({
    digest: s.digest,
    seq: s.seq,
    ciphertext: s.ciphertext.toString('base64'),
  }));
  return {
    file: after.id,
    expected: before?.version ?? 0,
    kind: after.kind,
    openedAt: after.openedAt,
    recordedAt: after.recordedAt,
    ...(before !== null && before.record === after.record
      ? {}
      : {
          record: after.record,
          district: kind.responsible(after.record),
          assignee: kind.assignee(after.record),
        }),
    events: write.events.map((body) => ({
      seq: body.seq,
      recordedAt: body.recordedAt,
      command: body.command,
      request: body.request,
      canonical: canonical(body),
    })),
    processes: processes.map((row) => ({ ...row, states: `{${row.states.join(',')}}` })),
    ...some('due', due),
    ...some('undue', undue),
    ...some('facts', write.facts),
    ...some('held', held),
    ...some('unheld', unheld),
    ...some('sealed', sealed),
    ...some(
      'terms',
      write.terms.map((t) => t.toString('base64')),
    ),
    ...some('outbox', write.outbox),
    ...(write.key === undefined ? {} : { key: write.key.toString('base64') }),
  };
}

function some<T>(name: string, rows: readonly T[]): Record<string, readonly T[]> {
  return rows.length === 0 ? {} : { [name]: rows };
}
