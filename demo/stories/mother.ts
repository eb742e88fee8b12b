/**
 * Story 1, four years earlier than it is told, so that the demo reaches its end: a mother with three children, Farsta, from
 * the hotel to a lease of her own. Two neighbours take the flats that she might have been offered next.
 */
import type { Book } from '../book.js';
import { followUps } from '../course/follow-up.js';
import { birth } from '../course/household-changes.js';
import { accept, offerOwnFlat, refuse } from '../course/offer.js';
import { settle } from '../course/placed.js';
import { askForMore, open, submit } from '../course/referral.js';
import { acceptFlat, declineFlat, propose, requestFlat } from '../course/request.js';
import { afterEmptying, end, stay } from '../course/stay.js';
import { byDistrict, byShis, inFile, inTenancy } from '../course/steps.js';
import { transfer } from '../course/transfer.js';
import { workdays, type Day } from '../days.js';
import type { Family } from '../family.js';
import type { Wanted } from '../opening.js';
import type { Placing } from '../placings.js';
import type { Claims } from '../years.js';

const LEASE: Placing = {
  channel: 'agency',
  signedOn: '2016-02-29',
  leaseStart: '2016-03-15',
  leaseEnd: '2018-03-14',
  movedIn: '2016-03-15',
};
const LIMIT: Day = '2021-03-15';
const FOURTH_CHILD: Day = '2016-11-02';
const LARGER_FLAT: Day = '2018-04-04';
const NOTICE: Day = '2019-02-04';
const OWN_LEASE: Day = '2020-10-15';

/** She and her neighbours leave flats of the facilities. */
export const motherClaims: Claims = [
  { month: '2020-10', what: 'facilityOut' },
  { month: '2020-02', what: 'facilityOut' },
  { month: '2020-05', what: 'facilityOut' },
];

/** The flat that she moves to, with room for five. */
export const motherWants: readonly Wanted[] = [{ by: workdays(LARGER_FLAT, -1), rooms: 4 }];

/** Tells the story, steps 1 to 8. */
export function mother(book: Book): void {
  const family = book.family({
    ...{ on: '2015-11-02', district: 'farsta', type: 'single-woman', children: 3 },
    ...{ newlyArrived: false, currentHousing: 'hotel', household: { registeredSince: '2009-10-12' } },
  });
  referred(family);
  offers(family, book);
  inHerFlat(family);
  toALargerOne(family);
  home(family);
}

function referred(family: Family): void {
  open(family, '2015-11-02', { wishes: 'Äldsta barnet går i skola i Farsta och vill inte byta.' });
  submit(family, '2015-11-02');
  askForMore(family, '2015-11-06', 'Inkomstuppgifter för de senaste tre månaderna saknas.');
  const note = 'Lönebesked för tre månader bifogas.';
  family.diary.on('2015-11-13', () => byDistrict(family, '2015-11-13', 'supply', { note }));
  family.diary.on('2015-11-18', () => byShis(family, 'approve'));
}

function offers(family: Family, book: Book): void {
  offerOwnFlat(family, '2016-01-11');
  neighbour(book, '2016-01-12', '2020-02-14');
  neighbour(book, '2016-01-13', '2020-05-20');
  refuse(family, '2016-01-15', 'school', 'En lägenhet som ligger närmare skolan i Farsta.');
  requestFlat(family, '2016-01-27');
  propose(family, '2016-02-05', book.agencyFlat());
  declineFlat(family, '2016-02-08', 'decline', 'condition');
  propose(family, '2016-02-12', book.agencyFlat());
  acceptFlat(family, '2016-02-15');
  accept(family, '2016-02-15', '2016-02-18');
  settle(family, LEASE);
}

function neighbour(book: Book, offeredOn: Day, leaves: Day): void {
  const family = book.family({ on: '2015-10-01', type: 'single-woman', children: 2 });
  open(family, '2015-10-01');
  submit(family, '2015-10-02');
  family.diary.on('2015-10-09', () => byShis(family, 'approve'));
  offerOwnFlat(family, offeredOn);
  const accepted = workdays(offeredOn, 2);
  accept(family, offeredOn, accepted);
  const moved = '2016-02-01';
  const signedOn = workdays(accepted, 4);
  const placing: Placing = {
    channel: 'facility',
    signedOn,
    leaseStart: moved,
    leaseEnd: '2018-01-31',
    movedIn: moved,
  };
  settle(family, placing);
  stay(family, { placing, departure: { on: leaves, outcome: 'own-lease' } });
}

function inHerFlat(family: Family): void {
  birth(family, FOURTH_CHILD);
  const father = {
    ...{
      ref: 'vuxen-2',
      name: 'Rami Lundvik',
      born: '1981-06-09',
      gender: 'man',
      adult: true,
      share: 'whole',
    },
  };
  const [joins, leaves] = ['2017-05-02', '2017-09-29'];
  family.diary.on(joins, () => [
    inFile(family, joins, 'memberJoins', { person: father, on: joins }),
    inFile(family, joins, 'updateHousehold', { type: 'couple' }),
  ]);
  family.diary.on(leaves, () => [
    inFile(family, leaves, 'memberLeaves', { ref: 'vuxen-2', on: leaves }),
    inFile(family, leaves, 'updateHousehold', { type: 'single-woman' }),
  ]);
}

function toALargerOne(family: Family): void {
  family.diary.on('2018-02-12', () => inTenancy(family, 'renew', { leaseEnd: '2020-03-14' }));
  transfer(family, { offeredOn: LARGER_FLAT, reason: 'size', rooms: 4, leaseEnd: '2020-03-14' });
  family.diary.on('2020-02-10', () => inTenancy(family, 'renew', { leaseEnd: LIMIT }));
}

function home(family: Family): void {
  const notice = { by: 'shis', reason: 'arrears', moveOut: '2019-04-30' };
  family.diary.on('2019-01-21', () => inTenancy(family, 'recordArrears', { amount: 17_400 }));
  family.diary.on(NOTICE, () => inTenancy(family, 'giveNotice', notice));
  followUps(family, LEASE, { until: OWN_LEASE, notice: NOTICE, births: [FOURTH_CHILD] });
  family.diary.on('2019-02-18', () => inTenancy(family, 'revokeNotice', { reason: 'paid' }));
  const plan = 'Kötid nog för en fyra i Farsta eller Skarpnäck. Söker varje vecka, möte var tredje månad.';
  const by = family.handler('2019-04-24');
  family.diary.on('2019-04-24', () => inTenancy(family, 'recordExitPlan', { plan }, by));
  family.diary.on(OWN_LEASE, () => end(family, OWN_LEASE, 'own-lease'));
  family.diary.on('2020-10-26', () => afterEmptying(family));
  const data = {
    on: '2021-10-14',
    finding: 'still-there',
    note: 'Familjen trivs och barnen går kvar i skolan.',
  };
  family.diary.on('2021-10-14', () => inTenancy(family, 'followUpAfter', data, by));
}
