import { z } from 'zod';
import type { Needs } from '../../src/domain/matching.js';
import type { Step } from '../definition.js';
import { day, field, note } from '../fields.js';
import { dataOf, kronor, label, optional, partOfCity, reason, text } from '../files/parts.js';
import { nothingYet, type Asks, type ReferralContext } from './referral.context.js';

const parts = (sv: string, en: string, hint: { sv: string; en: string }) =>
  field(z.array(partOfCity('Stadsdelsområde', 'District')).max(13), { ...label(sv, en), hint });

/** What a family needs of a flat, as far as it can be said in codes: by these flats and families are matched. */
const needs = {
  rooms: field(z.int().min(1).max(12), {
    ...label('Antal rum som behövs', 'Rooms needed'),
    hint: text('Lämna tomt: räknas ut av hushållet.', 'Leave empty: reckoned from the household.'),
  }),
  lift: field(z.boolean(), label('Behöver hiss eller markplan', 'Needs a lift or ground floor')),
  pets: field(z.boolean(), {
    ...label('Har husdjur som flyttar med', 'Has a pet that moves along'),
    hint: text(
      'En lägenhet där husdjur inte får finnas föreslås då inte.',
      'A flat where no pet may live is then not proposed.',
    ),
  }),
  rentMost: field(kronor(), {
    ...label('Högsta hyra (kronor i månaden)', 'Highest rent (kronor a month)'),
    hint: text('Lämna tomt om hyran inte begränsar.', 'Leave empty if the rent is no limit.'),
    widget: 'money',
  }),
  moveFrom: field(day(), label('Kan flytta in tidigast', 'Can move in from')),
  moveBy: field(day(), label('Måste ha flyttat in senast', 'Must have moved in by')),
  schoolIn: partOfCity('Barnens skola ligger i', 'The children’s school lies in'),
  ties: parts(
    'Har anknytning till',
    'Has ties to',
    text('Lämna tomt: stadsdelen som remitterar.', 'Leave empty: the district that refers.'),
  ),
  avoid: parts(
    'Kan inte bo i, för sitt skydd',
    'Cannot live in, for its protection',
    text(
      'Lägenheter där föreslås aldrig och kan inte erbjudas.',
      'Flats there are never proposed and cannot be offered.',
    ),
  ),
} as const;

/** What the district asks for, and may tell more of. All optional: SHIS goes by the household otherwise. */
export const asks = {
  rooms: optional(needs.rooms),
  lift: optional(needs.lift),
  pets: optional(needs.pets),
  rentMost: optional(needs.rentMost),
  moveFrom: optional(needs.moveFrom),
  moveBy: optional(needs.moveBy),
  schoolIn: optional(needs.schoolIn),
  ties: optional(needs.ties),
  avoid: optional(needs.avoid),
  wishes: optional(note('Familjens önskemål', 'The family’s wishes')),
  exception: optional(reason('exception', 'Skäl till undantag från villkoren', 'Ground of exception')),
} as const;

/** The needs told anew: what is left out is not asked for any longer, but for the wishes, which stay. */
const { exception: _, ...needsNow } = asks;
export { needsNow };

const ASKS = Object.keys(asks) as (keyof Asks)[];

/** What a step tells of the needs; what it leaves out is not there. */
function told(step: Step): Partial<Asks> {
  const data = dataOf<Partial<Asks>>(step);
  return Object.fromEntries(ASKS.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])));
}

/** What is asked for after a step that tells more of it. */
export const asksAfter = (asked: Asks, step: Step): Asks => ({ ...asked, ...told(step) });

/** What is asked for after a step that tells all of it anew. */
export const asksAnew = ({ wishes, exception }: Asks, step: Step): Asks => ({
  ...nothingYet.asks,
  wishes,
  exception,
  ...told(step),
});

/** What a family needs of a flat; `district` refers it. A family that has told no ties has them to that district. */
export function needsOf({ asks: asked, roomsNeeded }: ReferralContext, district: string | null): Needs {
  const { rooms, lift, ties, ...needs } = { ...nothingYet.asks, ...asked };
  const { pets, rentMost, moveFrom, moveBy, schoolIn, avoid } = needs;
  const own = district === null ? [] : [district];
  return {
    ...{ rooms: rooms ?? roomsNeeded ?? 1, lift: lift ?? false },
    ...{ pets, rentMost, moveFrom, moveBy, schoolIn, avoid },
    ties: ties.length === 0 ? own : ties,
  };
}
