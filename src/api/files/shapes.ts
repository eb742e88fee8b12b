import { z } from 'zod';

/** Schemas of what the API answers about files. The description of the API is made from them, and tests hold answers to them. */

const language = 'in the language asked for';
const instant = () => z.string().describe('RFC 3339, UTC');
const day = () => z.iso.date();

export const namedState = z
  .object({ state: z.string(), label: z.string().describe(language) })
  .describe('One leaf: `queued` for the state, `limit.planning` for another region’s');

export const deadlineView = z.object({
  name: z.string(),
  process: z.int(),
  state: z.string().describe('Where the term runs, its dotted path'),
  label: z.string().describe(language),
  rule: z.string(),
  day: day().describe('The last good day, or the day it falls due'),
  at: instant(),
  moves: z.boolean().describe('Whether it moves the case by itself; else it reminds'),
  overdue: z.boolean(),
});

export const processView = z.object({
  number: z.int(),
  ref: z.string().describe('`<file>/<number>`'),
  workflow: z.string(),
  version: z.int(),
  label: z.string().describe(language),
  parent: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string().describe(language),
  states: z.array(namedState),
  open: z.boolean(),
  waitsFor: z.string().nullable().describe('The kind of organisation that must act'),
  openedAt: instant(),
  enteredAt: instant().describe('When it came to its state'),
  context: z.record(z.string(), z.unknown()).describe('What the process remembers'),
  proposals: z
    .array(z.object({ type: z.string(), by: z.string() }))
    .describe('Steps that wait for a second person'),
});

export const actionView = z.object({
  type: z.string(),
  process: z.int().nullable().describe('Null for an event of the file itself'),
  label: z.string().describe(language),
  answer: z.enum(['allowed', 'allowed-if', 'guard', 'not-possible-now', 'not-permitted']),
  sentences: z.array(z.string()).describe('What stands in the way, or what must still be so'),
  possibleIn: z.array(z.string()).describe('States in which it would be possible'),
  grave: z.boolean().describe('Takes something away'),
  twoPersons: z.boolean(),
  proposedBy: z.string().nullable(),
  href: z.string().describe('Where to post it'),
  schema: z
    .record(z.string(), z.unknown())
    .describe('JSON Schema of `data`; `title` is the label, `x-pick` tells where values are picked from'),
});

export const fileView = z.object({
  id: z.string(),
  kind: z.enum(['household', 'dwelling']),
  version: z.int().describe('Also the ETag'),
  district: z.string().nullable().describe('The organisation that answers for it'),
  assignee: z.string().nullable(),
  openedAt: instant(),
  recordedAt: instant().describe('When its last event was recorded'),
  household: z.record(z.string(), z.unknown()).optional().describe('As far as the reader may see it'),
  dwelling: z.record(z.string(), z.unknown()).optional(),
  processes: z.array(processView),
  deadlines: z.array(deadlineView),
  actions: z.array(actionView).describe('Every event, each with its answer'),
  at: day().optional().describe('The day that was asked for, when it was not now'),
  knownOn: day().optional(),
});

export const steppedView = z.object({
  ...fileView.partial().shape,
  id: z.string(),
  step: z.object({
    event: z.string().describe('`<file>:<seq>`'),
    process: z.int().nullable(),
    repeated: z.boolean().describe('The same key was taken before: nothing happened now'),
    proposed: z.boolean().describe('Waits for a second person'),
  }),
});

export const listedProcess = z.object({
  number: z.int(),
  workflow: z.string(),
  label: z.string().describe(language),
  state: z.string(),
  stateLabel: z.string().describe(language),
  states: z.array(z.string()),
  open: z.boolean(),
  waitsFor: z.string().nullable(),
  enteredAt: instant(),
  due: day().nullable().describe('The next term that somebody must keep'),
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
  next: z.string().nullable().describe('`cursor` of the next page; null on the last'),
});

export const trailEvent = z.object({
  id: z.string().describe('`<file>:<seq>`'),
  seq: z.int(),
  process: z.int().nullable(),
  workflow: z.string().nullable(),
  type: z.string(),
  told: z.string().describe(`One sentence, ${language}`),
  occurredAt: instant(),
  recordedAt: instant(),
  by: z.string(),
  cause: z.enum(['person', 'deadline', 'process']),
  data: z.record(z.string(), z.unknown()).describe('With personal values, as far as they are kept'),
  canonical: z.string().describe('RFC 8785: its UTF-8 bytes are what is hashed'),
  hash: z.string().describe('Hex: SHA-256(hash of the event before ‖ bytes)'),
});

export const trail = z.object({ events: z.array(trailEvent), next: z.string().nullable() });

export const foreseenFile = z.object({
  id: z.string(),
  kind: z.enum(['household', 'dwelling']),
  isNew: z.boolean(),
  events: z.array(
    z.object({
      process: z.int().nullable(),
      workflow: z.string().nullable(),
      type: z.string(),
      told: z.string().describe(language),
      occurredAt: instant(),
      cause: z.enum(['person', 'deadline', 'process']),
    }),
  ),
  changes: z.array(
    z.object({
      process: z.int(),
      workflow: z.string(),
      label: z.string().describe(language),
      before: z.array(namedState).nullable().describe('Null: it begins'),
      after: z.array(namedState),
    }),
  ),
  deadlines: z.array(deadlineView).describe('Terms that begin or move'),
});

export const foreseen = z.object({
  dryRun: z.literal(true),
  proposed: z.boolean(),
  files: z.array(foreseenFile).describe('As far as the reader may see them'),
});

export type NamedState = z.infer<typeof namedState>;
export type DeadlineView = z.infer<typeof deadlineView>;
export type ProcessView = z.infer<typeof processView>;
export type ActionView = z.infer<typeof actionView>;
export type FileView = z.infer<typeof fileView>;
export type SteppedView = z.infer<typeof steppedView>;
export type ListedProcess = z.infer<typeof listedProcess>;
export type ListedFile = z.infer<typeof listedFile>;
export type FileList = z.infer<typeof fileList>;
export type TrailEvent = z.infer<typeof trailEvent>;
export type Trail = z.infer<typeof trail>;
export type ForeseenFile = z.infer<typeof foreseenFile>;
export type Foreseen = z.infer<typeof foreseen>;
