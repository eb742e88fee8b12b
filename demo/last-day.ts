/** Where things stand on the last day: queue 41, 7 offers, 3 proposals to answer, 5 referrals come in that day. Invented. */
import type { Book } from './book.js';
import { Chance } from './chance.js';
import { offerOwnFlat } from './course/offer.js';
import { refusedFlats } from './course/placed.js';
import { askForMore, open, pause, refer, submit, submittedBefore, wait } from './course/referral.js';
import { acceptFlat, cancelRequest, propose, requestFlat } from './course/request.js';
import { byDistrict, byShis } from './course/steps.js';
import { LAST, workdays, workdaysBetween, type Day } from './days.js';
import type { Family } from './family.js';
import { protectedFamily } from './stories/protected.js';

/** Families that wait in the queue, in the ways that they do; beside them the one that came back and the protected one. */
const WAITING = { plain: 22, refused: 8, paused: 2, proposed: 3, requested: 3, expired: 1 } as const;

/** All families whose story goes on after the last day; `returned` is counted among the 41. */
export function lastDay(book: Book, returned: Family): void {
  waiting(book, returned);
  offersOut(book);
  for (let n = 0; n < 5; n += 1) referred(book, LAST);
  for (const day of [workdays(LAST, -6), workdays(LAST, -3)])
    askForMore(referred(book, workdays(day, -4)), day);
  for (const day of [workdays(LAST, -9), workdays(LAST, -4), LAST]) open(book.family({ on: day }), day);
  inReview(book);
  protectedFamily(book);
}

function referred(book: Book, day: Day): Family {
  const family = book.family({ on: day });
  open(family, day);
  submit(family, day);
  return family;
}

function waiting(book: Book, returned: Family): void {
  const chance = new Chance('waiting on the last day');
  const days = workdaysBetween('2021-03-01', '2021-11-26');
  const many = (count: number, tell: (approvedOn: Day) => void): void => {
    for (let n = 0; n < count; n += 1) tell(chance.pick(days));
  };
  many(WAITING.plain, (day) => void queued(book, day));
  many(WAITING.refused, (day) => said(book, day < '2021-09-01' ? day : '2021-08-18'));
  many(WAITING.paused, () => paused(book));
  many(WAITING.requested, () => void requested(book, workdays(LAST, -chance.int(4, 15))));
  many(WAITING.proposed, () =>
    proposed(book, workdays(LAST, -chance.int(14, 25)), workdays(LAST, -chance.int(0, 2))),
  );
  expired(book);
  returns(returned);
}

function queued(book: Book, approvedOn: Day, size: 'large' | 'ordinary' = 'ordinary'): Family {
  const family = book.family({ on: workdays(approvedOn, -30), size });
  refer(family, { submittedOn: submittedBefore(family, approvedOn), approvedOn });
  wait(family, approvedOn, LAST);
  return family;
}

/** It said no once, some time in the autumn. */
function said(book: Book, approvedOn: Day): void {
  const family = queuedQuietly(book, approvedOn);
  const next = workdays('2021-11-29', -family.chance('said').int(0, 25));
  refusedFlats(family, next, book.refusalReasons('2021', 1));
}

/** In the queue without more being told of the waiting. */
function queuedQuietly(book: Book, approvedOn: Day, size: 'large' | 'ordinary' = 'ordinary'): Family {
  const family = book.family({ on: workdays(approvedOn, -30), size });
  refer(family, { submittedOn: submittedBefore(family, approvedOn), approvedOn });
  return family;
}

function paused(book: Book): void {
  const family = queuedQuietly(book, '2021-09-14');
  pause(family, workdays(LAST, -family.chance('paused').int(5, 20)), '2022-01-31');
}

function requested(book: Book, on: Day): Family {
  const family = queuedQuietly(book, workdays(on, -35), 'large');
  requestFlat(family, on);
  return family;
}

function proposed(book: Book, requestedOn: Day, on: Day): void {
  propose(requested(book, requestedOn), on, book.agencyFlat());
}

/** The agency found nothing for it within 90 days; another request was taken back when the family wanted to stay near school. */
function expired(book: Book): void {
  const family = queuedQuietly(book, '2021-03-22', 'large');
  requestFlat(family, '2021-05-10');
  requestFlat(family, '2021-09-20');
  cancelRequest(family, '2021-10-11', 'needs-changed');
}

/** Its stay ended in 2020 in a home that did not last: a new referral in the same file. */
function returns(family: Family): void {
  const [openedOn, approvedOn] = ['2021-09-06', '2021-09-15'];
  const process = `${family.name}b`;
  family.diary.on(openedOn, () => {
    family.referral = process;
    return [
      { by: family.handler(openedOn), process, open: 'referral', file: family.name, data: {} },
      byDistrict(family, openedOn, 'submit', { ground: 'consent' }),
    ];
  });
  family.diary.on(approvedOn, () => byShis(family, 'approve'));
}

/** Five that may still answer in time, two whose term has passed; one of the flats is a company's. */
function offersOut(book: Book): void {
  for (const day of [-1, -1, -2, -3].map((back) => workdays(LAST, back)))
    offerOwnFlat(queuedQuietly(book, workdays(day, -60)), day);
  for (const day of ['2021-11-22', '2021-11-25']) offerOwnFlat(queuedQuietly(book, workdays(day, -70)), day);
  const family = requested(book, '2021-11-16');
  propose(family, '2021-12-01', book.agencyFlat());
  acceptFlat(family, '2021-12-03');
}

/** Three times no, and the joint review not yet held. */
function inReview(book: Book): void {
  const family = queuedQuietly(book, '2021-06-07');
  const reasons = book.refusalReasons('2021', 3);
  const first = refusedFlats(family, '2021-10-25', reasons.slice(0, 2));
  if (first <= '2021-06-07') throw new Error('the family under review said no before it was in the queue');
  refusedFlats(family, '2021-12-02', reasons.slice(2));
}
