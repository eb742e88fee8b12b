import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { aDay } from '../days.js';
import { cursor, flag, inFile, limit, login } from '../files/inputs.js';
import { operation } from '../operation.js';
import { said } from '../../files/said.js';
import { logView, readersView } from './log-view.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Every call here reads the log, and is written in it. */
const readsLog = { method: 'GET', permission: 'accessLog', logs: 'reads-log' } as const;

export const readAccessLog = operation({
  id: 'readAccessLog',
  path: '/api/v1/access-log',
  ...readsLog,
  summary: text('Läs åtkomstloggen', 'Read the access log'),
  says: text(
    'Vem som har läst ett ärende, eller vad en person har läst; de senaste först. Läsningen loggas den också.',
    'Who has read a file, or what a person has read; the newest first. This reading is logged too.',
  ),
  query: z.strictObject({
    file: said(
      inFile.shape.file.optional(),
      'Ärendets nummer; det eller login',
      'The file’s number; that or login',
    ),
    lists: said(
      flag().optional(),
      'Med file: också listor som visade ärendet',
      'With file: the lists too that showed it',
    ),
    login: said(
      login().optional(),
      'Den vars läsningar det gäller; för granskare och säkerhetsansvariga',
      'Whose readings; for auditors and security officers',
    ),
    from: said(aDay().optional(), 'Från och med', 'The first day'),
    to: said(aDay().optional(), 'Till och med', 'The last day'),
    cursor,
    limit: limit(1000, 100),
  }),
  answer: { status: 200, says: text('En sida av loggen', 'A page of the log'), schema: logView },
  problems: ['malformed-request', 'not-found', 'not-permitted'],
});

export const listReaders = operation({
  id: 'listReaders',
  path: '/api/v1/files/:file/readers',
  ...readsLog,
  summary: text('Skriv ut vem som har läst ärendet', 'Print who has read the file'),
  says: text(
    'Till familjen: vem, från vilken organisation, när och varför, i vanliga ord. Som text med format=text.',
    'For the family: who, of which organisation, when and why, in plain words. As text with format=text.',
  ),
  params: inFile,
  query: z.strictObject({
    format: said(z.enum(['json', 'text']).default('json'), 'Annars json', 'Default: json'),
  }),
  answer: {
    status: 200,
    says: text('Listan', 'The list'),
    schema: readersView,
    media: ['text/plain'],
  },
  problems: ['malformed-request', 'not-found', 'not-permitted'],
});

export const readNamedSight = operation({
  id: 'readNamedSight',
  path: '/api/v1/handlers/:login/files',
  ...readsLog,
  summary: text('Vad en namngiven handläggare kunde se en dag', 'What a named handler could see on a day'),
  says: text(
    'Ärenden som handläggaren var insläppt i vid namn den dagen, från när och till när; inget om familjen.',
    'The files that the handler was let into by name on that day, from when and until when; nothing of the family.',
  ),
  params: z.object({
    login: said(login(), 'Inloggningsnamn', 'Login'),
  }),
  query: z.strictObject({ on: said(aDay(), 'Dagen', 'The day') }),
  answer: {
    status: 200,
    says: text('Ärendena', 'The files'),
    schema: z.object({
      login: z.string(),
      on: z.iso.date(),
      files: z.array(
        z.object({
          file: z.string(),
          from: z.string(),
          to: z.string().nullable(),
          protection: z.string().nullable(),
        }),
      ),
    }),
  },
  problems: ['malformed-request', 'not-permitted'],
});

export const accessLogOperations = [readAccessLog, listReaders, readNamedSight] as const;
