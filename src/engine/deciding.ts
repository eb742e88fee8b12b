import type { Effect, Lookups, ProcessRef } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import { dayOf } from '../domain/zone.js';
import { canonical } from './canonical.js';
import type { Delivered, Delivery } from './delivery.js';
import { factRows, fileFactRows } from './facts.js';
import type { EventBody, FactRow, Person, Process } from './model.js';
import type { Lookup, LookupRequest } from './ports.js';
import type { Registry } from './registry.js';
import { shownState } from './shown.js';
import { FileDraft, Missing, type World } from './step-draft.js';

/** On whose account a step runs, and when it is recorded. A deadline is nobody's. */
export interface Account {
  readonly by: Person;
  readonly recordedAt: string;
  readonly importedAt?: string;
  readonly district: string | null;
  readonly fresh: ReadonlyMap<string, unknown>;
  readonly carried?: Lookups['carried'];
}

/** The engine itself, in whose name deadlines are delivered. */
export const ENGINE: Person = { login: 'husrum', organisation: 'husrum', kind: 'system', role: 'system' };

/** When a history is told anew: what its events keep of how they were told before. Undefined: as in any step. */
export interface Retelling {
  /** The number of the event that a delivery becomes. */
  seq(draft: FileDraft, d: Delivery): number | undefined;
  /** The number of the process that a delivery opens. */
  process(draft: FileDraft, d: Delivery): number | undefined;
  /** What was looked up for it then, where it would be found again. */
  known(name: keyof Lookups, draft: FileDraft, d: Asking): unknown;
  /** The facts that the file has told so far. */
  told?(draft: FileDraft): readonly FactRow[];
}

/** A delivery as far as a look-up hangs on it. */
export type Asking = Pick<Delivery, 'occurredAt' | 'data'>;

/** The changing picture of every file that a step touches. Nothing in it is read from anywhere but the world it was given. */
export class Deciding {
  readonly drafts = new Map<string, FileDraft>();

  constructor(
    readonly registry: Registry,
    private readonly world: World,
    private readonly lookups: Lookup,
    public account: Account,
    private readonly retelling?: Retelling,
  ) {}

  /** The file as it is now in this step; null when it is not there. Throws `Missing` when it was not read. */
  file(id: string): FileDraft | null {
    const draft = this.drafts.get(id);
    if (draft !== undefined) return draft;
    const base = this.world.files.get(id);
    if (base === undefined) throw new Missing({ file: id });
    if (base === null) return null;
    const fresh = new FileDraft(id, base.kind, base, base.openedAt);
    this.drafts.set(id, fresh);
    return fresh;
  }

  newFile(id: string, kind: 'household' | 'dwelling', d: Delivery): FileDraft | null {
    const there = this.world.files.get(id);
    if (there === undefined) throw new Missing({ file: id });
    if (there !== null || this.drafts.has(id)) return null;
    const draft = new FileDraft(id, kind, null, d.occurredAt);
    this.drafts.set(id, draft);
    return draft;
  }

  who(): Person {
    return this.account.by;
  }

  /** When an event of a file is recorded: never before the one it follows, whatever clock another node goes by. */
  recordedAt(draft: FileDraft): string {
    return this.account.recordedAt > draft.recordedAt ? this.account.recordedAt : draft.recordedAt;
  }

  /** The answer to one look-up, from the draft, from the port, or from what was read. Throws `Missing` otherwise. */
  lookup(name: keyof Lookups, draft: FileDraft, d: Asking): unknown {
    if (name === 'openProcesses') return this.openProcesses(draft);
    const then = this.retelling?.known(name, draft, d);
    if (then !== undefined) return then;
    const day = dayOf(d.occurredAt);
    const told = this.retelling?.told?.(draft);
    const request: LookupRequest = {
      name,
      file: draft.id,
      record: draft.record,
      day,
      processes: [...draft.processes.values()],
      referenced: this.referenced(d.data['dwelling'] ?? ownDwelling(draft)),
      fresh: this.account.fresh,
      ...(told === undefined ? {} : { told }),
    };
    if (name === 'carried' && this.account.carried !== undefined) return this.account.carried;
    const now = this.lookups.now(request);
    if (now !== undefined) return now;
    if (name === 'carried') return null;
    if (name === 'staysThere') return this.staysThere(d);
    const { referenced } = request;
    const about = referenced && [referenced.process.number, referenced.state, d.data['dwelling']];
    const key = `${name} ${draft.id} ${day} ${canonical(draft.record)}${hangsOn(request)} ${canonical(about)}`;
    if (!this.world.known.has(key)) throw new Missing({ key, lookup: request });
    return this.world.known.get(key);
  }

  private staysThere({ data, occurredAt }: Asking): unknown {
    const other = data['with'];
    const draft = other === undefined ? null : this.file(fileOf(other as ProcessRef));
    return draft === null ? [] : this.lookup('stays', draft, { occurredAt, data: {} });
  }

  private openProcesses(draft: FileDraft): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const process of draft.processes.values())
      if (shownState(this.registry, process).open)
        counts[process.workflow] = (counts[process.workflow] ?? 0) + 1;
    return counts;
  }

  private referenced(value: unknown): LookupRequest['referenced'] {
    if (typeof value !== 'object' || value === null || !('ref' in value)) return null;
    const ref = value as ProcessRef;
    const draft = this.file(fileOf(ref));
    const process = draft?.processes.get(numberOf(ref));
    if (draft == null || process === undefined) return null;
    return { ref: ref.ref, process, state: shownState(this.registry, process).state, record: draft.record };
  }

  /** The number of the process that a delivery opens: the next one. */
  nextProcess(draft: FileDraft, d: Delivery): number {
    return this.retelling?.process(draft, d) ?? Math.max(0, ...draft.processes.keys()) + 1;
  }

  /** Appends the event of a delivery to its file. */
  record(
    draft: FileDraft,
    d: Delivery,
    more: { process?: Process; known: EventBody['known']; opens?: 'household' | 'dwelling' },
  ): EventBody {
    const seq = this.retelling?.seq(draft, d) ?? draft.seq + 1;
    const id = `${draft.id}:${seq}`;
    const { by, importedAt } = this.account;
    const recordedAt = this.recordedAt(draft);
    const body: EventBody = {
      format: 1,
      file: draft.id,
      seq,
      ...(more.process === undefined ? {} : processPart(more.process, d)),
      ...(more.opens === undefined ? {} : { opens: more.opens }),
      type: d.type,
      ...(d.timer === undefined ? {} : { timer: d.timer }),
      data: d.data,
      known: more.known,
      occurredAt: d.occurredAt,
      recordedAt,
      ...(importedAt === undefined ? {} : { importedAt }),
      by: by.login,
      organisation: by.organisation,
      orgKind: by.kind,
      role: by.role,
      ...(by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf }),
      cause: d.cause,
      step: d.step ?? id,
      district: this.registry.kind(draft.kind).responsible(draft.record) ?? this.account.district,
      ...d.command,
    };
    draft.events.push(body);
    draft.recordedAt = recordedAt;
    return body;
  }

  /** Keeps the facts and messages of a delivery, and returns the effects that set off further ones. */
  keep(delivered: Delivered): Effect[] {
    const { body, process, taken, told = [] } = delivered;
    const draft = this.drafts.get(body.file) as FileDraft;
    draft.facts.push(...fileFactRows(draft.kind, body, told));
    if (process === null || taken === null) return [];
    const chart = this.registry.pinned(process.workflow, process.version);
    if (chart !== undefined) draft.facts.push(...factRows(chart, draft.kind, body, process, taken));
    const rest: Effect[] = [];
    for (const effect of taken.effects) {
      if (effect.do === 'notify')
        draft.outbox.push({
          key: `${body.seq}.${draft.outbox.length}`,
          whom: effect.whom,
          template: effect.template,
          process: process.number,
        });
      else if (effect.do !== 'fact') rest.push(effect);
    }
    return rest;
  }

  save(): Map<string, FileDraft> {
    return new Map([...this.drafts].map(([id, draft]) => [id, draft.copy()]));
  }

  restore(saved: ReadonlyMap<string, FileDraft>): void {
    for (const [id, draft] of this.drafts) {
      const before = saved.get(id);
      if (before === undefined) this.drafts.delete(id);
      else draft.takeFrom(before);
    }
  }
}

/** What the answer to a look-up about flats hangs on beside the file's record: what its processes remember, and the flat named. */
const hangsOn = ({ name, processes, referenced }: LookupRequest): string =>
  name === 'freeFacilityDwellings' || name === 'proposal'
    ? ` ${referenced?.ref ?? ''} ${canonical(processes.map(({ stored }) => stored.context))}`
    : '';

/** The number of a process in its file, from its ref. */
export function numberOf(process: ProcessRef): number {
  return Number(process.ref.slice(process.ref.indexOf('/') + 1));
}

function processPart(process: Process, d: Delivery): Partial<EventBody> {
  const { number, workflow, version, definition } = process;
  const parent = d.opens?.parent;
  return { process: number, workflow, version, definition, ...(parent == null ? {} : { parent }) };
}

const ownDwelling = ({ kind, id }: FileDraft): ProcessRef | null =>
  kind === 'dwelling' ? { ref: `${id}/1` } : null;
