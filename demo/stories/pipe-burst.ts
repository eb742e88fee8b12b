/** Story 3.3: a flat is reserved when a pipe bursts; and the other flats that were out of use for a while. */
import type { Book } from '../book.js';
import { SHIS } from '../cast.js';
import { accept, offerOwnFlat, offered, searchData } from '../course/offer.js';
import { settle } from '../course/placed.js';
import { refer } from '../course/referral.js';
import { byShis } from '../course/steps.js';
import type { Day } from '../days.js';
import type { Told } from '../family.js';
import type { Placed } from '../opening.js';
import type { Placing } from '../placings.js';
import type { Flat } from '../stock.js';
import type { Claims } from '../years.js';

const LEASE: Placing = {
  channel: 'facility',
  signedOn: '2021-05-03',
  leaseStart: '2021-05-10',
  leaseEnd: '2023-05-09',
  movedIn: '2021-05-10',
};
const BURST: Day = '2021-03-11';
const DRY: Day = '2021-04-19';

export const pipeBurstClaims: Claims = [{ month: '2021-05', what: 'facility', district: 'spanga-tensta' }];

/** The offer falls with the flat, the family keeps its place; dry again, the flat is the first that is proposed. */
export function pipeBurst(book: Book): Placed {
  const family = book.family({
    on: '2020-10-12',
    district: 'spanga-tensta',
    type: 'single-woman',
    children: 2,
  });
  refer(family, { submittedOn: '2020-10-14', approvedOn: '2020-10-22' });
  offerOwnFlat(family, '2021-03-10');
  let flat: Flat | undefined;
  family.diary.on(BURST, () => {
    flat = family.home;
    flat.state = 'available';
    family.flat = null;
    return outOfService(flat, 'water', '2021-04-16');
  });
  family.diary.on(DRY, (stock) => {
    const dry = flat as Flat;
    const back = inService(dry);
    const found = stock.search(family.seeks(DRY), DRY);
    return [back, byShis(family, 'searchOwnStock', searchData(found)), offered(family, dry, DRY)];
  });
  accept(family, DRY, '2021-04-22');
  settle(family, LEASE);
  return { family, placing: LEASE };
}

/** Free flats that could not be lived in for a while; the last of them still on the last day. */
export function repairs(book: Book): void {
  repair(book, '2020-05-04', 'renovation', '2020-06-12');
  repair(book, '2020-11-09', 'pests', '2020-11-30');
  repair(book, '2021-02-08', 'inspection', '2021-03-05');
  repair(book, '2021-08-23', 'damage', '2021-09-24');
  repair(book, '2021-11-22', 'water', '2022-01-14');
}

function repair(book: Book, day: Day, reason: string, until: Day): void {
  let flat: Flat | undefined;
  book.flats.on(day, (stock) => {
    flat = stock.search({ name: 'nobody', rooms: 1 }, day).at(-1)?.flat;
    if (flat === undefined) throw new Error(`no flat is free on ${day}`);
    return outOfService(flat, reason, until);
  });
  if (until <= '2021-12-08') book.flats.on(until, () => inService(flat as Flat));
}

function outOfService(flat: Flat, reason: string, until: Day): Told {
  flat.inService = false;
  return { by: SHIS[0], process: flat.name, event: 'takeOutOfService', data: { reason, until } };
}

function inService(flat: Flat): Told {
  flat.inService = true;
  return { by: SHIS[0], process: flat.name, event: 'putInService', data: {} };
}
