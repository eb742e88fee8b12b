import { z } from 'zod';
import type { ReaderLine } from '../../access/log-in-words.js';
import type { Language } from '../language.js';
import { said } from '../../files/said.js';

const inWords = () => said(z.string(), 'På det språk som begärs', 'In the language asked for');

/** One entry of the access log as it is shown. */
export const entryView = z.object({
  id: said(z.string(), '`<kedja>:<ordningsnummer>`', '`<chain>:<seq>`'),
  at: z.string(),
  login: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: z.string(),
  onBehalfOf: z.string().nullable(),
  via: said(z.string(), '`token:<id>`, `session:<id>` eller `cli`', '`token:<id>`, `session:<id>` or `cli`'),
  what: z.string(),
  whatLabel: inWords(),
  refused: z.boolean(),
  file: z.string().nullable(),
  files: said(z.array(z.string()), 'Ärenden som en lista visade', 'Files that a list showed'),
  why: z.string(),
  whyLabel: inWords(),
  reason: z.string().nullable(),
  note: said(z.string().nullable(), '`null` när ingen finns kvar', 'Null when none is kept'),
  details: z.record(z.string(), z.unknown()),
  canonical: said(z.string(), 'De byte som hashas', 'The bytes that are hashed'),
  hash: z.string(),
});
export const logView = z.object({ entries: z.array(entryView), next: z.string().nullable() });

/** Who has read a file, for the family. */
export const readersView = z.object({
  file: z.string(),
  printed: said(z.iso.date(), 'Dagen listan gjordes', 'The day on which the list was made'),
  readers: z.array(
    z.object({
      name: z.string(),
      organisation: z.string(),
      day: z.iso.date(),
      time: said(z.string(), 'Första gången den dagen', 'The first time that day'),
      times: z.int(),
      told: inWords(),
    }),
  ),
});

/** The list for the family, with the day on which it was made. */
interface FamilyList {
  readonly file: string;
  readonly printed: string;
  readonly readers: readonly ReaderLine[];
}

/** The list as text, to be printed. */
export function readersAsText({ file, printed, readers }: FamilyList, language: Language): string {
  const title = language === 'sv' ? `Vem har läst ärende ${file}` : `Who has read file ${file}`;
  const made = language === 'sv' ? `Listan gjordes ${printed}.` : `The list was made on ${printed}.`;
  const lines = readers.map(
    ({ day, time, name, organisation, told }) => `${day} ${time}  ${name}, ${organisation}: ${told}`,
  );
  return `${[title, made, '', ...lines].join('\n')}\n`;
}
