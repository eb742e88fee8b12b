import type { Reader } from '../access/access-entry.js';
import { proofOf, type Proof } from '../audit/proof.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import { openedFor } from './file-view.js';
import { eventsOf } from './trail.js';

/** Evidence of a file, to be kept elsewhere: its events as they are hashed, and the proof of what a checkpoint covers. */
export interface Evidence {
  readonly ok: true;
  readonly file: string;
  readonly madeAt: string;
  readonly by: string;
  readonly purpose: string;
  /** How it is checked. */
  readonly check: string;
  /** Oldest first. `canonical` null: the event names a file that whoever exports may not see; `hash` counts all the same. */
  readonly events: readonly {
    readonly seq: number;
    readonly canonical: string | null;
    readonly hash: string;
  }[];
  /** Of the first event, which shows all after it up to the checkpoint; null where none covers it, or not all may be shown. */
  readonly proof: Proof | null;
}

const CHECK =
  'hash(n) = SHA-256(hash(n-1) || UTF-8 bytes of canonical(n)), hex; hash(0) is empty. The proof: see docs/decisions/0013-checkpoints.md.';
const MOST = 1_000_000;

/** Exports the evidence of a file for a purpose, logged with how many events it has. */
export async function evidenceOf(
  runtime: Runtime,
  id: string,
  reader: Reader,
  purpose: string,
): Promise<Evidence | Refusal> {
  const { clock, pool } = runtime;
  const counted = await pool.query<{ rows: number }>(
    'select count(*)::int as rows from event where file_id = $1',
    [id],
  );
  const opened = await openedFor(runtime, id, { ...reader, purpose }, 'evidence', {
    rows: counted.rows[0]?.rows ?? 0,
  });
  if (isRefusal(opened)) return opened;
  const { events } = await eventsOf(runtime, opened, { after: 0, limit: MOST }, 'sv');
  const isWhole =
    events.every(({ canonical }) => canonical !== null) && events.length === opened.file.version;
  return {
    ok: true,
    file: id,
    madeAt: clock.now(),
    by: reader.person.login,
    purpose,
    check: CHECK,
    events: events.map(({ seq, canonical, hash }) => ({ seq, canonical, hash })),
    proof: isWhole ? await proofOf(pool, id, 1) : null,
  };
}
