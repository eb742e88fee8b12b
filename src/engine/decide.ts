import type { EventSpec } from '../../workflows/definition.js';
import { advance, districtOf, reach } from './advance.js';
import type { Prepared } from './command.js';
import { Deciding, ENGINE } from './deciding.js';
import type { Delivered, Delivery } from './delivery.js';
import type { EventBody } from './model.js';
import type { Gate, Lookup } from './ports.js';
import { dayOf } from '../domain/zone.js';
import { permitted as mayTake } from './permitted.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import type { Registry } from './registry.js';
import { restsBecause } from './rests.js';
import { runStep } from './run-step.js';
import { Missing, type FileDraft, type World } from './step-draft.js';
import { words } from './words.js';

/** Everything that one step would do, file by file, and the command's own event. Nothing is written yet. */
export interface Plan {
  readonly ok: true;
  readonly files: readonly FileDraft[];
  /** The command's own event; null when only deadlines were delivered. */
  readonly origin: EventBody | null;
  /** Whether the command was recorded as the first of two persons'. */
  readonly proposed: boolean;
}

/** What `decide` may ask and obey. */
export interface Rules {
  readonly registry: Registry;
  readonly gate: Gate;
  readonly lookup: Lookup;
}

/** What must be read before `decide` can answer. */
export type Need = Missing['need'];

/**
 * The whole of what happens, as a pure function: brings the file up to the moment (`advance`), takes the command, and
 * brings every touched file up to the moment again. Returns a plan, a refusal, or what it needs to read first.
 */
export function decide(
  world: World,
  command: Prepared,
  rules: Rules,
): Plan | Refusal | { readonly need: Need } {
  return answering(() => {
    const deciding = new Deciding(rules.registry, world, rules.lookup, accountOf(command));
    const draft = command.newFile ? null : deciding.file(command.file);
    if (!command.newFile && draft === null) return refuse('not-found', words.notFound);
    if (draft !== null) reach(deciding, draft, command);
    const no =
      unfit(deciding, draft, command) ?? permitted(draft, command, rules) ?? rightMoment(draft, command);
    return no ?? taken(deciding, draft, command, rules);
  });
}

function taken(deciding: Deciding, draft: FileDraft | null, command: Prepared, rules: Rules): Plan | Refusal {
  const first = firstDelivery(draft, command, rules);
  if (isRefusal(first)) return first;
  if (draft !== null) deciding.account = { ...deciding.account, district: districtOf(rules.registry, draft) };
  const done = runStep(deciding, first, (reached) => reach(deciding, reached, command));
  if (isRefusal(done)) return done;
  const opened = draft === null ? permitted(deciding.file(command.file), command, rules) : null;
  if (opened !== null) return opened;
  for (const touched of [...deciding.drafts.values()])
    advance(deciding, touched, command.recordedAt, command);
  return plan(deciding, done);
}

/** What was meant for another version, or carries what was read at another one; and a file in which nothing can be done. */
function unfit(
  deciding: Deciding,
  draft: FileDraft | null,
  { expectedVersion, carried }: Prepared,
): Refusal | null {
  const read = [...(carried?.versions ?? [])];
  const stale =
    (draft !== null && expectedVersion !== undefined && draft.base?.version !== expectedVersion) ||
    read.some(([file, version]) => deciding.file(file)?.base?.version !== version);
  if (stale) return refuse('stale', words.stale);
  const rests = draft === null ? null : restsBecause(deciding.registry, draft);
  return rests === null ? null : refuse('guard', rests);
}

/** Delivers a file's due deadlines, in order, up to `until`, and nothing else. Pure. */
export function decideAdvance(
  world: World,
  file: string,
  until: string,
  rules: Rules,
  importedAt?: string,
): Plan | Refusal | { readonly need: Need } {
  return answering(() => {
    const moment = { recordedAt: until, ...(importedAt === undefined ? {} : { importedAt }) };
    const account = { by: ENGINE, ...moment, district: null, fresh: new Map<string, unknown>() };
    const deciding = new Deciding(rules.registry, world, rules.lookup, account);
    const draft = deciding.file(file);
    if (draft === null) return refuse('not-found', words.notFound);
    reach(deciding, draft, moment);
    for (const touched of [...deciding.drafts.values()]) advance(deciding, touched, until, moment);
    return plan(deciding, null);
  });
}

/** Runs a thought on what was read; what it lacks is returned instead of thrown. */
export function answering<T>(think: () => T): T | { readonly need: Need } {
  try {
    return think();
  } catch (error) {
    if (error instanceof Missing) return { need: error.need };
    throw error;
  }
}

function accountOf(command: Prepared) {
  const { by, recordedAt, importedAt, fresh, carried } = command;
  return {
    ...{ by, recordedAt, district: null, fresh },
    ...(importedAt === undefined ? {} : { importedAt }),
    ...(carried === undefined ? {} : { carried: carried.known }),
  };
}

function plan(deciding: Deciding, done: Delivered | null): Plan {
  const files = [...deciding.drafts.values()].filter((d) => d.events.length > 0 || d.poisoned.length > 0);
  return { ok: true, files, origin: done?.body ?? null, proposed: done?.body.proposal !== undefined };
}

/** Asked of the command alone. A file that the command opens is asked for once it is known whose it is. */
function permitted(draft: FileDraft | null, command: Prepared, rules: Rules): Refusal | null {
  const spec = specOf(draft, command, rules.registry);
  if (spec === undefined)
    return command.opens === null
      ? refuse('unknown-event', words.unknownEvent)
      : refuse('unknown-workflow', words.unknownWorkflow);
  if (draft === null) return spec.by === 'engine' ? refuse('not-permitted', words.onlyEngine) : null;
  return mayTake(rules, command.by, spec, draft, command);
}

/** The line of delegation that a command is decided by, for an event that is a decision. */
function decidedBy(
  { decision }: EventSpec,
  { by, occurredAt }: Prepared,
  { gate }: Rules,
): Pick<EventBody, 'delegation'> | Refusal {
  if (decision === undefined) return {};
  const answer = gate.mayDecide(by, decision, dayOf(occurredAt));
  return isRefusal(answer) ? answer : { delegation: answer.line };
}

/** The specification of what a command asks: of the process' event, the file's event, or the opening. */
function specOf(draft: FileDraft | null, command: Prepared, registry: Registry): EventSpec | undefined {
  if (command.opens !== null) return registry.newest(command.opens)?.workflow.open;
  if (draft === null) return undefined;
  if (command.process === null) return registry.kind(draft.kind).events[command.type];
  const process = draft.processes.get(command.process);
  return process === undefined
    ? undefined
    : registry.pinned(process.workflow, process.version)?.workflow.events[command.type];
}

function rightMoment(draft: FileDraft | null, command: Prepared): Refusal | null {
  if (draft === null) return null;
  const process = command.process === null ? undefined : draft.processes.get(command.process);
  const opened = process?.openedAt ?? draft.openedAt;
  return command.occurredAt < opened ? refuse('occurred-before-opening', words.beforeOpening) : null;
}

function firstDelivery(draft: FileDraft | null, command: Prepared, rules: Rules): Delivery | Refusal {
  const two = draft === null ? {} : secondPerson(draft, command, rules.registry);
  if (isRefusal(two)) return two;
  const spec = specOf(draft, command, rules.registry);
  const decided = spec === undefined ? {} : decidedBy(spec, command, rules);
  if (isRefusal(decided)) return decided;
  return {
    file: command.file,
    process: command.process,
    ...(command.opens === null
      ? {}
      : { opens: { workflow: command.opens, parent: null, newFile: command.newFile } }),
    type: command.type,
    data: command.data,
    cause: { kind: 'person' },
    step: null,
    occurredAt: command.occurredAt,
    command: { command: command.id, request: command.request, ...two, ...decided },
  };
}

/** For an event that takes two persons: records a proposal, or finds the one that this command confirms. */
function secondPerson(
  draft: FileDraft,
  command: Prepared,
  registry: Registry,
): Pick<EventBody, 'proposal' | 'proposed'> | Refusal {
  const two = specOf(draft, command, registry)?.twoPersons;
  const process = draft.processes.get(command.process ?? -1);
  if (two === undefined || process === undefined) return {};
  const proposals = process.proposals.filter((p) => p.type === command.type && p.same === command.same);
  if (proposals.length === 0) return { proposal: command.same };
  const others = proposals.filter((p) => p.by !== command.by.login);
  if (others.length === 0) return refuse('same-person-twice', words.samePerson);
  const fitting = others.find((p) => two !== 'oneOfEach' || p.kind !== command.by.kind);
  return fitting === undefined ? refuse('not-permitted', words.otherOrganisation) : { proposed: fitting.seq };
}
