import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field, note, processRef } from '../fields.js';
import { dwellingData } from '../files/dwelling.js';
import {
  ANSWERS_FOR_HOUSEHOLDS,
  DISTRICT,
  SHIS,
  choice,
  label,
  optional,
  orgField,
  reason,
  text,
} from '../files/parts.js';
import { releases } from '../files/releases.js';

const nothing = z.strictObject({});
/** Who looks after a flat: SHIS its own and those it took from the agency, a board or unit those that it leases. */
const LANDLORDS = [...SHIS, ...DISTRICT];
const household = field(processRef(), label('Hushållets ärende', 'The household’s process'));

const form = field(code(), label('Boendeform', 'Housing form'));

/** `reserve`: the offer that holds the flat from now on, a process of the household it is for, and the form it is to be. */
export const reserveData = z.strictObject({
  offer: field(processRef(), label('Erbjudande', 'Offer')),
  household,
  form,
});
export type Reserve = z.infer<typeof reserveData>;

/** `release`: why the flat is free again. */
export const releaseData = z.strictObject({ why: choice(releases, label('Därför att', 'Because')) });
export type Release = z.infer<typeof releaseData>;

/** `let`: the lease. `kind` for the supported forms that have one. */
export const letData = z.strictObject({
  from: field(day(), label('Kontraktet gäller från', 'Lease from')),
  signedOn: field(day(), label('Kontraktet skrevs', 'Signed on')),
  form,
  kind: optional(
    choice({ trial: text('försök', 'trial'), training: text('träning', 'training') }, label('Slag', 'Kind')),
  ),
  household,
  lessee: optional(orgField(ANSWERS_FOR_HOUSEHOLDS, 'Hyresgäst i första hand', 'First-hand tenant')),
});
export type Let = z.infer<typeof letData>;

/** `vacate`: the last day that the household had the flat. */
export const vacateData = z.strictObject({ on: field(day(), label('Tömd den', 'Vacated on')) });
export type Vacate = z.infer<typeof vacateData>;

/** `unearmark`: a process of the household that no longer waits for the flat. */
export const unearmarkData = z.strictObject({ household });
export type Unearmark = z.infer<typeof unearmarkData>;

/** Whose answer a case gives, for which form the flat was proposed to it, and what else it knows. A person answers for SHIS. */
const told = {
  party: optional(
    field(z.enum(['shis', 'district']), {
      ...label('Vem svarar', 'Who answers'),
      choices: { shis: text('SHIS', 'SHIS'), district: text('stadsdelen', 'the district') },
      widget: 'told',
    }),
  ),
  form: optional(field(code(), { ...label('Boendeform', 'Housing form'), widget: 'told' })),
} as const;

/** `approve`: for whom the flat is kept, if for someone. */
export const approveData = z.strictObject({
  earmarkedFor: optional(
    field(processRef(), {
      ...label('Öronmärkt för', 'Earmarked for'),
      pick: { from: 'process', workflow: 'referral' },
    }),
  ),
  ...told,
});
export type Approve = z.infer<typeof approveData>;

/** `decline`: why the flat is turned down, in words too when the reason is another. */
export const declineData = z.strictObject({
  ...told,
  foreseen: optional(
    field(z.boolean(), {
      ...label(
        'Kunde förutses av remissen eller ansökan',
        'Could be foreseen from the referral or application',
      ),
      widget: 'told',
    }),
  ),
  reason: reason('decline'),
  note: optional(note('Motivering', 'In words')),
});
export type Decline = z.infer<typeof declineData>;

/** `takeOutOfService`: why, and until when if that is known. */
export const outOfServiceData = z.strictObject({
  reason: reason('outOfService'),
  until: optional(field(day(), label('Beräknas klar', 'Expected ready'))),
});
export type OutOfService = z.infer<typeof outOfServiceData>;

/** A dwelling file is opened by SHIS for its own stock, and by SHIS or the agency for a flat from a company. */
export const openDwelling: EventSpec = {
  label: { sv: 'Lägg upp en lägenhet', en: 'Add a dwelling' },
  told: { sv: 'Lägenheten lades upp.', en: 'The dwelling was added.' },
  schema: dwellingData,
  by: [{ org: 'shis' }, { org: 'agency' }],
};

/** What can happen to a flat. Those `by: 'engine'` come from the household's own processes only. */
export const dwellingEvents: Readonly<Record<string, EventSpec>> = {
  approve: {
    label: { sv: 'Godta lägenheten', en: 'Accept the flat' },
    told: { sv: 'Lägenheten godtogs.', en: 'The flat was accepted.' },
    schema: approveData,
    by: SHIS,
  },
  decline: {
    label: { sv: 'Avböj lägenheten', en: 'Decline the flat' },
    told: { sv: 'Lägenheten avböjdes: {reason}.', en: 'The flat was declined: {reason}.' },
    schema: declineData,
    by: SHIS,
  },
  withdrawProposal: {
    label: { sv: 'Dra tillbaka förslaget', en: 'Withdraw the proposal' },
    told: {
      sv: 'Förslaget drogs tillbaka; ingen avböjde.',
      en: 'The proposal was withdrawn; no one declined it.',
    },
    schema: nothing,
    by: [{ org: 'agency' }],
  },
  reserve: {
    label: { sv: 'Reservera', en: 'Reserve' },
    told: { sv: 'Lägenheten reserverades.', en: 'The flat was reserved.' },
    schema: reserveData,
    by: 'engine',
  },
  release: {
    label: { sv: 'Släpp reservationen', en: 'Release' },
    told: { sv: 'Reservationen släpptes: {why}.', en: 'The reservation was released: {why}.' },
    schema: releaseData,
    by: 'engine',
  },
  unearmark: {
    label: { sv: 'Ta bort öronmärkningen', en: 'Lift the earmark' },
    told: { sv: 'Öronmärkningen togs bort.', en: 'The earmark was lifted.' },
    schema: unearmarkData,
    by: 'engine',
  },
  let: {
    label: { sv: 'Kontrakt skrivet', en: 'Lease signed' },
    told: {
      sv: 'Kontrakt skrevs {signedOn} och gäller från {from}.',
      en: 'A lease was signed on {signedOn} and runs from {from}.',
    },
    schema: letData,
    by: 'engine',
  },
  cancelLet: {
    label: { sv: 'Kontraktet blev inte av', en: 'Lease cancelled' },
    told: {
      sv: 'Kontraktet upphörde innan det började.',
      en: 'The lease ended before it began.',
    },
    schema: nothing,
    by: 'engine',
  },
  vacate: {
    label: { sv: 'Lägenheten är tömd', en: 'The flat is vacated' },
    told: { sv: 'Lägenheten tömdes {on}.', en: 'The flat was vacated on {on}.' },
    schema: vacateData,
    by: 'engine',
  },
  ready: {
    label: { sv: 'Klar att hyra ut', en: 'Ready to let' },
    told: { sv: 'Lägenheten blev klar att hyra ut.', en: 'The flat was ready to let.' },
    schema: nothing,
    by: LANDLORDS,
    known: ['dwelling'],
  },
  handBack: {
    label: { sv: 'Lämna tillbaka', en: 'Hand back' },
    told: { sv: 'Lägenheten lämnades tillbaka.', en: 'The flat was handed back.' },
    schema: nothing,
    by: LANDLORDS,
    known: ['dwelling'],
    grave: true,
  },
  leaveStock: {
    label: { sv: 'Övertagen av hyresgästen', en: 'Taken over by the tenant' },
    told: { sv: 'Hyresgästen tog över lägenheten.', en: 'The tenant took over the flat.' },
    schema: nothing,
    by: 'engine',
  },
  takeOutOfService: {
    label: { sv: 'Ta ur bruk', en: 'Take out of service' },
    told: { sv: 'Lägenheten togs ur bruk: {reason}.', en: 'The flat was taken out of service: {reason}.' },
    schema: outOfServiceData,
    by: SHIS,
    grave: true,
  },
  putInService: {
    label: { sv: 'Ta i bruk', en: 'Put in service' },
    told: { sv: 'Lägenheten togs i bruk igen.', en: 'The flat was put in service again.' },
    schema: nothing,
    by: SHIS,
  },
};
