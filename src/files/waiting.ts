import type { Day } from '../../workflows/definition.js';
import type { Waiting } from '../domain/matching.js';
import { dayOf } from '../domain/zone.js';
import type { Merger } from '../register/districts.js';
import { familyFrom } from '../register/matched.js';
import { QUEUE, type WaitingRow } from '../register/matching.queries.js';
import type { Reading } from '../access/guarded-reading.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';

/** A family in the queue, as far as finding a flat for it needs: no name, no personal number. */
export interface WaitingFamily extends Waiting {
  /** The number of its referral. */
  readonly process: number;
  readonly district: string | null;
  /** Code of the ground on which it was taken on without meeting each condition. */
  readonly exception: string | null;
  /** The day on which its pause ends; null when it has none. */
  readonly pausedUntil: Day | null;
}

const QUEUED = `${QUEUE} and p.state = 'queued' and ($1::text is null or p.file_id = $1)`;

/** The families in the queue that a person may know of, the longest waiting first. A protected one only for its handlers. */
export const waitingFor = (runtime: Runtime, person: Person): Promise<WaitingFamily[]> =>
  queued(runtime, person, null);

/** One family; undefined when it is not in the queue or not for the person to know of. */
export async function waitingFamily(
  runtime: Runtime,
  person: Person,
  file: string,
): Promise<WaitingFamily | undefined> {
  return (await queued(runtime, person, file))[0];
}

async function queued(
  { guarded, clock, directory }: Runtime,
  person: Person,
  file: string | null,
): Promise<WaitingFamily[]> {
  const now = clock.now();
  const read = (db: Reading) => db.query<WaitingRow>({ name: 'queue', text: QUEUED, values: [file] });
  const [{ rows }, mergers] = await Promise.all([
    guarded.as(person, now, read),
    directory.mergersDue(dayOf(now)),
  ]);
  return rows
    .map((row) => waitingIn(row, mergers))
    .sort((a, b) => (a.queueDate + a.file < b.queueDate + b.file ? -1 : 1));
}

/** A row of the queue as a family that waits. */
export const waitingIn = (row: WaitingRow, mergers: readonly Merger[]): WaitingFamily => ({
  ...familyFrom(row, mergers),
  process: row.process,
  district: row.record.district,
  exception: row.context.asks.exception,
  pausedUntil: row.context.pausedUntil,
});
