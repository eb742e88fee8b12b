/** SHIS's facilities, invented, and the flats of the demo: what each is like. */
import { Chance } from './chance.js';
import { COMPANIES } from './cast.js';
import type { Day } from './days.js';

/** A facility, `flats` how many family flats it has. */
export interface Facility {
  readonly code: string;
  /** The part of the city that it lies in. */
  readonly district: string;
  readonly name: string;
  readonly from: Day;
  readonly flats: number;
}

/** The four that have their flats when 2020 begins (150), and the two that open during the demo (40 and 35). */
export const FACILITIES: readonly Facility[] = [
  { code: 'tallasen', district: 'skarpnack', name: 'Tallåsen', from: '2015-09-01', flats: 45 },
  { code: 'bjorkhagsgarden', district: 'farsta', name: 'Björkhagsgården', from: '2016-03-01', flats: 40 },
  { code: 'kvarnvreten', district: 'skarholmen', name: 'Kvarnvreten', from: '2017-02-01', flats: 35 },
  { code: 'ekbacken', district: 'bromma', name: 'Ekbacken', from: '2018-05-02', flats: 30 },
  { code: 'sjostigen', district: 'enskede-arsta-vantor', name: 'Sjöstigen', from: '2020-02-03', flats: 40 },
  { code: 'norrglantan', district: 'rinkeby-kista', name: 'Norrgläntan', from: '2020-09-01', flats: 35 },
];

/** Facilities that open during the demo, whole, on their first day. */
export const OPENING_LATER: readonly Facility[] = FACILITIES.filter(({ from }) => from >= '2020-01-01');
/** Facilities whose flats are taken into use one after the other before the demo. */
export const OPENED_EARLIER: readonly Facility[] = FACILITIES.filter(({ from }) => from < '2020-01-01');

/** What a dwelling file is opened with. */
export interface FlatData {
  readonly source: 'facility' | 'agency';
  readonly facility?: string;
  readonly district?: string;
  readonly company?: string;
  readonly number: string;
  readonly rooms: number;
  readonly area: number;
  readonly floor: number;
  readonly lift: boolean;
  readonly rent: number;
  readonly dailyCost?: number;
}

/** The `index`-th flat of a facility, from 0. `rooms` when the story needs a certain size. */
export function facilityFlat(facility: Facility, index: number, rooms?: number): FlatData {
  const chance = new Chance(`flat ${facility.code} ${index}`);
  const size = rooms ?? Number(chance.weighted({ 2: 42, 3: 46, 4: 12 }));
  const floor = 1 + Math.floor(index / 10);
  return {
    source: 'facility',
    facility: facility.code,
    district: facility.district,
    number: `${floor}${String((index % 10) + 1).padStart(2, '0')}`,
    rooms: size,
    area: 21 * size + chance.int(2, 14),
    floor,
    lift: facility.code !== 'kvarnvreten',
    rent: 3200 + 1750 * size + 50 * chance.int(0, 12),
    dailyCost: 90 + 85 * size,
  };
}

/** A flat that a company lets through the agency. */
export function agencyFlat(name: string, rooms?: number): FlatData {
  const chance = new Chance(`flat ${name}`);
  const size = rooms ?? Number(chance.weighted({ 2: 30, 3: 45, 4: 25 }));
  const floor = chance.int(0, 6);
  return {
    source: 'agency',
    company: chance.pick(COMPANIES),
    number: `${1000 + 100 * floor + chance.int(1, 8)}`,
    rooms: size,
    area: 22 * size + chance.int(4, 16),
    floor,
    lift: chance.holds(0.7),
    rent: 3600 + 2050 * size + 50 * chance.int(0, 30),
  };
}
