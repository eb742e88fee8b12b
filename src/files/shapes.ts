import { z } from 'zod';
import { said } from './said.js';

/** Schemas of what the API answers about files as they stand. The description of the API is made from them, and tests hold answers to them. */

/** A word or sentence of the product. */
export const inWords = () => said(z.string(), 'På det språk som begärs', 'In the language asked for');
/** A moment. */
export const instant = () => said(z.string(), 'RFC 3339, UTC', 'RFC 3339, UTC');
const day = () => z.iso.date();

export const namedState = said(
  z.object({ state: z.string(), label: inWords() }),
  'Ett läge: `queued` för det första, `limit.planning` för en annan del av flödet',
  'One leaf: `queued` for the state, `limit.planning` for another region’s',
);

export const deadlineView = z.object({
  name: z.string(),
  process: z.int(),
  state: said(
    z.string(),
    'Läget där tiden löper, med sin väg i flödet',
    'Where the term runs, its dotted path',
  ),
  label: inWords(),
  rule: said(z.string(), 'Regeln som gav dagen, i ord', 'The rule that made the day, in words'),
  day: said(
    day(),
    'Den sista dagen i tid, eller dagen då det inträffar',
    'The last good day, or the day it falls due',
  ),
  at: instant(),
  moves: said(
    z.boolean(),
    'Om den flyttar ärendet av sig själv; annars påminner den',
    'Whether it moves the case by itself; else it reminds',
  ),
  overdue: z.boolean(),
});

export const processView = z.object({
  number: z.int(),
  ref: said(z.string(), '`<ärende>/<nummer>`', '`<file>/<number>`'),
  workflow: z.string(),
  version: z.int(),
  label: inWords(),
  parent: z.string().nullable(),
  state: z.string(),
  stateLabel: inWords(),
  states: z.array(namedState),
  open: z.boolean(),
  waitsFor: said(
    z.string().nullable(),
    'Slaget av organisation som ska agera',
    'The kind of organisation that must act',
  ),
  openedAt: instant(),
  enteredAt: said(instant(), 'När den kom till sitt läge', 'When it came to its state'),
  context: said(z.record(z.string(), z.unknown()), 'Det processen minns', 'What the process remembers'),
  proposals: said(
    z.array(z.object({ type: z.string(), by: z.string() })),
    'Steg som väntar på en andra person',
    'Steps that wait for a second person',
  ),
});

/** A rule that a step is weighed by; it is shown and does not stop it. */
export const weighedRule = z.object({
  says: inWords(),
  source: said(inWords().nullable(), 'Varifrån regeln är', 'Where the rule is from'),
  holds: z.boolean(),
});

export const actionView = z.object({
  type: z.string(),
  process: said(
    z.int().nullable(),
    '`null` för ett steg som gäller hela ärendet',
    'Null for an event of the file itself',
  ),
  label: inWords(),
  answer: z.enum(['allowed', 'allowed-if', 'guard', 'not-possible-now', 'not-permitted']),
  sentences: said(
    z.array(z.string()),
    'Det som står i vägen, eller det som ännu måste gälla',
    'What stands in the way, or what must still be so',
  ),
  possibleIn: said(z.array(z.string()), 'Lägen där det vore möjligt', 'States in which it would be possible'),
  weighed: said(
    z.array(weighedRule).optional(),
    'Villkor som bedöms av nästa part: om de är uppfyllda nu',
    'Conditions that others will judge by: whether they are met now',
  ),
  grave: said(z.boolean(), 'Tar bort något', 'Takes something away'),
  fresh: said(
    z.boolean(),
    'Ger eller tar tillgång: en session tar det bara om dess ägare nyss har loggat in',
    'Gives or takes access: a session takes it only soon after its owner has signed in',
  ),
  twoPersons: z.boolean(),
  proposedBy: z.string().nullable(),
  href: said(z.string(), 'Adressen som steget skickas till', 'Where to post it'),
  schema: said(
    z.record(z.string(), z.unknown()),
    'JSON Schema för `data`; `title` är etiketten, `x-pick` säger varifrån värden väljs',
    'JSON Schema of `data`; `title` is the label, `x-pick` tells where values are picked from',
  ),
});

export const fileView = z.object({
  id: z.string(),
  kind: z.enum(['household', 'dwelling']),
  version: said(z.int(), 'Också ETag', 'Also the ETag'),
  district: said(
    z.string().nullable(),
    'Organisationen som ansvarar för det',
    'The organisation that answers for it',
  ),
  assignee: z.string().nullable(),
  openedAt: instant(),
  recordedAt: said(instant(), 'När den senaste händelsen registrerades', 'When its last event was recorded'),
  household: said(
    z.record(z.string(), z.unknown()).optional(),
    'Så långt läsaren får se det',
    'As far as the reader may see it',
  ),
  dwelling: z.record(z.string(), z.unknown()).optional(),
  processes: z.array(processView),
  deadlines: z.array(deadlineView),
  actions: said(z.array(actionView), 'Varje steg, med sitt svar', 'Every event, each with its answer'),
  at: said(
    day().optional(),
    'Dagen som efterfrågades, när det inte var nu',
    'The day that was asked for, when it was not now',
  ),
  knownOn: day().optional(),
});

export const steppedView = z.object({
  ...fileView.partial().shape,
  id: z.string(),
  step: z.object({
    event: said(z.string(), '`<ärende>:<ordningsnummer>`', '`<file>:<seq>`'),
    process: z.int().nullable(),
    repeated: said(
      z.boolean(),
      'Samma nyckel har tagits förut: nu hände ingenting',
      'The same key was taken before: nothing happened now',
    ),
    proposed: said(z.boolean(), 'Väntar på en andra person', 'Waits for a second person'),
  }),
});

export const listedProcess = z.object({
  number: z.int(),
  workflow: z.string(),
  label: inWords(),
  state: z.string(),
  stateLabel: inWords(),
  states: z.array(z.string()),
  open: z.boolean(),
  waitsFor: z.string().nullable(),
  enteredAt: instant(),
  due: said(day().nullable(), 'Nästa tid som någon ska hålla', 'The next term that somebody must keep'),
  overdue: z.boolean(),
});

export const listedFile = z.object({
  id: z.string(),
  kind: z.enum(['household', 'dwelling']),
  version: z.int(),
  district: z.string().nullable(),
  assignee: z.string().nullable(),
  openedAt: instant(),
  recordedAt: instant(),
  processes: z.array(listedProcess),
});

export const fileList = z.object({
  files: z.array(listedFile),
  next: said(
    z.string().nullable(),
    '`cursor` för nästa sida; `null` på den sista',
    '`cursor` of the next page; null on the last',
  ),
});

export type NamedState = z.infer<typeof namedState>;
export type DeadlineView = z.infer<typeof deadlineView>;
export type ProcessView = z.infer<typeof processView>;
export type WeighedRule = z.infer<typeof weighedRule>;
export type ActionView = z.infer<typeof actionView>;
export type FileView = z.infer<typeof fileView>;
export type SteppedView = z.infer<typeof steppedView>;
export type ListedProcess = z.infer<typeof listedProcess>;
export type ListedFile = z.infer<typeof listedFile>;
export type FileList = z.infer<typeof fileList>;
