import { createMachine } from 'xstate';
import type { Effect, Fact, Workflow } from '../../workflows/definition.js';
import { arrowsOf as readArrows, type Arrow } from '../../src/engine/check/arrows.js';
import { pathOf } from '../../src/engine/check/graph.js';

/** The kind of the facts that marked arrows leave; no report knows it. */
export const ARROW = 'arrow';

type Config = Readonly<Record<string, unknown>>;

/** How an arrow is told: where it is written, what sets it off, which alternative, and where it leads. */
function nameOf(workflow: Workflow, { from, trigger, place, alternatives, to }: Arrow): string {
  const state = pathOf(from) === '' ? 'anywhere' : pathOf(from);
  const set = trigger.kind === 'always' ? 'always' : trigger.name;
  const which = alternatives === 1 ? '' : ` (${place + 1} of ${alternatives})`;
  const target = to.map(pathOf).join(', ');
  return `${workflow.name}: ${state} —${set}${which}→ ${target === '' ? 'the same' : target}`;
}

/** Every arrow of a chart, by name. */
export const arrowsOf = (workflow: Workflow): string[] =>
  readArrows(workflow.machine).map((arrow) => nameOf(workflow, arrow));

/**
 * The same workflow, except that each arrow of its chart leaves a fact when it is taken: what was taken can then be read
 * out of the database, deadlines and eventless arrows included, and only for steps that were committed.
 */
export function marked(workflow: Workflow): Workflow {
  const names = new Map(readArrows(workflow.machine).map((arrow) => [keyOf(arrow), nameOf(workflow, arrow)]));
  const effects = Object.fromEntries([...names.values()].map((name) => [name, () => mark(name)]));
  const machine = createMachine(markedState(workflow.machine.config as Config, '', names) as never);
  return { ...workflow, machine, effects: { ...workflow.effects, ...effects } };
}

const mark = (arrow: string): Effect => ({ do: 'fact', fact: { kind: ARROW, arrow } as unknown as Fact });

const keyOf = ({ from, trigger: { kind, name }, place }: Arrow): string =>
  `${pathOf(from)} ${kind} ${name} ${place}`;

function markedState(state: Config, path: string, names: ReadonlyMap<string, string>): Config {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const each = (kind: string, arrows: unknown): Config =>
    mapped(arrows, (name, value) => markedArrows(value, `${path} ${kind} ${name}`, names));
  const { on, after, always, states, ...rest } = state;
  return {
    ...rest,
    ...(on === undefined ? {} : { on: each('on', on) }),
    ...(after === undefined ? {} : { after: each('after', after) }),
    ...(always === undefined ? {} : { always: markedArrows(always, `${path} always `, names) }),
    ...(states === undefined
      ? {}
      : { states: mapped(states, (name, child) => markedState(child as Config, below(name), names)) }),
  };
}

function markedArrows(value: unknown, key: string, names: ReadonlyMap<string, string>): unknown[] {
  const list = (Array.isArray(value) ? value : [value]) as unknown[];
  return list.map((one, place) => {
    const arrow = (typeof one === 'object' ? one : { target: one }) as { actions?: unknown };
    const name = names.get(`${key} ${place}`);
    if (name === undefined) throw new Error(`no arrow ${key} ${place}`);
    return { ...arrow, actions: [...[arrow.actions ?? []].flat(), name] };
  });
}

const mapped = (record: unknown, map: (key: string, value: unknown) => unknown): Config =>
  Object.fromEntries(Object.entries(record as Config).map(([key, value]) => [key, map(key, value)]));
