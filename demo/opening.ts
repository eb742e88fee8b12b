/** How the stock came about that 2020 begins with: real steps in the years before. */
import { SHIS } from './cast.js';
import { Chance } from './chance.js';
import { addDays, workdayUntil, workdays, workdaysBetween, type Day } from './days.js';
import { OPENED_EARLIER, facilityFlat } from './facilities.js';
import type { Book } from './book.js';
import { bringHome } from './course/placed.js';
import { openFlat } from './course/offer.js';
import type { Family } from './family.js';
import { OPENING } from './months.js';
import { placing, type Channel, type Placing } from './placings.js';

/** A family with its placing, to be told once it is known whether and when it leaves. */
export interface Placed {
  readonly family: Family;
  readonly placing: Placing;
}

/** Flats that are there before the first family, and their rooms. */
const FIRST: { readonly on: Day; readonly rooms: readonly number[] } = {
  on: '2015-12-01',
  rooms: [3, 3, 3, 2, 2],
};
/** The facilities' flats that stand free when 2020 begins were taken into use on this day. */
const LAST_OPENED: Day = '2019-11-18';
const LAST_SIGNED: Day = '2019-12-12';
const IN_BY: Day = '2019-12-30';

/** Families beside those of the stories: so many in each kind of flat, more of them in the later years. */
export function openingFamilies(book: Book, planted: Readonly<Record<Channel, number>>): Placed[] {
  const chance = new Chance('opening');
  const days = (Object.entries({ '2017': 50, '2018': 65, '2019': 85 }) as [string, number][]).flatMap(
    ([year, weight]) => {
      const ofYear = workdaysBetween(`${year}-02-01`, year === '2019' ? LAST_SIGNED : `${year}-12-15`);
      return Array.from({ length: weight }, () => chance.pick(ofYear));
    },
  );
  const shuffled = chance.shuffled(days);
  const facility = shuffled.splice(0, OPENING.facility - planted.facility).sort();
  const agency = shuffled.splice(0, OPENING.agency - planted.agency).sort();
  return [
    ...facility.map((day) => placed(book, 'facility', day)),
    ...agency.map((day) => placed(book, 'agency', day)),
  ];
}

function placed(book: Book, channel: Channel, signedOn: Day): Placed {
  const chance = new Chance(`opening ${channel} ${signedOn}`);
  const size = channel === 'agency' && chance.holds(0.75) ? 'large' : 'ordinary';
  const on = workdays(signedOn, -90);
  const family = book.family({ on, size });
  const waited = chance.int(10, 50);
  const signed = placing(channel, signedOn, IN_BY, chance);
  bringHome(family, { placing: signed, waited, flatName: book.agencyFlat });
  return { family, placing: signed };
}

/** A flat is to be there by a day; `rooms`: one of that size, taken into use on that very day. */
export interface Wanted {
  readonly by: Day;
  readonly rooms?: number;
}

/**
 * Takes the facilities' flats into use, one shortly before each offer, so that few stand free; the last few of them late
 * in 2019. `wanted`: one for each offer of a flat that is let from then on, beside those of the first five.
 */
export function openFlats(book: Book, wanted: readonly Wanted[]): void {
  const flats = OPENED_EARLIER.flatMap((facility) =>
    Array.from({ length: facility.flats }, (_, index) => ({ facility, index })),
  );
  const first = FIRST.rooms.map((rooms) => ({ by: FIRST.on, rooms }));
  const all = [...first, ...[...wanted].sort((one, other) => (one.by < other.by ? -1 : 1))];
  const chance = new Chance('flats taken into use');
  for (const [at, { facility, index }] of flats.entries()) {
    const { by, rooms } = all[at] ?? { by: LAST_OPENED, rooms: undefined };
    const on = rooms === undefined ? workdayUntil(addDays(by, -chance.int(5, 16))) : by;
    const data = facilityFlat(facility, index, rooms);
    book.flats.on(on, (stock) => openFlat(stock, { name: `f-${at + 1}`, data }, on, SHIS[0]));
  }
}

/** When a family placed in a facility was offered its flat, at the earliest. */
export const offeredBefore = ({ signedOn }: Placing): Day => workdays(signedOn, -11);
