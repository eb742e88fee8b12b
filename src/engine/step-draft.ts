import type { Text } from '../../workflows/definition.js';
import { deriveDeadlines, type Due } from './deadlines.js';
import type { EventBody, FactRow, FileState, OutboxRow, Process } from './model.js';
import type { LookupRequest } from './ports.js';
import type { Registered } from './registry.js';

/** What has been read for a step. A file that is not there is null; what was not read yet is absent. */
export interface World {
  readonly files: ReadonlyMap<string, FileState | null>;
  readonly known: ReadonlyMap<string, unknown>;
}

/** Thrown inside `decide` only: what must be read before it can go on. */
export class Missing extends Error {
  constructor(
    readonly need: { readonly file: string } | { readonly key: string; readonly lookup: LookupRequest },
  ) {
    super('something must be read first');
  }
}

/** One file as the step is changing it. */
export class FileDraft {
  readonly events: EventBody[] = [];
  readonly facts: FactRow[] = [];
  readonly outbox: OutboxRow[] = [];
  readonly processes: Map<number, Process>;
  readonly deadlines: Map<number, readonly Due[]>;
  /** Deadlines that could not be delivered, with the reason: left for a later try. */
  readonly poisoned: { readonly key: string; readonly sentences: readonly Text[] }[] = [];
  record: object;
  recordedAt: string;
  advanced = false;

  constructor(
    readonly id: string,
    readonly kind: 'household' | 'dwelling',
    readonly base: FileState | null,
    readonly openedAt: string,
  ) {
    this.processes = new Map(base?.processes.map((p) => [p.number, p]));
    this.deadlines = new Map();
    for (const due of base?.deadlines ?? [])
      this.deadlines.set(due.process, [...(this.deadlines.get(due.process) ?? []), due]);
    this.record = base?.record ?? {};
    this.recordedAt = base?.recordedAt ?? openedAt;
  }

  get seq(): number {
    return (this.base?.version ?? 0) + this.events.length;
  }

  /** Keeps a changed process and derives its deadlines anew. */
  put(chart: Registered, process: Process): void {
    this.processes.set(process.number, process);
    this.deadlines.set(process.number, deriveDeadlines(chart, process.number, process.stored));
  }

  /** The moving deadline that is due next, by `until`; ties in order of process and key. */
  nextDue(until: string): Due | undefined {
    let next: Due | undefined;
    for (const rows of this.deadlines.values())
      for (const due of rows) {
        if (!due.moves || due.at > until || this.poisoned.some((p) => p.key === poisonKey(due))) continue;
        if (next === undefined || before(due, next)) next = due;
      }
    return next;
  }

  /** A copy to go back to. */
  copy(): FileDraft {
    const copy = new FileDraft(this.id, this.kind, this.base, this.openedAt);
    copy.takeFrom(this);
    return copy;
  }

  takeFrom(other: FileDraft): void {
    this.record = other.record;
    this.recordedAt = other.recordedAt;
    this.advanced = other.advanced;
    refill(this.processes, other.processes);
    refill(this.deadlines, other.deadlines);
    this.events.splice(0, Infinity, ...other.events);
    this.facts.splice(0, Infinity, ...other.facts);
    this.outbox.splice(0, Infinity, ...other.outbox);
    this.poisoned.splice(0, Infinity, ...other.poisoned);
  }
}

/** Names one deadline of a file. */
export function poisonKey(due: Due): string {
  return `${due.process}/${due.key}`;
}

function before(one: Due, other: Due): boolean {
  if (one.at !== other.at) return one.at < other.at;
  return one.process !== other.process ? one.process < other.process : one.key < other.key;
}

function refill<K, V>(map: Map<K, V>, from: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of from) map.set(key, value);
}
