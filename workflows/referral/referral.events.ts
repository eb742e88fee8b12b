import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field, note } from '../fields.js';
import { householdData } from '../files/household.js';
import { rejecting } from './referral.delegation.js';
import { CONDITIONS } from './referral.guards.js';
import { asks, needsNow } from './referral.needs.js';
import {
  SHIS,
  choice,
  copy,
  dwellingField,
  label,
  nullable,
  optional,
  reason,
  text,
} from '../files/parts.js';

/** The districts (the unit for the homeless among them) refer. */
export const REFERRERS: EventSpec['by'] = [{ org: 'district' }];
const BOTH: EventSpec['by'] = [{ org: 'district' }, { org: 'shis' }];

const words = optional(note('Anteckning', 'Note'));
/** OSL 10:1 (consent) and 10:2 (what the office needs for its own work) or another rule that breaks the secrecy. */
const ground = choice(
  {
    consent: text('familjens samtycke', 'the family’s consent'),
    statute: text('en bestämmelse i lag', 'a provision of law'),
  },
  label('Uppgifterna lämnas ut med stöd av', 'Disclosed on the ground of'),
);

/** Opens a referral: with the household in a new file, without it in a file that has one. */
export const openReferral: EventSpec = {
  label: text('Ny remiss', 'New referral'),
  told: text('En remiss påbörjades.', 'A referral was begun.'),
  schema: z.strictObject({ household: optional(householdData), ...asks }),
  by: REFERRERS,
  known: ['household'],
  weighs: CONDITIONS,
};

const byDistrict: Record<string, EventSpec> = {
  update: {
    label: text('Ändra remissen', 'Change the referral'),
    told: text('Remissen ändrades.', 'The referral was changed.'),
    schema: z.strictObject(asks),
    by: REFERRERS,
  },
  submit: {
    label: text('Skicka remissen till SHIS', 'Send the referral to SHIS'),
    told: text('Remissen skickades till SHIS.', 'The referral was sent to SHIS.'),
    schema: z.strictObject({
      ground: optional(ground),
      note: words,
      copy: copy('Remissen som den skickades', 'The referral as it was sent'),
    }),
    by: REFERRERS,
    known: ['household', 'elsewhere'],
    weighs: [...CONDITIONS, 'personsAreInNoOtherCase'],
  },
  withdrawConsent: {
    label: text('Familjen tar tillbaka sitt samtycke', 'The family withdraws its consent'),
    told: text(
      'Familjen tog tillbaka sitt samtycke: SHIS ser inte längre vilka de är.',
      'The family withdrew its consent: SHIS no longer sees who they are.',
    ),
    schema: z.strictObject({ note: words }),
    by: REFERRERS,
    grave: true,
  },
  updateNeeds: {
    label: text('Ändra behov och önskemål', 'Change needs and wishes'),
    told: text('Familjens behov ändrades.', 'The family’s needs were changed.'),
    schema: z.strictObject(needsNow),
    by: REFERRERS,
  },
  disclose: {
    label: text('Lämna ut uppgifterna till SHIS igen', 'Disclose the data to SHIS again'),
    told: text(
      'Uppgifterna lämnades ut till SHIS igen ({ground}).',
      'The data was disclosed to SHIS again ({ground}).',
    ),
    schema: z.strictObject({ ground, note: words }),
    by: REFERRERS,
  },
  discard: {
    label: text('Kasta utkastet', 'Discard the draft'),
    told: text('Utkastet kastades.', 'The draft was discarded.'),
    schema: z.strictObject({}),
    by: REFERRERS,
    grave: true,
  },
  supply: {
    label: text('Skicka kompletteringen', 'Send the supplement'),
    told: text('Kompletteringen skickades.', 'The supplement was sent.'),
    schema: z.strictObject({ note: words, ...asks }),
    by: REFERRERS,
    answers: 'requestSupplement',
  },
  giveView: {
    label: text('Lämna synpunkt', 'Give a view'),
    told: text('Stadsdelen lämnade sin synpunkt.', 'The district gave its view.'),
    schema: z.strictObject({ note: optional(note('Synpunkt', 'View')) }),
    by: REFERRERS,
  },
  withdraw: {
    label: text('Återkalla remissen', 'Withdraw the referral'),
    told: text('Remissen återkallades: {reason}.', 'The referral was withdrawn: {reason}.'),
    schema: z.strictObject({ reason: reason('withdraw'), note: words }),
    by: REFERRERS,
    grave: true,
  },
};

const screening: Record<string, EventSpec> = {
  requestSupplement: {
    label: text('Be om komplettering', 'Ask for a supplement'),
    told: text('SHIS bad om komplettering.', 'SHIS asked for a supplement.'),
    schema: z.strictObject({ what: note('Vad behöver kompletteras?', 'What is to be supplemented?') }),
    by: SHIS,
  },
  approve: {
    label: text('Ställ i kö', 'Put in the queue'),
    told: text('Familjen ställdes i kö.', 'The family was put in the queue.'),
    schema: z.strictObject({ note: words }),
    by: SHIS,
    known: ['household'],
    weighs: CONDITIONS,
  },
  reject: {
    label: text('Ta inte emot remissen', 'Do not take on the referral'),
    told: text('SHIS tog inte emot remissen: {reason}.', 'SHIS did not take on the referral: {reason}.'),
    schema: z.strictObject({ reason: reason('reject'), note: words }),
    by: SHIS,
    decision: rejecting,
    grave: true,
  },
};

const searchResult = z.strictObject({
  dwelling: dwellingField(),
  reason: optional(nullable(reason('ownStock', 'Varför den inte passar', 'Why it does not do'))),
});

const queue: Record<string, EventSpec> = {
  recordContact: {
    label: text('Registrera kontakt', 'Record a contact'),
    told: text('Familjen kontaktades.', 'The family was contacted.'),
    schema: z.strictObject({ on: optional(field(day(), label('Dag', 'Day'))), note: words }),
    by: SHIS,
  },
  searchOwnStock: {
    label: text('Sök i egna anläggningar', 'Search the own stock'),
    told: text('De egna anläggningarna söktes igenom.', 'The own stock was searched.'),
    schema: z.strictObject({
      results: field(z.array(searchResult).max(500), {
        ...label('Lediga lägenheter', 'Free flats'),
        hint: text(
          'Skälen är ifyllda av matchningen. Ändra det som inte stämmer. En lägenhet utan skäl passar.',
          'The match has filled in the reasons. Change what is not right. A flat without a reason does.',
        ),
      }),
    }),
    by: SHIS,
    known: ['freeFacilityDwellings'],
  },
  requestFromAgency: {
    label: text('Begär lägenhet av Bostadsförmedlingen', 'Request a flat from the agency'),
    told: text('En lägenhet begärdes av Bostadsförmedlingen.', 'A flat was requested from the agency.'),
    schema: z.strictObject({ rooms: asks.rooms, lift: asks.lift, note: words }),
    by: SHIS,
    known: ['freeFacilityDwellings', 'openProcesses', 'household'],
  },
  makeOffer: {
    label: text('Erbjud lägenheten', 'Offer the flat'),
    told: text('Familjen erbjöds en lägenhet.', 'The family was offered a flat.'),
    schema: z.strictObject({
      dwelling: dwellingField(),
      instead: optional(
        field(code(), {
          ...label('Varför inte den som föreslås först?', 'Why not the one that is proposed first?'),
          hint: text(
            'Lämna tomt om familjen är den första som lägenheten föreslås för.',
            'Leave empty if the family is the first that the flat is proposed to.',
          ),
          pick: { from: 'reason', list: 'instead' },
        }),
      ),
      note: words,
    }),
    by: SHIS,
    known: ['openProcesses', 'dwelling', 'proposal'],
  },
};

const throughout: Record<string, EventSpec> = {
  returnToQueue: {
    label: text('Tillbaka till kön', 'Back to the queue'),
    told: text('Familjen gick tillbaka till kön: {reason}.', 'The family went back to the queue: {reason}.'),
    schema: z.strictObject({ reason: reason('returnToQueue'), note: words }),
    by: SHIS,
  },
  close: {
    label: text('Avsluta remissen', 'Close the referral'),
    told: text('SHIS avslutade remissen: {reason}.', 'SHIS closed the referral: {reason}.'),
    schema: z.strictObject({ reason: reason('close'), note: words }),
    by: SHIS,
    grave: true,
  },
  reopen: {
    label: text('Öppna igen', 'Reopen'),
    told: text('Remissen öppnades igen: {reason}.', 'The referral was reopened: {reason}.'),
    schema: z.strictObject({ reason: reason('reopen'), note: words }),
    by: BOTH,
  },
  pause: {
    label: text('Gör uppehåll', 'Pause'),
    told: text('Uppehåll till {until}: {reason}.', 'Paused until {until}: {reason}.'),
    schema: z.strictObject({
      until: field(day(), label('Till', 'Until')),
      reason: reason('pause'),
      note: words,
    }),
    by: BOTH,
  },
  resume: {
    label: text('Återuppta', 'Resume'),
    told: text('Uppehållet avslutades.', 'The pause was ended.'),
    schema: z.strictObject({ note: words }),
    by: BOTH,
  },
};

/** What a person may do with a referral. */
export const events: Readonly<Record<string, EventSpec>> = {
  ...byDistrict,
  ...screening,
  ...queue,
  ...throughout,
};
