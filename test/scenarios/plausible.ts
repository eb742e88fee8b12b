import { z } from 'zod';
import type { Field } from '../../workflows/definition.js';
import { addDays } from '../../src/domain/days.js';
import { innerOf, metaOf } from '../../src/engine/schema-fields.js';

/** What data is made of: a day, choices, and what the fields that pick may pick. */
export interface Hand {
  readonly today: string;
  /** One of them; `from` is never empty. */
  choose<T>(from: readonly T[]): T;
  options(pick: NonNullable<Field['pick']>): readonly unknown[];
}

/** Days before or after today for the fields that name a day; what is not named is today. */
const DAYS: Readonly<Record<string, readonly number[]>> = {
  on: [0, 0, 0, -1, -9],
  from: [0, 0, -1],
  signedOn: [0, 0, -1, -40],
  oldVacatedOn: [0, -1],
  to: [365, 200],
  leaseStart: [3, 0, 14, -5],
  leaseEnd: [200, 400, 730, 1200],
  until: [0, 5, 40, 400],
  moveOut: [5, 60, 90],
  born: [0, -400, -4000, -9000],
};
/** One of these fits each pattern that the workflows use. */
const TEXTS = ['code-1', 'memberJoins', '191212121212', 'Kort text', 'A 1', 'someone'];

/** Data that a schema takes and that a person might well enter. */
export function plausible(schema: z.ZodType, hand: Hand): Record<string, unknown> {
  return value(schema, '', hand) as Record<string, unknown>;
}

function value(schema: z.ZodType, name: string, hand: Hand): unknown {
  const { type } = schema.def;
  if (type === 'optional' && hand.choose([true, false, false])) return undefined;
  if (type === 'nullable' && hand.choose([true, false, false, false])) return null;
  const pick = metaOf(schema)?.pick;
  if (pick !== undefined && schema.def.type !== 'optional' && schema.def.type !== 'nullable') {
    const options = hand.options(pick);
    if (options.length > 0) return hand.choose(options);
  }
  const inner = innerOf(schema);
  return inner === undefined ? plain(schema, name, hand) : value(inner, name, hand);
}

function plain(schema: z.ZodType, name: string, hand: Hand): unknown {
  if (schema instanceof z.ZodObject) return object(schema, hand);
  if (schema instanceof z.ZodArray)
    return Array.from({ length: hand.choose([0, 1, 2]) }, () =>
      value(schema.element as z.ZodType, name, hand),
    );
  if (schema instanceof z.ZodUnion) return value(schema.options[0] as z.ZodType, name, hand);
  if (schema instanceof z.ZodEnum) return hand.choose(schema.options as string[]);
  if (schema instanceof z.ZodBoolean) return hand.choose([true, false]);
  if (schema instanceof z.ZodNumber) return hand.choose([1, 2, 3, 5]);
  if (schema instanceof z.ZodISODate) return addDays(hand.today, hand.choose(DAYS[name] ?? [0]));
  return TEXTS.find((text) => schema.safeParse(text).success) ?? 'x/1';
}

function object(schema: z.ZodObject, hand: Hand): Record<string, unknown> {
  const entries = Object.entries(schema.shape).map(([key, child]) => [
    key,
    value(child as z.ZodType, key, hand),
  ]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as Record<string, unknown>;
}
