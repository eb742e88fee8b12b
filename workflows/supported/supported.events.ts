import { z } from 'zod';
import type { Actor, Decision, EventSpec } from '../definition.js';
import { day, field, note } from '../fields.js';
import {
  ANSWERS_FOR_HOUSEHOLDS,
  dwellingField,
  kronor,
  label,
  login,
  optional,
  orgField,
  partyField,
  reason,
  text,
} from '../files/parts.js';

const words = optional(note('Anteckning', 'Note'));
const onDay = (sv: string, en: string) => field(day(), label(sv, en));
const rent = field(kronor(), {
  ...label('Hyra (kronor i månaden)', 'Rent (kronor a month)'),
  widget: 'money',
});

const decided = (by: readonly Actor[], decision: Decision): Record<string, EventSpec> => ({
  grant: {
    label: text('Bevilja', 'Grant'),
    told: text('Ansökan beviljades.', 'The application was granted.'),
    schema: z.strictObject({ decision: note('Beslut', 'Decision') }),
    by,
    decision,
  },
  deny: {
    label: text('Avslå', 'Deny'),
    told: text('Ansökan avslogs: {reason}.', 'The application was denied: {reason}.'),
    schema: z.strictObject({ reason: reason('deny'), note: optional(note('Motivering', 'In words')) }),
    by,
    decision,
    grave: true,
  },
  recordAppeal: {
    label: text('Registrera utfallet av ett överklagande', 'Record the outcome of an appeal'),
    told: text(
      'Beslutet överklagades. Bifall: {upheld}.',
      'The decision was appealed against. Upheld: {upheld}.',
    ),
    schema: z.strictObject({
      upheld: field(z.boolean(), {
        ...label('Överklagandet bifölls', 'The appeal was upheld'),
        widget: 'radios',
      }),
      note: words,
    }),
    by,
  },
  withdraw: {
    label: text('Återkalla', 'Withdraw'),
    told: text('Återkallades: {reason}.', 'Withdrawn: {reason}.'),
    schema: z.strictObject({ reason: reason('withdraw'), note: words }),
    by,
    grave: true,
  },
});

const theFlat = (by: readonly Actor[]): Record<string, EventSpec> => ({
  requestFlat: {
    label: text('Begär lägenhet', 'Request a flat'),
    told: text('En lägenhet begärdes av Bostadsförmedlingen.', 'A flat was requested from the agency.'),
    schema: z.strictObject({
      rooms: optional(
        field(z.int().min(1).max(12), {
          ...label('Antal rum', 'Rooms'),
          hint: text('Lämna tomt: räknas ut av hushållet.', 'Leave empty: reckoned from the household.'),
        }),
      ),
      lift: optional(field(z.boolean(), label('Hiss eller markplan', 'Lift or ground floor'))),
    }),
    by,
    known: ['household'],
  },
  useOwnLease: {
    label: text('Använd en lägenhet som redan hyrs', 'Use a flat that is leased already'),
    told: text('En lägenhet som redan hyrs användes.', 'A flat that was leased already was used.'),
    schema: z.strictObject({ dwelling: dwellingField() }),
    by,
    known: ['dwelling', 'responsible'],
  },
  propose: {
    label: text('Registrera föreslagen lägenhet', 'Propose a flat'),
    told: text('Bostadsförmedlingen föreslog en lägenhet.', 'The agency proposed a flat.'),
    schema: z.strictObject({ dwelling: dwellingField() }),
    by: [{ org: 'agency' }],
    known: ['dwelling'],
  },
  decline: {
    label: text('Avböj lägenheten', 'Decline the flat'),
    told: text('Lägenheten avböjdes: {reason}.', 'The flat was declined: {reason}.'),
    schema: z.strictObject({ reason: reason('decline'), note: words }),
    by,
  },
  offer: {
    label: text('Erbjud lägenheten', 'Offer the flat'),
    told: text('Lägenheten erbjöds.', 'The flat was offered.'),
    schema: z.strictObject({ dwelling: dwellingField() }),
    by,
    known: ['dwelling'],
  },
});

const answers = (by: readonly Actor[]): Record<string, EventSpec> => ({
  accept: {
    label: text('Tackar ja', 'Accepts'),
    told: text('Den sökande tackade ja.', 'The applicant accepted.'),
    schema: z.strictObject({ note: words }),
    by,
  },
  refuse: {
    label: text('Tackar nej', 'Refuses'),
    told: text('Den sökande tackade nej: {reason}.', 'The applicant refused: {reason}.'),
    schema: z.strictObject({
      reason: reason('refusal'),
      note: words,
      wanted: optional(note('Vad hade passat?', 'What would have suited?')),
    }),
    by,
  },
  fallThrough: {
    label: text('Blev inte av', 'Fell through'),
    told: text('Det blev inte av: {reason}.', 'It fell through: {reason}.'),
    schema: z.strictObject({ party: partyField(), reason: reason('fallThrough'), note: words }),
    by,
    grave: true,
  },
});

const leases = (by: readonly Actor[]): Record<string, EventSpec> => ({
  signLease: {
    label: text('Registrera förstahandskontrakt', 'Register the first-hand lease'),
    told: text(
      'Förstahandskontraktet skrevs {signedOn} och gäller från {leaseStart}.',
      'The first-hand lease was signed on {signedOn} and runs from {leaseStart}.',
    ),
    schema: z.strictObject({
      signedOn: onDay('Kontrakt skrivet', 'Signed on'),
      leaseStart: onDay('Kontraktet börjar', 'Lease begins'),
      lessee: orgField(ANSWERS_FOR_HOUSEHOLDS, 'Hyresgäst i första hand', 'First-hand tenant'),
    }),
    by,
  },
  endLease: {
    label: text('Avsluta förstahandskontraktet', 'End the first-hand lease'),
    told: text('Förstahandskontraktet avslutades: {reason}.', 'The first-hand lease ended: {reason}.'),
    schema: z.strictObject({ reason: reason('endLease'), note: words }),
    by,
    grave: true,
  },
  sublet: {
    label: text('Hyr ut i andra hand', 'Sublet'),
    told: text(
      'Lägenheten hyrdes ut i andra hand från {from} till {to}.',
      'The flat was sublet from {from} to {to}.',
    ),
    schema: z.strictObject({
      from: onDay('Från och med', 'From'),
      to: onDay('Till och med', 'To'),
      rent,
    }),
    by,
  },
  renew: {
    label: text('Förläng andrahandskontraktet', 'Renew the second-hand lease'),
    told: text('Andrahandskontraktet förlängdes till {to}.', 'The second-hand lease was renewed until {to}.'),
    schema: z.strictObject({ to: onDay('Ny sista dag', 'New last day'), rent: optional(rent) }),
    by,
  },
});

const stay = (by: readonly Actor[]): Record<string, EventSpec> => ({
  assignCaseManager: {
    label: text('Utse case manager', 'Assign a case manager'),
    told: text('{manager} blev case manager.', '{manager} became case manager.'),
    schema: z.strictObject({
      manager: field(login(), {
        ...label('Case manager', 'Case manager'),
        pick: { from: 'user', org: ANSWERS_FOR_HOUSEHOLDS },
      }),
    }),
    by,
  },
  recordFollowUp: {
    label: text('Registrera uppföljning', 'Record a follow-up'),
    told: text('En uppföljning hölls {on}: {kind}.', 'A follow-up was held on {on}: {kind}.'),
    schema: z.strictObject({
      on: onDay('Uppföljningen hölls', 'Held on'),
      kind: reason('followUpKind', 'Hur', 'How'),
      note: words,
    }),
    by,
  },
  takeOver: {
    label: text('Registrera övertagande', 'Record the take-over'),
    told: text('Hyresgästen tog över kontraktet {on}.', 'The tenant took over the lease on {on}.'),
    schema: z.strictObject({ on: onDay('Eget kontrakt från och med', 'Own lease from'), note: words }),
    by,
    grave: true,
  },
  end: {
    label: text('Avsluta boendet', 'End the stay'),
    told: text('Boendet avslutades {on}: {outcome}.', 'The stay ended on {on}: {outcome}.'),
    schema: z.strictObject({
      outcome: reason('outcome', 'Vart flyttade hushållet', 'Where the household moved'),
      on: onDay('Sista dag i lägenheten', 'Last day in the flat'),
      nextHome: optional(note('Nästa bostad', 'Next home')),
    }),
    by,
    grave: true,
  },
});

/** What can happen in a case of supported housing, by whom (the provider), and who decides on the application. */
export const eventsFor = (by: readonly Actor[], decision: Decision): Readonly<Record<string, EventSpec>> => ({
  ...decided(by, decision),
  ...theFlat(by),
  ...answers(by),
  ...leases(by),
  ...stay(by),
});
