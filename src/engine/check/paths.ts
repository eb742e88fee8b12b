import type { AnyStateNode } from 'xstate';
import type { Workflow } from '../../../workflows/definition.js';
import { arrowsFrom, arrowsOf, type Arrow } from './arrows.js';
import type { Found } from './fault.js';
import { around, graphOf, reachable, reversed } from './graph.js';
import { arrowNamed } from './shape.js';

/** Every leaf can be reached, and every open one can be left; in the primary region it leads to one that is not open. */
export function* leavesAreOnAWay({ machine, primary, states }: Workflow): Generator<Found> {
  const { leaves, next, first } = graphOf(machine);
  const reached = reachable(next, first);
  const closed = Object.keys(states).filter((path) => leaves.has(path) && states[path]?.open === false);
  const ends = reachable(reversed(next), closed);
  for (const [path, node] of leaves) {
    if (!reached.has(path)) yield ['machine', `\`${path}\` can never be reached.`];
    if (states[path]?.open !== true) continue;
    const away = [...(next.get(path) ?? [])].some((to) => to !== path);
    if (!away) yield ['machine', `\`${path}\` is open and has no way out.`];
    const decides = machine.root.type !== 'parallel' || node.path[0] === primary;
    if (away && decides && !ends.has(path))
      yield ['machine', `no way leads from \`${path}\` to a state that is not open.`];
  }
}

/** A leaf that is passed through at once: nothing can happen there but `always`, and one alternative always can. */
export function isTransient(leaf: AnyStateNode): boolean {
  const arrows = arrowsFrom(leaf);
  return arrows.length > 0 && arrows.every(({ trigger }) => trigger.kind === 'always');
}

/** What sets off by itself must not hang: a deadline always has an alternative that is free, and so has a transient leaf. */
export function* nothingHangs({ machine, states }: Workflow): Generator<Found> {
  const { leaves } = graphOf(machine);
  for (const [path, node] of leaves)
    if (
      states[path] === undefined &&
      isTransient(node) &&
      arrowsFrom(node).every(({ guard }) => guard !== undefined)
    )
      yield [
        'machine',
        `every way out of \`${path}\` has a guard, and nobody can act there; leave the last one free.`,
      ];
  for (const arrow of arrowsOf(machine)) {
    const last = arrow.place === arrow.alternatives - 1;
    if (arrow.trigger.kind === 'after' && last && arrow.guard !== undefined)
      yield [
        'machine',
        `every alternative of ${arrowNamed(arrow)} has a guard, so the deadline could hang; leave the last one free.`,
      ];
    if (arrow.guard === undefined && !last)
      yield ['machine', `what follows the free alternative of ${arrowNamed(arrow)} is never taken.`];
  }
}

/** Where one leaf has the same deadline twice, as what moves it and as what reminds. */
export function* termsHaveOneUse({ machine, states }: Workflow): Generator<Found> {
  for (const [path, node] of graphOf(machine).leaves) {
    const due = states[path]?.due;
    if (
      due !== undefined &&
      around(node)
        .flatMap(arrowsFrom)
        .some((arrow) => movesBy(arrow, due))
    )
      yield [
        'states',
        `\`${due}\` both moves \`${path}\` and reminds there; a term that moves needs no \`due\`.`,
      ];
  }
}

const movesBy = ({ trigger }: Arrow, name: string): boolean =>
  trigger.kind === 'after' && trigger.name === name;
