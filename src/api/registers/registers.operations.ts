import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { registers } from '../../register/registers.js';
import { aDay, aMoment } from '../days.js';
import { operation } from '../operation.js';
import { said } from '../../files/said.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const kinds = z.enum(['district', 'housingUnit', 'shis', 'agency', 'company', 'administration']);

const kind = said(kinds, 'Slag av organisation', 'Kind of organisation');

const organisations = z.object({
  organisations: z.array(z.object({ code: z.string(), kind: kinds, name: z.string() })),
});
const districts = z.object({
  districts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      from: z.iso.date(),
      to: said(z.iso.date().nullable(), 'Dess sista dag', 'Its last day'),
      successor: z.string().nullable(),
    }),
  ),
});
const people = z.object({
  people: z.array(
    z.object({ login: z.string(), name: z.string(), organisation: z.string(), role: z.string() }),
  ),
});
const goals = z.object({
  goals: z.array(z.object({ year: z.int(), forms: z.array(z.string()), goal: z.int(), from: z.iso.date() })),
});

export const listOrganisations = operation({
  id: 'listOrganisations',
  method: 'GET',
  path: '/api/v1/organisations',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Lista organisationerna', 'List the organisations'),
  query: z.strictObject({ kind: kind.optional() }),
  answer: { status: 200, says: text('Organisationerna', 'The organisations'), schema: organisations },
  problems: ['malformed-request'],
});

export const listDistricts = operation({
  id: 'listDistricts',
  method: 'GET',
  path: '/api/v1/districts',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Lista stadsdelarna en dag', 'List the districts of a day'),
  query: z.strictObject({ on: said(aDay().optional(), 'Annars i dag', 'Default: today') }),
  answer: { status: 200, says: text('Stadsdelarna', 'The districts'), schema: districts },
  problems: ['malformed-request'],
});

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/api/v1/people',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Lista kollegorna i ett slags organisation', 'List the colleagues of a kind of organisation'),
  says: text('Till fält där en handläggare väljs.', 'For fields in which a handler is picked.'),
  query: z.strictObject({ kind }),
  answer: { status: 200, says: text('Kollegorna', 'The colleagues'), schema: people },
  problems: ['malformed-request'],
});

export const listGoals = operation({
  id: 'listGoals',
  method: 'GET',
  path: '/api/v1/goals',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Läs ett års mål', 'Read the goals of a year'),
  query: z.strictObject({
    year: said(z.coerce.number().int().min(1990).max(2200).optional(), 'Annars i år', 'Default: this year'),
    on: said(
      aDay().optional(),
      'Som de var den dagen; annars i dag',
      'As they stood that day; default: today',
    ),
  }),
  answer: { status: 200, says: text('Målen', 'The goals'), schema: goals },
  problems: ['malformed-request'],
});

export const writeRegister = operation({
  id: 'writeRegister',
  method: 'POST',
  path: '/api/v1/registers/:name',
  permission: 'systemAdministrator',
  logs: 'nothing',
  summary: text('Skriv en rad i ett register', 'Write a line in a register'),
  says: text(
    'Samma rad två gånger ändrar ingenting. En rad ändras aldrig: en ny gäller från sin tidpunkt.',
    'The same line twice changes nothing. A line is never altered: a new one is in force from its moment on.',
  ),
  params: z.object({
    name: said(
      z.enum(Object.keys(registers) as [string, ...string[]]),
      'Registrets namn',
      'The name of the register',
    ),
  }),
  body: z.strictObject({
    data: said(z.record(z.string(), z.unknown()), 'En rad i registret', 'A line of the register'),
    at: said(
      aMoment().optional(),
      'Från när den gäller, RFC 3339 med tidszon; annars nu',
      'From when it is in force, RFC 3339 with offset; default: now',
    ),
  }),
  writes: true,
  fresh: true,
  answer: {
    status: 200,
    says: text('Om något ändrades', 'Whether something changed'),
    schema: z.object({ changed: z.boolean() }),
  },
  problems: [
    'malformed-json',
    'malformed-request',
    'sign-in-too-old',
    'not-permitted',
    'not-found',
    'body-too-large',
    'unsupported-media-type',
    'invalid-data',
    'loading',
  ],
});

export const registersOperations = [
  listOrganisations,
  listDistricts,
  listPeople,
  listGoals,
  writeRegister,
] as const;
