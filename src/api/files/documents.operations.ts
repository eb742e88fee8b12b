import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { documentList, documentView } from '../../files/document-shapes.js';
import { DOCUMENT } from '../../files/documents.js';
import { said } from '../../files/said.js';
import { operation } from '../operation.js';
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

export const documentsOperations = [listDocuments, readDocument] as const;
