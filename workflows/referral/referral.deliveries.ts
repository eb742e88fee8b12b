import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field } from '../fields.js';
import { householdChanged } from '../files/household-changed.js';
import { channels, choice, dwellingField, kronor, label, reason, text } from '../files/parts.js';

const dwelling = dwellingField();
const channel = choice(channels, label('Kommer från', 'Comes from'));
const why = field(code(), label('Skäl', 'Reason'));

/** What a referral's own offer, request and tenancy, and its file, tell it. No person may send these. */
export const deliveries: Readonly<Record<string, EventSpec>> = {
  householdChanged,
  queueDateKept: {
    label: text('Ködatumet följde med', 'The queue date was kept'),
    told: text(
      'Ködatumet {on} följde med när hushållet delades.',
      'The queue date {on} was kept when the household was split.',
    ),
    schema: z.strictObject({ on: field(day(), label('Ködatum', 'Queue date')) }),
    by: 'engine',
  },
  'request.fulfilled': {
    label: text('Framställan blev klar', 'The request was fulfilled'),
    told: text(
      'En lägenhet från Bostadsförmedlingen hålls åt familjen.',
      'A flat from the agency is kept for the family.',
    ),
    schema: z.strictObject({ dwelling }),
    by: 'engine',
  },
  'request.declined': {
    label: text('SHIS avböjde en lägenhet', 'SHIS declined a flat'),
    told: text(
      'SHIS avböjde en lägenhet från Bostadsförmedlingen: {reason}.',
      'SHIS declined a flat from the agency: {reason}.',
    ),
    schema: z.strictObject({ dwelling, reason: reason('declined') }),
    by: 'engine',
    known: ['dwelling'],
  },
  'offer.accepted': {
    label: text('Familjen tackade ja', 'The family accepted'),
    told: text('Familjen tackade ja.', 'The family accepted.'),
    schema: z.strictObject({ dwelling, channel }),
    by: 'engine',
  },
  'offer.refused': {
    label: text('Familjen tackade nej', 'The family refused'),
    told: text('Familjen tackade nej.', 'The family refused.'),
    schema: z.strictObject({ dwelling, reason: why }),
    by: 'engine',
  },
  'offer.withdrawn': {
    label: text('Erbjudandet drogs tillbaka', 'The offer was withdrawn'),
    told: text('Erbjudandet drogs tillbaka.', 'The offer was withdrawn.'),
    schema: z.strictObject({ dwelling, reason: why }),
    by: 'engine',
  },
  'offer.fellThrough': {
    label: text('Det blev inte av', 'It fell through'),
    told: text('Det blev inte av.', 'It fell through.'),
    schema: z.strictObject({
      dwelling,
      party: field(code(), label('Vem det berodde på', 'Owing to whom')),
      reason: why,
    }),
    by: 'engine',
  },
  'offer.signed': {
    label: text('Kontrakt skrevs', 'A lease was signed'),
    told: text('Kontrakt skrevs {signedOn}.', 'A lease was signed on {signedOn}.'),
    schema: z.strictObject({
      dwelling,
      channel,
      signedOn: field(day(), label('Kontrakt skrivet', 'Signed on')),
      leaseStart: field(day(), label('Kontraktet börjar', 'Lease begins')),
      leaseEnd: field(day(), label('Kontraktet slutar', 'Lease ends')),
      rent: field(kronor(), {
        ...label('Hyra (kronor i månaden)', 'Rent (kronor a month)'),
        widget: 'money',
      }),
    }),
    by: 'engine',
  },
  'tenancy.ended': {
    label: text('Boendet avslutades', 'The tenancy ended'),
    told: text('Boendet avslutades {on}.', 'The tenancy ended on {on}.'),
    schema: z.strictObject({
      outcome: field(code(), label('Vart familjen flyttade', 'Where the family moved')),
      on: field(day(), label('Dag', 'Day')),
    }),
    by: 'engine',
  },
};
