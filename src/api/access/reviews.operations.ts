import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { outcomes, rules, type Outcome, type Rule } from '../../access/review/review.words.js';
import { cursor, flag, limit } from '../files/inputs.js';
import { operation } from '../operation.js';
import { said } from '../../files/said.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const rule = z.enum(Object.keys(rules) as [Rule, ...Rule[]]);
const outcome = z.enum(Object.keys(outcomes) as [Outcome, ...Outcome[]]);
const month = () => z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
const inWords = () => said(z.string(), 'På det språk som begärs', 'In the language asked for');

/** One thing to review. */
export const reviewView = z.object({
  id: z.int(),
  rule,
  ruleLabel: inWords(),
  day: z.iso.date(),
  at: z.string(),
  login: z.string(),
  name: z.string(),
  organisation: z.string(),
  file: said(z.string().nullable(), '`null` när det gäller många ärenden', 'Null where many files are meant'),
  entry: said(z.string(), 'Noteringen i åtkomstloggen', 'The entry of the access log'),
  whyLabel: inWords(),
  outcome: outcome.nullable(),
  outcomeLabel: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string().nullable(),
  reviewedAt: z.string().nullable(),
});
export type ReviewView = z.infer<typeof reviewView>;

export const listReviews = operation({
  id: 'listReviews',
  method: 'GET',
  path: '/api/v1/reviews',
  permission: 'reviewer',
  logs: 'reads-log',
  summary: text('Lista läsningar att granska', 'List readings to review'),
  says: text(
    'Stickprov och det som reglerna pekar ut. En chef ser de egna medarbetarnas; ingen ser sina egna.',
    'The sample and what the rules point out. A manager sees those of the own people; nobody sees their own.',
  ),
  query: z.strictObject({
    month: said(month().optional(), 'ÅÅÅÅ-MM', 'YYYY-MM'),
    rule: rule.optional(),
    open: said(
      flag().optional(),
      'Bara utan utfall, eller bara med',
      'Only without an outcome, or only with one',
    ),
    cursor,
    limit: limit(200, 50),
  }),
  answer: {
    status: 200,
    says: text('En sida', 'A page'),
    schema: z.object({ reviews: z.array(reviewView), next: z.string().nullable() }),
  },
  problems: ['malformed-request', 'not-permitted'],
});

export const makeReviews = operation({
  id: 'makeReviews',
  method: 'POST',
  path: '/api/v1/reviews',
  permission: 'reviewer',
  logs: 'nothing',
  summary: text('Leta upp läsningar att granska nu', 'Find readings to review now'),
  says: text(
    'Det görs också av sig självt, varje timme. Samma läsning kommer upp en gång för varje regel.',
    'This is also done by itself, every hour. The same reading comes up once by each rule.',
  ),
  writes: true,
  answer: {
    status: 200,
    says: text('Hur många som kom till', 'How many were added'),
    schema: z.object({ made: z.int() }),
  },
  problems: ['not-permitted', 'loading'],
});

export const giveOutcome = operation({
  id: 'giveOutcome',
  method: 'POST',
  path: '/api/v1/reviews/:review/outcome',
  permission: 'reviewer',
  logs: 'nothing',
  summary: text('Ange utfallet av en granskning', 'Give the outcome of a review'),
  says: text(
    'Ett utfall ändras aldrig; av flera gäller det sista. Den egna läsningen granskas av någon annan.',
    'An outcome is never altered; of several the last counts. Somebody else reviews your own readings.',
  ),
  params: z.object({
    review: said(
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
      'Granskningens nummer',
      'The number of the review',
    ),
  }),
  body: z.strictObject({
    outcome: said(outcome, 'Utfallet', 'The outcome'),
    note: said(
      z.string().trim().min(1).max(4000).optional(),
      'Med egna ord; förseglas med ärendets nyckel',
      'In your own words; sealed with the file’s key',
    ),
  }),
  writes: true,
  answer: { status: 201, says: text('Det är antecknat', 'It is noted'), schema: reviewView },
  problems: [
    'malformed-json',
    'malformed-request',
    'not-found',
    'not-permitted',
    'body-too-large',
    'unsupported-media-type',
    'invalid-data',
    'loading',
  ],
});

export const readReviewStatistics = operation({
  id: 'readReviewStatistics',
  method: 'GET',
  path: '/api/v1/reviews/statistics',
  permission: 'reviewer',
  logs: 'reads-log',
  summary: text('Läs granskningens statistik', 'Read the statistics of the review'),
  says: text('Antal per månad, regel och utfall.', 'Counts by month, rule and outcome.'),
  query: z.strictObject({
    from: said(
      month().optional(),
      'ÅÅÅÅ-MM; annars årets första',
      'YYYY-MM; default: the first of this year',
    ),
    to: said(month().optional(), 'ÅÅÅÅ-MM; annars den här', 'YYYY-MM; default: the present'),
  }),
  answer: {
    status: 200,
    says: text('Statistiken', 'The statistics'),
    schema: z.object({
      rows: z.array(
        z.object({
          month: z.string(),
          rule,
          ruleLabel: inWords(),
          outcome: said(outcome.nullable(), '`null` för dem som väntar', 'Null for those that wait'),
          outcomeLabel: z.string().nullable(),
          count: z.int(),
        }),
      ),
    }),
  },
  problems: ['malformed-request', 'not-permitted'],
});

export const reviewsOperations = [listReviews, makeReviews, giveOutcome, readReviewStatistics] as const;
