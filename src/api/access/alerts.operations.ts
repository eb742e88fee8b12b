import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { cursor, limit } from '../files/inputs.js';
import { operation } from '../operation.js';
import { said } from '../../files/said.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** One alert. */
export const alertView = z.object({
  id: z.int(),
  at: z.string(),
  readAt: said(z.string().nullable(), '`null` tills det är läst', 'Null until it is read'),
  file: z.string(),
  by: z.string(),
  name: z.string(),
  organisation: z.string(),
  reason: z.string(),
  reasonLabel: said(z.string(), 'På det språk som begärs', 'In the language asked for'),
});

export const listAlerts = operation({
  id: 'listAlerts',
  method: 'GET',
  path: '/api/v1/alerts',
  permission: 'colleague',
  logs: 'reads-log',
  summary: text('Läs sina larm om nödöppningar', 'Read one’s alerts of emergency access'),
  says: text(
    'Till chefen för den organisation som ansvarar för hushållet, och till granskare och säkerhetsansvariga.',
    'For the manager of the organisation that answers for the household, and for auditors and security officers.',
  ),
  query: z.strictObject({ cursor, limit: limit(200, 50) }),
  answer: {
    status: 200,
    says: text('En sida larm', 'A page of alerts'),
    schema: z.object({ alerts: z.array(alertView), next: z.string().nullable() }),
  },
  problems: ['malformed-request'],
});

export const readAlert = operation({
  id: 'readAlert',
  method: 'POST',
  path: '/api/v1/alerts/:alert/read',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Markera ett larm som läst', 'Mark an alert as read'),
  params: z.object({
    alert: said(
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
      'Larmets nummer',
      'The number of the alert',
    ),
  }),
  writes: true,
  answer: {
    status: 200,
    says: text('Det är läst', 'It is read'),
    schema: z.object({ read: z.literal(true) }),
  },
  problems: ['not-found', 'loading'],
});

export const alertsOperations = [listAlerts, readAlert] as const;
