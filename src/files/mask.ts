import type { z } from 'zod';
import { fieldsOf, valuesAt } from '../engine/schema-fields.js';
import type { Depth } from './sight.js';

/**
 * Data as far as a depth of sight goes: what stays within the organisation that answers for the household is left out, and
 * at `coded` every personal value with it.
 */
export function masked<T extends object>(schema: z.ZodType | undefined, data: T, depth: Depth): T {
  if (depth === 'all' || schema === undefined) return data;
  let seen: unknown = data;
  for (const { path, meta } of fieldsOf(schema))
    if (meta.within === true || (depth === 'coded' && meta.personal === true))
      for (const { at } of valuesAt(data, path)) seen = without(seen, at);
  return seen as T;
}

/** Data without what is read by itself alone: large, and no part of what an event says. */
export function withoutApart<T extends object>(schema: z.ZodType | undefined, data: T): T {
  let seen: unknown = data;
  for (const { path, meta } of schema === undefined ? [] : fieldsOf(schema))
    if (meta.apart === true) for (const { at } of valuesAt(data, path)) seen = without(seen, at);
  return seen as T;
}

function without(data: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (key === undefined || typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((one: unknown, i) => (i === key ? without(one, rest) : one));
  const { [key as string]: inner, ...others } = data as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
}
