import type { FreeFlat, Lookups, ProcessRef } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import { gate } from '../../src/access/gate.js';
import { dayOf } from '../../src/domain/zone.js';
import { about, seenByOf } from '../../src/engine/about.js';
import type { Prepared } from '../../src/engine/command.js';
import { decide, decideAdvance, type Plan, type Rules } from '../../src/engine/decide.js';
import type { FactRow, FileState, Person } from '../../src/engine/model.js';
import { nextState } from '../../src/engine/next-state.js';
import type { Lookup, LookupRequest } from '../../src/engine/ports.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';
import type { Registry } from '../../src/engine/registry.js';
import { shownState } from '../../src/engine/shown.js';
import { RegisterLookup } from '../../src/register/lookups.js';
import { happened, type Move, type Scene } from './scene.js';

type Kept = FactRow & { readonly file: string };

/** The engine's own `decide` on files in memory: what is decided is kept, nothing is sealed or stored. Cheap to fork. */
export class Memory implements Scene {
  private constructor(
    private readonly registry: Registry,
    private readonly people: ReadonlyMap<string, Person>,
    readonly files: ReadonlyMap<string, FileState>,
    readonly facts: readonly Kept[],
    /** Where the last move's facts begin. */
    readonly before: number,
    /** File of each name: `family` and the flats. */
    private readonly names: ReadonlyMap<string, string>,
    readonly now: string,
  ) {}

  static empty(registry: Registry, people: readonly Person[], now: string): Memory {
    const byLogin = new Map(people.map((one) => [one.login, one]));
    return new Memory(registry, byLogin, new Map(), [], 0, new Map(), now);
  }

  get today(): string {
    return dayOf(this.now);
  }
  get family(): string | undefined {
    return this.names.get('family');
  }

  find(name: string): ProcessRef | undefined {
    const flat = name === 'family' ? undefined : this.names.get(name);
    if (flat !== undefined) return { ref: `${flat}/1` };
    const processes = this.files.get(this.family ?? '')?.processes ?? [];
    const found = processes.findLast(({ workflow }) => workflow === name);
    return found && { ref: `${this.family}/${found.number}` };
  }

  free(): readonly ProcessRef[] {
    return freeFor(this, this.registry, this.family ?? '');
  }

  /** The running moving deadlines: name and moment, the earliest of each name. */
  deadlines(): Map<string, string> {
    const found = new Map<string, string>();
    for (const file of this.files.values())
      for (const { name, at, moves } of file.deadlines)
        if (moves && at < (found.get(name) ?? '9999')) found.set(name, at);
    return found;
  }

  /** The memory after a move; undefined when it cannot be made, a refusal when it is not taken. */
  make(move: Move): Memory | Refusal | undefined {
    if ('until' in move) {
      const at = this.deadlines().get(move.until);
      return at === undefined ? undefined : this.passed(at);
    }
    const asked = 'open' in move ? this.opening(move) : this.event(move);
    if (asked === undefined) return undefined;
    const by = this.people.get(move.by) as Person;
    const file = this.files.get(asked.file);
    if (file !== undefined && !this.sees(by, file)) return undefined;
    const moment = { occurredAt: happened(this.now, 'open' in move ? {} : move), recordedAt: this.now };
    const nothing = { sealed: [], terms: [], fresh: new Map<string, unknown>() };
    const keys = { id: 'x', request: '', same: JSON.stringify(asked.data) };
    const plan = this.deciding({ ...asked, by, ...moment, ...nothing, ...keys });
    if (isRefusal(plan)) return plan;
    const names = 'open' in move ? new Map([...this.names, [move.on, asked.file] as const]) : this.names;
    return this.kept(plan, names);
  }

  private sees(person: Person, file: FileState): boolean {
    return gate.maySee(person, about(this.registry, file, dayOf(this.now)), seenByOf(this.registry, file));
  }

  private passed(at: string): Memory {
    const now = at > this.now ? at : this.now;
    const then = new Memory(
      this.registry,
      this.people,
      this.files,
      this.facts,
      this.facts.length,
      this.names,
      now,
    );
    return [...this.files.keys()].sort().reduce((memory, file) => memory.advanced(file), then);
  }

  private advanced(file: string): Memory {
    const plan = decideAdvance(this.world(), file, this.now, this.rules());
    if (isRefusal(plan) || 'need' in plan) throw new Error(`${file} cannot be advanced`);
    if (plan.files.some(({ poisoned }) => poisoned.length > 0))
      throw new Error(`a deadline of ${file} cannot be delivered`);
    return this.kept(plan, this.names, this.before);
  }

  private opening(move: Extract<Move, { open: string }>) {
    const file = `${move.on === 'family' ? 'h' : 'd'}-${this.files.size + 1}`;
    const newFile = move.on !== 'family' || this.family === undefined;
    const schema = this.registry.newest(move.open)?.workflow.open.schema;
    const data = schema?.parse(move.data()) as Record<string, unknown>;
    return {
      file: newFile ? file : (this.family as string),
      process: null,
      opens: move.open,
      newFile,
      type: 'open',
      data,
    };
  }

  private event({ on, event, data: fill }: Extract<Move, { event: string }>) {
    const target = on === 'family' ? this.family : this.find(on)?.ref;
    const given = (fill ?? (() => ({})))(this, this.free());
    if (target === undefined || given === undefined) return undefined;
    const file = fileOf({ ref: target });
    const process = on === 'family' ? null : Number(target.slice(file.length + 1));
    const data = this.schemaOf(file, process, event)?.parse(given) as Record<string, unknown> | undefined;
    return data && { file, process, opens: null, newFile: false, type: event, data };
  }

  private schemaOf(file: string, number: number | null, event: string) {
    const state = this.files.get(file) as FileState;
    if (number === null) return this.registry.kind(state.kind).events[event]?.schema;
    const process = state.processes[number - 1];
    return this.registry.newest(process?.workflow ?? '')?.workflow.events[event]?.schema;
  }

  private deciding(command: Prepared): Plan | Refusal {
    const plan = decide(this.world(), command, this.rules());
    if ('need' in plan) throw new Error(`nothing answers ${JSON.stringify(plan.need)}`);
    return plan;
  }

  private kept(plan: Plan, names: Memory['names'], before = this.facts.length): Memory {
    const files = new Map(this.files);
    for (const draft of plan.files) files.set(draft.id, nextState(draft));
    const facts = plan.files.flatMap((draft) => draft.facts.map((fact) => ({ ...fact, file: draft.id })));
    return new Memory(this.registry, this.people, files, [...this.facts, ...facts], before, names, this.now);
  }

  private world() {
    const files = { get: (id: string) => this.files.get(id) ?? null } as ReadonlyMap<
      string,
      FileState | null
    >;
    return { files, known: new Map<string, unknown>() };
  }

  private rules(): Rules {
    return { registry: this.registry, gate, lookup: lookupIn(this, this.registry) };
  }
}

/** Answers at once what the registers would read out of the database. */
function lookupIn(memory: Memory, registry: Registry): Lookup {
  const registers = new RegisterLookup(
    undefined as never,
    undefined as never,
    undefined as never,
    registry,
    undefined as never,
  );
  return {
    now: (request: LookupRequest) => {
      if (request.name === 'dwelling') return dwellingOf(registers, request);
      if (request.name === 'elsewhere') return false;
      if (request.name === 'stays') return staysOf(memory, request.file);
      if (request.name === 'proposal') return null;
      if (request.name !== 'freeFacilityDwellings') return registers.now(request);
      return freeFor(memory, registry, request.file).map((one) => freeFlat(one.ref));
    },
    read: async ({ name }) => Promise.reject(new Error(`nobody reads ${name} here`)),
  };
}

/** The flat as the registers know it; here no district is ever merged. */
function dwellingOf(registers: RegisterLookup, request: LookupRequest): unknown {
  const { referenced } = request;
  if (referenced === null) return registers.now(request);
  const { process } = referenced;
  const {
    lessee = null,
    acceptedBy = null,
    ...context
  } = process.stored.context as { readonly lessee?: string | null; readonly acceptedBy?: string | null };
  const bare = { ...referenced, process: { ...process, stored: { ...process.stored, context } } };
  const found = registers.now({ ...request, referenced: bare }) as object | null;
  return found && { ...found, lessee, keeper: lessee ?? acceptedBy };
}

/** A flat of three rooms that fits. */
const freeFlat = (ref: string): FreeFlat => ({
  ...{ ref, name: ref, rooms: 3, rent: 9000, floor: 1, lift: true, district: null },
  ...{ moveInFrom: null, emptySince: null, reason: null },
});

function freeFor(memory: Memory, registry: Registry, household: string): ProcessRef[] {
  return [...memory.files.values()].flatMap((file) =>
    file.processes.flatMap((process) => {
      const { source, earmarkedFor } = process.stored.context as {
        source?: string;
        earmarkedFor?: ProcessRef;
      };
      const states = shownState(registry, process).states.join(' ');
      const free = source === 'facility' && states === 'available service.inService';
      const kept = earmarkedFor != null && fileOf(earmarkedFor) !== household;
      return free && !kept ? [{ ref: `${file.id}/${process.number}` }] : [];
    }),
  );
}

function staysOf({ facts }: Memory, file: string): Lookups['stays'] {
  const told = facts.filter((fact) => fact.file === file);
  const begun = new Map(told.filter(({ kind }) => kind === 'movedIn').map((fact) => [fact.process, fact]));
  return [...begun.values()].map(({ process, form, occurredOn }) => ({
    form: form ?? '',
    from: occurredOn,
    to: told.findLast((fact) => fact.kind === 'movedOut' && fact.process === process)?.occurredOn ?? null,
  }));
}
