import type { Workflow } from '../../../workflows/definition.js';
import { arrowsOf, listOf, statesOf, type Arrow } from './arrows.js';
import type { Found, Part } from './fault.js';
import { nameIn, readGuard } from './guard-expression.js';
import { arrowNamed } from './shape.js';

/** Every guard named is there, and every guard there is named: by an arrow, or by an event that it is only shown with. */
export function* guardsMatch({ machine, guards, open, events }: Workflow): Generator<Found> {
  const used = arrowsOf(machine).flatMap((arrow) => readGuard(arrow.guard).names);
  const shown = Object.values({ open, ...events }).flatMap(({ weighs = [] }) => weighs);
  yield* match('guards', 'guard', [...used, ...shown.filter((name) => Object.hasOwn(guards, name))], guards);
}

/** Every action named is an update or an effect, never both, and each of them is named. */
export function* actionsMatch({ machine, updates, effects }: Workflow): Generator<Found> {
  const used = [
    ...statesOf(machine).flatMap(({ config }) => [...listOf(config.entry), ...listOf(config.exit)]),
    ...arrowsOf(machine).flatMap((arrow) => arrow.actions),
  ].flatMap((action) => nameIn(action) ?? []);
  for (const name of Object.keys(updates))
    if (Object.hasOwn(effects, name))
      yield ['updates', `\`${name}\` is both an update and an effect; keep one.`];
  const both = { ...updates, ...effects };
  for (const name of missing(used, both))
    yield ['machine', `\`${name}\` is named as an action, and is neither an update nor an effect.`];
  yield* unused('updates', 'update', used, updates);
  yield* unused('effects', 'effect', used, effects);
}

/** Every term named is a deadline, and every deadline is a term somewhere. */
export function* deadlinesMatch({ machine, states, deadlines }: Workflow): Generator<Found> {
  const moving = arrowsOf(machine).filter(({ trigger }) => trigger.kind === 'after');
  for (const arrow of moving) yield* delay(arrow);
  const names = moving.map(({ trigger }) => trigger.name).filter((name) => !isNumber(name));
  for (const name of names) {
    if (name.includes('.')) yield ['deadlines', `the deadline \`${name}\` has a dot in its name.`];
  }
  for (const name of missing(names, deadlines))
    yield ['machine', `\`${name}\` is named in \`after\`, and is no deadline.`];
  const reminding = Object.entries(states).flatMap(([path, { due }]) =>
    due === undefined ? [] : [{ path, due }],
  );
  for (const { path, due } of reminding)
    if (!Object.hasOwn(deadlines, due))
      yield ['states', `\`${path}\` has the term \`${due}\`, which is no deadline.`];
  yield* unused('deadlines', 'deadline', [...names, ...reminding.map(({ due }) => due)], deadlines);
}

/** Every event in the chart is specified, and every one specified can happen somewhere. */
export function* eventsMatch({ machine, events }: Workflow): Generator<Found> {
  const used = arrowsOf(machine).flatMap(({ trigger }) => (trigger.kind === 'on' ? [trigger.name] : []));
  for (const name of missing(used, events))
    yield ['events', `\`${name}\` is in the chart, and has no specification.`];
  yield* unused('events', 'event', used, events);
}

function* delay(arrow: Arrow): Generator<Found> {
  if (isNumber(arrow.trigger.name))
    yield ['machine', `${arrowNamed(arrow)} is a bare number; \`after\` names a deadline.`];
}

function* match(part: Part, kind: string, used: readonly string[], there: object): Generator<Found> {
  for (const name of missing(used, there))
    yield ['machine', `\`${name}\` is named as a ${kind}, and there is none.`];
  yield* unused(part, kind, used, there);
}

function* unused(part: Part, kind: string, used: readonly string[], there: object): Generator<Found> {
  for (const name of Object.keys(there))
    if (!used.includes(name)) yield [part, `the ${kind} \`${name}\` is never used; delete it.`];
}

const missing = (used: readonly string[], there: object): string[] =>
  [...new Set(used)].filter((name) => !Object.hasOwn(there, name));
const isNumber = (name: string): boolean => /^\d/.test(name);
