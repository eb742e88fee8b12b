import { z } from 'zod';
import type { Field } from './definition.js';

/** Label, help, sealing and picker of every field of every schema; the API, the forms and the sealing read it. */
export const fields = z.registry<Field>();

/** Registers `schema` as a field and returns it, so that a schema reads as a list of fields. */
export function field<S extends z.ZodType>(schema: S, meta: Field): S {
  fields.add(schema, meta);
  return schema;
}

/** A calendar day that exists, `YYYY-MM-DD`, from 1900 to 2199: what lies further off is a slip of the hand. */
export const day = (): z.ZodISODate => z.iso.date().regex(/^(19|20|21)/);

/** A process in this or another file. */
export const processRef = () =>
  z.strictObject({
    ref: z
      .string()
      .max(120)
      .regex(/^[^\s\p{C}]+$/u),
  });

/** A code of a list: lower-case letters, figures and hyphens. */
export const code = () => z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Free text: always personal, so it is sealed and leaves with the file's key. */
export const note = (sv: string, en: string) =>
  field(z.string().trim().min(1).max(4000), { label: { sv, en }, personal: true, widget: 'textarea' });
