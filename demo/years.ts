/** The months of 2020 and 2021: who comes and who goes. */
import { SHIS } from './cast.js';
import { Chance } from './chance.js';
import { detoursOf, listed, type Book } from './book.js';
import { bringHome, type Detour, type Way } from './course/placed.js';
import { openFlat } from './course/offer.js';
import { workdays } from './days.js';
import { OPENING_LATER, facilityFlat } from './facilities.js';
import { MONTHS, PLACED_TO_SEPTEMBER_2021, type Month } from './months.js';
import type { Placed } from './opening.js';
import {
  departuresIn,
  placingsIn,
  startOf,
  mayLeave,
  type Channel,
  type Departure,
  type Placing,
} from './placings.js';

/** What the stories take of a month's numbers. */
export type Claims = readonly {
  readonly month: string;
  readonly what: keyof Omit<Month, 'month'>;
  readonly district?: string;
}[];

/** A placing before it has a family. */
interface Coming {
  readonly month: string;
  readonly placing: Placing;
}

/** The facilities that open during the demo. */
export function newFacilities(book: Book): void {
  let number = 150;
  for (const facility of OPENING_LATER) {
    const flats = Array.from({ length: facility.flats }, (_, index) => ({
      name: `f-${(number += 1)}`,
      data: facilityFlat(facility, index),
    }));
    book.flats.on(facility.from, (stock) =>
      flats.map((flat) => openFlat(stock, flat, facility.from, SHIS[0])),
    );
  }
}

/** Everyone who signs in the two years, beside those of the stories. */
export function newFamilies(book: Book, claims: Claims): Placed[] {
  const coming = MONTHS.flatMap((month) => [
    ...comingIn(month, 'agency', claims),
    ...comingIn(month, 'facility', claims),
  ]);
  const districts = districtsOf(coming, claims);
  const ways = waysOf(book, coming);
  return coming.map(({ placing }, at) => {
    const { channel, signedOn } = placing;
    const chance = new Chance(`coming ${at}`);
    const size = channel === 'agency' && chance.holds(0.75) ? 'large' : 'ordinary';
    const district = districts.get(placing);
    const family = book.family({
      on: workdays(signedOn, -200),
      size,
      ...(district === undefined ? {} : { district }),
    });
    const way: Way = {
      placing,
      waited: chance.int(8, 110),
      flatName: book.agencyFlat,
      pauses: chance.holds(0.08),
      ...ways.get(placing),
    };
    bringHome(family, way);
    return { family, placing };
  });
}

const claimed = (claims: Claims, month: string, what: keyof Month): number =>
  claims.filter((one) => one.month === month && one.what === what).length;

function comingIn(month: Month, channel: Channel, claims: Claims): Coming[] {
  const count = month[channel] - claimed(claims, month.month, channel);
  const chance = new Chance(`${channel} ${month.month}`);
  return placingsIn(month.month, channel, count, chance).map((placing) => ({ month: month.month, placing }));
}

/** The districts of the 81 who had moved in by 30 September 2021 are as the forecast's table says. */
function districtsOf(coming: readonly Coming[], claims: Claims): Map<Placing, string> {
  const deck = new Chance('districts 2021').shuffled(listed(PLACED_TO_SEPTEMBER_2021));
  for (const { month, district } of claims)
    if (district !== undefined && month.startsWith('2021')) deck.splice(deck.indexOf(district), 1);
  const counted = coming.filter(({ month }) => month >= '2021-01' && month <= '2021-09');
  return new Map(counted.map(({ placing }, at) => [placing, deck[at] as string]));
}

/** Who said no before, whose requests took a detour, whose yes came to nothing. */
function waysOf(book: Book, coming: readonly Coming[]): Map<Placing, Partial<Way>> {
  return new Map(
    ['2020', '2021'].flatMap((year) => [...refusersOf(book, coming, year), ...detoursIn(coming, year)]),
  );
}

/** How often each of those who said no did so, by year; the rest of the year's reasons are the last day's. */
const TIMES_REFUSED: Readonly<Record<string, readonly number[]>> = {
  2020: [3, 2, 2, 2, 2, 2, 2, ...Array.from({ length: 27 }, () => 1)],
  2021: [3, 2, 2, 2, 2, ...Array.from({ length: 18 }, () => 1)],
};

/** Each year a family changes its mind after its yes, and a flat turns out to be worse than it looked. */
const FALLEN_THROUGH = [
  { party: 'household', reason: 'area' },
  { party: 'shis', reason: 'condition' },
] as const;

/** From June to September 2020 so few flats stood free that no family was offered a second one. */
const WIDE_CHOICE: Readonly<Record<string, RegExp>> = { 2020: /^2020-(04|05|1.)/, 2021: /^2021-(0[4-9]|1.)/ };

function refusersOf(book: Book, coming: readonly Coming[], year: string): [Placing, Partial<Way>][] {
  const able = coming.filter(
    ({ month, placing }) => WIDE_CHOICE[year]?.test(month) && placing.channel === 'facility',
  );
  const chosen = new Chance(`refusers ${year}`).shuffled(able.map(({ placing }) => placing));
  const refusers = (TIMES_REFUSED[year] ?? []).map((times, at): [Placing, Partial<Way>] => [
    chosen[at] as Placing,
    { refusals: book.refusalReasons(year, times) },
  ]);
  const fallen = FALLEN_THROUGH.map((fellThrough, at): [Placing, Partial<Way>] => [
    chosen[refusers.length + at] as Placing,
    { fellThrough },
  ]);
  return [...refusers, ...fallen];
}

function detoursIn(coming: readonly Coming[], year: string): [Placing, Partial<Way>][] {
  const asking = coming.filter(
    ({ month, placing }) => month >= `${year}-03` && month <= `${year}-10` && placing.channel === 'agency',
  );
  const chance = new Chance(`detours of ${year}`);
  const spread = chance.shuffled(asking.map(({ placing }) => placing));
  const detours: Detour[] = [...detoursOf(year), { how: 'refused', reason: 'area' }];
  return spread.map((placing, at) => [
    placing,
    { detours: detours.filter((_, number) => number % spread.length === at) },
  ]);
}

/** Who leaves when, of those whose stories do not say so themselves. */
export function departures(all: readonly Placed[], claims: Claims): Map<Placed, Departure> {
  const left = new Map<Placed, Departure>();
  for (const month of MONTHS)
    for (const [channel, what] of [
      ['facility', 'facilityOut'],
      ['agency', 'agencyOut'],
    ] as const) {
      const chance = new Chance(`${what} ${month.month}`);
      const count = month[what] - claimed(claims, month.month, what);
      for (const departure of departuresIn(month.month, count, chance)) {
        const living = all.filter(
          (one) =>
            one.placing.channel === channel && !left.has(one) && mayLeave(startOf(one.placing), departure.on),
        );
        left.set(chance.pick(living), departure);
      }
    }
  return left;
}
