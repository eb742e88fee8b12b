import { initialTransition, transition, getNextTransitions } from 'xstate';
import type { AnyActorLogic, AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import type { ChartEvent, Day, Effect, Instant, Step, Stored, Workflow } from '../../workflows/definition.js';
import { bindMachine, logicOf, stepOf } from './chart-bind.js';
import { askGuard, type Guarded, type Answer } from './chart-guards.js';
import { dueKey, leafOfTimer, leavesOf, type Leaf } from './chart-leaves.js';
import { dayOf } from '../domain/zone.js';

/** A workflow whose chart is bound to its guards, updates and effects; the only thing that touches XState. */
export interface Chart {
  readonly workflow: Workflow;
  readonly machine: AnyStateMachine;
  /** What XState's pure functions are given in place of the machine. */
  readonly logic: AnyActorLogic;
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** Where processes have stood, by state value: there are few, and all cases that stand there share them. */
  readonly standings: Map<string, Standing>;
}

/** What is the same for every process that stands in one state. */
interface Standing {
  /** A snapshot there; the context is each process' own. */
  readonly snapshot: AnyMachineSnapshot;
  /** The arrows that lead from there, the innermost first, guards aside. */
  readonly arrows: ReturnType<typeof getNextTransitions>;
}

/** What a step does to one process: its new stored form, the effects in order, and the leaves it left (with when they were entered). */
export interface Taken {
  readonly stored: Stored;
  readonly effects: readonly Effect[];
  readonly left: readonly { readonly leaf: string; readonly since: Instant }[];
}

type Seen = { context: object; step: Step };
interface ReturnedAction {
  readonly type: string;
  readonly params?: unknown;
  readonly info?: { readonly context: object; readonly event: ChartEvent };
}

/** Binds a definition. Pure; throws only if a chart names what its folder does not have (`checkDefinition` tells that first). */
export function bind(workflow: Workflow): Chart {
  const machine = bindMachine(workflow);
  return { workflow, machine, logic: logicOf(machine), leaves: leavesOf(workflow), standings: new Map() };
}

/** Starts a process. */
export function open(chart: Chart, step: Step): Taken {
  const [snapshot, actions] = initialTransition(chart.logic, step as never) as never as [
    AnyMachineSnapshot,
    ReturnedAction[],
  ];
  return taken(chart, null, snapshot, actions, step, new Set());
}

/**
 * Takes one event; ask `mayTake` first. `xstateType` is XState's own event type when a deadline is delivered.
 */
export function take(chart: Chart, stored: Stored, step: Step, xstateType: string = step.type): Taken {
  const event = xstateType === step.type ? step : { ...step, type: xstateType };
  const [snapshot, actions] = transition(chart.logic, restore(chart, stored), event as never) as never as [
    AnyMachineSnapshot,
    ReturnedAction[],
  ];
  return taken(chart, stored, snapshot, actions, step, enteredAnew(chart, stored, step, xstateType));
}

/** Leaves that an arrow makes enter themselves anew: XState tells so only of those with a timer. */
function enteredAnew(chart: Chart, stored: Stored, step: Step, xstateType: string): Set<string> {
  const arrows = arrowsOf(chart, stored, xstateType);
  if (!arrows.some((arrow) => arrow.reenter)) return new Set();
  const seen: Seen = { context: stored.context, step };
  const taken = arrows.filter(
    ({ guard }) =>
      guard === undefined || askGuard(chart.workflow, guard as Guarded, seen, true).kind === 'allowed',
  );
  const first = taken.filter((arrow) => arrow === taken.find(({ source }) => source === arrow.source));
  return new Set(first.filter(({ reenter }) => reenter).map(({ source }) => source.path.join('.')));
}

/**
 * Whether an event would be taken, with the sentences that stand in the way. `complete: false` asks before the form is
 * filled: guards that need data are then open, not failed.
 */
export function mayTake(
  chart: Chart,
  stored: Stored,
  step: Step,
  complete: boolean,
  xstateType: string = step.type,
): Answer {
  const candidates = arrowsOf(chart, stored, xstateType);
  if (candidates.length === 0) return { kind: 'not-possible-now', sentences: [] };
  const seen: Seen = { context: stored.context, step };
  const answers = candidates.map((t) =>
    t.guard === undefined ? yes : askGuard(chart.workflow, t.guard as Guarded, seen, complete),
  );
  return (
    answers.find((a) => a.kind === 'allowed') ??
    answers.find((a) => a.kind === 'allowed-if') ??
    answers[0] ??
    yes
  );
}
const yes: Answer = { kind: 'allowed', sentences: [] };

function standing(chart: Chart, { value, status }: Stored): Standing {
  const key = JSON.stringify(value);
  let there = chart.standings.get(key);
  if (there === undefined) {
    const ordered = inOrder(chart.machine.root as AnyStateNode, value) as never;
    const snapshot = chart.machine.resolveState({
      value: ordered,
      context: {},
      status,
    }) as AnyMachineSnapshot;
    there = { snapshot, arrows: getNextTransitions(snapshot) };
    chart.standings.set(key, there);
  }
  return there;
}

/** The arrows that an event could take, the innermost first, guards aside. */
function arrowsOf(chart: Chart, stored: Stored, xstateType: string) {
  return standing(chart, stored).arrows.filter(({ eventType }) => eventType === xstateType);
}

function restore(chart: Chart, stored: Stored): AnyMachineSnapshot {
  return { ...standing(chart, stored).snapshot, context: stored.context };
}

/**
 * The value with its regions in the chart's order. XState takes regions in the order of the value's keys, and the database
 * gives them back in another: effects and facts would depend on where a file was read from.
 */
function inOrder(node: AnyStateNode | undefined, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(node?.states ?? {});
  const entries = Object.entries(value).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(node?.states[name], inner)]));
}

function taken(
  chart: Chart,
  before: Stored | null,
  snapshot: AnyMachineSnapshot,
  actions: readonly ReturnedAction[],
  step: Step,
  anew: ReadonlySet<string>,
): Taken {
  if (snapshot.status === 'error') throw new Error(`chart ${chart.workflow.name}: ${String(snapshot.error)}`);
  const { occurredAt, recordedAt, cause } = step.meta;
  const known = dayOf(cause === 'deadline' ? occurredAt : recordedAt);
  const again = new Set([...anew, ...reentered(chart, actions)]);
  const active = activeLeaves(snapshot);
  const stays = Object.entries(before?.entered ?? {}).filter(
    ([leaf]) => active.includes(leaf) && !again.has(leaf),
  );
  const left = Object.entries(before?.entered ?? {})
    .filter(([leaf]) => !active.includes(leaf) || again.has(leaf))
    .map(([leaf, since]) => ({ leaf, since }))
    .sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
  const staying = Object.fromEntries(stays);
  const entered = Object.fromEntries(active.map((leaf) => [leaf, staying[leaf] ?? occurredAt]));
  const since = {
    ...timers(before?.since ?? {}, actions, known),
    ...ownTerms(
      chart,
      active.filter((leaf) => staying[leaf] === undefined),
      known,
    ),
  };
  for (const { leaf } of left) if (entered[leaf] === undefined) delete since[dueKey(leaf)];
  const { value, context } = snapshot;
  const stored: Stored = { value, context: context as object, status: 'active', since, entered };
  return { stored, effects: effectsOf(chart, actions), left };
}

/** The terms that states of their own set (StateSpec.due), beginning for the leaves just entered. */
function ownTerms(chart: Chart, leaves: readonly string[], known: Day): Record<string, Day> {
  const withTerm = leaves.filter((leaf) => chart.leaves.get(leaf)?.spec?.due !== undefined);
  return Object.fromEntries(withTerm.map((leaf) => [dueKey(leaf), known]));
}

/** The dotted paths of the leaves that a snapshot stands in. */
function activeLeaves(snapshot: AnyMachineSnapshot): string[] {
  return snapshot._nodes.filter((n) => n.type === 'atomic').map((n) => n.path.join('.'));
}

/** Leaves left and entered again in one step: XState cancels their timer and raises it anew. */
function reentered(chart: Chart, actions: readonly ReturnedAction[]): Set<string> {
  const cancelled = new Set(actions.filter((a) => a.type === 'xstate.cancel').map((a) => idOf(a)));
  const again = actions.filter((a) => a.type === 'xstate.raise' && cancelled.has(idOf(a)));
  return new Set(again.map((a) => leafOfTimer(chart.workflow.name, idOf(a))));
}

/**
 * Since when each `after` runs: what was raised begins on the day when the other side could know of it, what was
 * cancelled is gone.
 */
function timers(
  before: Stored['since'],
  actions: readonly ReturnedAction[],
  known: Day,
): Record<string, Day> {
  const since: Record<string, Day> = { ...before };
  for (const action of actions) {
    if (action.type === 'xstate.cancel') delete since[idOf(action)];
    if (action.type === 'xstate.raise') since[idOf(action)] = known;
  }
  return since;
}

function idOf(action: ReturnedAction): string {
  const params = action.params as { id?: string; sendId?: string };
  return params.id ?? params.sendId ?? '';
}

function effectsOf(chart: Chart, actions: readonly ReturnedAction[]): Effect[] {
  return actions.flatMap((action) => {
    const effect = chart.workflow.effects[action.type];
    if (effect === undefined || action.info === undefined) return [];
    return effect({ context: action.info.context, step: stepOf(action.info.event) });
  });
}
