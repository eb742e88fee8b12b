/** The match against SHIS's own free flats: an empty flat there costs money, so it is tried before the agency is asked. */
import { compareDays, type Day } from './days.js';

/** A free flat of a facility. `rooms` without kitchen; `rent` in kronor a month; `emptySince` missing = not known. */
export interface FreeDwelling {
  readonly ref: string;
  readonly rooms: number;
  readonly rent: number;
  readonly emptySince?: Day;
}

/** What the household needs: at least so many rooms, and none of the flats it has refused before. */
export interface DwellingNeed {
  readonly rooms: number;
  readonly refused?: readonly string[];
}

/** Why a free flat does not do: `size` = too few rooms, `refused-by-household` = this household has said no to it. */
export type UnsuitableReason = 'size' | 'refused-by-household';

/** A free flat as proposed: `reason` is null when it does. A person confirms; none of this is a refusal in the reports. */
export interface Match<D extends FreeDwelling = FreeDwelling> {
  readonly dwelling: D;
  readonly reason: UnsuitableReason | null;
}

// Later than any day, so a flat whose first empty day is unknown stands after those that are known.
const UNKNOWN = '~';

function reasonAgainst(dwelling: FreeDwelling, need: DwellingNeed): UnsuitableReason | null {
  if (need.refused?.includes(dwelling.ref)) return 'refused-by-household';
  return dwelling.rooms < need.rooms ? 'size' : null;
}

function byProposal(a: Match, b: Match): number {
  const suitableFirst = Number(a.reason !== null) - Number(b.reason !== null);
  const longestEmptyFirst = compareDays(a.dwelling.emptySince ?? UNKNOWN, b.dwelling.emptySince ?? UNKNOWN);
  return suitableFirst || longestEmptyFirst || compareDays(a.dwelling.ref, b.dwelling.ref);
}

/**
 * Every free flat, each with its reason if it does not do: first those that do, the longest empty first, spare rooms not considered;
 * then the others, likewise. Equal ones by `ref`, so the order is the same in every replay. The input is left as it is.
 * Source: policy (empty flats first; DESIGN.md, `searchOwnStock`).
 */
export function orderFreeDwellings<D extends FreeDwelling>(
  free: readonly D[],
  need: DwellingNeed,
): Match<D>[] {
  return free.map((dwelling) => ({ dwelling, reason: reasonAgainst(dwelling, need) })).sort(byProposal);
}
