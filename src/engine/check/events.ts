import type { z } from 'zod';
import type { Actor, EventSpec, Lookups, OrgKind, Workflow } from '../../../workflows/definition.js';
import { placesIn } from '../places.js';
import { innerOf, metaOf } from '../schema-fields.js';
import type { Found } from './fault.js';
import { ORG_KINDS } from './states.js';
import { sentence } from './texts.js';

const LOOK_UPS = Object.keys({
  household: 0,
  stays: 0,
  freeFacilityDwellings: 0,
  proposal: 0,
  handlers: 0,
  openProcesses: 0,
  dwelling: 0,
  responsible: 0,
  carried: 0,
  staysThere: 0,
  elsewhere: 0,
} satisfies Record<keyof Lookups, 0>);

/** What the opening and every event of a workflow say of themselves. */
export function* eventsAreWhole({ open, events, seenBy }: Workflow): Generator<Found> {
  if (Object.hasOwn(events, 'open'))
    yield ['events', '`open` is the opening of a process; give the event another name.'];
  yield* event('the opening', open);
  yield* actorsSee('the opening', open, seenBy);
  for (const [name, spec] of Object.entries(events)) {
    yield* event(`\`${name}\``, spec);
    yield* actorsSee(`\`${name}\``, spec, seenBy);
    if (spec.answers !== undefined && !Object.hasOwn(events, spec.answers))
      yield ['events', `\`${name}\` answers \`${spec.answers}\`, which is no event of this workflow.`];
  }
}

/** What one event says of itself: its words, who may, what is looked up, and two persons. Its schema is checked apart. */
export function* event(what: string, spec: EventSpec): Generator<Found> {
  yield* sentence('events', `the label of ${what}`, spec.label);
  yield* sentence('events', `the told sentence of ${what}`, spec.told);
  yield* placeholders(what, spec);
  yield* actors(what, spec);
  yield* delegation(what, spec);
  for (const name of spec.known ?? [])
    if (!LOOK_UPS.includes(name)) yield ['events', `${what} looks up \`${name}\`, which nobody can answer.`];
}

function* actors(what: string, { by, twoPersons }: EventSpec): Generator<Found> {
  if (by === 'engine') {
    if (twoPersons !== undefined)
      yield ['events', `${what} is the engine's own; two persons can never agree on it.`];
    return;
  }
  if (by.length === 0) yield ['events', `nobody may send ${what}; name who may, or \`engine\`.`];
  for (const { org, rank } of by) {
    if (!ORG_KINDS.includes(org))
      yield ['events', `${what} may be sent by \`${org}\`, which is no kind of organisation.`];
    if (rank !== undefined && rank !== 'manager')
      yield ['events', `${what} asks for the rank \`${String(rank)}\`, which there is not.`];
  }
  if (twoPersons === 'oneOfEach' && new Set(by.map(({ org }) => org)).size < 2)
    yield ['events', `${what} takes one person of each kind, and names one kind only.`];
}

/** A decision that is delegated to nobody could never be taken; one delegated further than the step goes, neither. */
function* delegation(what: string, { by, decision }: EventSpec): Generator<Found> {
  if (decision === undefined) return;
  yield* sentence('events', `the label of the decision of ${what}`, decision.label);
  if (decision.lines.length === 0)
    yield ['events', `${what} is delegated to nobody; give its decision a line.`];
  const may = new Set(by === 'engine' ? [] : by.map(({ org }) => org));
  for (const { line, by: holders, source } of decision.lines) {
    if (source.trim() === '') yield ['events', `line \`${line}\` of the decision of ${what} has no source.`];
    for (const { org } of holders)
      if (!may.has(org))
        yield ['events', `line \`${line}\` lets \`${org}\` decide ${what}, who may not send it.`];
  }
}

function* actorsSee(what: string, { by }: EventSpec, seenBy: readonly OrgKind[]): Generator<Found> {
  if (by === 'engine') return;
  const blind = by
    .filter(({ org }: Actor) => org !== 'system' && !seenBy.includes(org))
    .map(({ org }) => org);
  for (const org of new Set(blind))
    yield ['events', `\`${org}\` may send ${what} and may not see the process (\`seenBy\`).`];
}

/** Whether a value can be told: a day, a number, yes or no, or what is named in a list or a register. */
function hasWords(schema: z.ZodType): boolean {
  const { choices, pick } = metaOf(schema) ?? {};
  if (choices !== undefined || (pick !== undefined && pick.from !== 'process' && pick.from !== 'here'))
    return true;
  const inner = innerOf(schema);
  if (inner !== undefined) return hasWords(inner);
  const { type, format } = schema.def as { type: string; format?: string };
  return type === 'number' || type === 'boolean' || format === 'date';
}

/** `{field}` in a told sentence is filled from the event's data. */
function* placeholders(what: string, { told, schema }: EventSpec): Generator<Found> {
  for (const name of new Set([...placesIn(told.sv), ...placesIn(told.en)]))
    if (!Object.hasOwn(schema.shape, name))
      yield ['events', `${what} tells \`{${name}}\`, which is no field of its schema.`];
    else if (!hasWords(schema.shape[name] as z.ZodType))
      yield [
        'events',
        `${what} tells \`{${name}}\`, whose value has no words; give it names or leave it out.`,
      ];
}
