/**
 * The other way round to story 1: a family that grew out of its flat in a facility and was given a company's. So as many
 * families live in each kind of flat as first came to it, whichever way one counts.
 */
import type { Book } from '../book.js';
import { bringHome } from '../course/placed.js';
import { accept } from '../course/offer.js';
import { unaskedFlat } from '../course/request.js';
import { stay } from '../course/stay.js';
import { inTenancy } from '../course/steps.js';
import { moveTo, reserveInstead } from '../course/transfer.js';
import { workdays, type Day } from '../days.js';
import type { Family } from '../family.js';
import type { Wanted } from '../opening.js';
import type { Placing } from '../placings.js';
import type { Claims } from '../years.js';

const LEASE: Placing = {
  channel: 'facility',
  signedOn: '2017-01-18',
  leaseStart: '2017-02-01',
  leaseEnd: '2019-01-31',
  movedIn: '2017-02-01',
};
const OFFERED: Day = '2018-09-05';
const LEAVES: Day = '2020-10-21';

export const crossingClaims: Claims = [{ month: '2020-10', what: 'agencyOut' }];
export const crossingWants: readonly Wanted[] = [{ by: workdays(LEASE.signedOn, -11) }];

/** From Tallåsen or Björkhagsgården to a company's flat in 2018, and to a lease of its own in 2020. */
export function crossing(book: Book): void {
  const family = book.family({ on: '2016-09-01', type: 'couple', children: 2, district: 'skarpnack' });
  bringHome(family, { placing: LEASE, waited: 40 });
  toTheCompany(family, book.agencyFlat());
  stay(family, { placing: LEASE, departure: { on: LEAVES, outcome: 'own-lease' } });
}

function toTheCompany(family: Family, name: string): void {
  family.diary.on('2018-08-20', () => inTenancy(family, 'requestMove', { reason: 'size' }));
  family.diary.on(OFFERED, (stock) => {
    const opened = unaskedFlat(stock, name, OFFERED, 4);
    const approved = { by: family.shis, process: name, event: 'approve', data: {} };
    const flat = stock.flat(name);
    flat.state = 'available';
    return [opened, approved, reserveInstead(family, flat)];
  });
  accept(family, OFFERED, '2018-09-07');
  moveTo(family, '2018-09-12', '2018-09-17', LEASE.leaseEnd);
}
