import type { Instant } from '../../workflows/definition.js';
import type { Reader } from '../access/access-entry.js';
import type { Home, Placed, Sifted } from '../domain/matching.js';
import type { Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import { notFound } from './file-view.js';
import { flatOf, type Flat } from './flats.js';
import { logList } from './logged-list.js';
import { familiesForFlat, isFree, matchedToday, type MatchedBy } from './matching.js';
import { familiesThen } from './waiting-then.js';
import { waitingFor, type WaitingFamily } from './waiting.js';

/** Those whom a flat is proposed to, now or at a moment that has been, and those that it is not. */
export interface Proposed {
  readonly ok: true;
  readonly flat: Flat;
  readonly by: MatchedBy;
  /** The flat as it was at the moment; null now, and when it was not there. */
  readonly then: Home | null;
  /** Whether it can be offered, or could at the moment. */
  readonly isFree: boolean;
  readonly sifted: Sifted<Placed<WaitingFamily>, WaitingFamily>;
  /** The files of all of them. */
  readonly files: readonly string[];
}

/**
 * Who is first for a flat, and why; `moment` null: now. By what was registered at the moment and the values in force then. The
 * list is logged before it is shown; a flat that is not there or not the reader's as an attempt.
 */
export async function proposedFor(
  runtime: Runtime,
  reader: Reader,
  file: string,
  moment: Instant | null,
): Promise<Proposed | Refusal> {
  const { person } = reader;
  const flat = await flatOf(runtime, person, file);
  if (flat === undefined) return notFound(runtime, reader, 'file', null);
  const then = moment === null ? null : await familiesThen(runtime, person, flat.file, moment);
  const by = then?.by ?? (await matchedToday(runtime));
  const today = async () => (isFree(flat) ? waitingFor(runtime, person) : []);
  const sifted = then?.sifted ?? familiesForFlat(flat, await today(), by);
  const files = [...sifted.fit.map(({ family }) => family.file), ...sifted.not.map(({ what }) => what.file)];
  await logList(runtime, reader, { list: 'families', flat: flat.file, at: moment ?? undefined }, files);
  const isThere = then === null ? isFree(flat) : then.home !== null;
  return { ok: true, flat, by, then: then?.home ?? null, isFree: isThere, sifted, files };
}
