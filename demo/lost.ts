/** Families that got no flat, and why: each year some find a home of their own, others are not taken on. */
import type { Book } from './book.js';
import { Chance } from './chance.js';
import { endOffer, offerOwnFlat, refuse } from './course/offer.js';
import { askForMore, open, refer, submit, submittedBefore, wait } from './course/referral.js';
import { byDistrict, byShis } from './course/steps.js';
import { addDays, workdays, workdaysBetween, type Day } from './days.js';
import type { Family } from './family.js';

/** Why referrals were withdrawn by the district while the family waited. */
const WITHDRAWN = [
  ...['own-housing', 'own-housing', 'own-housing', 'own-housing', 'left-city', 'left-city'],
  ...['other-service', 'other-service', 'reunited', 'not-wanted', 'duplicate'],
];
/** Why SHIS did not take a referral on, and what the household was like. */
const REJECTED = [
  { reason: 'not-registered', unlike: { registeredSince: null } },
  { reason: 'not-registered', unlike: { registeredSince: null } },
  { reason: 'not-insecure', unlike: { insecureHousing: false } },
  { reason: 'not-insecure', unlike: { insecureHousing: false } },
  { reason: 'needs-support', unlike: {} },
  { reason: 'needs-support', unlike: {} },
  { reason: 'incomplete', unlike: {} },
] as const;

/** All of one year. */
export function lostFamilies(book: Book, year: string): void {
  const chance = new Chance(`lost ${year}`);
  const days = workdaysBetween(`${year}-01-11`, `${year}-11-12`);
  const each = <T>(list: readonly T[], tell: (one: T, day: Day) => void): void =>
    list.forEach((one) => tell(one, chance.pick(days)));
  each(WITHDRAWN, (reason, day) => withdrawn(queuedUntil(book, day), day, reason));
  each(['own-housing', 'own-housing', 'other-form'], (reason, day) => refusedAndGone(book, day, reason));
  each(REJECTED, ({ reason, unlike }, day) => rejected(book, day, reason, unlike));
  each(['no-contact', 'conditions-changed'], (reason, day) => closed(queuedUntil(book, day), day, reason));
  each(['not-supplemented', 'not-supplemented'], (reason, day) => notSupplemented(book, day, reason));
  each(['let-to-other', 'made-in-error'], (reason, day) => offerWithdrawn(book, day, reason));
  dropped(book, `${year}-02-17`, `${year}-03-09`);
  open(newFamily(book, `${year}-04-15`), `${year}-04-15`); // expires in October by itself
}

const newFamily = (book: Book, on: Day): Family => book.family({ on: addDays(on, -60) });

/** A family that waits in the queue for some weeks before `until`. */
function queuedUntil(book: Book, until: Day): Family {
  const family = newFamily(book, workdays(until, -120));
  const approvedOn = workdays(until, -family.chance('lost').int(15, 90));
  refer(family, { submittedOn: submittedBefore(family, approvedOn), approvedOn });
  wait(family, approvedOn, workdays(until, -12));
  return family;
}

function withdrawn(family: Family, day: Day, reason: string): void {
  family.diary.on(day, () => byDistrict(family, day, 'withdraw', { reason }));
}

function closed(family: Family, day: Day, reason: string): void {
  family.diary.on(day, () => byShis(family, 'close', { reason }));
}

/** It said no because it had a home of its own, or wanted none of this kind: that is no mark against anybody. */
function refusedAndGone(book: Book, day: Day, reason: string): void {
  const family = queuedUntil(book, day);
  offerOwnFlat(family, workdays(day, -6));
  refuse(family, workdays(day, -3), reason);
  withdrawn(family, day, reason === 'own-housing' ? reason : 'not-wanted');
}

function rejected(book: Book, day: Day, reason: string, household: object): void {
  const family = book.family({ on: addDays(day, -30), household });
  submitted(family, workdays(day, -7));
  family.diary.on(day, () => byShis(family, 'reject', { reason }));
}

function submitted(family: Family, day: Day): void {
  open(family, day);
  submit(family, day);
}

function notSupplemented(book: Book, day: Day, reason: string): void {
  const family = newFamily(book, day);
  submitted(family, workdays(day, -40));
  askForMore(family, workdays(day, -35));
  closed(family, day, reason);
}

/** SHIS took an offer back; the family went on waiting and soon had a home of its own. */
function offerWithdrawn(book: Book, day: Day, reason: string): void {
  const family = queuedUntil(book, workdays(day, -1));
  const offered = workdays(day, -3);
  offerOwnFlat(family, offered);
  endOffer(family, workdays(day, -1), 'withdraw', { reason });
  withdrawn(family, day, 'own-housing');
}

function dropped(book: Book, day: Day, until: Day): void {
  const family = newFamily(book, day);
  open(family, day);
  family.diary.on(until, () => byDistrict(family, until, 'discard'));
}
