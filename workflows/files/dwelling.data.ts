import { z } from 'zod';
import { code, day, field } from '../fields.js';
import { channels, choice, label, dated, kronor, login, nullable, optional, partOfCity } from './parts.js';

/** The fields of a flat, as the casebook names them. Rent in kronor a month, daily cost in kronor a day, area in m². */
export const dwellingShape = {
  source: choice(channels, label('Kommer från', 'Comes from')),
  facility: optional(field(code(), label('Anläggning', 'Facility'))),
  company: optional(
    field(code(), {
      ...label('Bostadsbolag', 'Housing company'),
      pick: { from: 'organisation', kind: 'company' },
    }),
  ),
  number: field(
    z.string().regex(/^[\p{L}\d][\p{L}\d /.:-]{0,29}$/u),
    label('Lägenhetsnummer', 'Flat number'),
  ),
  rooms: field(z.int().min(1).max(12), label('Antal rum', 'Rooms')),
  area: optional(nullable(field(z.number().min(1).max(500), label('Yta (m²)', 'Area (m²)')))),
  floor: optional(nullable(field(z.int().min(-2).max(60), label('Våning', 'Floor')))),
  lift: optional(nullable(field(z.boolean(), label('Hiss', 'Lift')))),
  district: optional(nullable(partOfCity('Ligger i stadsdelsområdet', 'Lies in the district'))),
  moveInFrom: optional(nullable(field(day(), label('Inflyttning tidigast', 'Can be moved into from')))),
  access: optional(nullable(field(z.boolean(), label('Tillgänglig utan steg', 'Accessible without steps')))),
  pets: optional(nullable(field(z.boolean(), label('Husdjur får finnas', 'Pets allowed')))),
  rent: field(kronor(), { ...label('Hyra (kronor i månaden)', 'Rent (kronor a month)'), widget: 'money' }),
  dailyCost: optional(
    nullable(
      field(kronor(), {
        ...label('Kostnad per tom dag (kronor)', 'Cost per empty day (kronor)'),
        hint: { sv: 'Lämna tomt om den inte är känd.', en: 'Leave empty if it is not known.' },
        widget: 'money',
      }),
    ),
  ),
} as const;

/** What opens a dwelling file: the open schema of the workflow `dwelling`. */
export const dwellingData = z.strictObject(dwellingShape);
export type DwellingData = z.infer<typeof dwellingData>;

/**
 * The flat as its file keeps it. `rent` and `dailyCost` hold what was in force when last written; the dated lists hold
 * all of it (`dwellingOn` reads them).
 */
export const dwellingRecord = z.strictObject({
  ...dwellingShape,
  rents: field(dated(kronor()), label('Hyra över tid', 'Rent over time')),
  dailyCosts: field(
    dated(kronor().nullable()),
    label('Kostnad per tom dag över tid', 'Cost per empty day over time'),
  ),
  assignee: nullable(field(login(), { ...label('Handläggare', 'Handler'), pick: { from: 'user' } })),
});
export type DwellingRecord = z.infer<typeof dwellingRecord>;
