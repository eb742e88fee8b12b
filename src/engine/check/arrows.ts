import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** What sets an arrow off: an event by type, a deadline by name, or nothing (`always`, then the name is empty). */
export interface Trigger {
  readonly kind: 'on' | 'after' | 'always';
  readonly name: string;
}

/** One alternative of a transition as a chart writes it, with its targets found. */
export interface Arrow {
  readonly from: AnyStateNode;
  readonly trigger: Trigger;
  /** As written: `target`, `guard`, `actions` and whatever else stands there. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly guard: unknown;
  readonly actions: readonly unknown[];
  /** Where it leads; empty when it moves nothing. */
  readonly to: readonly AnyStateNode[];
  /** Its place among the alternatives of the same trigger, from 0, and how many there are. */
  readonly place: number;
  readonly alternatives: number;
}

/** Every state of a chart, the root first, in the order written. */
export function statesOf(machine: AnyStateMachine): AnyStateNode[] {
  return below(machine.root as AnyStateNode);
}

/** Every state from a node down, the node first. */
export function below(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => below(child as AnyStateNode))];
}

/** Every arrow of a chart, state by state in the order written. */
export function arrowsOf(machine: AnyStateMachine): Arrow[] {
  return statesOf(machine).flatMap(arrowsFrom);
}

/** The arrows that one state writes itself: `on`, then `after`, then `always`. */
export function arrowsFrom(node: AnyStateNode): Arrow[] {
  const { on, after, always } = node.config as { on?: object; after?: object; always?: unknown };
  return [
    ...Object.entries(on ?? {}).flatMap(([name, value]) => arrows(node, { kind: 'on', name }, value)),
    ...Object.entries(after ?? {}).flatMap(([name, value]) => arrows(node, { kind: 'after', name }, value)),
    ...(always === undefined ? [] : arrows(node, { kind: 'always', name: '' }, always)),
  ];
}

/** Something that may be left out, stand alone or be a list, as a list. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function arrows(from: AnyStateNode, trigger: Trigger, value: unknown): Arrow[] {
  const written = (Array.isArray(value) ? (value as unknown[]) : [value]).map(asObject);
  const found = resolved(from, trigger);
  return written.map((one, place) => ({
    from,
    trigger,
    written: one,
    guard: one['guard'],
    actions: listOf(one['actions']),
    to: (found[place]?.target ?? []) as readonly AnyStateNode[],
    place,
    alternatives: written.length,
  }));
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { target: value };
}

function resolved(from: AnyStateNode, { kind, name }: Trigger) {
  if (kind === 'always') return from.always ?? [];
  return from.transitions.get(kind === 'on' ? name : `xstate.after.${name}.${from.id}`) ?? [];
}
