import type { Field, Reason, Text } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import { metaOf } from '../engine/schema-fields.js';
import { formWords, momentIn } from '../reports/index.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Language } from '../platform/language.js';
import { numerals } from '../platform/numerals.js';
import type { z } from 'zod';

/** What values are said with: the registers, and the lists of reasons that codes may stand on. */
export interface Vocabulary {
  readonly registers: Snapshot;
  readonly language: Language;
  readonly reasons?: Readonly<Record<string, readonly Reason[]>> | undefined;
  /** What a process that is referred to is called, by its ref; undefined for one that the reader may not see. */
  readonly called?: ((ref: string) => string | undefined) | undefined;
  /** What the persons of the household are called, by their short names. */
  readonly persons?: ReadonlyMap<string, string> | undefined;
  /** What facilities are called, by their codes. */
  readonly houses?: ReadonlyMap<string, string> | undefined;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** One value as a person reads it; `field` says what kind of value it is. */
export function valueInWords(words: Vocabulary, field: Partial<Field> | undefined, value: unknown): string {
  const { language } = words;
  if (value === undefined || value === null) return plain.none[language];
  if (typeof value === 'boolean') return plain[value ? 'yes' : 'no'][language];
  if (typeof value === 'number') return numerals(value, language);
  if (typeof value === 'string' && INSTANT.test(value)) return momentIn(value, language);
  if (typeof value === 'string') return nameOf(words, field, value)?.[language] ?? value;
  return referredTo(words, field, value) ?? '…';
}

function referredTo(words: Vocabulary, field: Partial<Field> | undefined, value: object): string | undefined {
  const ref = 'ref' in value ? String(value.ref) : undefined;
  if (ref === undefined) return undefined;
  return field?.pick?.from === 'household' ? fileOf({ ref }) : words.called?.(ref);
}

const plain = {
  none: { sv: 'ej angivet', en: 'not given' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
} as const;

/** What a code is called; undefined for what is no code, and for one that is on no list. */
function nameOf(
  { registers, reasons, persons }: Vocabulary,
  { choices, pick }: Partial<Field> = {},
  code: string,
): Text | undefined {
  if (choices !== undefined && Object.hasOwn(choices, code)) return choices[code];
  if (pick?.from === 'reason') return reasons?.[pick.list]?.find((one) => one.code === code)?.label;
  const name =
    pick?.from === 'member' ? (persons?.get(code) ?? '…') : registered(registers, pick?.from, code);
  return name === undefined ? undefined : { sv: name, en: name };
}

function registered(registers: Snapshot, from: string | undefined, code: string): string | undefined {
  if (from === 'organisation') return registers.organisations.get(code)?.name;
  return from === 'user' ? registers.people.get(code)?.at(-1)?.name : undefined;
}

/** A value with its label; `inner` for one that is made of others, else it is said in `value`. */
export interface Said {
  readonly label: string;
  readonly value: string | null;
  readonly inner: readonly Said[];
}

/** The data of a step, or a record, as labels and values in the order of its schema. What is not there is left out. */
export function dataInWords(words: Vocabulary, schema: z.ZodType, data: unknown): Said[] {
  const shape = shapeOf(schema);
  if (shape === null || typeof data !== 'object' || data === null) return [];
  return Object.entries(shape).flatMap(([name, child]) => {
    const value = (data as Record<string, unknown>)[name];
    // What tells persons apart in the data tells a reader nothing; the copy of a form has a page of its own.
    if (metaOf(child)?.widget === 'copy' || (name === 'ref' && metaOf(child) !== undefined)) return [];
    const called = typeof value === 'string' ? calledBy(words, name, value) : undefined;
    if (called !== undefined)
      return [{ label: metaOf(child)?.label[words.language] ?? '', value: called, inner: [] }];
    return value === undefined || value === null ? [] : [said(words, child, value, metaOf(child)?.label)];
  });
}

/** What the code of a facility or a housing form is called; undefined for other fields. */
function calledBy({ houses, language }: Vocabulary, name: string, code: string): string | undefined {
  if (name === 'facility') return houses?.get(code);
  return name === 'form' ? formWords(code)?.[language] : undefined;
}

/** The schema of the elements of a list that a schema holds. */
export const elementOf = (schema: z.ZodType, list: string): z.ZodType =>
  (unwrapped(shapeOf(schema)?.[list] as z.ZodType) as unknown as { element: z.ZodType }).element;

/** One field of some data by its dotted path, said also when there is nothing in it. Null when the schema has no such field. */
export function fieldInWords(words: Vocabulary, schema: z.ZodType, data: unknown, path: string): Said | null {
  const [name = '', ...rest] = path.split('.');
  const child = shapeOf(schema)?.[name];
  const value = (data as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (child === undefined) return null;
  if (rest.length > 0) return fieldInWords(words, child, value, rest.join('.'));
  const label = metaOf(child)?.label[words.language] ?? name;
  const isThere = value !== undefined && value !== null && value !== '';
  return isThere ? said(words, child, value, metaOf(child)?.label) : { label, value: null, inner: [] };
}

function said(words: Vocabulary, schema: z.ZodType, value: unknown, named: Text | undefined): Said {
  const label = named?.[words.language] ?? '';
  const meta = metaOf(schema);
  if (Array.isArray(value)) {
    const element = (unwrapped(schema) as unknown as { element: z.ZodType }).element;
    const inner = value.map((one, n) => said(words, element, one, { sv: `${n + 1}`, en: `${n + 1}` }));
    return { label, value: value.length === 0 ? (words.language === 'sv' ? 'inga' : 'none') : null, inner };
  }
  const isRef = typeof value === 'object' && Object.keys(value as object).join() === 'ref';
  const inner = typeof value === 'object' && !isRef ? dataInWords(words, schema, value) : [];
  return { label, value: inner.length > 0 ? null : valueInWords(words, meta, value), inner };
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const inner = (schema.def as { innerType?: z.ZodType }).innerType;
  return inner === undefined ? schema : unwrapped(inner);
}

const shapeOf = (schema: z.ZodType): Record<string, z.ZodType> | null =>
  (unwrapped(schema) as unknown as { shape?: Record<string, z.ZodType> }).shape ?? null;
