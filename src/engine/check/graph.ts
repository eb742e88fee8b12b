import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { arrowsFrom, statesOf } from './arrows.js';

/** The leaves of a chart and which leaf leads to which, guards aside. Regions lie side by side in it. */
export interface Graph {
  /** By dotted path. */
  readonly leaves: ReadonlyMap<string, AnyStateNode>;
  /** Where each leaf leads: by its own arrows, and by those of the states around it. */
  readonly next: ReadonlyMap<string, ReadonlySet<string>>;
  /** The leaves in which a process begins. */
  readonly first: readonly string[];
}

/** A state's dotted path; empty for the root. */
export const pathOf = (node: AnyStateNode): string => node.path.join('.');

/** Reads the graph of a chart. */
export function graphOf(machine: AnyStateMachine): Graph {
  const atomic = statesOf(machine).filter((node) => Object.keys(node.states).length === 0);
  const leaves = new Map(atomic.map((node) => [pathOf(node), node]));
  const next = new Map(atomic.map((node) => [pathOf(node), new Set(leadsTo(node))]));
  return { leaves, next, first: entered(machine.root as AnyStateNode) };
}

/** Every leaf that can be reached from `start`, `start` included. */
export function reachable(next: Graph['next'], start: Iterable<string>): Set<string> {
  const found = new Set(start);
  for (const leaf of found) for (const to of next.get(leaf) ?? []) found.add(to);
  return found;
}

/** The same arrows, turned round. */
export function reversed(next: Graph['next']): Map<string, Set<string>> {
  const back = new Map([...next.keys()].map((leaf) => [leaf, new Set<string>()]));
  for (const [from, tos] of next) for (const to of tos) back.get(to)?.add(from);
  return back;
}

/** A state with all the states around it, innermost first. */
export function around(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [node] : [node, ...around(node.parent as AnyStateNode)];
}

/** The leaves that are entered with a state. */
export function entered(node: AnyStateNode): string[] {
  const children = Object.values(node.states) as AnyStateNode[];
  if (children.length === 0) return [pathOf(node)];
  if (node.type === 'parallel') return children.flatMap(entered);
  return (node.initial.target as readonly AnyStateNode[]).flatMap(entered);
}

function leadsTo(leaf: AnyStateNode): string[] {
  const arrows = around(leaf).flatMap(arrowsFrom);
  return arrows.flatMap((arrow) => arrow.to.flatMap(entered));
}
