/**
 * Story 2 of the product's three: a change of district in the queue, an answer given in time but registered late, a lease
 * whose start was typed wrong and corrected after the half-year was reported, and a note that belonged to another family.
 */
import type { Book } from '../book.js';
import { byShis, inFile, inOffer, inTenancy } from '../course/steps.js';
import { offerOwnFlat, sign } from '../course/offer.js';
import { open, submit, transferDistrict, wait } from '../course/referral.js';
import type { Family } from '../family.js';
import type { Placed } from '../opening.js';
import type { Placing } from '../placings.js';
import type { Claims } from '../years.js';

const LEASE: Placing = {
  channel: 'facility',
  signedOn: '2021-06-21',
  leaseStart: '2021-08-02',
  leaseEnd: '2023-08-01',
  movedIn: '2021-08-02',
};
/** The lease as it was typed first, on its day, and known until it was corrected. */
const TYPED = { signedOn: LEASE.signedOn, leaseStart: '2021-06-28', leaseEnd: '2023-06-27' };

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
  signedWrong(family);
  wrongNote(family);
  return { family, placing: LEASE };
}

/** The lease did not begin in June but in August: so no family moved in before the half-year was over. */
function signedWrong(family: Family): void {
  const id = `${family.name}-kontrakt`;
  const { signedOn, leaseStart, leaseEnd, movedIn } = LEASE;
  const replacement = { data: { signedOn, leaseStart, leaseEnd } };
  const reason = 'Kontraktet börjar i augusti. Fel dag skrevs in när det registrerades.';
  sign(family, TYPED, { id });
  family.diary.on('2021-07-20', () =>
    inFile(family, '2021-07-20', 'correct', { of: id, replacement, reason }, family.shis),
  );
  family.diary.on(movedIn ?? leaseStart, () => inTenancy(family, 'recordMoveIn', { on: movedIn }));
}

/** A note that was about another family: the handler and the manager have its content taken away. */
function wrongNote(family: Family): void {
  const [wrote, asked, sealed] = ['2021-06-22', '2021-07-20', '2021-07-21'];
  const id = `${family.name}-anteckning`;
  const note = 'Ringde om skolskjuts för barnen från september.';
  const because = { of: id, reason: 'Anteckningen hör till ett annat ärende.' };
  family.diary.on(wrote, () => ({ ...inFile(family, wrote, 'note', { note }), id }));
  family.diary.on(asked, () => inFile(family, asked, 'sealEntry', because));
  family.diary.on(sealed, () => inFile(family, sealed, 'sealEntry', because, family.manager(sealed)));
}
