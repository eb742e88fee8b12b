import { isDeepStrictEqual } from 'node:util';
import type { Text } from '../../../workflows/definition.js';
import type { Correction, EventBody, FactRow, FileState, OutboxRow } from '../model.js';
import type { Registry } from '../registry.js';
import { countedAnew, type LiveFact, type VoidedFact } from './counted-anew.js';
import { FileFold, type Folded } from './file-fold.js';
import { impossible } from './fold.words.js';
import { Sealings } from './sealings.js';

/** One event as it is known, and how the file stood before it. */
export interface Entry {
  readonly body: EventBody;
  readonly before: FileState | null;
  readonly folded: Folded;
}

/** What one event of the chain did. */
export interface Recorded extends Pick<Folded, 'fault' | 'setOff'> {
  /** The facts that it wrote, and those that it closed. */
  readonly facts: readonly FactRow[];
  readonly voided: readonly VoidedFact[];
  readonly messages: readonly OutboxRow[];
  /** Of a correction: the events that it tells anew, folded, from the first that it changes. */
  readonly retold: readonly Entry[];
}

/**
 * One file's history, from its chain: what happened, as it is known after each event. A correction puts other events in the
 * place of some; everything before it stays in the chain as it was.
 */
export class FileHistory {
  /** What happened, in order, as it is known now. */
  entries: Entry[] = [];
  /** The facts that count now. */
  live: LiveFact[] = [];
  /** How many events the chain has. */
  version = 0;
  /** The highest number that a process ever had here. */
  processes = 0;
  /** The entries whose content was sealed, or is to be. */
  readonly sealings = new Sealings();
  private fold: FileFold;
  /** By the number of an event: the data by which its facts count. */
  private counts: ReadonlyMap<number, EventBody['data']> = new Map();

  constructor(private readonly registry: Registry) {
    this.fold = new FileFold(registry);
  }

  /** The file as it is known; null before its opening. */
  get state(): FileState | null {
    return this.fold.state;
  }

  /** Processes of versions that are not here. */
  get unknown(): ReadonlySet<number> {
    return this.fold.unknown;
  }

  /** The file by what happened before a moment, as it is known now; null when it was not open then. */
  before(moment: string): FileState | null {
    const fold = new FileFold(this.registry, true);
    for (const { body } of this.entries) if (body.occurredAt < moment) fold.take(body);
    return fold.state;
  }

  take(body: EventBody): Recorded {
    this.version = body.seq;
    this.processes = Math.max(this.processes, body.process ?? 0);
    const unsealable = this.sealings.take(body);
    if (body.corrects !== undefined) return this.correct(body, body.corrects);
    if (body.seals !== undefined) return this.seal(body, unsealable);
    const before = this.fold.state;
    const folded = this.fold.take(body);
    this.entries.push({ body, before, folded });
    this.live.push(...folded.facts.map(liveFact));
    return { ...folded, voided: [], retold: [] };
  }

  /** Folds another history of the file and tells what would have to be written of its facts. */
  private correct(body: EventBody, correction: Correction): Recorded {
    const anew = this.retell(correction);
    if ('sv' in anew) return { ...nothing, fault: { kind: 'impossible-event', because: anew } };
    const { entries, fold } = anew;
    const fault = entries.find((one) => one.folded.fault !== null)?.folded.fault ?? null;
    const counts = this.countsAfter(body, correction);
    const counted = countedAnew(this.live, factsOf(this.registry, entries, counts), body);
    this.entries = entries;
    this.fold = fold;
    this.counts = counts;
    this.live = counted.live;
    this.pass(body);
    const { added: facts, voided } = counted;
    return { ...nothing, fault, facts, voided, retold: entries.slice(correction.keeps) };
  }

  private retell({ of, how, keeps, then }: Correction): { entries: Entry[]; fold: FileFold } | Text {
    const known = new Map(this.entries.map(({ body }) => [body.seq, body]));
    const tail = then.map((one) => (typeof one === 'number' ? known.get(one) : one));
    if (keeps > this.entries.length || tail.includes(undefined)) return impossible.unknownTold;
    const bodies = [...this.entries.slice(0, keeps).map(({ body }) => body), ...(tail as EventBody[])];
    if (how !== 'noted' && !keepsWhatPeopleDid(this.entries, bodies, of)) return impossible.leftOut;
    const fold = new FileFold(this.registry, true);
    const entries = bodies.map((body): Entry => {
      this.processes = Math.max(this.processes, body.process ?? 0);
      const before = fold.state;
      return { body, before, folded: fold.take(body) };
    });
    fold.retold = false;
    return { entries, fold };
  }

  private countsAfter({ file }: EventBody, { of, counts }: Correction): typeof this.counts {
    const [home, seq] = [of.slice(0, of.lastIndexOf(':')), Number(of.slice(of.lastIndexOf(':') + 1))];
    if (home !== file) return this.counts;
    const after = new Map(this.counts);
    after.delete(seq);
    if (counts !== undefined) after.set(seq, counts);
    return after;
  }

  /** What happened stays as it was: only how it was said is gone. */
  private seal(body: EventBody, because: Text | null): Recorded {
    const told = this.pass(body);
    return because === null ? told : { ...told, fault: { kind: 'impossible-event', because } };
  }

  /** An event about others moves the chain on, and nothing else. */
  private pass({ seq, recordedAt }: EventBody): Recorded {
    const { state } = this.fold;
    if (state !== null) this.fold.state = { ...state, version: seq, recordedAt };
    return nothing;
  }
}

const nothing: Recorded = { fault: null, facts: [], voided: [], messages: [], setOff: null, retold: [] };

const liveFact = (fact: FactRow): LiveFact => ({ at: fact, fact });

/** The facts of a history; those of a reclassified event by the data that count. */
function factsOf(
  registry: Registry,
  entries: readonly Entry[],
  counts: ReadonlyMap<number, EventBody['data']>,
): FactRow[] {
  return entries.flatMap(({ body, before, folded }) => {
    const data = counts.get(body.seq);
    return data === undefined ? folded.facts : foldOne(registry, before, { ...body, data }).facts;
  });
}

/** One event, folded on a file as it stood before it. */
export function foldOne(registry: Registry, before: FileState | null, body: EventBody): Folded {
  const fold = new FileFold(registry, true);
  fold.state = before;
  return fold.take(body);
}

/** What people did stays what it was, and in its order; but for the corrected event, which may be another or gone. */
function keepsWhatPeopleDid(
  before: readonly Entry[],
  after: readonly EventBody[],
  corrected: string,
): boolean {
  const did = (bodies: readonly EventBody[]) =>
    bodies
      .filter(({ cause, step }) => cause.kind === 'person' && step !== corrected)
      .map(({ seq, type, data, occurredAt, recordedAt, by }) => ({
        ...{ seq, type, data, occurredAt, recordedAt, by },
      }));
  return isDeepStrictEqual(did(before.map(({ body }) => body)), did(after));
}
