import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { formats, mediaTypes } from '../../reports/index.js';
import { aDay } from '../days.js';
import { operation } from '../operation.js';
import { said } from '../../files/said.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const cell = z.union([z.string(), z.number(), z.null()]);

/** A report as JSON: codes in the rows, words in the language asked for. */
const reportView = z.object({
  report: z.string(),
  title: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  definition: said(z.string(), 'Vad som räknas, i ord', 'What is counted, in words'),
  period: z.object({ from: z.iso.date(), until: z.iso.date() }),
  cutOff: z.iso.date(),
  basis: z.object({
    asKnownOn: z.iso.date(),
    lastEvent: z.string().nullable(),
    lastRecordedAt: z.string().nullable(),
    events: said(
      z.number(),
      'Hur många händelser siffrorna bygger på',
      'How many events the numbers rest on',
    ),
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
  logs: 'reports',
  summary: text('Kör en rapport', 'Run a report'),
  says: text(
    'Med samma parametrar som kommandoraden. Den som inte arbetar med ärenden får siffrorna som de visas för allmänheten.',
    'With the parameters of the command line. Whoever does not work with cases gets the figures as the public does.',
  ),
  params: z.object({
    name: said(
      z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
      'Rapportens namn, till exempel `yearly-goal`',
      'The name of the report, such as `yearly-goal`',
    ),
  }),
  query: z
    .object({
      year: said(
        z.string().optional(),
        'Fyra siffror; varje rapport kräver det',
        'Four figures; asked for by every report',
      ),
      until: said(
        z.string().optional(),
        'En dag under året; annars dess sista, eller i dag',
        'A day of the year; default: its last day, or today',
      ),
      asKnownOn: said(
        aDay().optional(),
        'Som det var känt vid en dags slut',
        'As it was known at the end of a day',
      ),
      division: said(
        z.string().optional(),
        '`then` (dåvarande stadsdelar, om inget anges) eller `now` (dagens)',
        '`then` (default) or `now`',
      ),
      audience: said(
        z.string().optional(),
        '`inside` (internt) eller `public` (offentligt)',
        '`inside` or `public`',
      ),
      by: said(z.string().optional(), '`district` (stadsdel) eller `month` (månad)', '`district` or `month`'),
      format: said(
        z.enum(formats).optional(),
        'Annars efter `Accept`, annars json',
        'Default: by `Accept`, else json',
      ),
    })
    .catchall(z.string().max(60)),
  answer: {
    status: 200,
    says: text('Rapporten', 'The report'),
    schema: reportView,
    media: [mediaTypes.csv, mediaTypes.xlsx, mediaTypes.pdf],
  },
  problems: ['not-found', 'not-acceptable', 'not-permitted', 'invalid-data'],
});

export const readReportChanges = operation({
  id: 'readReportChanges',
  method: 'GET',
  path: '/api/v1/reports/:name/changes',
  permission: 'colleague',
  logs: 'lists',
  summary: text('Vad som är annorlunda sedan en dag', 'What is different since a day'),
  says: text(
    'Skillnaden mellan rapporten som den var känd en dag (asKnownOn krävs) och som den är nu: tal för tal, och ärende för ärende med händelsen som gjorde det känt, så långt läsaren får se dem. Det som hände efter dagen räknas bara.',
    'The difference between the report as known on a day (asKnownOn is required) and as it is now: figure by figure, and case by case with the event that made it known, as far as the reader may see them. What happened after that day is only counted.',
  ),
  params: readReport.params,
  query: z
    .object({ year: z.string().optional(), until: z.string().optional(), asKnownOn: aDay() })
    .catchall(z.string().max(60)),
  answer: {
    status: 200,
    says: text('Skillnaderna', 'The differences'),
    schema: z.object({
      report: z.string(),
      asKnownOn: z.iso.date(),
      differences: z.array(
        z.object({
          report: z.string(),
          row: z.string(),
          column: z.string(),
          before: cell,
          after: cell,
        }),
      ),
      changed: z.array(
        z.object({
          as: z.enum(['entered', 'left']),
          file: z.string(),
          day: z.iso.date(),
          row: z.record(z.string(), cell),
          column: z.string(),
          event: z.string().nullable(),
          isCorrection: said(
            z.boolean(),
            'Annars registrerades det bara senare',
            'Else it was only registered later',
          ),
        }),
      ),
      happenedSince: z.int(),
    }),
  },
  problems: ['not-found', 'not-permitted', 'malformed-request', 'invalid-data'],
});

export const reportsOperations = [readReport, readReportChanges] as const;
