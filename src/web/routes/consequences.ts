import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Consequences } from '../pages/consequences.js';

/** A name of what is told: the same name, the same told. */
export const nameOfTold = (told: unknown): string =>
  createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);

/** Consequences in words, with their name. */
export const consequences = (
  lines: readonly (string | false)[],
  beware: readonly (string | false)[],
): Consequences => {
  const said = { lines: lines.filter((one) => one !== false), beware: beware.filter((one) => one !== false) };
  return { ...said, seen: nameOfTold(said) };
};

/** The fields by which a form is shown its consequences, has them come, or is changed. */
export const confirming = {
  do: z.enum(['look', 'confirm', 'edit']).default('look'),
  seen: z.string().max(100).default(''),
};

/** Whether what would happen is what the sender has seen and wants. */
export const isConfirmed = (
  body: { readonly do: string; readonly seen: string },
  { seen }: Consequences,
): boolean => body.do === 'confirm' && body.seen === seen;
