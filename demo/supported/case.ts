/** A case of supported housing reckoned back from the day when the first-hand lease was signed, and on from there. */
import type { Book } from '../book.js';
import { LAST, addDays, addMonths, workdayUntil, workdays, type Day } from '../days.js';
import { startOf, type Placing } from '../placings.js';
import {
  applicant,
  applies,
  caseManagerOf,
  inCase,
  type Applicant,
  type FormName,
  type Kind,
} from './applicant.js';
import { detour, handBack, offerFor, type Detour } from './flat.js';

/** A lease to come, and the flats that came to nothing before it. */
export interface Coming {
  readonly form: FormName;
  readonly kind: Kind | null;
  readonly placing: Placing;
  readonly detours: readonly Detour[];
}

/** From the application to the second-hand lease, and as far as it goes by the last day. */
export function lease(book: Book, { form, kind, placing, detours }: Coming): void {
  const { signedOn, leaseStart } = placing;
  const one = applicant(book, { form, kind, on: workdays(signedOn, -60) });
  const { family } = one;
  const chance = family.chance('lease');
  const flat = book.supportedFlat();
  const answered = workdays(signedOn, -chance.int(1, 5));
  const wanted = detours.reduce(
    (day, how) => detour(one, workdays(day, -2), how, book.supportedFlat()),
    offerFor(one, answered, flat),
  );
  const requestedOn = workdays(wanted, -chance.int(2, 8));
  const grantedOn = workdays(requestedOn, -chance.int(1, 4));
  applies(one, workdays(grantedOn, -chance.int(8, 35)), grantedOn);
  family.diary.on(requestedOn, () => inCase(one, requestedOn, 'requestFlat'));
  family.diary.on(answered, () => inCase(one, answered, 'accept'));
  family.diary.on(signedOn, () =>
    inCase(one, signedOn, 'signLease', { signedOn, leaseStart, lessee: family.district(signedOn) }),
  );
  sublet(one, workdays(signedOn, 1), startOf(placing));
  stay(book, one, startOf(placing), flat);
}

/** The second-hand lease of a year; in Housing First the case manager comes with it. */
function sublet(one: Applicant, signedOn: Day, from: Day): void {
  const { family, form } = one;
  const day = signedOn < from ? signedOn : from;
  const rent = 3600 + 2000 * Math.max(1, family.rooms);
  family.diary.on(day, () => [
    ...(form === 'housing-first'
      ? [inCase(one, day, 'assignCaseManager', { manager: caseManagerOf(family.chance('manager')) })]
      : []),
    inCase(one, day, 'sublet', { from, to: yearFrom(from), rent }),
  ]);
}

const yearFrom = (from: Day): Day => addDays(addMonths(from, 12), -1);

const AFTER_A_YEAR = { renew: 66, takeOver: 14, end: 20 } as const;
const OUTCOMES = { 'own-lease': 25, 'own-other': 25, care: 14, 'shis-other': 8, insecure: 8, unknown: 20 };

/** How it goes after the first year, if that has come to its end. */
function stay(book: Book, one: Applicant, from: Day, flat: string): void {
  const { family, form, kind } = one;
  const chance = family.chance('stay');
  const to = yearFrom(from);
  const fate = chance.weighted(AFTER_A_YEAR);
  followUps(one, from, fate === 'renew' ? LAST : to);
  if (to > LAST) return;
  const on = workdayUntil(to);
  if (fate === 'takeOver') family.diary.on(on, () => inCase(one, on, 'takeOver', { on }));
  else if (fate === 'end') ends(book, one, on, flat);
  else {
    const day = workdays(to, -chance.int(5, 20));
    family.diary.on(day, () => inCase(one, day, 'renew', { to: yearFrom(addDays(to, 1)) }));
    const converted = kind === 'training' && chance.holds(0.3);
    if (form === 'supported-housing' && converted)
      family.diary.on(day, () => inCase(one, day, 'convert', { to: 'trial' }));
  }
}

/** After a month, then half a year after the last: mostly in time, some late; a few are forgotten, and none follows. */
function followUps(one: Applicant, from: Day, until: Day): void {
  const { family } = one;
  const chance = family.chance('follow-up');
  for (let due = addMonths(from, 1); ;) {
    const on = workdays(due, chance.holds(0.86) ? -chance.int(0, 8) : chance.int(3, 20));
    if (on >= until || on > LAST || chance.holds(0.04)) return;
    const kind = chance.pick(['home-visit', 'meeting', 'phone'] as const);
    family.diary.on(on, () => inCase(one, on, 'recordFollowUp', { on, kind }));
    due = addMonths(on, 6);
  }
}

/** The flat goes back to its company, or to the next applicant of the same board: it is leased already. */
function ends(book: Book, one: Applicant, on: Day, flat: string): void {
  const { family } = one;
  const chance = family.chance('end');
  family.diary.on(on, () => inCase(one, on, 'end', { outcome: chance.weighted(OUTCOMES), on }));
  const ready = workdays(on, chance.int(4, 9));
  const usedOn = workdays(ready, 1);
  if (usedOn > LAST || one.form === 'housing-first' || chance.holds(0.6)) {
    if (ready <= LAST) family.diary.on(ready, () => handBack(one, ready, flat));
    return;
  }
  family.diary.on(ready, () => ({ by: family.handler(ready), process: flat, event: 'ready', data: {} }));
  usesLease(book, family.district(ready), usedOn, flat);
}

function usesLease(book: Book, district: string, day: Day, flat: string): void {
  const next = applicant(book, {
    form: 'supported-housing',
    kind: 'trial',
    on: workdays(day, -40),
    district,
  });
  applies(next, workdays(day, -25), workdays(day, -3));
  next.family.diary.on(day, () => inCase(next, day, 'useOwnLease', { dwelling: { ref: flat } }));
  sublet(next, day, day);
}
