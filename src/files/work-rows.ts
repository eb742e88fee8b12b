import { daysBetween } from '../domain/days.js';
import { dayOf } from '../domain/zone.js';
import type { Day, Instant, OrgKind, Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Gate } from '../engine/ports.js';
import type { Registry } from '../engine/registry.js';
import type { Runtime } from '../runtime.js';
import type { FlatNamed } from './called.js';
import { householdNames } from './household-names.js';
import { stepsOf, type RowStep } from './row-steps.js';
import { depthOf, seesProcess, showsWho } from './sight.js';
import type { WorkKey } from './work-list.queries.js';
import { flatIn, type StoredFile, type StoredFiles, type StoredProcess } from './work-rows.queries.js';

/** A term of a row: what it is called, its day, the days left (negative once it has passed), and whether that is too late. */
export interface ListedTerm {
  readonly name: string;
  readonly label: Text;
  readonly day: Day;
  readonly left: number;
  readonly isLate: boolean;
}

/** One row of a work list. */
export interface WorkRow {
  readonly file: string;
  readonly kind: 'household' | 'dwelling';
  /** Of the family, for those who see who it is; none for one that is protected. */
  readonly name: string | null;
  /** Whether its reader sees who the family is, and so may find it by who they are. */
  readonly isKnown: boolean;
  readonly district: string | null;
  readonly assignee: string | null;
  readonly process: number;
  readonly workflow: Text;
  readonly state: {
    /** Workflow and the name that the state is shown by, such as `tenancy limit.planning`. */
    readonly name: string;
    readonly label: Text;
    readonly open: boolean;
    readonly waitsFor: OrgKind | null;
    readonly since: Day;
    readonly days: number;
  };
  readonly term: ListedTerm | null;
  /** What it waits for, as far as its reader may do it. */
  readonly steps: readonly RowStep[];
  /** The flat that the row is about. */
  readonly flat: (FlatNamed & { readonly file: string }) | null;
  /** For a family: adults and children at home, rooms that it needs. */
  readonly size: { readonly adults: number; readonly children: number; readonly rooms: number | null } | null;
}

/** Puts the rows of some lists together. A row whose file or process its reader may not see falls out. */
export async function rowsOf(
  runtime: Runtime,
  person: Person,
  lists: readonly (readonly WorkKey[])[],
  stored: StoredFiles,
): Promise<WorkRow[][]> {
  const { registry, clock, engine } = runtime;
  const now = clock.now();
  const seen = [...stored.files.values()].filter((file) => {
    const kinds = (stored.processes.get(file.id) ?? []).map(({ seenBy }) => seenBy);
    return engine.ports.gate.maySee(person, { ...file, responsible: file.district }, kinds);
  });
  const households = seen.filter(({ kind }) => kind === 'household');
  const names = await householdNames(
    runtime,
    households.map((file) => {
      const own = visible(stored, file.id, person);
      // No list names a protected family, not even to those who handle it.
      const depth = file.isProtected ? 'none' : depthIn(registry, file, person, own);
      return { file: file.id, record: file.record, depth };
    }),
  );
  const ids = new Set(seen.map(({ id }) => id));
  const making = { registry, gate: engine.ports.gate, person, stored, names, now };
  return lists.map((keys) => keys.flatMap((key) => (ids.has(key.file) ? (rowOf(making, key) ?? []) : [])));
}

interface Making {
  readonly registry: Registry;
  readonly gate: Gate;
  readonly person: Person;
  readonly stored: StoredFiles;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Instant;
}

const visible = (stored: StoredFiles, file: string, person: Person): StoredProcess[] =>
  (stored.processes.get(file) ?? []).filter(({ seenBy }) => seesProcess(person, seenBy));

const depthIn = (registry: Registry, file: StoredFile, person: Person, processes: readonly StoredProcess[]) =>
  depthOf(
    registry,
    file,
    person,
    processes.map(({ workflow, version, context }) => ({ workflow, version, stored: { context } })),
  );

function rowOf(making: Making, key: WorkKey): WorkRow | null {
  const { stored, names, now, registry } = making;
  const file = stored.files.get(key.file) as StoredFile;
  const found = placeOf(making, key);
  if (found === null) return null;
  const { process, leaf, term } = found;
  const flat = file.kind === 'dwelling' ? key.file : flatIn(process.context);
  const today = dayOf(now);
  return {
    ...{ file: file.id, kind: file.kind, district: file.district, assignee: file.assignee },
    name: names.get(file.id) ?? null,
    isKnown: showsWho(depthIn(registry, file, making.person, visible(stored, file.id, making.person))),
    process: process.number,
    workflow: registry.pinned(process.workflow, process.version)?.workflow.label ?? raw(process.workflow),
    state: stateOf(registry, process, leaf, today),
    term: term && termOf(making, process, term, today),
    steps: stepsOf(making, { ...file, responsible: file.district }, process, term?.name),
    flat: flat === undefined ? null : flatOf(stored, flat),
    size: file.kind === 'household' ? sizeOf(file.record, process) : null,
  };
}

/** How a process stands in one of its leaves, null for its first. */
function stateOf(
  registry: Registry,
  process: StoredProcess,
  leaf: string | null,
  today: Day,
): WorkRow['state'] {
  const leaves = [...(registry.pinned(process.workflow, process.version)?.leaves.values() ?? [])];
  const at = leaves.find(({ path, shown, primary }) =>
    leaf === null ? primary && shown === process.state : path === leaf,
  );
  const since = sinceOf(process, at?.path);
  return {
    name: `${process.workflow} ${at?.shown ?? process.state}`,
    label: at?.spec?.label ?? raw(process.state),
    open: at?.spec?.open ?? process.open,
    waitsFor: at?.spec?.waitsFor ?? null,
    since,
    days: daysBetween(since, today),
  };
}

/** What a version that is not here is called by: its own name. */
const raw = (name: string): Text => ({ sv: name, en: name });

interface Term {
  readonly name: string;
  readonly day: Day;
  readonly at: Date;
  readonly moves: boolean;
}

/** The process that a row is about, in which of its leaves, and with what term; null when its reader may not know of it. */
function placeOf(
  { stored, person }: Making,
  key: WorkKey,
): { readonly process: StoredProcess; readonly leaf: string | null; readonly term: Term | null } | null {
  const processes = visible(stored, key.file, person);
  const terms = (stored.terms.get(key.file) ?? []).filter(({ process }) =>
    processes.some(({ number }) => number === process),
  );
  if (key.process === 0) {
    const [next] = terms;
    const process =
      processes.find(({ number }) => number === next?.process) ??
      processes.findLast(({ open }) => open) ??
      processes.at(-1);
    return process === undefined ? null : { process, leaf: next?.leaf ?? null, term: next ?? null };
  }
  const process = processes.find(({ number }) => number === key.process);
  if (process === undefined) return null;
  const own = terms.filter((one) => one.process === key.process);
  const term = key.day === null ? own[0] : own.find(({ leaf, day }) => leaf === key.leaf && day === key.day);
  const silent = key.day === null ? null : { name: '', day: key.day, at: key.at, moves: key.moves === true };
  return { process, leaf: key.leaf, term: term ?? silent };
}

/** The five-year limit itself stands where the next step of its ladder is what the list was made from. */
function termOf({ registry, now }: Making, process: StoredProcess, term: Term, today: Day): ListedTerm {
  const deadlines = registry.pinned(process.workflow, process.version)?.workflow.deadlines;
  const { limit } = process.context as { readonly limit?: Day | null };
  const isLadder = term.name === '' && typeof limit === 'string';
  const day = isLadder ? limit : term.day;
  const name = isLadder ? 'limitPasses' : term.name;
  const label = deadlines?.[name]?.label ?? raw(name);
  const isLate = !isLadder && !term.moves && term.at.toISOString() <= now;
  return { name, label, day, left: daysBetween(today, day), isLate };
}

function sinceOf({ entered, enteredAt, context, state }: StoredProcess, path: string | undefined): Day {
  const { queueDate } = context as { readonly queueDate?: Day | null };
  if (state === 'queued' && typeof queueDate === 'string') return queueDate;
  return dayOf((path === undefined ? undefined : entered[path]) ?? enteredAt.toISOString());
}

const flatOf = ({ flats, files }: StoredFiles, file: string): WorkRow['flat'] => {
  const record = flats.get(file) ?? files.get(file)?.record;
  if (record === undefined) return null;
  const { facility, company, number } = record as FlatNamed;
  return { file, ...(facility && { facility }), ...(company && { company }), ...(number && { number }) };
};

function sizeOf(record: object, { context }: StoredProcess): WorkRow['size'] {
  const { members = [] } = record as {
    readonly members?: { readonly adult: boolean; readonly to: Day | null }[];
  };
  const here = members.filter(({ to }) => to === null);
  const adults = here.filter(({ adult }) => adult).length;
  const { roomsNeeded = null } = context as { readonly roomsNeeded?: number | null };
  return { adults, children: here.length - adults, rooms: roomsNeeded };
}
