import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { documentList, documentView } from '../../files/document-shapes.js';
import { DOCUMENT } from '../../files/documents.js';
import { attachmentList } from '../../files/attachment-shapes.js';
import { said } from '../../files/said.js';
import { steppedView } from '../../files/shapes.js';
import { Upload } from '../../platform/uploads.js';
import { operation } from '../operation.js';
import type { ProblemCode } from '../problems.js';
import { ATTACHMENTS } from '../uploads.js';
import { inFile } from './inputs.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const reads = {
  method: 'GET',
  permission: 'gate',
  logs: 'reads-file',
  problems: ['not-found', 'malformed-request', 'purpose-needed'],
} as const;

export const listDocuments = operation({
  id: 'listDocuments',
  path: '/api/v1/files/:file/documents',
  ...reads,
  params: inFile,
  summary: text('Lista handlingar', 'List documents'),
  says: text(
    'De handlingar som ärendets flöden har skrivit, nyast först: erbjudanden, utlämnade uppgifter, uppföljningar, utflyttningsplaner och uppsägningar.',
    'The documents that the workflows of a file have written, newest first: offers, disclosures, follow-ups, exit plans and notices.',
  ),
  answer: { status: 200, says: text('Handlingarna', 'The documents'), schema: documentList },
});

export const readDocument = operation({
  id: 'readDocument',
  path: '/api/v1/files/:file/documents/:document',
  ...reads,
  params: inFile.extend({
    document: said(
      z.string().regex(DOCUMENT),
      'Handlingen, som den står i listan: `12.offer`',
      'The document, as it stands on the list: `12.offer`',
    ),
  }),
  summary: text('Läs en handling', 'Read a document'),
  says: text(
    'Skriven ur sin händelse, så att samma händelse alltid ger samma handling.',
    'Written from its event, so that the same event always gives the same document.',
  ),
  answer: { status: 200, says: text('Handlingen', 'The document'), schema: documentView },
});

export const listAttachments = operation({
  id: 'listAttachments',
  path: ATTACHMENTS,
  ...reads,
  params: inFile,
  summary: text('Lista bilagor', 'List attachments'),
  says: text('Handlingar utifrån som har bifogats, nyast först.', 'Papers from outside, newest first.'),
  answer: { status: 200, says: text('Bilagorna', 'The attachments'), schema: attachmentList },
});

export const readAttachment = operation({
  id: 'readAttachment',
  path: `${ATTACHMENTS}/:attachment`,
  ...reads,
  params: inFile.extend({
    attachment: said(
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
      'Bilagan, som den står i listan',
      'The attachment, as it stands on the list',
    ),
  }),
  summary: text('Hämta en bilaga', 'Fetch an attachment'),
  says: text(
    'Innehållet som det skickades. Slaget är det som innehållet självt visar.',
    'The content as it was sent. Its type is what the content itself shows.',
  ),
  answer: { status: 200, says: text('Innehållet', 'The content'), media: ['application/octet-stream'] },
});

const file = said(
  z.instanceof(Upload).meta({ format: 'binary' }),
  'PDF, PNG, JPEG, TIFF, Word, Excel, OpenDocument eller ren text; högst så stor som installationen tar emot (10 MB om inget annat är bestämt)',
  'PDF, PNG, JPEG, TIFF, Word, Excel, OpenDocument or plain text; at most as large as the installation takes (10 MB unless it says otherwise)',
);

export const addAttachment = operation({
  id: 'addAttachment',
  method: 'POST',
  path: ATTACHMENTS,
  permission: 'gate',
  logs: 'step',
  summary: text('Bifoga en handling', 'Attach a document'),
  says: text(
    'Filen och vad som sägs om den försluts med ärendets nyckel. Vad den är visar innehållet; namnet och den angivna typen räknas inte.',
    'The file and what is said of it are sealed with the key of the case. What it is shows by its content; its name and declared type do not count.',
  ),
  params: inFile,
  upload: true,
  body: z.strictObject({
    file,
    name: said(
      z.string().optional(),
      'Vad det är; annars filens namn',
      'What it is; default: the name of the file',
    ),
    description: z.string().optional(),
    about: said(
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .optional(),
      'Numret på den process som den hör till, som erbjudandet vars nej den styrker',
      'The number of the process that it belongs to, such as the offer whose refusal it bears out',
    ),
    readers: said(
      z.enum(['own', 'shared']),
      '`own`: bara den egna verksamheten; `shared`: alla som får läsa om hushållet',
      '`own`: our own organisation alone; `shared`: everyone who may read of the household',
    ),
  }),
  key: 'optional',
  writes: true,
  answer: { status: 201, says: text('Ärendet efter steget', 'The file after the step'), schema: steppedView },
  problems: [
    ...['not-found', 'malformed-request', 'not-permitted', 'invalid-data'],
    ...['unsupported-media-type', 'key-reused', 'busy', 'loading'],
  ] as readonly ProblemCode[],
});

export const documentsOperations = [
  ...[listDocuments, readDocument],
  ...[addAttachment, listAttachments, readAttachment],
] as const;
