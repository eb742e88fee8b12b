import { z } from 'zod';
import { code, day, field } from '../fields.js';
import { choice, label, nullable, optional, text } from './parts.js';
import { personData } from './person.js';

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

/** The types of a household. Codes are never renamed. */
export const householdTypes = {
  'single-woman': text('Ensamstående kvinna', 'Single woman'),
  'single-man': text('Ensamstående man', 'Single man'),
  couple: text('Par', 'Couple'),
  other: text('Annat', 'Other'),
} as const;

/** The type of a household: an answer, and no change of its persons changes it. */
export const householdType = (sv = 'Hushållstyp', en = 'Household type') =>
  choice(householdTypes, label(sv, en));

/** What is asked about the household as a whole. */
export const whole = {
  type: householdType(),
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

/** Where the family lives now. */
export const address = field(z.string().trim().min(1).max(200), {
  ...label('Adress', 'Address'),
  hint: text(
    'Där familjen bor nu. Stannar i den egna organisationen.',
    'Where the family lives now. Stays within your organisation.',
  ),
  personal: true,
  within: true,
  find: 'address',
});

/** What goes from one household's file into another: persons, with all that is sealed of them. */
export const carriedPersons = z.strictObject({ members: z.array(personData), address: optional(address) });
