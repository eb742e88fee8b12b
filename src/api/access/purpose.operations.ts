import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { EMERGENCY_MINUTES } from '../../access/access.policy.js';
import { emergencyReasons, purposes } from '../../access/purposes.js';
import { inFile } from '../files/inputs.js';
import { operation } from '../operation.js';
import type { ProblemCode } from '../problems.js';
import { said } from '../../files/said.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const minutes = EMERGENCY_MINUTES.value;
const codes = (list: readonly { readonly code: string }[]): string =>
  list.map(({ code }) => `\`${code}\``).join(', ');

const reason = (list: readonly { readonly code: string }[]) =>
  said(z.string().regex(/^[a-z][a-z-]{0,39}$/), `Ett av: ${codes(list)}`, `One of: ${codes(list)}`);
const note = said(
  z.string().trim().min(1).max(4000),
  'Med egna ord; förseglas med ärendets nyckel',
  'In your own words; sealed with the file’s key',
);
const choice = z.object({ code: z.string(), label: z.string() });
const until = said(z.string(), 'Till när, RFC 3339, UTC', 'Until when, RFC 3339, UTC');

const refused: readonly ProblemCode[] = [
  'malformed-json',
  'malformed-request',
  'not-found',
  'body-too-large',
  'unsupported-media-type',
  'invalid-data',
  'unknown-reason',
  'loading',
];

export const listAccessReasons = operation({
  id: 'listAccessReasons',
  method: 'GET',
  path: '/api/v1/access-reasons',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Lista skälen att läsa ett ärende', 'List the reasons to read a file'),
  answer: {
    status: 200,
    says: text('Skälen som kan väljas i dag', 'The reasons that can be chosen today'),
    schema: z.object({ purposes: z.array(choice), emergency: z.array(choice) }),
  },
  problems: [],
});

export const statePurpose = operation({
  id: 'statePurpose',
  method: 'POST',
  path: '/api/v1/files/:file/purpose',
  permission: 'gate',
  logs: 'states',
  summary: text('Ange varför ärendet läses', 'State why the file is read'),
  says: text(
    'För den som inte handlägger ärendet. Skälet loggas och gäller resten av dagen.',
    'For one who does not handle the case. The reason is logged and counts for the rest of the day.',
  ),
  params: inFile,
  body: z.strictObject({ reason: reason(purposes), note: note.optional() }),
  writes: true,
  answer: {
    status: 201,
    says: text('Det gäller', 'It counts'),
    schema: z.object({ reason: z.string(), until }),
  },
  problems: refused,
});

export const openEmergency = operation({
  id: 'openEmergency',
  method: 'POST',
  path: '/api/v1/files/:file/emergency',
  permission: 'emergency',
  logs: 'states',
  summary: text('Nödöppna ärendet', 'Open the file in an emergency'),
  says: text(
    `Ger tillgång att läsa ett hushålls ärende som läsaren annars inte når, i ${minutes} minuter. Ansvarig chef och säkerhetsansvariga får veta det, och det granskas alltid.`,
    `Lets one read a household’s file that is otherwise out of reach, for ${minutes} minutes. The responsible manager and the security officers are told, and it is always reviewed.`,
  ),
  params: inFile,
  body: z.strictObject({ reason: reason(emergencyReasons), note }),
  writes: true,
  fresh: true,
  answer: { status: 201, says: text('Öppet', 'Open'), schema: z.object({ reason: z.string(), until }) },
  problems: [...refused, 'not-permitted', 'sign-in-too-old'],
});

export const endEmergency = operation({
  id: 'endEmergency',
  method: 'POST',
  path: '/api/v1/files/:file/emergency/end',
  permission: 'emergency',
  logs: 'states',
  summary: text('Avsluta nödöppningen', 'End the emergency access'),
  params: inFile,
  writes: true,
  answer: { status: 200, says: text('Avslutad', 'Ended'), schema: z.object({ ended: z.boolean() }) },
  problems: ['not-found', 'loading'],
});

export const purposeOperations = [listAccessReasons, statePurpose, openEmergency, endEmergency] as const;
