import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { aDay, aMoment } from '../days.js';
import { operation } from '../operation.js';
import type { ProblemCode } from '../problems.js';
import { fileList, fileView, foreseen, steppedView, trail } from './shapes.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const inFile = z.object({ file: z.string().regex(/^[0-9a-hjkmnp-tv-z]{11}$/) });
const inProcess = inFile.extend({ process: z.string().regex(/^[1-9]\d{0,5}$/).transform(Number) });

const name = () => z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/);
const flag = () => z.enum(['true', 'false']).transform((word) => word === 'true');
const cursor = z.string().max(300).optional().describe('`next` of the page before');
const limit = z.coerce.number().int().min(1).max(200).default(50);
const occurredAt = aMoment()
  .optional()
  .describe('When it happened, RFC 3339 with offset; default: now');
const data = z.record(z.string(), z.unknown()).default({});
const dry = z.strictObject({ dryRun: flag().optional().describe('Tells what would happen and writes nothing') });

const openBody = z.strictObject({ workflow: name(), data, occurredAt });
const eventBody = z.strictObject({ type: name(), data, occurredAt });

const refusedData: readonly ProblemCode[] = [
  'malformed-json',
  'malformed-request',
  'not-permitted',
  'not-found',
  'stale',
  'key-reused',
  'quarantined',
  'body-too-large',
  'unsupported-media-type',
  'invalid-data',
  'unknown-reason',
  'unknown-reference',
  'occurred-in-future',
  'guard',
  'too-many-deliveries',
  'busy',
  'loading',
];
const refusedEvent: readonly ProblemCode[] = [
  ...refusedData,
  'unknown-event',
  'occurred-before-opening',
  'not-possible-now',
  'same-person-twice',
];
const takenOrForeseen = z.union([steppedView, foreseen]);

export const openFile = operation({
  id: 'openFile',
  method: 'POST',
  path: '/api/v1/files',
  permission: 'gate',
  summary: text('Öppna ett ärende', 'Open a case file'),
  says: text(
    'Öppnar ett ärende med dess första process. Med en nyckel tas samma anrop en gång, hur många gånger det än skickas.',
    'Opens a case file with its first process. With a key the same call is taken once, however often it is sent.',
  ),
  query: dry,
  body: openBody,
  key: 'optional',
  writes: true,
  answer: { status: 201, says: text('Det nya ärendet', 'The new file'), schema: takenOrForeseen },
  problems: [...refusedData, 'unknown-workflow'],
});

export const openProcess = operation({
  id: 'openProcess',
  method: 'POST',
  path: '/api/v1/files/:file/processes',
  permission: 'gate',
  summary: text('Öppna en ny process i ett ärende', 'Open a further process in a file'),
  params: inFile,
  query: dry,
  body: openBody,
  key: 'optional',
  ifMatch: true,
  writes: true,
  answer: { status: 201, says: text('Ärendet efter steget', 'The file after the step'), schema: takenOrForeseen },
  problems: [...refusedData, 'unknown-workflow', 'occurred-before-opening'],
});

export const sendFileEvent = operation({
  id: 'sendFileEvent',
  method: 'POST',
  path: '/api/v1/files/:file/events',
  permission: 'gate',
  summary: text('Ta ett steg som gäller hela ärendet', 'Take a step of the file itself'),
  params: inFile,
  query: dry,
  body: eventBody,
  key: 'required',
  ifMatch: true,
  writes: true,
  answer: { status: 200, says: text('Ärendet efter steget', 'The file after the step'), schema: takenOrForeseen },
  problems: refusedEvent,
});

export const sendProcessEvent = operation({
  id: 'sendProcessEvent',
  method: 'POST',
  path: '/api/v1/files/:file/processes/:process/events',
  permission: 'gate',
  summary: text('Ta ett steg i en process', 'Take a step of a process'),
  says: text(
    'Steget och allt det sätter igång skrivs på en gång eller inte alls. Med dryRun=true visas vad som skulle hända, också i andra ärenden så långt läsaren får se dem.',
    'The step and everything it sets off is written at once or not at all. With dryRun=true the answer tells what would happen, in other files too as far as the reader may see them.',
  ),
  params: inProcess,
  query: dry,
  body: eventBody,
  key: 'required',
  ifMatch: true,
  writes: true,
  answer: { status: 200, says: text('Ärendet efter steget', 'The file after the step'), schema: takenOrForeseen },
  problems: refusedEvent,
});

export const readFile = operation({
  id: 'readFile',
  method: 'GET',
  path: '/api/v1/files/:file',
  permission: 'gate',
  summary: text('Läs ett ärende', 'Read a file'),
  says: text(
    'Hushållet så långt läsaren får se det, processerna, deras lägen och tider, och för varje steg om det kan tas och annars varför inte.',
    'The household as far as the reader may see it, the processes, their states and terms, and for each step whether it can be taken and else why not.',
  ),
  params: inFile,
  query: z.strictObject({
    at: aDay().optional().describe('As it stood at the end of a day; without actions'),
    knownOn: aDay().optional().describe('As it was known at the end of a day'),
  }),
  answer: { status: 200, says: text('Ärendet', 'The file'), schema: fileView },
  problems: ['not-found', 'malformed-request'],
});

export const readTrail = operation({
  id: 'readTrail',
  method: 'GET',
  path: '/api/v1/files/:file/events',
  permission: 'gate',
  summary: text('Läs händelseloggen', 'Read the audit trail'),
  says: text(
    'Äldst först. Varje händelse med de byte som hashas, så att kedjan kan räknas om av vem som helst.',
    'Oldest first. Each event with the bytes that are hashed, so that anyone can compute the chain again.',
  ),
  params: inFile,
  query: z.strictObject({ cursor, limit: z.coerce.number().int().min(1).max(1000).default(1000) }),
  answer: { status: 200, says: text('Händelserna', 'The events'), schema: trail },
  problems: ['not-found', 'malformed-request'],
});

export const listFiles = operation({
  id: 'listFiles',
  method: 'GET',
  path: '/api/v1/files',
  permission: 'gate',
  summary: text('Lista ärenden', 'List files'),
  says: text(
    'Arbetslistor. Med workflow: de som varit längst i sitt läge först. Utan: i ärendenumrens ordning. Personuppgifter hör inte hemma i en adress; sök på dem med POST /files/search.',
    'Work lists. With workflow: those longest in their state first. Without: in the order of file numbers. Personal data does not belong in an address; look for it with POST /files/search.',
  ),
  query: z.strictObject({
    workflow: name().optional(),
    state: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9.]{0,79}$/)
      .optional()
      .describe('A state of the workflow, or another region’s as `limit.planning`'),
    district: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/).optional().describe('The organisation that answers for it'),
    responsible: z
      .string()
      .regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/)
      .optional()
      .describe('Whose turn it is: a kind of organisation (`shis`), or a district’s code'),
    assignee: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._@-]{0,79}$/)
      .optional()
      .describe('A login; `me` for your own'),
    overdue: flag().optional(),
    text: z.string().max(40).optional().describe('A file’s number, or how it begins'),
    cursor,
    limit,
  }),
  answer: { status: 200, says: text('En sida ärenden', 'A page of files'), schema: fileList },
  problems: ['malformed-request'],
});

export const searchFiles = operation({
  id: 'searchFiles',
  method: 'POST',
  path: '/api/v1/files/search',
  permission: 'gate',
  summary: text('Sök på namn eller personnummer', 'Search by name or personal number'),
  says: text(
    'Hela ord ur namn, ett helt personnummer eller ett ärendenummer. Det som söks skrivs inte i någon adress eller logg.',
    'Whole words of names, a whole personal number, or a file’s number. What is looked for is written in no address and no log.',
  ),
  body: z.strictObject({ text: z.string().trim().min(2).max(200), cursor, limit }),
  answer: { status: 200, says: text('En sida ärenden', 'A page of files'), schema: fileList },
  problems: ['malformed-json', 'malformed-request', 'body-too-large', 'unsupported-media-type'],
});

export const filesOperations = [
  openFile,
  listFiles,
  searchFiles,
  readFile,
  openProcess,
  sendFileEvent,
  sendProcessEvent,
  readTrail,
] as const;
