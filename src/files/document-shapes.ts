import { z } from 'zod';
import { said } from './said.js';
import { instant, inWords } from './shapes.js';

/** Schemas of what the API answers about the papers that workflows write. */

const named = {
  document: said(z.string(), '`<händelsens nummer>.<namn>`', '`<number of the event>.<name>`'),
  label: inWords(),
  process: z.int(),
  workflow: z.string(),
  occurredAt: instant(),
  by: z.string(),
};

export const documentLine = z.object(named);
export const documentList = z.object({ documents: z.array(documentLine) });

const piece = z.union([
  z.object({ heading: inWords() }),
  z.object({ text: inWords() }),
  z.object({ rows: z.array(z.object({ label: inWords(), value: inWords() })) }),
]);

export const documentView = z.object({
  ...named,
  file: z.string(),
  version: z.int(),
  language: z.enum(['sv', 'en']),
  writtenOn: said(
    z.iso.date(),
    'Dagen då händelsen registrerades',
    'The day on which its event was recorded',
  ),
  family: said(
    z.string().nullable(),
    'Vad familjen kallades; `null` när namnet inte finns kvar',
    'What the family was called; null when the name is no longer kept',
  ),
  isProtected: said(
    z.boolean(),
    'Om familjens personuppgifter var skyddade; brevet lämnas då bara av en namngiven handläggare',
    'Whether the family’s identity was protected; a named handler alone then hands the letter over',
  ),
  isImported: said(
    z.boolean(),
    'Om händelsen kom med en import, och inget skickades härifrån',
    'Whether the event came with an import, and nothing was sent from here',
  ),
  pieces: z.array(piece),
  sha256: said(
    z.string(),
    'Hexadecimalt: SHA-256 av handlingens övriga fält som RFC 8785; samma händelse ger alltid samma',
    'Hex: SHA-256 of the other fields as RFC 8785; the same event always gives the same',
  ),
});

export type DocumentLine = z.infer<typeof documentLine>;
export type DocumentList = z.infer<typeof documentList>;
export type DocumentView = z.infer<typeof documentView>;
