import { isDeepStrictEqual } from 'node:util';
import type { Stored, Text } from '../../../workflows/definition.js';
import { Deciding, type Account, type Retelling } from '../deciding.js';
import { deliver } from '../deliver.js';
import type { Delivered, Delivery } from '../delivery.js';
import type { EventBody, FactRow, FileState, OutboxRow, Process } from '../model.js';
import { nextState } from '../next-state.js';
import type { Lookup } from '../ports.js';
import { isRefusal } from '../refusals.js';
import type { Registry } from '../registry.js';
import { further, type Queued } from '../run-step.js';
import { Missing, type FileDraft } from '../step-draft.js';
import { misfit } from './fold-rules.js';
import { impossible } from './fold.words.js';

/** What folding one event gave. */
export interface Folded {
  /** Why it could not have happened, or that its workflow's version is not here; null when all is well. */
  readonly fault: { readonly kind: 'impossible-event' | 'unknown-version'; readonly because: Text } | null;
  readonly facts: readonly FactRow[];
  readonly messages: readonly OutboxRow[];
  /** What it must have set off, in order; null when that cannot be said. */
  readonly setOff: readonly Queued[] | null;
}

/**
 * One file, folded again from its events by the engine's own `deliver`: each event is delivered under its own workflow
 * version, on the account of whoever stands in it, with what was looked up then. Pure; other files do not exist here.
 * An event that could not have happened is told and left out.
 */
export class FileFold {
  /** The file so far; null before its opening. */
  state: FileState | null = null;
  /** Processes of versions that are not here. Their rows cannot be derived. */
  readonly unknown = new Set<number>();
  /** The opening is missing or cannot be derived: told once, and nothing after it can be. */
  private lost = false;

  /**
   * `retold`: the events are those of a history told anew. Their numbers, and those of the processes that they open, are
   * taken from them, as some of what was told before is gone. Set to false where the chain goes on.
   */
  constructor(
    private readonly registry: Registry,
    public retold = false,
  ) {}

  take(body: EventBody): Folded {
    if (isUnknown(this.registry, body)) return this.setAside(body);
    if (this.lost) return unverified;
    const opens = isOpening(this.state, body);
    const because = misfit(this.registry, this.state, body);
    this.lost = this.state === null && because !== null;
    if (because !== null) return fault(because);
    try {
      return this.deliver(body, opens);
    } catch (error) {
      return fault(error instanceof Missing ? impossible.lookUp : impossible.chart);
    }
  }

  private deliver(body: EventBody, opens: boolean): Folded {
    const numbers = this.retold ? numbersOf(body) : undefined;
    const deciding = new Deciding(this.registry, this.world(body), lookedUp(body), accountOf(body), numbers);
    const done = deliver(deciding, deliveryOf(body, opens));
    if (isRefusal(done)) return fault(together(done.sentences));
    const draft = deciding.drafts.get(body.file) as FileDraft;
    const delivered = opens ? asDefinedThen(draft, done, body.definition) : done;
    const field = difference(body, delivered.body);
    if (field !== null) return fault(impossible.differs(field));
    const setOff = further(deciding, delivered);
    this.state = nextState(draft);
    return { fault: null, facts: draft.facts, messages: draft.outbox, setOff };
  }

  /** Only this file exists; its version is taken from the event, so that a gap is told once. */
  private world(body: EventBody) {
    const here = this.state === null ? null : { ...this.state, version: body.seq - 1 };
    return { files: new OnlyThisFile(here === null ? [] : [[here.id, here]]), known: nothing };
  }

  private setAside(body: EventBody): Folded {
    const number = body.process as number;
    const first = !this.unknown.has(number);
    this.unknown.add(number);
    if (this.state === null) this.lost = true;
    else if (isOpening(this.state, body)) this.state = withPlaceholder(this.state, body);
    const told = { ...unverified, fault: { kind: 'unknown-version', because: versionOf(body) } as const };
    return first ? told : unverified;
  }
}

const nothing: ReadonlyMap<string, unknown> = new Map();
const unverified: Folded = { fault: null, facts: [], messages: [], setOff: null };

function fault(because: Text): Folded {
  return { ...unverified, fault: { kind: 'impossible-event', because } };
}

/** Every other file is known not to be there. */
class OnlyThisFile extends Map<string, FileState | null> {
  override get(id: string): FileState | null {
    return super.get(id) ?? null;
  }
}

function isUnknown(registry: Registry, { workflow, version }: EventBody): boolean {
  return workflow !== undefined && registry.pinned(workflow, version ?? 0) === undefined;
}

export function isOpening(state: FileState | null, body: EventBody): boolean {
  if (body.type !== 'open' || body.process === undefined) return false;
  return state === null || !state.processes.some((one) => one.number === body.process);
}

function lookedUp({ known }: EventBody): Lookup {
  return {
    now: (request) => known[request.name],
    read: () => Promise.reject(new Error('nothing is looked up again')),
  };
}

function numbersOf({ seq, process }: EventBody): Retelling {
  return { seq: () => seq, process: () => process, known: () => undefined };
}

/** On whose account an event was taken. */
export function accountOf(body: EventBody): Account {
  const { by, organisation, orgKind, role, onBehalfOf, recordedAt, importedAt, district } = body;
  return {
    by: { login: by, organisation, kind: orgKind, role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
    recordedAt,
    ...(importedAt === undefined ? {} : { importedAt }),
    district,
    fresh: nothing,
  };
}

/** The event as it was on its way. */
export function deliveryOf(body: EventBody, opens: boolean): Delivery {
  const { file, type, timer, data, cause, occurredAt, workflow = '', version = 0, parent = null } = body;
  const { command, request, proposal, proposed, delegation } = body;
  return {
    file,
    process: opens ? null : (body.process ?? null),
    ...(opens ? { opens: { workflow, version, parent, newFile: body.opens !== undefined } } : {}),
    type,
    ...(timer === undefined ? {} : { timer }),
    data,
    cause,
    step: body.step,
    occurredAt,
    command: {
      ...(command === undefined ? {} : { command }),
      ...(request === undefined ? {} : { request }),
      ...(proposal === undefined ? {} : { proposal }),
      ...(proposed === undefined ? {} : { proposed }),
      ...(delegation === undefined ? {} : { delegation }),
    },
  };
}

/** A process keeps the hash of the definition that it was opened by, whatever wording runs now. */
function asDefinedThen(draft: FileDraft, { body, process, taken }: Delivered, definition = ''): Delivered {
  const then = { ...(process as Process), definition };
  draft.processes.set(then.number, then);
  return { body: { ...body, definition }, process: then, taken };
}

/** The first field that the engine would have written otherwise; what the event set off is compared elsewhere. */
function difference(body: EventBody, derived: EventBody): string | null {
  const { caused: _caused, notNeeded: _notNeeded, ...told } = body;
  if (isDeepStrictEqual(told, derived)) return null;
  const names = new Set([...Object.keys(told), ...Object.keys(derived)]) as Set<keyof typeof told>;
  return [...names].find((name) => !isDeepStrictEqual(told[name], derived[name])) ?? null;
}

function together(sentences: readonly Text[]): Text {
  return { sv: sentences.map((s) => s.sv).join(' '), en: sentences.map((s) => s.en).join(' ') };
}

function versionOf({ workflow, version }: EventBody): Text {
  const name = `${workflow} ${version}`;
  return { sv: name, en: name };
}

const blank: Stored = { value: null, context: {}, status: 'active', since: {}, entered: {} };

/** Keeps the number of a process that cannot be derived, so that the next one gets its own. */
function withPlaceholder(state: FileState, body: EventBody): FileState {
  const { process: number = 0, workflow = '', version = 0, definition = '', parent = null } = body;
  const kept = { number, workflow, version, definition, parent, openedAt: body.occurredAt };
  const process: Process = { ...kept, children: [], proposals: [], stored: blank };
  return { ...state, processes: [...state.processes, process] };
}
