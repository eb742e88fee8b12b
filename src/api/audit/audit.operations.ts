import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { said } from '../../files/said.js';
import { operation } from '../operation.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const signed = {
  canonical: said(
    z.string(),
    'RFC 8785: dess UTF-8-byte är det som är undertecknat',
    'RFC 8785: its UTF-8 bytes are what is signed',
  ),
  signature: said(z.string(), 'Ed25519, Base64url', 'Ed25519, base64url'),
};

const checkpoint = z.object({
  body: z.object({
    format: z.literal(1),
    number: z.int(),
    at: z.iso.datetime(),
    chains: z.int(),
    events: z.int(),
    readings: z.int(),
    root: said(
      z.string(),
      'Hexadecimalt: roten i ett Merkleträd (RFC 6962) över alla kedjeslut, i ordning efter kedjans namn',
      'Hex: the root of a Merkle tree (RFC 6962) over the ends of all chains, in order of their names',
    ),
    before: said(
      z.string().nullable(),
      'Hexadecimalt: SHA-256 av kontrollpunkten före',
      'Hex: SHA-256 of the checkpoint before',
    ),
    key: said(z.string(), 'Den öppna nyckeln, Base64url', 'The public key, base64url'),
  }),
  ...signed,
});

const proof = z.object({
  id: z.string(),
  before: said(
    z.string(),
    'Hexadecimalt: hash av händelsen före; tom för den första',
    'Hex: hash of the event before; empty for the first',
  ),
  event: said(z.string(), 'Händelsen, RFC 8785', 'The event, RFC 8785'),
  after: said(
    z.array(z.string()),
    'Händelserna efter den, till kedjans slut i kontrollpunkten',
    'The events after it, to the end of the chain in the checkpoint',
  ),
  leaf: said(
    z.string(),
    'Trädets löv: `head` är SHA-256(hash före ‖ händelsen), och så vidare över `after`',
    'The leaf of the tree: `head` is SHA-256(hash before ‖ event), and so on over `after`',
  ),
  position: z.int(),
  chains: z.int(),
  path: said(
    z.array(z.string()),
    'Hexadecimalt: från SHA-256(0x00 ‖ lövet) upp till roten',
    'Hex: from SHA-256(0x00 ‖ leaf) up to the root',
  ),
  checkpoint: z.object({ ...signed, key: z.string() }),
});

export const readCheckpoint = operation({
  id: 'readCheckpoint',
  method: 'GET',
  path: '/api/v1/audit/checkpoint',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Läs den senaste kontrollpunkten', 'Read the newest checkpoint'),
  says: text(
    'Var alla kedjor slutade vid en tidpunkt, undertecknat. Den som sparar den kan senare visa att inget före den har ändrats.',
    'Where all chains ended at a moment, signed. Whoever keeps it can later show that nothing before it was changed.',
  ),
  query: z.strictObject({
    number: said(
      z.coerce.number().int().min(1).max(1_000_000_000).optional(),
      'En tidigare, efter nummer',
      'An earlier one, by its number',
    ),
  }),
  answer: { status: 200, says: text('Kontrollpunkten', 'The checkpoint'), schema: checkpoint },
  problems: ['not-found', 'malformed-request'],
});

export const readProof = operation({
  id: 'readProof',
  method: 'GET',
  path: '/api/v1/audit/proof/:event',
  permission: 'gate',
  logs: 'reads-file',
  summary: text('Läs en händelses bevis', 'Read the proof of an event'),
  says: text(
    'Att händelsen stod där när den tidigaste kontrollpunkten som omfattar den gjordes. Går att kontrollera utan Husrum.',
    'That the event stood there when the earliest checkpoint that covers it was made. It can be checked without Husrum.',
  ),
  params: z.object({
    event: said(
      z
        .string()
        .regex(/^[0-9a-hjkmnp-tv-z]{11}:[1-9]\d{0,8}$/)
        .transform((given) => ({ id: given.slice(0, 11), seq: Number(given.slice(12)) })),
      'Händelsen: `<ärende>:<nummer>`',
      'The event: `<file>:<seq>`',
    ),
  }),
  answer: { status: 200, says: text('Beviset', 'The proof'), schema: proof },
  problems: ['not-found', 'not-permitted', 'purpose-needed'],
});

export const auditOperations = [readCheckpoint, readProof] as const;
