import type { AnyStateNode } from 'xstate';
import type { Workflow } from '../../../workflows/definition.js';
import { arrowsOf, listOf, statesOf, type Arrow } from './arrows.js';
import type { Found } from './fault.js';
import { nameIn, readGuard, tellInline } from './guard-expression.js';

const OF_A_STATE = ['on', 'after', 'always', 'tags', 'entry', 'exit', 'initial', 'states', 'type'];
/** `types` is for TypeScript alone: nothing of it is left when the chart runs. */
const OF_THE_ROOT = [...OF_A_STATE, 'id', 'context', 'options', 'types'];
const OF_AN_ARROW = ['target', 'guard', 'actions', 'reenter'];
const STATE_NAME = /^[A-Za-z][\w-]*$/;
const EVENT_NAME = /^[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)*$/;

/** A chart holds `on`, `after`, `always`, tags, regions, entry, exit, and names. Nothing else. */
export function* chartHoldsOnlyNames({ machine }: Workflow): Generator<Found> {
  for (const state of statesOf(machine)) {
    yield* stateKeys(state);
    yield* actionNames(`\`${named(state)}\``, [...listOf(state.config.entry), ...listOf(state.config.exit)]);
  }
  for (const arrow of arrowsOf(machine)) {
    yield* arrowKeys(arrow);
    yield* actionNames(arrowNamed(arrow), arrow.actions);
    for (const inline of readGuard(arrow.guard).inline)
      yield [
        'machine',
        `${arrowNamed(arrow)} has ${inline} as its guard; name a guard, or and/or/not over names.`,
      ];
  }
}

/** Regions stand at the top; an arrow keeps to its own region and has one target. */
export function* regionsStayApart({ machine }: Workflow): Generator<Found> {
  for (const state of statesOf(machine))
    if (state.type === 'parallel' && state.parent !== undefined)
      yield ['machine', `\`${named(state)}\` holds regions; regions stand at the top of a chart only.`];
  for (const arrow of arrowsOf(machine)) {
    if (arrow.to.length > 1)
      yield ['machine', `${arrowNamed(arrow)} has several targets; one arrow leads to one state.`];
    if (machine.root.type !== 'parallel') continue;
    const region = arrow.from.path[0];
    if (arrow.to.some((to) => to.path[0] !== region))
      yield ['machine', `${arrowNamed(arrow)} leaves its region; every region would be left and begun anew.`];
  }
}

/** What a chart is set up with: its id, JSON as context, a bound on its iterations. */
export function* chartIsSetUp({ name, machine }: Workflow): Generator<Found> {
  const { id, context, options } = machine.config as {
    id?: string;
    context?: unknown;
    options?: { maxIterations?: unknown };
  };
  if (id !== name)
    yield ['machine', `the chart's id is \`${String(id)}\`; it has to be the workflow's name.`];
  const bound = options?.maxIterations;
  if (typeof bound !== 'number' || !Number.isInteger(bound) || bound < 1)
    yield ['machine', '`options.maxIterations` is not set to a whole number above zero.'];
  if (typeof context !== 'object' || context === null || Array.isArray(context))
    yield ['machine', 'the context is not an object literal.'];
  for (const path of notJson(context, 'context'))
    yield ['machine', `\`${path}\` is not JSON; use null, strings, numbers, lists.`];
}

/** How a sentence names a state; the root is `(root)`. */
export const named = (state: AnyStateNode): string => state.path.join('.') || '(root)';

/** How a sentence names an arrow. */
export const arrowNamed = ({ from, trigger }: Arrow): string =>
  trigger.kind === 'always'
    ? `\`always\` in \`${named(from)}\``
    : `\`${trigger.name}\` in \`${named(from)}\``;

function* stateKeys(state: AnyStateNode): Generator<Found> {
  const allowed = state.parent === undefined ? OF_THE_ROOT : OF_A_STATE;
  for (const [key, value] of Object.entries(state.config))
    if (value !== undefined && !allowed.includes(key))
      yield ['machine', `\`${named(state)}\` has \`${key}\`, which a chart may not hold.`];
  if (state.type === 'final')
    yield [
      'machine',
      `\`${named(state)}\` is \`final\`; a closed state is a plain one with \`open: false\`.`,
    ];
  if (state.type === 'history')
    yield ['machine', `\`${named(state)}\` is a history state; name the state to go back to.`];
  if (state.parent !== undefined && !STATE_NAME.test(state.key))
    yield ['machine', `\`${named(state)}\` is no state name; use letters and figures.`];
}

function* arrowKeys(arrow: Arrow): Generator<Found> {
  const { from, trigger, written } = arrow;
  for (const key of Object.keys(written))
    if (!OF_AN_ARROW.includes(key))
      yield ['machine', `${arrowNamed(arrow)} has \`${key}\`, which an arrow may not hold.`];
  if (written['reenter'] !== undefined && from.type !== 'atomic')
    yield ['machine', `${arrowNamed(arrow)} has \`reenter\` on a region; only a leaf may enter itself anew.`];
  if (trigger.kind === 'on' && trigger.name.includes('*'))
    yield ['machine', `${arrowNamed(arrow)} is a wildcard; name each event.`];
  else if (trigger.kind === 'on' && !EVENT_NAME.test(trigger.name))
    yield [
      'machine',
      `${arrowNamed(arrow)} is no event name; use words like \`makeOffer\` or \`offer.accepted\`.`,
    ];
}

function* actionNames(where: string, actions: readonly unknown[]): Generator<Found> {
  for (const action of actions)
    if (nameIn(action) === undefined)
      yield ['machine', `${where} has ${tellInline(action)} among its actions; name an update or an effect.`];
}

function notJson(value: unknown, path: string): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((one, i) => notJson(one, `${path}[${i}]`));
  const plain = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  return plain ? Object.entries(value).flatMap(([key, one]) => notJson(one, `${path}.${key}`)) : [path];
}
