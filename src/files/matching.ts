import type { Flat } from './flats.js';
import type { WaitingFamily } from './waiting.js';

/** Why a free flat is not proposed to a family: kept for another, refused by it, paused, too small, or no lift. */
export const misfits = ['kept', 'refused', 'paused', 'rooms', 'lift'] as const;
export type Misfit = (typeof misfits)[number];

/** A flat and a family that fit each other, or why not. A proposal: whether it is offered is a person's to say. */
export function misfit(flat: Flat, family: WaitingFamily): Misfit | null {
  if (flat.keptFor !== null && flat.keptFor !== family.file) return 'kept';
  if (family.refused.has(flat.file)) return 'refused';
  if (family.isPaused) return 'paused';
  if (flat.rooms < family.rooms) return 'rooms';
  return family.lift && !isReachable(flat) ? 'lift' : null;
}

/** Whether one gets there without stairs, as far as is known. */
const isReachable = ({ lift, floor }: Flat): boolean => lift === true || (floor !== null && floor <= 0);

/** A flat that can be offered now. */
export const isFree = ({ state }: Flat): boolean => state === 'available';

/** What was sifted: those that fit, in their order, and how many do not, by reason. */
export interface Sifted<T> {
  readonly fit: readonly T[];
  readonly not: ReadonlyMap<Misfit, number>;
}

/** The families that a free flat would suit: whom it is kept for first, then the longest in the queue. */
export function familiesFor(flat: Flat, families: readonly WaitingFamily[]): Sifted<WaitingFamily> {
  const sifted = sift(families, (family) => misfit(flat, family));
  const first = ({ file }: WaitingFamily): number => (file === flat.keptFor ? 0 : 1);
  const fit = [...sifted.fit].sort(
    (a, b) => first(a) - first(b) || (a.queueDate < b.queueDate ? -1 : a.queueDate > b.queueDate ? 1 : 0),
  );
  return { ...sifted, fit };
}

/** The free flats that would suit a family: those kept for it first, then the longest empty. */
export function flatsForFamily(family: WaitingFamily, flats: readonly Flat[]): Sifted<Flat> {
  const sifted = sift(flats.filter(isFree), (flat) => misfit(flat, family));
  const first = ({ keptFor }: Flat): number => (keptFor === family.file ? 0 : 1);
  const days = ({ empty }: Flat): number => empty?.days ?? 0;
  return { ...sifted, fit: [...sifted.fit].sort((a, b) => first(a) - first(b) || days(b) - days(a)) };
}

function sift<T>(all: readonly T[], why: (one: T) => Misfit | null): Sifted<T> {
  const not = new Map<Misfit, number>();
  const fit = all.filter((one) => {
    const reason = why(one);
    if (reason !== null) not.set(reason, (not.get(reason) ?? 0) + 1);
    return reason === null;
  });
  return { fit, not };
}
