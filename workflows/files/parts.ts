import { z } from 'zod';
import { dayOf } from '../../src/domain/zone.js';
import type { Actor, Day, Field, OrgKind, OrgKinds, Sealed, Step, Text } from '../definition.js';
import { code, day, field, fields, note, processRef } from '../fields.js';

/** Swedish and English. */
export const text = (sv: string, en: string): Text => ({ sv, en });

/** What is the same in both languages: a name, a day, what a person wrote. */
export const asItIs = (value: string): Text => ({ sv: value, en: value });

/** Yes or no, in words. */
export const yesOrNo = (value: boolean): Text => (value ? text('ja', 'yes') : text('nej', 'no'));

/** Whole kronor in words: "8 200 kronor". */
export const kronorInWords = (amount: number): Text => {
  const thousands = (mark: string): string => String(amount).replace(/\B(?=(\d{3})+$)/g, mark);
  return text(`${thousands('\u00a0')}\u00a0kronor`, `${thousands(',')}\u00a0kronor`);
};

/** The rule of a term for an act, which falls on a working day. */
export const onAWorkingDay = (sv: string, en: string): Text =>
  text(`${sv} Är den dagen ledig gäller nästa arbetsdag.`, `${en} If that is no working day, the next one.`);

/** The label of a field, Swedish and English, ready to be spread into its meta. */
export const label = (sv: string, en: string) => ({ label: text(sv, en) });

/** A value out of a short list, each with its name. */
export function choice<N extends Readonly<Record<string, Text>>>(
  named: N,
  words: Pick<Field, 'label' | 'hint'>,
): z.ZodEnum<{ [K in keyof N & string]: K }> {
  const schema = z.enum(Object.keys(named)) as unknown as z.ZodEnum<{ [K in keyof N & string]: K }>;
  return field(schema, { ...words, choices: named, widget: 'radios' });
}

/** Where a flat comes from. */
export const channels = {
  facility: text('egen anläggning', 'own facility'),
  agency: text('Bostadsförmedlingen', 'the housing agency'),
} as const;

/** A coded reason out of a list of the workflow. */
export const reason = (list: string, sv = 'Skäl', en = 'Reason') =>
  field(code(), { ...label(sv, en), pick: { from: 'reason', list } });

/** An organisation of a kind, by its code. */
export const orgField = (kind: OrgKinds, sv: string, en: string) =>
  field(code(), { ...label(sv, en), pick: { from: 'organisation', kind } });

/** A part of the city, by the code of the district board that has it. */
export const partOfCity = (sv: string, en: string) => orgField('district', sv, en);

/** Who fell out of an agreement that had been made. */
export const partyField = () =>
  choice(
    {
      household: text('familjen', 'the family'),
      shis: text('SHIS', 'SHIS'),
      agency: text('Bostadsförmedlingen', 'the housing agency'),
      company: text('bostadsbolaget', 'the housing company'),
      district: text('stadsdelen', 'the district'),
    },
    label('Vem det berodde på', 'Owing to whom'),
  );

/** A flat, named by its process. */
export const dwellingField = () =>
  field(processRef(), { ...label('Lägenhet', 'Flat'), pick: { from: 'process', workflow: 'dwelling' } });

/** The day from which the others could know of a step: the day of recording, or of the due moment for a deadline. */
export const knownDay = ({ meta }: Step): Day =>
  meta.cause === 'deadline' ? meta.day : dayOf(meta.recordedAt);

/** The same field, left out when there is nothing to say. Label, sealing and picker follow it. */
export function optional<S extends z.ZodType>(schema: S): z.ZodOptional<S> {
  const meta = fields.get(schema);
  if (meta === undefined) throw new Error('optional() takes a registered field');
  return field(schema.optional(), meta);
}

/** The same field, which may be told to be unknown (`null`). */
export function nullable<S extends z.ZodType>(schema: S): z.ZodNullable<S> {
  const meta = fields.get(schema);
  if (meta === undefined) throw new Error('nullable() takes a registered field');
  return field(schema.nullable(), meta);
}

/** What stands in a record where a personal value was entered. */
export const sealedMark = () => z.strictObject({ sealed: z.string().min(1) });

/** A personal field as a record keeps it: the mark that took its place (or, before sealing, the value). */
export function kept<S extends z.ZodType>(schema: S) {
  const meta = fields.get(schema);
  if (meta === undefined) throw new Error('kept() takes a registered field');
  return field(z.union([sealedMark(), schema]), meta);
}
/** The type of a kept personal field. */
export type Kept = Sealed | string;

/** Whole kronor, zero or more. */
export const kronor = () => z.int().min(0).max(1_000_000);

/** The sign-in name of a colleague. */
export const login = () => z.string().regex(/^[a-z0-9][a-z0-9._@-]{0,79}$/);

/** What a step brought, as the type its schema gave it. */
export const dataOf = <D>(step: Step): D => step.data as D;

/** Whether a transfer follows from a merger of districts, where the handlers stay: the engine itself delivers it. */
export const isMerger = ({ meta }: Step): boolean => meta.orgKind === 'system';

/** The schema of `note` in both kinds of file. */
export const noteData = z.strictObject({ note: note('Anteckning', 'Note') });

/** What a form asked and what was answered when it was sent, kept as it was. */
export const copy = (sv: string, en: string) =>
  optional(field(z.string().max(60_000), { ...label(sv, en), personal: true, widget: 'copy' }));

/** Those who follow families for the city: the districts' handlers, and the housing unit's. */
export const DISTRICT: readonly Actor[] = [{ org: 'district' }, { org: 'housingUnit' }];
/** The kinds of organisation that a household may be theirs. */
export const ANSWERS_FOR_HOUSEHOLDS: readonly OrgKind[] = DISTRICT.map(({ org }) => org);
/** SHIS's administrators. */
export const SHIS: readonly Actor[] = [{ org: 'shis' }];

/** A value in force from a day on. */
export interface Dated<V> {
  readonly from: Day;
  readonly value: V;
}
/** The schema of a list of dated values. */
export const dated = <S extends z.ZodType>(schema: S) =>
  z.array(
    z.strictObject({
      from: field(day(), label('Från och med', 'From')),
      value: field(schema, label('Värde', 'Value')),
    }),
  );

/** The value in force on `on`; before the first of them, the first. Undefined for an empty list. */
export function inForce<V>(values: readonly Dated<V>[], on: Day): V | undefined {
  const begun = values.filter((one) => one.from <= on);
  return (begun.at(-1) ?? values[0])?.value;
}

/** The list with a value from a day on; one that began the same day gives way. Oldest first. */
export function withValue<V>(values: readonly Dated<V>[], from: Day, value: V): Dated<V>[] {
  const others = values.filter((one) => one.from !== from);
  return [...others, { from, value }].sort((a, b) => (a.from < b.from ? -1 : 1));
}
