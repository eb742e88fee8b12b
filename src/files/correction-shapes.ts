import { z } from 'zod';
import { foreseenFile } from './event-shapes.js';
import { said } from './said.js';
import { instant, inWords } from './shapes.js';

const day = z.iso.date();

/** A fact of the reports, as far as it tells nothing of anybody. */
const factView = z.object({
  process: z.int(),
  kind: said(z.string(), 'Vad som räknas, till exempel `movedIn`', 'What is counted, such as `movedIn`'),
  on: day,
  form: z.string().nullable(),
  party: z.string().nullable(),
  stage: z.string().nullable(),
  reason: z.string().nullable(),
});

const correctedFile = foreseenFile.omit({ isNew: true, isLost: true }).extend({
  gone: said(
    z.array(z.object({ seq: z.number(), told: inWords(), occurredAt: instant() })),
    'Händelser som inte längre gäller',
    'Events that no longer stand',
  ),
  ended: said(
    z.array(z.object({ process: z.int(), name: z.string(), label: inWords(), on: day })),
    'Tider som inte längre löper, eller som flyttas från den här dagen',
    'Terms that no longer run, or that move from this day',
  ),
  closed: said(z.array(factView), 'Fakta som inte längre räknas', 'Facts that no longer count'),
  counted: said(z.array(factView), 'Fakta som räknas i stället', 'Facts that count instead'),
});

/** What a correction would change, file by file, as far as the reader may see them. */
export const foreseenCorrection = z.object({
  dryRun: z.literal(true),
  files: z.array(correctedFile),
  keptReports: said(
    z.array(z.object({ id: z.string(), name: z.string(), keptAt: instant() })),
    'Sparade rapporter som bygger på fakta som stängs',
    'Kept reports that rest on facts that are closed',
  ),
});

export type FactView = z.infer<typeof factView>;
export type CorrectedFileView = z.infer<typeof correctedFile>;
export type ForeseenCorrection = z.infer<typeof foreseenCorrection>;
