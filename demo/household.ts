/** One invented household: who lives in it and how, as a referral tells it. */
import { roomsNeeded } from '../src/domain/household.js';
import type { Chance } from './chance.js';
import { addDays, type Day } from './days.js';
import { familyName, firstName, schoolName, type Gender } from './names.js';

/** A person as a referral names them. Nobody has a personal number. */
export interface Person {
  readonly ref: string;
  readonly name: string;
  readonly born: Day;
  readonly gender: Gender;
  readonly adult: boolean;
  readonly share?: 'whole' | 'part';
  readonly school?: string;
}

/** A household as a referral tells it, but for the district, which belongs to the family's story. */
export interface Household {
  readonly type: 'single-woman' | 'single-man' | 'couple' | 'other';
  readonly registeredSince: Day | null;
  readonly insecureSince: Day;
  readonly insecureHousing: boolean;
  readonly currentHousing: string;
  readonly newlyArrived: boolean;
  readonly members: readonly Person[];
}

/** What a story asks of a household; the rest is chance. */
export interface Asked {
  readonly on: Day;
  /** `large`: five persons or more, who need four rooms or five. */
  readonly size?: 'large' | 'ordinary';
  readonly type?: Household['type'];
  readonly children?: number;
  readonly newlyArrived?: boolean;
  readonly currentHousing?: string;
}

const YEAR = 365;

/** 65 % single women, as among the families of the survey. */
const TYPES = { 'single-woman': 65, couple: 27, 'single-man': 6, other: 2 } as const;
const HOUSING = {
  hotel: 24,
  lodger: 31,
  hostel: 8,
  'apartment-hotel': 8,
  emergency: 10,
  sheltered: 8,
  trial: 3,
  training: 2,
  care: 2,
  unknown: 4,
} as const;
/** Of the families that SHIS housed in 2021 two in five were newly arrived: 118 of the 291, and 27 more in those flats. */
const NEWLY_ARRIVED = 0.4;

/** Draws a household that meets the conditions of a referral on the day. */
export function drawHousehold(chance: Chance, asked: Asked): Household {
  const type = asked.type ?? chance.weighted(TYPES);
  const grown = type === 'single-woman' || type === 'single-man' ? 1 : 2;
  const children = asked.children ?? childCount(chance, grown, asked.size ?? 'ordinary');
  const newlyArrived = asked.newlyArrived ?? chance.holds(NEWLY_ARRIVED);
  return {
    type,
    registeredSince: addDays(asked.on, -chance.int(2 * YEAR + 10, (newlyArrived ? 4 : 14) * YEAR)),
    insecureSince: addDays(asked.on, -chance.int(120, 4 * YEAR)),
    insecureHousing: true,
    currentHousing: asked.currentHousing ?? chance.weighted(HOUSING),
    newlyArrived,
    members: people(chance, type, grown, children, asked.on),
  };
}

function childCount(chance: Chance, grown: number, size: 'large' | 'ordinary'): number {
  if (size === 'large') return Number(chance.weighted({ 5: 45, 6: 35, 7: 20 })) - grown;
  return Math.min(Number(chance.weighted({ 1: 37, 2: 40, 3: 23 })), 4 - grown);
}

function people(chance: Chance, type: Household['type'], grown: number, children: number, on: Day): Person[] {
  const surname = familyName(chance);
  const young = Array.from({ length: children }, (_, at) => child(chance, surname, at + 1, on));
  const oldest = young.map(({ born }) => born).sort()[0] ?? on;
  const first: Gender = type === 'single-man' ? 'man' : 'woman';
  const adults = Array.from({ length: grown }, (_, at): Person => {
    const gender = at === 0 || type === 'other' ? first : 'man';
    const born = addDays(oldest, -chance.int(20 * YEAR, 33 * YEAR));
    return {
      ref: `vuxen-${at + 1}`,
      name: `${firstName(chance, gender)} ${surname}`,
      born,
      gender,
      adult: true,
    };
  });
  return [...adults, ...young];
}

/** At most 13 on the day, so that it is a child at home for as long as the demo lasts. */
function child(chance: Chance, surname: string, number: number, on: Day): Person {
  const gender = chance.pick(['woman', 'man'] as const);
  const age = chance.int(60, 13 * YEAR);
  return {
    ref: `barn-${number}`,
    name: `${firstName(chance, gender)} ${surname}`,
    born: addDays(on, -age),
    gender,
    adult: false,
    share: chance.holds(0.9) ? 'whole' : 'part',
    ...(age > YEAR && chance.holds(0.4) ? { school: schoolName(chance) } : {}),
  };
}

/** A child that is born into a household. */
export function newborn({ members }: Household, chance: Chance, number: number, born: Day): Person {
  const surname = members[0]?.name.split(' ').at(-1) ?? familyName(chance);
  const gender = chance.pick(['woman', 'man'] as const);
  return {
    ref: `barn-${number}`,
    name: `${firstName(chance, gender)} ${surname}`,
    born,
    gender,
    adult: false,
    share: 'whole',
  };
}

/** Rooms that the household needs, as the program reckons them. */
export function roomsFor({ members }: Household): number {
  const adults = members.filter(({ adult }) => adult).length;
  return roomsNeeded(adults, members.length - adults);
}
