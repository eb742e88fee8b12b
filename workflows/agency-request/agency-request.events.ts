import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { field, note } from '../fields.js';
import { SHIS, dwellingField, label, optional, reason, text } from '../files/parts.js';

const words = optional(note('Anteckning', 'Note'));

/** Started by the referral; says how large a flat is needed and nothing of the family. */
export const openRequest: EventSpec = {
  label: text('Framställan till Bostadsförmedlingen', 'Request to the agency'),
  told: text('En lägenhet begärdes av Bostadsförmedlingen.', 'A flat was requested from the agency.'),
  schema: z.strictObject({
    rooms: field(z.int().min(1).max(12), label('Antal rum', 'Rooms')),
    lift: optional(field(z.boolean(), label('Hiss eller markplan', 'Lift or ground floor'))),
  }),
  by: 'engine',
};

/** What can happen to a request. `cancel` also comes from the referral. */
export const events: Readonly<Record<string, EventSpec>> = {
  propose: {
    label: text('Registrera föreslagen lägenhet', 'Propose a flat'),
    told: text('Bostadsförmedlingen föreslog en lägenhet.', 'The agency proposed a flat.'),
    schema: z.strictObject({ dwelling: dwellingField() }),
    by: [{ org: 'agency' }],
    known: ['dwelling'],
  },
  accept: {
    label: text('Godta lägenheten', 'Accept the flat'),
    told: text('SHIS godtog lägenheten.', 'SHIS accepted the flat.'),
    schema: z.strictObject({ note: words }),
    by: SHIS,
  },
  decline: {
    label: text('Avböj lägenheten', 'Decline the flat'),
    told: text('SHIS avböjde lägenheten: {reason}.', 'SHIS declined the flat: {reason}.'),
    schema: z.strictObject({ reason: reason('decline'), note: words }),
    by: SHIS,
  },
  rejectedByLandlord: {
    label: text('Bolaget sade nej till hushållet', 'Rejected by the landlord'),
    told: text(
      'Bostadsbolaget sade nej till hushållet: {reason}.',
      'The landlord rejected the household: {reason}.',
    ),
    schema: z.strictObject({ reason: reason('landlord'), note: words }),
    by: SHIS,
  },
  cancel: {
    label: text('Dra tillbaka framställan', 'Cancel the request'),
    told: text('Framställan drogs tillbaka: {reason}.', 'The request was cancelled: {reason}.'),
    schema: z.strictObject({ reason: reason('cancel'), note: words }),
    by: SHIS,
    grave: true,
  },
};
