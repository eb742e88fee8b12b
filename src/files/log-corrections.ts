import type { Day } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { mayBeCorrected } from '../engine/history/asked.js';
import { sealable } from '../engine/history/asked-sealing.js';
import { Sealings } from '../engine/history/sealings.js';
import type { Correction, EventBody } from '../engine/model.js';
import { isRefusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';
import { mayRead } from './trail.js';

/** Some events, and all the others too where one of them corrects or seals another. */
const EVENTS = `
select canonical from event where file_id = $1 and (seq = any ($2) or exists
  (select from event where file_id = $1 and (position($3 in canonical) > 0 or position($4 in canonical) > 0)))
order by seq`;
const [CORRECTS, SEALS] = ['"corrects":', '"seals":'].map((key) => Buffer.from(key));

/** That an event was told anew, or does not stand any more, and the number of the event that says so; null when that is not for the reader. */
export interface CorrectedMark {
  readonly by: number | null;
  readonly on: Day;
  readonly stands: boolean;
}

/** What a correction put in the place of what: an event of the same file before and after it; null when it does not stand. */
export interface CorrectionTold {
  readonly of: number;
  readonly how: Correction['how'];
  readonly before: EventBody;
  readonly after: EventBody | null;
}

/** The corrections of a file, by the numbers of its events. */
export interface LogCorrections {
  readonly marks: ReadonlyMap<number, CorrectedMark>;
  readonly told: ReadonlyMap<number, CorrectionTold>;
  /** The entries that two persons sealed, and those that one has asked to, by their numbers. */
  readonly sealings: ReadonlyMap<number, SealedMark>;
  /** Whether the person may correct an event, and seal it. */
  may(seq: number): boolean;
  maySeal(seq: number): boolean;
}

/** That the content of an event is gone, or that one of two persons wants it to be, and the number of the event that says so. */
export interface SealedMark {
  readonly by: number | null;
  readonly on: Day;
  readonly isGone: boolean;
}

/** Reads what was corrected or sealed in an opened file, and which of some events its reader may correct or seal. */
export async function correctionsIn(
  runtime: Runtime,
  opened: Opened,
  seqs: readonly number[],
): Promise<LogCorrections> {
  const { person, file } = opened;
  const { guarded, clock, engine, registry } = runtime;
  const query = { name: 'corrections_of_file', text: EVENTS, values: [file.id, seqs, CORRECTS, SEALS] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  const bodies = rows.map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody);
  const { known, ...corrections } = corrected(bodies, (body) => mayRead(registry, opened, body));
  const sealed = sealedIn(bodies, (body) => mayRead(registry, opened, body));
  const recordedAt = clock.now();
  return {
    ...corrections,
    sealings: sealed.marks,
    may: (seq) => {
      const event = known.get(seq);
      if (event === undefined) return false;
      return !isRefusal(mayBeCorrected(engine.ports, person, { file, event, recordedAt }));
    },
    maySeal: (seq) => {
      const event = sealed.history.sealings.event(seq);
      if (event === undefined) return false;
      const found = sealable(engine.ports, person, { file, ...sealed, event, recordedAt });
      // Who asked for it may still take that back.
      return !isRefusal(found) || found.code === 'same-person-twice';
    },
  };
}

/** Goes through a chain for what was sealed. */
function sealedIn(bodies: readonly EventBody[], may: (body: EventBody) => boolean) {
  const sealings = new Sealings();
  const marks = new Map<number, SealedMark>();
  for (const body of bodies) {
    const isTaken = sealings.take(body) === null;
    const { seals, seq, recordedAt, proposed } = body;
    if (seals === undefined || !isTaken) continue;
    const by = may(body) ? seq : null;
    if (seals.ends === true) marks.delete(seals.of);
    else marks.set(seals.of, { by, on: dayOf(recordedAt), isGone: proposed !== undefined });
  }
  return { history: { sealings }, marks };
}

/** Goes through a chain and keeps what each correction did to the events before it. */
function corrected(bodies: readonly EventBody[], may: (body: EventBody) => boolean) {
  let known = new Map<number, EventBody>();
  const marks = new Map<number, CorrectedMark>();
  const told = new Map<number, CorrectionTold>();
  for (const body of bodies) {
    const { corrects, file, seq } = body;
    if (corrects === undefined) {
      if (body.seals === undefined) known.set(seq, body);
      continue;
    }
    const then = corrects.then.map((one) => (typeof one === 'number' ? known.get(one) : one));
    const kept = [
      ...[...known.values()].slice(0, corrects.keeps),
      ...then.filter((one) => one !== undefined),
    ];
    const after = new Map(kept.map((one) => [one.seq, one]));
    const mark = { by: may(body) ? seq : null, on: dayOf(body.recordedAt) };
    for (const one of known.keys()) if (!after.has(one)) marks.set(one, { ...mark, stands: false });
    const [home, of] = [corrects.of.split(':')[0], Number(corrects.of.split(':')[1])];
    const before = home === file ? known.get(of) : undefined;
    if (before !== undefined) {
      told.set(seq, { of, how: corrects.how, before, after: after.get(of) ?? null });
      if (after.has(of)) marks.set(of, { ...mark, stands: true });
    }
    known = after;
  }
  return { known, marks, told };
}
