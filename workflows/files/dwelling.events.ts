import { z } from 'zod';
import type { EventSpec, Guard } from '../definition.js';
import { day, field } from '../fields.js';
import { attach } from './attachment.js';
import type { DwellingRecord } from './dwelling.data.js';
import { label, DISTRICT, SHIS, kronor, login, noteData, nullable, optional, partOfCity } from './parts.js';

/** `updateDwelling`: what changes, from which day on. What is left out stays as it is. */
export const updateDwellingData = z.strictObject({
  from: field(day(), label('Gäller från', 'In force from')),
  rent: optional(
    field(kronor(), { ...label('Hyra (kronor i månaden)', 'Rent (kronor a month)'), widget: 'money' }),
  ),
  dailyCost: optional(
    nullable(
      field(kronor(), {
        ...label('Kostnad per tom dag (kronor)', 'Cost per empty day (kronor)'),
        widget: 'money',
      }),
    ),
  ),
  rooms: optional(field(z.int().min(1).max(12), label('Antal rum', 'Rooms'))),
  area: optional(field(z.number().min(1).max(500), label('Yta (m²)', 'Area (m²)'))),
  floor: optional(field(z.int().min(-2).max(60), label('Våning', 'Floor'))),
  lift: optional(field(z.boolean(), label('Hiss', 'Lift'))),
  district: optional(partOfCity('Ligger i stadsdelsområdet', 'Lies in the district')),
  moveInFrom: optional(nullable(field(day(), label('Inflyttning tidigast', 'Can be moved into from')))),
  access: optional(field(z.boolean(), label('Tillgänglig utan steg', 'Accessible without steps'))),
  pets: optional(field(z.boolean(), label('Husdjur får finnas', 'Pets allowed'))),
});
export type UpdateDwelling = z.infer<typeof updateDwellingData>;

/** `assign`: who at SHIS looks after the flat. */
export const assignDwellingData = z.strictObject({
  handler: field(login(), { ...label('Handläggare', 'Handler'), pick: { from: 'user', org: 'shis' } }),
});

/** The events of every dwelling file. */
export const dwellingEvents: Readonly<Record<string, EventSpec>> = {
  updateDwelling: {
    label: { sv: 'Ändra uppgifter om lägenheten', en: 'Change the flat’s data' },
    told: {
      sv: 'Lägenhetens uppgifter ändrades från {from}.',
      en: 'The flat’s data were changed from {from}.',
    },
    schema: updateDwellingData,
    by: SHIS,
  },
  assign: {
    label: { sv: 'Tilldela handläggare', en: 'Assign a handler' },
    told: { sv: '{handler} tog hand om lägenheten.', en: '{handler} took charge of the flat.' },
    schema: assignDwellingData,
    by: SHIS,
  },
  note: {
    label: { sv: 'Skriv en anteckning', en: 'Write a note' },
    told: { sv: 'En anteckning skrevs.', en: 'A note was written.' },
    schema: noteData,
    by: [...SHIS, ...DISTRICT],
  },
  attach: attach([...SHIS, ...DISTRICT]),
};

const changes = [
  ...(['rent', 'dailyCost', 'rooms', 'area', 'floor', 'lift'] as const),
  ...(['district', 'moveInFrom', 'access', 'pets'] as const),
] as const;

/** What must hold for them. */
export const dwellingGuards: Readonly<Record<string, readonly Guard<DwellingRecord>[]>> = {
  updateDwelling: [
    {
      says: { sv: 'Minst en uppgift ska ändras.', en: 'At least one thing must change.' },
      needs: ['from'],
      holds: ({ step }) => changes.some((name) => step.data[name] !== undefined),
    },
  ],
};
