import { z } from 'zod';
import type { Day } from '../definition.js';
import { code, day, field, processRef } from '../fields.js';
import { address, whole } from './household.whole.js';
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

export { situations } from './household.whole.js';

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
  login: field(login(), { ...label('Handläggare', 'Handler'), pick: { from: 'user' } }),
  from: field(z.iso.datetime(), label('Från', 'From')),
  to: nullable(field(z.iso.datetime(), label('Till', 'To'))),
});

/** Another file that this one was parted from or merged with, and the first day of that. */
const other = z.strictObject({
  file: field(processRef(), label('Ärende', 'Case')),
  on: field(day(), label('Sedan', 'Since')),
});
/** A stay that is told by no process of this file: shared before a split, or brought by a merger (`of` whose). */
const stay = z.strictObject({
  form: field(code(), label('Boendeform', 'Form')),
  from: field(day(), label('Från', 'From')),
  to: nullable(field(day(), label('Till och med', 'To'))),
  of: optional(field(processRef(), label('Ärende', 'Case'))),
});

/** The household as its file keeps it: every member there has been, with from and to. */
export const householdRecord = z.strictObject({
  ...whole,
  address: optional(kept(address)),
  district,
  members: field(z.array(memberRecord).min(1), label('Personer i hushållet', 'Persons of the household')),
  assignee: nullable(field(login(), { ...label('Handläggare', 'Handler'), pick: { from: 'user' } })),
  protection: nullable(field(protection, label('Skyddade personuppgifter', 'Protected identity'))),
  handlers: field(z.array(letIn), label('Namngivna handläggare', 'Named handlers')),
  stays: optional(field(z.array(stay), label('Boenden från andra ärenden', 'Stays from other cases'))),
  partedFrom: optional(field(other, label('Delades från', 'Was split from'))),
  parts: optional(field(z.array(other), label('Delades till', 'Was split into'))),
  merged: optional(field(z.array(other), label('Sammanslaget med', 'Merged with'))),
  mergedInto: optional(field(other, label('Fortsätter i', 'Goes on in'))),
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
