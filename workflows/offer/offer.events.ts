import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field, note } from '../fields.js';
import {
  SHIS,
  choice,
  dwellingField,
  kronor,
  label,
  optional,
  partyField,
  reason,
  text,
} from '../files/parts.js';

const BOTH: EventSpec['by'] = [{ org: 'district' }, { org: 'shis' }];
const words = optional(note('Anteckning', 'Note'));

/** Started by a referral (new) or a tenancy (transfer). */
export const openOffer: EventSpec = {
  label: text('Erbjudande', 'Offer'),
  told: text('Familjen erbjöds en lägenhet.', 'The family was offered a flat.'),
  schema: z.strictObject({
    dwelling: dwellingField(),
    purpose: choice(
      { new: text('ny bostad', 'new home'), transfer: text('byte', 'transfer') },
      label('Ny bostad eller byte', 'New home or transfer'),
    ),
    foreseeable: optional(
      field(
        z
          .array(field(code(), { ...label('Skäl', 'Reason'), pick: { from: 'reason', list: 'refusal' } }))
          .max(10),
        label('Skäl som kunde förutses av remissen', 'Reasons that could be foreseen from the referral'),
      ),
    ),
  }),
  by: 'engine',
  known: ['dwelling'],
};

const answers: Record<string, EventSpec> = {
  recordViewing: {
    label: text('Registrera visning', 'Record a viewing'),
    told: text('Familjen såg lägenheten.', 'The family viewed the flat.'),
    schema: z.strictObject({ on: optional(field(day(), label('Dag', 'Day'))), note: words }),
    by: BOTH,
  },
  accept: {
    label: text('Tackar ja', 'Accepts'),
    told: text('Familjen tackade ja.', 'The family accepted.'),
    schema: z.strictObject({ note: words }),
    by: BOTH,
  },
  refuse: {
    label: text('Tackar nej', 'Refuses'),
    told: text('Familjen tackade nej: {reason}.', 'The family refused: {reason}.'),
    schema: z.strictObject({
      reason: reason('refusal'),
      note: words,
      wanted: optional(note('Vad hade passat?', 'What would have suited?')),
    }),
    by: BOTH,
  },
  extend: {
    label: text('Förläng svarstiden', 'Extend the term'),
    told: text('Svarstiden förlängdes.', 'The term to answer was extended.'),
    schema: z.strictObject({
      until: optional(
        field(day(), {
          ...label('Sista dag att svara', 'Last day to answer'),
          hint: text('Lämna tomt för en ny ordinarie svarstid.', 'Leave empty for the ordinary term anew.'),
        }),
      ),
    }),
    by: SHIS,
  },
  registerNoAnswer: {
    label: text('Registrera uteblivet svar', 'Register that no answer came'),
    told: text('Familjen svarade inte.', 'The family did not answer.'),
    schema: z.strictObject({ note: words }),
    by: SHIS,
    grave: true,
  },
};

/** What can happen to an offer. `withdraw` also comes from the referral, the tenancy and the flat. */
export const events: Readonly<Record<string, EventSpec>> = {
  ...answers,
  sign: {
    label: text('Registrera kontrakt', 'Register the lease'),
    told: text(
      'Kontrakt skrevs {signedOn} och gäller från {leaseStart}.',
      'A lease was signed on {signedOn} and runs from {leaseStart}.',
    ),
    schema: z.strictObject({
      signedOn: field(day(), label('Kontrakt skrivet', 'Signed on')),
      leaseStart: field(day(), label('Kontraktet börjar', 'Lease begins')),
      leaseEnd: field(day(), label('Kontraktet slutar', 'Lease ends')),
      rent: optional(
        field(kronor(), {
          ...label('Hyra (kronor i månaden)', 'Rent (kronor a month)'),
          hint: text('Lämna tomt för lägenhetens hyra.', 'Leave empty for the flat’s rent.'),
          widget: 'money',
        }),
      ),
    }),
    by: SHIS,
  },
  fallThrough: {
    label: text('Blev inte av', 'Fell through'),
    told: text('Det blev inte av: {reason}.', 'It fell through: {reason}.'),
    schema: z.strictObject({
      party: partyField(),
      reason: reason('fallThrough'),
      note: words,
    }),
    by: SHIS,
    grave: true,
  },
  withdraw: {
    label: text('Dra tillbaka erbjudandet', 'Withdraw the offer'),
    told: text('Erbjudandet drogs tillbaka: {reason}.', 'The offer was withdrawn: {reason}.'),
    schema: z.strictObject({ reason: reason('withdrawOffer'), note: words }),
    by: SHIS,
    grave: true,
  },
};
