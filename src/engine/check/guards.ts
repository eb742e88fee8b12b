import type { EventSpec, Guard, Workflow } from '../../../workflows/definition.js';
import { metaOf } from '../schema-fields.js';
import { arrowsOf } from './arrows.js';
import type { Found } from './fault.js';
import { readGuard } from './guard-expression.js';
import { arrowNamed } from './shape.js';
import { sentence } from './texts.js';

/** What a guard says of itself, and that the data it needs is there wherever it is asked. */
export function* guardsAreWhole({ machine, guards, events }: Workflow): Generator<Found> {
  for (const [name, guard] of Object.entries(guards)) yield* guardIsWhole(`the guard \`${name}\``, guard);
  for (const arrow of arrowsOf(machine))
    for (const name of new Set(readGuard(arrow.guard).names)) {
      const needs = Object.hasOwn(guards, name) ? guards[name]?.needs : undefined;
      if (needs === undefined || needs === 'state') continue;
      if (arrow.trigger.kind === 'after' && needs.length > 0)
        yield [
          'guards',
          `\`${name}\` needs data, and ${arrowNamed(arrow)} brings none; let it need \`state\`.`,
        ];
      else if (Object.hasOwn(events, arrow.trigger.name))
        yield* needsAreThere(
          `the guard \`${name}\``,
          needs,
          arrow.trigger.name,
          events[arrow.trigger.name] as EventSpec,
        );
    }
}

/** An event is weighed by guards that are there, and that can be answered before its form is filled. */
export function* eventsAreWeighed({ open, events, guards }: Workflow): Generator<Found> {
  for (const [name, { weighs = [] }] of Object.entries({ open, ...events }))
    for (const guard of weighs)
      if (!Object.hasOwn(guards, guard))
        yield ['events', `\`${name}\` weighs \`${guard}\`, which is no guard.`];
      else if (guards[guard]?.needs !== 'state')
        yield ['events', `\`${name}\` weighs \`${guard}\`, which needs data; let it need \`state\`.`];
}

/** What one guard says of itself. */
export function* guardIsWhole(what: string, guard: Guard<never>): Generator<Found> {
  yield* sentence('guards', `the sentence of ${what}`, guard.says);
  if (guard.needs !== 'state' && !Array.isArray(guard.needs))
    yield ['guards', `${what} has to need \`state\`, or the fields that it reads.`];
  if (typeof guard.holds !== 'function') yield ['guards', `${what} does not say when it holds.`];
}

/** The fields that a guard needs are in the event's schema, and are not personal: those are sealed by then. */
export function* needsAreThere(
  what: string,
  needs: readonly string[],
  event: string,
  { schema }: EventSpec,
): Generator<Found> {
  for (const field of needs) {
    if (!Object.hasOwn(schema.shape, field))
      yield ['guards', `${what} needs \`${field}\`, which \`${event}\` does not bring.`];
    else if (metaOf(schema.shape[field] as never)?.personal)
      yield ['guards', `${what} needs \`${field}\` of \`${event}\`, which is personal and sealed by then.`];
  }
}
