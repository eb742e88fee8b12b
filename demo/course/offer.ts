/** One flat offered to one family: searched for, answered, signed. */
import type { Chance } from '../chance.js';
import { addDays, daysBetween, workdays, workdayFrom, type Day } from '../days.js';
import type { Family, Told } from '../family.js';
import type { Flat, Found, Stock } from '../stock.js';
import { byShis, inOffer } from './steps.js';

/** From then on SHIS says why another than the first is offered a flat, in the demo three months before it has to. */
const PROPOSALS_USED: Day = '2021-09-01';
const INSTEAD = {
  ...{ 'first-other-flat': 30, 'household-wish': 22, school: 16, urgent: 12 },
  ...{ 'first-unreachable': 9, neighbours: 6, health: 5 },
} as const;

/** What a search found, as the data of its event. */
export const searchData = (found: readonly Found[]): object => ({
  results: found.map(({ flat, reason }) => ({
    dwelling: { ref: flat.name },
    ...(reason === null ? {} : { reason }),
  })),
});

/** Searches the own stock and offers the first flat that does. Throws when none is free: the months do not add up. */
export function offerOwnFlat(family: Family, day: Day): void {
  family.diary.on(day, (stock) => {
    const found = stock.search(family.seeks(day), day);
    const flat = searchedFlat(found);
    if (flat === undefined) throw new Error(`${family.name} finds no free flat on ${day}`);
    return [byShis(family, 'searchOwnStock', searchData(found)), offered(family, flat, day)];
  });
}

/** The flat that is offered after a search: the first that does, else the one that is too small but longest empty. */
export const searchedFlat = (found: readonly Found[]): Flat | undefined =>
  (found.find(({ reason }) => reason === null) ?? found.find(({ reason }) => reason === 'size'))?.flat;

/** The line by which a certain flat is offered; it is reserved from now on. */
export function offered(family: Family, flat: Flat, day: Day): Told {
  if (flat.state !== 'available') throw new Error(`${flat.name} is not free for ${family.name}`);
  flat.state = 'reserved';
  family.flat = flat;
  family.started('offer');
  const instead = day < PROPOSALS_USED ? {} : { instead: family.chance(`instead ${day}`).weighted(INSTEAD) };
  return byShis(family, 'makeOffer', { dwelling: { ref: flat.name }, ...instead });
}

/** A day of offering from which an answer on `answered` comes in time, holidays or not. */
export function offeredBefore(answered: Day, chance: Chance): Day {
  const day = workdays(answered, -chance.int(1, 4));
  return daysBetween(day, answered) <= 7 ? day : workdayFrom(addDays(answered, -6));
}

/** The family says yes; some look at the flat first. */
export function accept(family: Family, offeredOn: Day, day: Day): void {
  const chance = family.chance(`answer ${day}`);
  if (chance.holds(0.15) && offeredOn < day)
    family.diary.on(day, () => inOffer(family, 'recordViewing', { on: day }));
  const byDistrict = chance.holds(0.25);
  family.diary.on(day, () => inOffer(family, 'accept', {}, byDistrict ? family.handler(day) : family.shis));
}

/** The family says no: the flat is free again. */
export function refuse(family: Family, day: Day, reason: string, wanted?: string): void {
  family.diary.on(day, () => {
    const told = inOffer(family, 'refuse', { reason, ...(wanted === undefined ? {} : { wanted }) });
    letGo(family, true);
    return told;
  });
}

/** No answer came within the term; some days later that is registered as a no. */
export function noAnswer(family: Family, day: Day): void {
  family.diary.on(day, () => {
    const told = inOffer(family, 'registerNoAnswer', { note: 'Inget svar trots brev och samtal.' });
    letGo(family, true);
    return told;
  });
}

/** The offer ends without a lease and without a no. */
export function endOffer(family: Family, day: Day, event: 'withdraw' | 'fallThrough', data: object): void {
  family.diary.on(day, () => {
    const told = inOffer(family, event, data);
    letGo(family, false);
    return told;
  });
}

function letGo(family: Family, refused: boolean): void {
  const flat = family.home;
  flat.state = 'available';
  if (refused) flat.refusedBy.add(family.name);
  family.flat = null;
}

/** A lease as it is signed. */
export interface Lease {
  readonly signedOn: Day;
  readonly leaseStart: Day;
  readonly leaseEnd: Day;
}

/** The lease is signed: a new family's tenancy is opened by it. */
export function sign(
  family: Family,
  { signedOn, leaseStart, leaseEnd }: Lease,
  { transfer = false, ...named }: { readonly transfer?: boolean; readonly id?: string } = {},
): void {
  family.diary.on(
    signedOn,
    () => {
      const told = { ...inOffer(family, 'sign', { signedOn, leaseStart, leaseEnd }), ...named };
      family.home.state = 'let';
      if (!transfer) family.started('tenancy');
      return told;
    },
    transfer ? signedOn : 'when-found',
  );
}

/** A flat of a facility is taken into use. */
export function openFlat(
  stock: Stock,
  flat: { name: string; data: Flat['data'] },
  on: Day,
  by: string,
): Told {
  stock.open(flat.name, flat.data, on);
  return { by, process: flat.name, open: 'dwelling', data: { ...flat.data } };
}
