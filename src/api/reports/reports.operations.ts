import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { formats, mediaTypes } from '../../reports/index.js';
import { operation } from '../operation.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const cell = z.union([z.string(), z.number(), z.null()]);

/** A report as JSON: codes in the rows, words in the language asked for. */
const reportView = z.object({
  report: z.string(),
  title: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  definition: z.string().describe('What is counted, in words'),
  period: z.object({ from: z.iso.date(), until: z.iso.date() }),
  cutOff: z.iso.date(),
  basis: z.object({
    asKnownOn: z.iso.date(),
    lastEvent: z.string().nullable(),
    lastRecordedAt: z.string().nullable(),
  }),
  population: z.string(),
  division: z.string(),
  policy: z.array(z.string()),
  notes: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), label: z.string(), unit: z.string().nullable() })),
  rows: z.array(z.record(z.string(), cell)),
  totals: z.record(z.string(), cell),
});

export const readReport = operation({
  id: 'readReport',
  method: 'GET',
  path: '/api/v1/reports/:name',
  permission: 'colleague',
  summary: text('Kör en rapport', 'Run a report'),
  says: text(
    'Med samma parametrar som kommandoraden. Den som inte arbetar med ärenden får siffrorna som de visas för allmänheten.',
    'With the parameters of the command line. Whoever does not work with cases gets the figures as the public does.',
  ),
  params: z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) }),
  query: z
    .object({
      year: z.string().optional().describe('Four figures; asked for by every report'),
      until: z.string().optional().describe('A day of the year; default: its last day, or today'),
      asKnownOn: z.string().optional().describe('As it was known at the end of a day'),
      division: z.string().optional().describe('`then` (default) or `now`'),
      audience: z.string().optional().describe('`inside` or `public`'),
      by: z.string().optional().describe('`district` or `month`'),
      format: z.enum(formats).optional().describe('Default: by `Accept`, else json'),
    })
    .catchall(z.string().max(60)),
  answer: {
    status: 200,
    says: text('Rapporten', 'The report'),
    schema: reportView,
    media: [mediaTypes.csv, mediaTypes.xlsx],
  },
  problems: ['not-found', 'not-acceptable', 'not-permitted', 'invalid-data'],
});

export const reportsOperations = [readReport] as const;
