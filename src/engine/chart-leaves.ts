import type { AnyStateNode } from 'xstate';
import type { StateSpec, Workflow } from '../../workflows/definition.js';

/** A leaf of a chart: its dotted path, the name that is shown, and the `after` names that run in it or around it. */
export interface Leaf {
  readonly path: string;
  /** The primary region's leaf by itself; others as `limit.planning`, wrappers left out. */
  readonly shown: string;
  readonly primary: boolean;
  readonly spec: StateSpec | undefined;
  /** Ids of the `after` timers of this leaf and its ancestors, by deadline name. */
  readonly timers: Readonly<Record<string, string>>;
  /** Every event type taken here, by the leaf or a state around it, guards aside. */
  readonly events: ReadonlySet<string>;
}

/** Every leaf of a workflow's chart, by dotted path. */
export function leavesOf(workflow: Workflow): ReadonlyMap<string, Leaf> {
  const nodes = atomicNodes(workflow.machine.root as AnyStateNode);
  return new Map(nodes.map((node) => [node.path.join('.'), leaf(workflow, node)]));
}

/** The leaf or state path named in XState's id of a timer: `xstate.after.<name>.<workflow>.<path>`. */
export function leafOfTimer(workflow: string, timerId: string): string {
  const rest = timerId.slice('xstate.after.'.length);
  return rest.slice(rest.indexOf(`.${workflow}.`) + workflow.length + 2);
}

/** The deadline's name in XState's id of a timer. */
export function nameOfTimer(timerId: string): string {
  const rest = timerId.slice('xstate.after.'.length);
  return rest.slice(0, rest.indexOf('.'));
}

function atomicNodes(node: AnyStateNode): AnyStateNode[] {
  return node.type === 'atomic' ? [node] : Object.values(node.states).flatMap((child) => atomicNodes(child));
}

function leaf(workflow: Workflow, node: AnyStateNode): Leaf {
  const path = node.path.join('.');
  const region = node.path[0];
  const name = node.path[node.path.length - 1] as string;
  const primary = workflow.primary === undefined || region === workflow.primary;
  return {
    path,
    primary,
    shown: primary ? name : `${region}.${name}`,
    spec: workflow.states[path],
    timers: Object.fromEntries(timersOf(node)),
    events: new Set(eventsOf(node)),
  };
}

function eventsOf(node: AnyStateNode): string[] {
  const own = Object.keys((node.config.on ?? {}) as object);
  return node.parent === undefined ? own : [...own, ...eventsOf(node.parent as AnyStateNode)];
}

function timersOf(node: AnyStateNode): [string, string][] {
  const own = Object.keys(node.after.length > 0 ? (node.config.after ?? {}) : {}).map(
    (name): [string, string] => [name, `xstate.after.${name}.${node.id}`],
  );
  return node.parent === undefined ? own : [...timersOf(node.parent as AnyStateNode), ...own];
}

/** The key under which `since` keeps the day from which a leaf's own term (StateSpec.due) runs. */
export function dueKey(leaf: string): string {
  return `due.${leaf}`;
}
