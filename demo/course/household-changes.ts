/** What happens in a family while it lives in its flat: a child is born, a grown-up leaves, the district changes. */
import { addDays, daysBetween, workdays, workdayFrom, type Day } from '../days.js';
import type { Family } from '../family.js';
import { newborn } from '../household.js';
import { otherDistrict, transferDistrict } from './referral.js';
import { inFile } from './steps.js';

/** Lays them out and returns the days on which children were born. */
export function changes(family: Family, start: Day, until: Day): Day[] {
  const chance = family.chance('changes');
  const days = daysBetween(start, until);
  if (days < 60) return [];
  const births: Day[] = [];
  if (chance.holds(0.08)) births.push(birth(family, addDays(start, chance.int(20, days - 30))));
  if (family.household.type === 'couple' && chance.holds(0.12))
    separation(family, workdayFrom(addDays(start, chance.int(20, days - 30))));
  if (chance.holds(0.02)) newDistrict(family, workdayFrom(addDays(start, chance.int(20, days - 30))));
  return births;
}

/** A child is born and registered some days later. */
export function birth(family: Family, on: Day): Day {
  const chance = family.chance(`birth ${on}`);
  const number = family.household.members.filter(({ adult }) => !adult).length + 1;
  const person = newborn(family.household, chance, number, on);
  const day = workdays(on, chance.int(3, 12));
  family.diary.on(day, () => inFile(family, day, 'memberJoins', { person, on }), 'when-found');
  return on;
}

function separation(family: Family, day: Day): void {
  family.diary.on(day, () => [
    inFile(family, day, 'memberLeaves', { ref: 'vuxen-2', on: day }),
    inFile(family, day, 'updateHousehold', { type: 'single-woman' }),
  ]);
}

function newDistrict(family: Family, day: Day): void {
  family.movesTo(otherDistrict(family, family.chance('new district')), day);
  transferDistrict(family, day);
}
