/** Story 2 as far as this demo goes: protected from the first day, and another district while it waits in the queue. */
import type { Book } from '../book.js';
import { byDistrict, byShis, inFile } from '../course/steps.js';
import { open, transferDistrict, wait } from '../course/referral.js';

/** A couple with two children; one of the adults has protected identity. It is one of those in the queue on the last day. */
export function protectedFamily(book: Book): void {
  const [openedOn, sentOn, approvedOn, movesOn] = ['2021-08-16', '2021-08-17', '2021-08-24', '2021-10-05'];
  const family = book.family({ on: openedOn, type: 'couple', children: 2, district: 'farsta' });
  family.cameFrom('skarholmen', movesOn);
  const [one] = family.household.members;
  const protection = { kind: 'sekretessmarkering', ref: one?.ref, handlers: [family.shis] };
  open(family, openedOn);
  family.diary.on(openedOn, () => inFile(family, openedOn, 'setProtection', protection));
  family.diary.on(sentOn, () => [
    byDistrict(family, sentOn, 'submit', { ground: 'statute' }),
    inFile(family, sentOn, 'assign', { handler: family.handler(sentOn) }),
  ]);
  family.diary.on(approvedOn, () => byShis(family, 'approve'));
  wait(family, approvedOn, movesOn);
  transferDistrict(family, movesOn);
}
