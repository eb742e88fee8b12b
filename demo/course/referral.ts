/** From the district's draft to the queue, and what happens while a family waits there. */
import { MERGED, REFERRERS } from '../cast.js';
import type { Chance } from '../chance.js';
import { addDays, workdays, LAST, type Day } from '../days.js';
import type { Family } from '../family.js';
import { CONTACTS, NOTES, SUPPLEMENTS, WISHES } from '../phrases.js';
import { byDistrict, byShis, inFile } from './steps.js';

/** When the family was referred, and when it came into the queue. */
export interface Queued {
  readonly submittedOn: Day;
  readonly approvedOn: Day;
}

/** The first line of a referral, in a file of its own. */
export function open(family: Family, day: Day, more: object = {}): void {
  const { household, name: process } = family;
  family.diary.on(day, () => {
    const data = { household: { ...household, district: family.district(day) }, ...more };
    return { by: family.handler(day), process, open: 'referral', data };
  });
}

/** The referral is sent to SHIS, and a handler put in charge. */
export function submit(family: Family, day: Day): void {
  const ground = family.chance('submit').holds(0.9) ? 'consent' : 'statute';
  family.diary.on(day, () => byDistrict(family, day, 'submit', { ground }));
  family.diary.on(day, () => inFile(family, day, 'assign', { handler: family.handler(day) }));
}

/** Draft, submit, perhaps a supplement, and into the queue on `approvedOn`. */
export function refer(family: Family, { submittedOn, approvedOn }: Queued): void {
  const chance = family.chance('referral');
  const opened = workdays(submittedOn, -chance.int(0, 5));
  open(family, opened, asks(family, chance, opened));
  submit(family, submittedOn);
  if (chance.holds(0.12)) supplement(family, submittedOn, approvedOn);
  family.diary.on(approvedOn, () => byShis(family, 'approve'));
}

/** A day of submitting that leaves SHIS time to screen before `approvedOn`. */
export const submittedBefore = (family: Family, approvedOn: Day): Day =>
  workdays(approvedOn, -family.chance('screening').int(2, 9));

function asks(family: Family, chance: Chance, day: Day): object {
  const wishes = chance.holds(0.3) ? { wishes: chance.pick(WISHES) } : {};
  family.lift = chance.holds(0.08);
  const atSchool = family.household.members.some(({ school }) => school !== undefined);
  // Half of those whose children go to school go where the family comes from.
  const district = family.district(day);
  if (atSchool && district !== 'hemlosa' && family.chance('school').holds(0.5)) family.schoolIn = district;
  return {
    ...wishes,
    ...(family.lift && { lift: true }),
    ...(family.rooms >= 4 && { rooms: family.rooms }),
    ...(family.schoolIn !== null && { schoolIn: family.schoolIn }),
  };
}

function supplement(family: Family, submittedOn: Day, approvedOn: Day): void {
  const asked = workdays(submittedOn, 1);
  const supplied = workdays(approvedOn, -1);
  if (asked > supplied) return;
  askForMore(family, asked);
  family.diary.on(supplied, () => byDistrict(family, supplied, 'supply', { note: 'Underlaget är bifogat.' }));
}

/** SHIS asks for what is missing. */
export function askForMore(family: Family, day: Day, asked?: string): void {
  const what = asked ?? family.chance('supplement').pick(SUPPLEMENTS);
  family.diary.on(day, () => byShis(family, 'requestSupplement', { what }));
}

/** Contacts while a family waits from one day to another, and sometimes a note. */
export function wait(family: Family, from: Day, to: Day): void {
  const chance = family.chance('waiting');
  let day = from;
  for (let left = chance.int(0, 2); left > 0; left -= 1) {
    day = workdays(day, chance.int(15, 21));
    if (day < to) contact(family, day, chance.pick(CONTACTS));
  }
  const next = workdays(from, 1);
  if (chance.holds(0.1) && next < to) noteOn(family, next);
}

function contact(family: Family, on: Day, note: string): void {
  family.diary.on(on, () => byShis(family, 'recordContact', { on, note }));
}

/** Somebody writes a note: the district or SHIS. */
export function noteOn(family: Family, day: Day): void {
  const chance = family.chance(`note ${day}`);
  const data = { note: chance.pick(NOTES) };
  const shis = chance.holds(0.5);
  family.diary.on(day, () => inFile(family, day, 'note', data, shis ? family.shis : family.handler(day)));
}

/** A pause in the queue, over by itself on `until`. */
export function pause(family: Family, day: Day, until: Day): void {
  const reason = family.chance('pause').pick(['household-wish', 'illness', 'away', 'custody']);
  family.diary.on(day, () => byDistrict(family, day, 'pause', { until, reason }));
}

/** Some district other than the family's, in every division. */
export function otherDistrict(family: Family, chance: Chance): string {
  const now = family.district(LAST);
  const others = REFERRERS.filter(({ code }) => code !== now && code !== MERGED);
  return chance.byWeight(others, ({ weight }) => weight).code;
}

/** The family's case goes to the district that answers for it from this day on, and its handler is told. */
export function transferDistrict(family: Family, day: Day): void {
  const by = family.handler(addDays(day, -1));
  family.diary.on(day, () =>
    inFile(family, day, 'transferDistrict', { to: family.district(day), handler: family.handler(day) }, by),
  );
}
