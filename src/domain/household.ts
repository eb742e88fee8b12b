/** Who lives in a household on a day, how old they are, how long they have been registered, and how many rooms they need. */
import { addYears, parseDay, type Day } from './days.js';

/** A member with the days on which he or she belongs to the household: `from` and `to` both included, `to` missing or null = still does. */
export interface Member {
  readonly born: Day;
  /** True for a person who leads the household, also one not yet 18 (a parent aged 17). */
  readonly adult?: boolean;
  readonly from: Day;
  readonly to?: Day | null;
  /** How much of the time at home; living at home partly counts. */
  readonly share?: 'whole' | 'part';
}

/** From this age on somebody is grown up. Law: föräldrabalken 9:1. */
export const OF_AGE = 18;

function livesIn(member: Member, day: Day): boolean {
  return member.born <= day && member.from <= day && (member.to == null || day <= member.to);
}

function isAdult(member: Member, day: Day): boolean {
  return member.adult === true || ageOn(member.born, day) >= OF_AGE;
}

/**
 * Whole years of age on `day`; negative before birth. Age rises on the birthday; a person born on 29 February turns
 * a year older on 1 March in common years (policy: the later day, so that a child counts as a child one day longer).
 */
export function ageOn(born: Day, day: Day): number {
  const years = parseDay(day).year - parseDay(born).year;
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** The 18th birthday: on 1 March for whoever was born on 29 February, as `ageOn` counts. */
export function comesOfAgeOn(born: Day): Day {
  const year = parseDay(born).year + OF_AGE;
  return born.endsWith('-02-29') ? `${year}-03-01` : `${year}${born.slice(4)}`;
}

/** The word under which the file of somebody who turns 18 on a day is found; kept as its keyed hash alone. */
export const ofAgeWord = (day: Day): string => `of age ${day}`;

/**
 * Children under 18 who live at home on `day`, wholly or partly. A member marked `adult` is no child, whatever the age.
 * Source: the city's definition of a family, 1.3.1-600/2021.
 */
export function childrenUnder18AtHome(members: readonly Member[], day: Day): number {
  return members.filter((member) => livesIn(member, day) && !isAdult(member, day)).length;
}

/** Adults in the household on `day`: marked so, or 18 or older (a grown child at home is one). */
export function adults(members: readonly Member[], day: Day): number {
  return members.filter((member) => livesIn(member, day) && isAdult(member, day)).length;
}

/**
 * Whole calendar years as a registered resident on `day`; 0 if never or not yet. A period: registered on 2019-03-01, two years are
 * reached on 2021-03-01, be it a Sunday; 29 February → 28 February. The rule asks for 2 (source: 1.3.1-600/2021).
 */
export function residentYears(registeredSince: Day | null, day: Day): number {
  if (registeredSince === null || day < registeredSince) return 0;
  const years = parseDay(day).year - parseDay(registeredSince).year;
  return addYears(registeredSince, years) <= day ? years : years - 1;
}

/**
 * Rooms (kitchen not counted) that a household needs: a living room and one bedroom for every two persons, of any age; a person
 * alone needs one room. 1 adult + 1 child: 2, 1 + 3: 3, 2 + 3: 4.
 * Source: policy, after the measure of crowding known as norm 2 (at most two persons a room, kitchen and living room not counted).
 * Norm 3, a room for each child, would leave most of SHIS's own flats unused for large families.
 */
export function roomsNeeded(adultCount: number, childCount: number): number {
  const persons = adultCount + childCount;
  return persons <= 1 ? 1 : 1 + Math.ceil(persons / 2);
}
