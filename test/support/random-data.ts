import { z } from 'zod';
import type { Day, Reason } from '../../workflows/definition.js';
import { innerOf, metaOf } from '../../src/engine/schema-fields.js';
import type { Chance } from './chance.js';

/** What a random form is filled from. */
export interface Fill {
  readonly chance: Chance;
  /** Days are drawn from around this one. */
  readonly today: Day;
  readonly reasons: Readonly<Record<string, readonly Reason[]>>;
  /** Refs of the processes there are of a workflow. */
  processes(workflow: string): readonly string[];
}

const WORDS = ['milk', 'one', 'A 12', '19121212-1212', 'note', 'first.handler', 'assign', 'x/1'];

/** Data that a schema takes, or nearly: what it cannot draw is left out, and the engine then refuses. */
export function randomData(schema: z.ZodType, fill: Fill): unknown {
  const { chance } = fill;
  const pick = metaOf(schema)?.pick;
  if (schema instanceof z.ZodOptional)
    return chance.one([true, false]) ? undefined : randomData(inner(schema), fill);
  if (schema instanceof z.ZodNullable) return chance.below(4) === 0 ? null : randomData(inner(schema), fill);
  if (pick?.from === 'reason') return chance.one((fill.reasons[pick.list] ?? []).map((r) => r.code));
  if (pick?.from === 'process') return { ref: chance.one(fill.processes(pick.workflow)) ?? 'nowhere/1' };
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape as Record<string, z.ZodType>)
        .map(([name, field]) => [name, randomData(field, fill)])
        .filter(([, value]) => value !== undefined),
    );
  if (schema instanceof z.ZodArray)
    return Array.from({ length: chance.below(3) }, () => randomData(schema.element as z.ZodType, fill));
  const below = innerOf(schema);
  return below === undefined ? plain(schema, fill) : randomData(below, fill);
}

function inner(schema: z.ZodType): z.ZodType {
  return innerOf(schema) as z.ZodType;
}

function plain(schema: z.ZodType, { chance, today }: Fill): unknown {
  if (schema instanceof z.ZodEnum) return chance.one(schema.options);
  const days = [-40, -2, -1, 0, 1, 14, 60, 400].map((n) => shifted(today, n));
  const numbers = [1, 2, 3, 7, 100, 7500];
  const drawn = [...WORDS, ...days, ...numbers, true, false];
  return chance.one(drawn.filter((value) => schema.safeParse(value).success));
}

/** A day so many days later. */
export function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
