/** A move to another flat within SHIS: no new placement, the same five years. */
import { addDays, workdays, type Day } from '../days.js';
import type { Family } from '../family.js';
import { accept, sign, searchedFlat } from './offer.js';
import { afterEmptying } from './stay.js';
import { inTenancy } from './steps.js';

/** When a family moves to another flat, and why. */
export interface Transfer {
  readonly offeredOn: Day;
  readonly reason: string;
  /** Rooms that the new flat has at least. */
  readonly rooms: number;
  readonly leaseEnd: Day;
}

/** The wish, the offer of a flat of the facilities, the lease, the move; the old flat is made ready afterwards. */
export function transfer(family: Family, { offeredOn, reason, rooms, leaseEnd }: Transfer): void {
  const chance = family.chance('transfer');
  const wished = workdays(offeredOn, -chance.int(5, 30));
  family.diary.on(wished, () => inTenancy(family, 'requestMove', { reason }));
  family.diary.on(offeredOn, (stock) => {
    const flat = searchedFlat(stock.search({ ...family.seeks(offeredOn), rooms }, offeredOn));
    if (flat === undefined) throw new Error(`${family.name} finds no flat to move to on ${offeredOn}`);
    return reserveInstead(family, flat);
  });
  const accepted = workdays(offeredOn, chance.int(1, 3));
  accept(family, offeredOn, accepted);
  const signedOn = workdays(accepted, chance.int(1, 3));
  moveTo(family, signedOn, workdays(signedOn, 2), leaseEnd);
}

/** The family keeps its flat while another is held for it. */
export function reserveInstead(family: Family, flat: NonNullable<Family['flat']>) {
  flat.state = 'reserved';
  family.leaving = family.home;
  family.flat = flat;
  family.started('offer');
  return inTenancy(family, 'makeTransferOffer', { dwelling: { ref: flat.name } });
}

/** The new lease is signed and the family moves on its first day; the old flat is its own to the same evening. */
export function moveTo(family: Family, signedOn: Day, from: Day, leaseEnd: Day): void {
  sign(family, { signedOn, leaseStart: from, leaseEnd }, { transfer: true });
  family.diary.on(from, () => {
    const old = family.leaving;
    if (old === null) throw new Error(`${family.name} has no flat to leave`);
    old.state = 'turnaround';
    old.emptySince = addDays(from, 1);
    return inTenancy(family, 'move', { from, oldVacatedOn: from });
  });
  family.diary.on(workdays(from, 7), () => afterEmptying(family));
}
