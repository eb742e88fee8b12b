/** A request to the agency: what the own stock cannot give. */
import { AGENCY, SHIS } from '../cast.js';
import type { Day } from '../days.js';
import { agencyFlat } from '../facilities.js';
import type { Family, Told } from '../family.js';
import type { Flat, Stock } from '../stock.js';
import { offered, searchData } from './offer.js';
import { byShis, inRequest } from './steps.js';

/** Searches the own stock, gives each free flat its reason, and asks the agency. */
export function requestFlat(family: Family, day: Day): void {
  const chance = family.chance('request');
  const ground = chance.weighted({ area: 3, access: 2, safety: 2, 'reserved-for-other': 3 });
  family.diary.on(day, (stock) => {
    const found = stock.search(family.seeks(day), day);
    stock.mostReasons = Math.max(stock.mostReasons, found.length);
    const results = found.map(({ flat, reason }) => ({ flat, reason: reason ?? ground }));
    const searched = { ...byShis(family, 'searchOwnStock', searchData(results)), everyCopy: true } as const;
    family.started('agency-request');
    return [searched, byShis(family, 'requestFromAgency', { rooms: family.rooms })];
  });
}

/** The agency adds a flat and proposes it. */
export function propose(family: Family, day: Day, flat: string): void {
  const data = agencyFlat(flat, family.rooms > 5 ? 5 : family.rooms);
  const by = family.chance('agency').pick(AGENCY);
  family.diary.on(day, (stock) => {
    family.flat = stock.open(flat, data, day);
    return [
      { by, process: flat, open: 'dwelling', data: { ...data } },
      inRequest(family, 'propose', { dwelling: { ref: flat } }, by),
    ];
  });
}

/** SHIS answers the proposal: declines the flat, or tells that the company turned the family down. */
export function declineFlat(
  family: Family,
  day: Day,
  event: 'decline' | 'rejectedByLandlord',
  reason: string,
): void {
  family.diary.on(day, () => {
    family.flat = null;
    return inRequest(family, event, { reason });
  });
}

/** SHIS accepts the flat and offers it to the family at once. */
export function acceptFlat(family: Family, day: Day): void {
  family.diary.on(day, () => inRequest(family, 'accept'));
  family.diary.on(day, () => {
    family.home.state = 'available';
    return offered(family, family.home, day);
  });
}

/** SHIS takes the request back. */
export function cancelRequest(family: Family, day: Day, reason: string): void {
  family.diary.on(day, () => inRequest(family, 'cancel', { reason }));
}

/** An agency flat that nobody wants any more goes back to its company. */
export function handBack(flat: Flat): Told {
  flat.state = 'gone';
  return { by: SHIS[0], process: flat.name, event: 'handBack', data: {} };
}

/** A flat that a company offers unasked. */
export function unaskedFlat(stock: Stock, name: string, on: Day, rooms?: number): Told {
  const data = agencyFlat(name, rooms);
  stock.open(name, data, on);
  return { by: AGENCY[0], process: name, open: 'dwelling', data: { ...data } };
}
