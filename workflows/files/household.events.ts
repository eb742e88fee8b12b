import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { code, day, field } from '../fields.js';
import { householdChange } from './household.data.js';
import { label, DISTRICT, SHIS, login, noteData, optional } from './parts.js';
import { personChange, personData } from './person.js';

const handler = field(login(), {
  ...label('Handläggare', 'Handler'),
  pick: { from: 'user', org: 'district' },
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
  ref: field(code(), label('Vem (beteckning)', 'Who (reference)')),
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
  },
};
