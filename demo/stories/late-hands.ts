/** Story 2 as far as this demo goes: a change of district in the queue, and an answer given in time but registered late. */
import type { Book } from '../book.js';
import { inOffer, byShis } from '../course/steps.js';
import { offerOwnFlat } from '../course/offer.js';
import { settle } from '../course/placed.js';
import { open, submit, transferDistrict, wait } from '../course/referral.js';
import type { Placed } from '../opening.js';
import type { Placing } from '../placings.js';
import type { Claims } from '../years.js';

const LEASE: Placing = {
  channel: 'facility',
  signedOn: '2021-06-21',
  leaseStart: '2021-06-28',
  leaseEnd: '2023-06-27',
  movedIn: '2021-06-28',
};

export const lateHandsClaims: Claims = [{ month: '2021-06', what: 'facility', district: 'farsta' }];

/** Offered on the 1st, answered on the 4th, registered on the 15th, when it had become unanswered. */
export function lateHands(book: Book): Placed {
  const family = book.family({ on: '2021-02-15', type: 'couple', children: 2, district: 'farsta' });
  family.cameFrom('skarholmen', '2021-05-04');
  open(family, '2021-02-15');
  submit(family, '2021-02-16');
  family.diary.on('2021-02-23', () => byShis(family, 'approve'));
  wait(family, '2021-02-23', '2021-05-03');
  transferDistrict(family, '2021-05-04');
  offerOwnFlat(family, '2021-06-01');
  family.diary.on(
    '2021-06-04',
    () => inOffer(family, 'accept', {}, family.handler('2021-06-04')),
    '2021-06-15',
  );
  settle(family, LEASE);
  return { family, placing: LEASE };
}
