import { z } from 'zod';
import { said } from './said.js';
import { deadlineView, inWords, instant, namedState, weighedRule } from './shapes.js';

/** Schemas of what the API answers about what has happened in a file, and what a step would bring. */

export const trailEvent = z.object({
  id: said(z.string(), '`<ärende>:<ordningsnummer>`', '`<file>:<seq>`'),
  seq: z.int(),
  process: z.int().nullable(),
  workflow: z.string().nullable(),
  type: z.string(),
  told: inWords(),
  occurredAt: instant(),
  recordedAt: instant(),
  by: z.string(),
  role: z.string(),
  onBehalfOf: said(
    z.string().nullable(),
    'Den som hen handlade för, som ersättare',
    'Whom they acted for, as a substitute',
  ),
  delegation: said(
    z.string().nullable(),
    'Punkten i delegationsordningen som beslutet togs med stöd av',
    'The line of delegation by which it was decided',
  ),
  cause: z.enum(['person', 'deadline', 'process']),
  data: said(
    z.record(z.string(), z.unknown()),
    'Med personuppgifter, så långt de finns kvar',
    'With personal values, as far as they are kept',
  ),
  canonical: said(
    z.string().nullable(),
    'RFC 8785: dess UTF-8-byte är det som hashas; `null` när de nämner ett ärende som läsaren inte får se',
    'RFC 8785: its UTF-8 bytes are what is hashed; null when they name a file that the reader may not see',
  ),
  hash: said(
    z.string(),
    'Hexadecimalt: SHA-256(föregående händelses hash ‖ byte)',
    'Hex: SHA-256(hash of the event before ‖ bytes)',
  ),
});

export const trail = z.object({ events: z.array(trailEvent), next: z.string().nullable() });

const depth = z.enum(['none', 'coded', 'shared']);

export const foreseenFile = z.object({
  id: z.string(),
  kind: z.enum(['household', 'dwelling']),
  isNew: z.boolean(),
  events: z.array(
    z.object({
      process: z.int().nullable(),
      workflow: z.string().nullable(),
      type: z.string(),
      told: inWords(),
      occurredAt: instant(),
      cause: z.enum(['person', 'deadline', 'process']),
    }),
  ),
  changes: z.array(
    z.object({
      process: z.int(),
      workflow: z.string(),
      label: inWords(),
      before: said(z.array(namedState).nullable(), '`null`: den börjar', 'Null: it begins'),
      after: z.array(namedState),
    }),
  ),
  deadlines: said(z.array(deadlineView), 'Tider som börjar eller flyttas', 'Terms that begin or move'),
  responsible: said(
    z.object({ before: z.string().nullable(), after: z.string().nullable() }).optional(),
    'Organisationen som ansvarar, när den blir en annan',
    'The organisation that answers for it, when it becomes another',
  ),
  assignee: z.object({ before: z.string().nullable(), after: z.string().nullable() }).optional(),
  discloses: said(
    z.array(z.object({ kind: z.string(), before: depth, after: depth })),
    'Vad slag av organisationer ser av hushållet, när det blir mer eller mindre: `shared` vilka de är, `coded` inget som säger det, `none` inget',
    'What kinds of organisation see of the household, when that becomes more or less: `shared` who they are, `coded` nothing that says so, `none` nothing',
  ),
  isLost: said(
    z.boolean(),
    'Efter steget ser personen det inte längre',
    'After the step the person no longer sees it',
  ),
});

export const foreseen = z.object({
  dryRun: z.literal(true),
  proposed: z.boolean(),
  weighed: said(
    z.array(weighedRule),
    'Villkor som bedöms av nästa part, som de står efter steget',
    'Conditions that others will judge by, as they stand after the step',
  ),
  files: said(z.array(foreseenFile), 'Så långt läsaren får se dem', 'As far as the reader may see them'),
});

export type TrailEvent = z.infer<typeof trailEvent>;
export type Trail = z.infer<typeof trail>;
export type ForeseenFile = z.infer<typeof foreseenFile>;
export type Foreseen = z.infer<typeof foreseen>;
