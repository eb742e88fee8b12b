import { z } from 'zod';
import type { Day, EventSpec, Reason } from '../../workflows/definition.js';
import { metaOf } from '../engine/schema-fields.js';
import type { Language } from '../platform/language.js';
import { saidOf } from './said.js';

type Reasons = Readonly<Record<string, readonly Reason[]>> | undefined;

/** What a form needs beside the type of a field. */
export interface SchemaWords {
  readonly language: Language;
  readonly reasons: Reasons;
  /** Leaves out the reasons that are not on their list that day; null keeps them all. */
  readonly day: Day | null;
}

const kept = new WeakMap<EventSpec, Map<Language, { readonly day: Day | null; readonly schema: object }>>();

/** The JSON Schema of an event's data on a day, made once a day and language. */
export function eventSchema(spec: EventSpec, words: SchemaWords): Record<string, unknown> {
  const { language, day } = words;
  const before = kept.get(spec)?.get(language);
  if (before?.day === day) return before.schema as Record<string, unknown>;
  const schema = jsonSchema(spec.schema, words);
  kept.set(spec, (kept.get(spec) ?? new Map()).set(language, { day, schema }));
  return schema;
}

/** JSON Schema (2020-12) of a schema, each registered field with its label, hint, and where its values are picked from. */
export function jsonSchema(schema: z.ZodType, words: SchemaWords): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: target }) =>
      labelled(zodSchema as unknown as z.ZodType, target, words),
  });
  return made;
}

/** Adds what the registry of fields says of one schema. */
export function labelled(schema: z.ZodType, target: Record<string, unknown>, words: SchemaWords): void {
  const { language } = words;
  if ((schema.def as { format?: string }).format === 'date') target['format'] = 'date';
  if (schema.meta()?.['format'] === 'binary') target['type'] = 'string';
  const saying = saidOf(schema);
  if (saying !== undefined) target['description'] = saying[language];
  const meta = metaOf(schema);
  if (meta === undefined) return;
  target['title'] = meta.label[language];
  if (meta.hint !== undefined) target['description'] = meta.hint[language];
  if (meta.personal) target['x-personal'] = true;
  if (meta.widget !== undefined) target['x-widget'] = meta.widget;
  const { choices } = meta;
  if (choices !== undefined && target['type'] === 'string') {
    delete target['enum'];
    target['oneOf'] = Object.entries(choices).map(([value, name]) => ({
      const: value,
      title: name[language],
    }));
  }
  if (meta.pick === undefined) return;
  target['x-pick'] = meta.pick;
  if (meta.pick.from === 'reason' && target['type'] === 'string')
    target['oneOf'] = reasonsOf(words, meta.pick.list).map(({ code, label }) => ({
      const: code,
      title: label[language],
    }));
}

function reasonsOf({ reasons, day }: SchemaWords, list: string): readonly Reason[] {
  const all = reasons?.[list] ?? [];
  return day === null ? all : all.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
}
