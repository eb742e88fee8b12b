import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { innerOf } from '../engine/schema-fields.js';

const sayings = z.registry<Text>();

/** Says in both languages what a value of the API is. For fields of a workflow their own labels say it. */
export function said<S extends z.ZodType>(schema: S, sv: string, en: string): S {
  sayings.add(schema, { sv, en });
  return schema;
}

/** What was said of a schema, or of what it makes optional; undefined when nothing was. */
export function saidOf(schema: z.ZodType): Text | undefined {
  const inner = innerOf(schema);
  return sayings.get(schema) ?? (inner && saidOf(inner));
}
