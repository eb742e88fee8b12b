import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { aMoment } from '../days.js';
import { operation } from '../operation.js';
import type { ProblemCode } from '../problems.js';
import { said } from '../../files/said.js';
import { flag, inFile, inProcess, name, workflow } from './inputs.js';
import { correctData } from '../../engine/history/correction.schemas.js';
import { sealEntryData } from '../../engine/history/sealing.schemas.js';
import { foreseenSealing } from '../../files/sealing.js';
import { foreseenCorrection } from '../../files/correction-shapes.js';
import { foreseen } from '../../files/event-shapes.js';
import { steppedView } from '../../files/shapes.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const occurredAt = said(
  aMoment().optional(),
  'När det hände, RFC 3339 med tidszon; annars nu',
  'When it happened, RFC 3339 with offset; default: now',
);
const data = said(
  z.record(z.string(), z.unknown()).default({}),
  'Stegets uppgifter, se Steg och deras uppgifter',
  'The data of the step, see Events and their data',
);
const dry = z.strictObject({
  dryRun: said(
    flag().optional(),
    'Visar vad som skulle hända och skriver ingenting',
    'Tells what would happen and writes nothing',
  ),
});

const type = said(name(), 'Stegets namn, till exempel `submit`', 'The name of the step, such as `submit`');
const openBody = z.strictObject({ workflow, data, occurredAt });
const eventBody = z.strictObject({ type, data, occurredAt });

const refusedData: readonly ProblemCode[] = [
  'purpose-needed',
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
  'sign-in-too-old',
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
  logs: 'step',
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
  logs: 'step',
  summary: text('Öppna en ny process i ett ärende', 'Open a further process in a file'),
  params: inFile,
  query: dry,
  body: openBody,
  key: 'optional',
  ifMatch: true,
  writes: true,
  answer: {
    status: 201,
    says: text('Ärendet efter steget', 'The file after the step'),
    schema: takenOrForeseen,
  },
  problems: [...refusedData, 'unknown-workflow', 'occurred-before-opening'],
});

const aStep = {
  query: dry,
  body: eventBody,
  key: 'required',
  ifMatch: true,
  writes: true,
  answer: {
    status: 200,
    says: text('Ärendet efter steget', 'The file after the step'),
    schema: takenOrForeseen,
  },
  problems: refusedEvent,
} as const;

export const sendFileEvent = operation({
  id: 'sendFileEvent',
  method: 'POST',
  path: '/api/v1/files/:file/events',
  permission: 'gate',
  logs: 'step',
  summary: text('Ta ett steg som gäller hela ärendet', 'Take a step of the file itself'),
  params: inFile,
  ...aStep,
});

export const sendProcessEvent = operation({
  id: 'sendProcessEvent',
  method: 'POST',
  path: '/api/v1/files/:file/processes/:process/events',
  permission: 'gate',
  logs: 'step',
  summary: text('Ta ett steg i en process', 'Take a step of a process'),
  says: text(
    'Steget och allt det sätter igång skrivs på en gång eller inte alls. Med dryRun=true visas vad som skulle hända, också i andra ärenden så långt läsaren får se dem.',
    'The step and everything it sets off is written at once or not at all. With dryRun=true the answer tells what would happen, in other files too as far as the reader may see them.',
  ),
  params: inProcess,
  ...aStep,
});

const { of: _of, ...given } = correctData.shape;

export const correctEvent = operation({
  id: 'correctEvent',
  method: 'POST',
  path: '/api/v1/files/:file/events/:seq/correction',
  permission: 'gate',
  logs: 'step',
  summary: text('Rätta en händelse', 'Correct an event'),
  says: text(
    'Hela steget, i alla ärenden som det rörde, tas bort (void), byts mot ett annat (replacement) eller får en anteckning (note; med replacement.data räknas dess fakta efter de uppgifterna). Det som hände senare står kvar som det togs, frister räknas om, och fakta stängs från nu. Med dryRun=true visas vad som ändras. Står något senare i vägen nämns det.',
    'The whole step, in every file that it touched, is taken away (void), replaced by another (replacement) or given a note (note; with replacement.data its facts count by those data). What happened later stays as it was taken, deadlines are derived anew, and facts are closed from now. With dryRun=true the answer tells what changes. Whatever stands in the way is named.',
  ),
  params: inFile.extend({
    seq: said(
      z
        .string()
        .regex(/^[1-9]\d{0,8}(\.\d{1,3})?$/)
        .transform(Number),
      'Händelsens ordningsnummer i ärendet',
      'The number of the event in the file',
    ),
  }),
  query: dry,
  body: z.strictObject(given),
  key: 'required',
  ifMatch: true,
  writes: true,
  answer: {
    status: 200,
    says: text('Ärendet efter rättelsen', 'The file after the correction'),
    schema: z.union([steppedView, foreseenCorrection]),
  },
  problems: [...refusedEvent, 'stands-in-the-way'],
});

const { of: _entry, ...why } = sealEntryData.shape;

export const sealEntry = operation({
  id: 'sealEntry',
  method: 'POST',
  path: '/api/v1/files/:file/events/:seq/sealing',
  permission: 'gate',
  logs: 'step',
  summary: text('Spärra en uppgift', 'Seal an entry'),
  says: text(
    'Det som inte får läsas: fritext och bifogade handlingar i en händelse, och i rättelserna av den, tas bort för gott. Två personer i verksamheten som skrev det gör samma anrop. Det första är ett förslag (step.proposed), med det andra försvinner innehållet. Med keep=true tar den första tillbaka förslaget, eller så avslår den andra det. Händelsen, dess hash och kedjan står kvar.',
    'What must not be read: free text and attached documents of an event, and of the corrections of it, are taken away for good. Two persons of the organisation that wrote it make the same call. The first is a proposal (step.proposed), with the second the content goes. With keep=true the first takes the proposal back, or the other declines it. The event, its hash and the chain stay.',
  ),
  params: inFile.extend({
    seq: said(
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
      'Händelsens ordningsnummer i ärendet',
      'The number of the event in the file',
    ),
  }),
  query: dry,
  body: z.strictObject(why),
  key: 'required',
  ifMatch: true,
  writes: true,
  answer: {
    status: 200,
    says: text('Ärendet efter steget', 'The file after the step'),
    schema: z.union([steppedView, foreseenSealing]),
  },
  problems: refusedEvent,
});

export const stepsOperations = [
  openFile,
  openProcess,
  sendFileEvent,
  sendProcessEvent,
  correctEvent,
  sealEntry,
] as const;
