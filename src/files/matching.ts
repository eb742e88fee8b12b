import type { Day } from '../../workflows/definition.js';
import {
  familiesFor,
  homesFor,
  type Home,
  type Misfit,
  type Placed,
  type Rules,
  type Sifted,
} from '../domain/matching.js';
import { dayOf } from '../domain/zone.js';
import { presentDistrict, type Merger } from '../register/districts.js';
import { rulesOn } from '../register/matched.js';
import type { Runtime } from '../runtime.js';
import type { Flat } from './flats.js';
import type { WaitingFamily } from './waiting.js';

/** By what flats and families are matched: the day, the values in force, and districts merged by then. */
export interface MatchedBy {
  readonly day: Day;
  readonly rules: Rules;
  readonly mergers: readonly Merger[];
}

/** As today's values have it. */
export const matchedToday = ({ clock, directory, registry }: Runtime): Promise<MatchedBy> =>
  matchedOn({ directory, registry }, dayOf(clock.now()));

/** As the values in force on a day have it. */
export async function matchedOn(
  { directory, registry }: Pick<Runtime, 'directory' | 'registry'>,
  day: Day,
): Promise<MatchedBy> {
  return { day, rules: rulesOn(registry, day), mergers: await directory.mergersDue(day) };
}

/** A flat that can be offered now. */
export const isFree = ({ state }: Flat): boolean => state === 'available';

function homeOf(flat: Flat, { mergers }: MatchedBy): Home & { readonly flat: Flat } {
  const { ref, rooms, rent, floor, lift, pets, moveInFrom, keptFor, district } = flat;
  const where = district && presentDistrict(mergers, district);
  const emptySince = flat.empty?.since ?? null;
  return { ref, rooms, rent, floor, lift, pets, moveInFrom, keptFor, emptySince, district: where, flat };
}

/** The families that a free flat would suit, in their order, and those it would not. */
export const familiesForFlat = (
  flat: Flat,
  families: readonly WaitingFamily[],
  by: MatchedBy,
): Sifted<Placed<WaitingFamily>, WaitingFamily> => familiesFor(homeOf(flat, by), families, by.day, by.rules);

/** SHIS's own free flats as a search for a family has them: those that fit first, then the others with why not. */
export function ownStockFor(
  family: WaitingFamily,
  flats: readonly Flat[],
  by: MatchedBy,
): { readonly ref: string; readonly reason: Misfit | null }[] {
  const own = flats.filter(
    ({ source, keptFor }) => source === 'facility' && (keptFor ?? family.file) === family.file,
  );
  const { fit, not } = flatsForFamily({ ...family, isPaused: false }, own, by);
  return [
    ...fit.map(({ ref }) => ({ ref, reason: null })),
    ...not.map(({ what: { ref }, why }) => ({ ref, reason: why })),
  ];
}

/** The free flats that would suit a family, in their order, and those that would not. */
export function flatsForFamily(
  family: WaitingFamily,
  flats: readonly Flat[],
  by: MatchedBy,
): Sifted<Flat, Flat> {
  const homes = flats.filter(isFree).map((flat) => homeOf(flat, by));
  const { fit, not } = homesFor(family, homes, by.day, by.rules);
  return {
    fit: fit.map(({ flat }) => flat),
    not: not.map(({ what: { flat }, why }) => ({ what: flat, why })),
  };
}
