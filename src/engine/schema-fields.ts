import { z } from 'zod';
import type { Field } from '../../workflows/definition.js';
import { fields } from '../../workflows/fields.js';

/** One field of a schema: where it stands (`*` for each element of a list) and what its registry entry says. */
export interface FieldAt {
  readonly path: readonly string[];
  readonly meta: Field;
  readonly schema: z.ZodType;
}

const known = new WeakMap<z.ZodType, readonly FieldAt[]>();

/** Every registered field of a schema, in order, wrappers (optional, nullable, default) looked through. */
export function fieldsOf(schema: z.ZodType): readonly FieldAt[] {
  let found = known.get(schema);
  if (found === undefined) known.set(schema, (found = walk(schema, [])));
  return found;
}

/** What the registry says of a schema, wherever it was registered. */
export function metaOf(schema: z.ZodType): Field | undefined {
  const own = fields.get(schema) ?? (z.globalRegistry.get(schema) as Field | undefined);
  if (own?.label !== undefined) return own;
  const inner = innerOf(schema);
  return inner === undefined ? undefined : metaOf(inner);
}

/** The schema below optional, nullable, default, readonly and pipes; undefined when there is none. */
export function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const def = schema.def as { innerType?: z.ZodType; in?: z.ZodType };
  return def.innerType ?? def.in;
}

function walk(schema: z.ZodType, path: readonly string[]): FieldAt[] {
  const meta = metaOf(schema);
  const own = meta === undefined ? [] : [{ path, meta, schema }];
  return [
    ...own,
    ...children(schema).flatMap(([key, child]) => walk(child, key === null ? path : [...path, key])),
  ];
}

function children(schema: z.ZodType): [string | null, z.ZodType][] {
  const inner = innerOf(schema);
  if (inner !== undefined) return children(inner);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape) as [string, z.ZodType][];
  if (schema instanceof z.ZodArray) return [['*', schema.element as z.ZodType]];
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).map((option) => [null, option]);
  return [];
}

/** Every value that stands at a path, with its place (list indexes filled in). */
export function valuesAt(
  data: unknown,
  path: readonly string[],
): { at: (string | number)[]; value: unknown }[] {
  let found: { at: (string | number)[]; value: unknown }[] = [{ at: [], value: data }];
  for (const key of path) {
    found = found.flatMap(({ at, value }) => {
      if (key === '*')
        return Array.isArray(value) ? value.map((v, i) => ({ at: [...at, i], value: v as unknown })) : [];
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
      return [{ at: [...at, key], value: (value as Record<string, unknown>)[key] }];
    });
  }
  return found.filter(({ value }) => value !== undefined && value !== null);
}

/** A copy of `data` with the value at `at` replaced. */
export function replaceAt(data: unknown, at: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((v: unknown, i) => (i === key ? replaceAt(v, rest, value) : v));
  const object = data as Record<string, unknown>;
  return { ...object, [key]: replaceAt(object[key], rest, value) };
}
