import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { aDay } from '../days.js';
import { operation } from '../operation.js';
import { said } from '../../files/said.js';
import { cursor, flag, inFile, limit, login, workflow } from './inputs.js';
import { trail } from '../../files/event-shapes.js';
import { fileList, fileView } from '../../files/shapes.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Whoever reads a file has to be let in, and perhaps to say why; the reading is written in the access log. */
const readsFile = {
  method: 'GET',
  permission: 'gate',
  logs: 'reads-file',
  params: inFile,
  problems: ['not-found', 'malformed-request', 'purpose-needed'],
} as const;

export const readFile = operation({
  id: 'readFile',
  path: '/api/v1/files/:file',
  ...readsFile,
  summary: text('Läs ett ärende', 'Read a file'),
  says: text(
    'Hushållet så långt läsaren får se det, processerna, deras lägen och tider, och för varje steg om det kan tas och annars varför inte.',
    'The household as far as the reader may see it, the processes, their states and terms, and for each step whether it can be taken and else why not.',
  ),
  query: z.strictObject({
    at: said(
      aDay().optional(),
      'Som det stod vid en dags slut; utan steg',
      'As it stood at the end of a day; without actions',
    ),
    knownOn: said(
      aDay().optional(),
      'Som det var känt vid en dags slut',
      'As it was known at the end of a day',
    ),
  }),
  answer: { status: 200, says: text('Ärendet', 'The file'), schema: fileView },
});

export const readTrail = operation({
  id: 'readTrail',
  path: '/api/v1/files/:file/events',
  ...readsFile,
  summary: text('Läs händelseloggen', 'Read the audit trail'),
  says: text(
    'Äldst först. Varje händelse med de byte som hashas, så att kedjan kan räknas om av vem som helst.',
    'Oldest first. Each event with the bytes that are hashed, so that anyone can compute the chain again.',
  ),
  query: z.strictObject({ cursor, limit: limit(1000, 1000) }),
  answer: { status: 200, says: text('Händelserna', 'The events'), schema: trail },
});

export const listFiles = operation({
  id: 'listFiles',
  method: 'GET',
  path: '/api/v1/files',
  permission: 'gate',
  logs: 'lists',
  summary: text('Lista ärenden', 'List files'),
  says: text(
    'Arbetslistor. Med workflow: de som varit längst i sitt läge först. Utan: i ärendenumrens ordning. Personuppgifter hör inte hemma i en adress; sök på dem med POST /files/search.',
    'Work lists. With workflow: those longest in their state first. Without: in the order of file numbers. Personal data does not belong in an address; look for it with POST /files/search.',
  ),
  query: z.strictObject({
    workflow: workflow.optional(),
    state: said(
      z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9.]{0,79}$/)
        .optional(),
      'Ett läge i flödet, eller i en annan del av det som `limit.planning`',
      'A state of the workflow, or another region’s as `limit.planning`',
    ),
    district: said(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
        .optional(),
      'Organisationen som ansvarar för det',
      'The organisation that answers for it',
    ),
    responsible: said(
      z
        .string()
        .regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/)
        .optional(),
      'Vems tur det är: ett slags organisation (`shis`), eller en stadsdels kod',
      'Whose turn it is: a kind of organisation (`shis`), or a district’s code',
    ),
    assignee: said(
      login().optional(),
      'Ett inloggningsnamn; `me` för ditt eget',
      'A login; `me` for your own',
    ),
    overdue: said(
      flag().optional(),
      'Om en tid som någon skulle hålla har passerat',
      'Whether a term that somebody had to keep has passed',
    ),
    text: said(
      z.string().max(40).optional(),
      'Ett ärendenummer, eller hur det börjar',
      'A file’s number, or how it begins',
    ),
    cursor,
    limit: limit(200, 50),
  }),
  answer: { status: 200, says: text('En sida ärenden', 'A page of files'), schema: fileList },
  problems: ['malformed-request'],
});

export const searchFiles = operation({
  id: 'searchFiles',
  method: 'POST',
  path: '/api/v1/files/search',
  permission: 'gate',
  logs: 'lists',
  summary: text('Sök på namn eller personnummer', 'Search by name or personal number'),
  says: text(
    'Hela ord ur namn, ett helt personnummer eller ett ärendenummer. Det som söks skrivs inte i någon adress eller logg.',
    'Whole words of names, a whole personal number, or a file’s number. What is looked for is written in no address and no log.',
  ),
  body: z.strictObject({
    text: said(z.string().trim().min(2).max(200), 'Det som söks', 'What is looked for'),
    cursor,
    limit: limit(200, 50),
  }),
  answer: { status: 200, says: text('En sida ärenden', 'A page of files'), schema: fileList },
  problems: ['malformed-json', 'malformed-request', 'body-too-large', 'unsupported-media-type'],
});

export const filesOperations = [listFiles, searchFiles, readFile, readTrail] as const;
