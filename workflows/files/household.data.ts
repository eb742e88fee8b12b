import { z } from 'zod';
import type { Day } from '../definition.js';
import { code, day, field } from '../fields.js';
import {
  ANSWERS_FOR_HOUSEHOLDS,
  choice,
  kept,
  label,
  login,
  nullable,
  optional,
  orgField,
  text,
} from './parts.js';
import { memberRecord, personData, type Member } from './person.js';

/** How a family without a home of its own may live, in the order of the city's survey. */
export const situations = {
  'shis-family': text('SHIS, familjer', 'SHIS for families'),
  'shis-newly-arrived': text('SHIS, nyanlända', 'SHIS for newly arrived'),
  hotel: text('Hotellrum', 'Hotel room'),
  lodger: text('Inneboende eller andra hand, högst 3 månader', 'Lodger or second-hand, at most 3 months'),
  trial: text('Försökslägenhet', 'Trial flat'),
  emergency: text('Jourlägenhet', 'Emergency flat'),
  training: text('Träningslägenhet', 'Training flat'),
  hostel: text('Vandrarhem', 'Hostel'),
  'apartment-hotel': text('Lägenhetshotell', 'Apartment hotel'),
  sheltered: text('Skyddat boende', 'Sheltered housing'),
  care: text('Behandling, familjehem eller stödboende', 'Treatment, foster or supported housing'),
  unknown: text('Vet ej', 'Not known'),
} as const;

/** What is asked about the household as a whole; its type is answered, never derived. */
const whole = {
  type: choice(
    {
      'single-woman': text('Ensamstående kvinna', 'Single woman'),
      'single-man': text('Ensamstående man', 'Single man'),
      couple: text('Par', 'Couple'),
      other: text('Annat', 'Other'),
    },
    label('Hushållstyp', 'Household type'),
  ),
  registeredSince: nullable(
    field(day(), {
      ...label('Folkbokförd i Stockholm sedan', 'Registered in Stockholm since'),
      hint: {
        sv: 'Lämna tomt om hushållet inte är folkbokfört här.',
        en: 'Leave empty if not registered here.',
      },
    }),
  ),
  insecureSince: nullable(field(day(), label('Utan tryggt boende sedan', 'In insecure housing since'))),
  insecureHousing: field(z.boolean(), label('Saknar tryggt boende', 'Is in insecure housing')),
  currentHousing: field(code(), {
    ...label('Bor nu', 'Present housing'),
    choices: situations,
  }),
  newlyArrived: field(z.boolean(), label('Nyanländ', 'Newly arrived')),
} as const;

const address = field(z.string().trim().min(1).max(200), {
  ...label('Adress', 'Address'),
  hint: text(
    'Där familjen bor nu. Stannar i den egna organisationen.',
    'Where the family lives now. Stays within your organisation.',
  ),
  personal: true,
  within: true,
  find: 'address',
});

const district = orgField(ANSWERS_FOR_HOUSEHOLDS, 'Stadsdelsnämnd eller enhet', 'District board or unit');

/** What opens a household file: the field `household` of its first process. */
export const householdData = field(
  z.strictObject({
    ...whole,
    address: optional(address),
    district,
    members: field(
      z.array(personData).min(1).max(20),
      label('Personer i hushållet', 'Persons of the household'),
    ),
  }),
  label('Hushåll', 'Household'),
);
export type HouseholdData = z.infer<typeof householdData>;

/** `updateHousehold` may say anew each of these; what is left out stays. */
export const householdChange = {
  type: optional(whole.type),
  registeredSince: optional(whole.registeredSince),
  insecureSince: optional(whole.insecureSince),
  insecureHousing: optional(whole.insecureHousing),
  currentHousing: optional(whole.currentHousing),
  newlyArrived: optional(whole.newlyArrived),
  address: optional(address),
} as const;

/** Kinds of protected identity. Law: OSL 22:1 (sekretessmarkering), folkbokföringslagen 16 § (skyddad folkbokföring), lagen om fingerade personuppgifter. */
export const PROTECTIONS = {
  sekretessmarkering: text('Sekretessmarkering', 'Secrecy marking'),
  'skyddad-folkbokforing': text('Skyddad folkbokföring', 'Protected registration'),
  'fingerade-uppgifter': text('Fingerade personuppgifter', 'Assumed identity'),
} as const;

const protection = z.strictObject({
  kind: choice(PROTECTIONS, label('Skydd', 'Protection')),
  ref: nullable(field(code(), label('Vem som skyddas', 'Who is protected'))),
  since: field(day(), label('Sedan', 'Since')),
  until: nullable(field(day(), label('Till och med', 'Until'))),
});

/** One time that a colleague was let into the file by name; `to` null while it goes on. */
const letIn = z.strictObject({
  login: field(login(), label('Handläggare', 'Handler')),
  from: field(z.iso.datetime(), label('Från', 'From')),
  to: nullable(field(z.iso.datetime(), label('Till', 'To'))),
});

/** The household as its file keeps it: every member there has been, with from and to. */
export const householdRecord = z.strictObject({
  ...whole,
  address: optional(kept(address)),
  district,
  members: field(z.array(memberRecord).min(1), label('Personer i hushållet', 'Persons of the household')),
  assignee: nullable(field(login(), label('Handläggare', 'Handler'))),
  protection: nullable(field(protection, label('Skyddade personuppgifter', 'Protected identity'))),
  handlers: field(z.array(letIn), label('Namngivna handläggare', 'Named handlers')),
});
export type HouseholdRecord = z.infer<typeof householdRecord>;

/** Whether a member belongs to the household on a day (first and last day included). */
export const isMember = (member: Member, on: Day): boolean =>
  (member.from === null || member.from <= on) && (member.to === null || on <= member.to);

/** Those who belong to the household on a day. */
export const membersOn = (record: HouseholdRecord, on: Day): Member[] =>
  record.members.filter((member) => isMember(member, on));

/** Logins of those who are let in by name, in the order in which they were. */
export const namedIn = ({ handlers }: HouseholdRecord): string[] =>
  handlers.flatMap(({ login: name, to }) => (to === null ? name : []));
