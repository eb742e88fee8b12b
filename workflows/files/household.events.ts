import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field, note } from '../fields.js';
import { attach } from './attachment.js';
import { householdChange, PROTECTIONS } from './household.data.js';
import {
  ANSWERS_FOR_HOUSEHOLDS,
  choice,
  label,
  DISTRICT,
  SHIS,
  login,
  noteData,
  optional,
  text,
} from './parts.js';
import { partingEvents } from './parting.events.js';
import { personChange, personData } from './person.js';

const handler = field(login(), {
  ...label('Handläggare', 'Handler'),
  pick: { from: 'user', org: ANSWERS_FOR_HOUSEHOLDS },
});

/** `updateHousehold`: new data about the household or its members; what is left out stays as it is. */
export const updateHouseholdData = z.strictObject({
  ...householdChange,
  members: optional(
    field(z.array(personChange).min(1).max(20), label('Ändrade personuppgifter', 'Changed persons')),
  ),
});
/** `memberJoins`: born, moved in, reunited. `on` is the first day at home. */
export const memberJoinsData = z.strictObject({
  person: field(personData, label('Person', 'Person')),
  on: field(day(), label('Från och med', 'From')),
});
/** `memberLeaves`: `on` is the last day at home. */
export const memberLeavesData = z.strictObject({
  ref: field(code(), label('Vem som lämnar', 'Who leaves')),
  on: field(day(), label('Sista dag hemma', 'Last day at home')),
});
/** `transferDistrict`: the district that answers from now on, and its handler if already named. */
export const transferDistrictData = z.strictObject({
  to: field(code(), {
    ...label('Till stadsdelsnämnd', 'To the district board'),
    pick: { from: 'organisation', kind: 'district' },
  }),
  handler: optional(handler),
});
const colleague = (sv: string, en: string) => field(login(), { ...label(sv, en), pick: { from: 'user' } });

/** `setProtection`: from now on the named handlers alone see the file; `none` ends it. `until` is the last day, left out = until ended. */
export const setProtectionData = z.strictObject({
  kind: choice(
    { ...PROTECTIONS, none: text('Inget skydd längre', 'No protection any longer') },
    label('Skydd', 'Protection'),
  ),
  ref: optional(field(code(), label('Vem som skyddas', 'Who is protected'))),
  until: optional(
    field(day(), {
      ...label('Till och med', 'Until'),
      hint: text(
        'Dagen efter ser alla behöriga ärendet igen. Lämna tomt om skyddet gäller tills någon avslutar det.',
        'On the day after, everyone entitled sees the case again. Leave empty if it holds until somebody ends it.',
      ),
    }),
  ),
  handlers: optional(
    field(
      z.array(colleague('Handläggare', 'Handler')).min(1).max(20),
      label('Namngivna handläggare', 'Named handlers'),
    ),
  ),
  note: optional(note('Anteckning', 'Note')),
});
/** `grantAccess`: lets a colleague in by name, of whatever organisation. */
export const grantAccessData = z.strictObject({
  to: colleague('Till handläggare', 'To handler'),
  note: optional(note('Anteckning', 'Note')),
});
/** `revokeAccess`: takes back what was granted. */
export const revokeAccessData = z.strictObject({
  from: field(login(), {
    ...label('Från handläggare', 'From handler'),
    pick: { from: 'user', named: true },
  }),
  note: optional(note('Anteckning', 'Note')),
});
/** `assign`: who in the district looks after the case. */
export const assignHouseholdData = z.strictObject({ handler });

/** The events of every household file, open as long as the file is. */
export const householdEvents: Readonly<Record<string, EventSpec>> = {
  updateHousehold: {
    label: { sv: 'Ändra uppgifter om hushållet', en: 'Change the household’s data' },
    told: { sv: 'Uppgifterna om hushållet ändrades.', en: 'The household’s data were changed.' },
    schema: updateHouseholdData,
    by: DISTRICT,
  },
  memberJoins: {
    label: { sv: 'Ny person i hushållet', en: 'A person joins' },
    told: { sv: 'En person kom till hushållet {on}.', en: 'A person joined the household on {on}.' },
    schema: memberJoinsData,
    by: DISTRICT,
  },
  memberLeaves: {
    label: { sv: 'Person lämnar hushållet', en: 'A person leaves' },
    told: { sv: 'En person lämnade hushållet {on}.', en: 'A person left the household on {on}.' },
    schema: memberLeavesData,
    by: DISTRICT,
  },
  transferDistrict: {
    label: { sv: 'Flytta över till annan stadsdel', en: 'Transfer to another district' },
    told: { sv: 'Ärendet flyttades över till {to}.', en: 'The case was transferred to {to}.' },
    schema: transferDistrictData,
    by: [...DISTRICT, { org: 'system' }],
    known: ['handlers'],
  },
  setProtection: {
    label: text('Skydda personuppgifter', 'Protect the identity'),
    told: text(
      'Skyddet för personuppgifter ändrades: {kind}.',
      'The protection of identity changed: {kind}.',
    ),
    schema: setProtectionData,
    by: DISTRICT,
    grave: true,
    fresh: true,
  },
  grantAccess: {
    label: text('Ge en handläggare tillgång', 'Grant a handler access'),
    told: text('{to} fick tillgång till ärendet.', '{to} was granted access to the case.'),
    schema: grantAccessData,
    by: DISTRICT,
    fresh: true,
  },
  revokeAccess: {
    label: text('Ta tillbaka en handläggares tillgång', 'Revoke a handler’s access'),
    told: text(
      'En handläggares tillgång till ärendet togs tillbaka.',
      'A handler’s access to the case was revoked.',
    ),
    schema: revokeAccessData,
    by: DISTRICT,
    fresh: true,
  },
  assign: {
    label: { sv: 'Tilldela handläggare', en: 'Assign a handler' },
    told: { sv: '{handler} tog hand om ärendet.', en: '{handler} took charge of the case.' },
    schema: assignHouseholdData,
    by: DISTRICT,
  },
  note: {
    label: { sv: 'Skriv en anteckning', en: 'Write a note' },
    told: { sv: 'En anteckning skrevs.', en: 'A note was written.' },
    schema: noteData,
    by: [...DISTRICT, ...SHIS],
    within: true,
  },
  attach: attach([...DISTRICT, ...SHIS]),
  ...partingEvents,
};
