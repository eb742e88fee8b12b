/**
 * Which free flat suits which waiting family: what must be so, and in which order those are proposed for whom it is so. Pure,
 * coded, the same answer for the same input. A proposal; who is offered what is a person's to say.
 */
import { addDays, compareDays, daysBetween, type Day } from './days.js';

/** A free flat. Rooms without kitchen, rent in kronor a month, `district` the part of the city that it lies in; null = not known. */
export interface Home {
  readonly ref: string;
  readonly rooms: number;
  readonly rent: number;
  readonly floor: number | null;
  readonly lift: boolean | null;
  /** Whether a pet may live there; null = not known. */
  readonly pets: boolean | null;
  readonly district: string | null;
  /** The first day that one can move in; null = at once. */
  readonly moveInFrom: Day | null;
  /** The first day that it has stood empty; null = not known. */
  readonly emptySince: Day | null;
  /** The household that alone may be offered it. */
  readonly keptFor: string | null;
}

/** What a family needs. What it has not said (null, or an empty list) asks for nothing. */
export interface Needs {
  readonly rooms: number;
  /** Cannot take stairs. */
  readonly lift: boolean;
  /** Has a pet that moves along; null = not known. */
  readonly pets: boolean | null;
  /** Parts of the city where it cannot live, for its protection. */
  readonly avoid: readonly string[];
  /** The most that it can pay, kronor a month. */
  readonly rentMost: number | null;
  /** Cannot move in before, and must have moved in by. */
  readonly moveFrom: Day | null;
  readonly moveBy: Day | null;
  /** Where its children go to school, and where else it has ties: parts of the city. */
  readonly schoolIn: string | null;
  readonly ties: readonly string[];
}

/** A family in the queue. */
export interface Waiting extends Needs {
  /** Its file. */
  readonly file: string;
  readonly queueDate: Day;
  readonly isPaused: boolean;
  readonly children: number;
  /** Lives where one cannot stay: a hotel room, with others, an emergency flat. */
  readonly isTemporary: boolean;
  /** Files of the flats that it has said no to. */
  readonly refused: ReadonlySet<string>;
}

/** Why a free flat is not proposed to a family, the first that holds. Reasons of the list `ownStock`, and a pause. */
export const misfits = [
  'reserved-for-other',
  'refused-by-household',
  'paused',
  'safety',
  'size',
  'access',
  'pets',
  'rent',
  'time',
] as const;
export type Misfit = (typeof misfits)[number];

/** What a family is placed by. Policy: `points` of the referral. */
export const priorities = ['waiting', 'children', 'school', 'ties'] as const;
export type Priority = (typeof priorities)[number];

/** Points for each of what is counted: a month in the queue, a child who lives where one cannot stay, a flat near. Never negative. */
export type Weights = Readonly<Record<Priority, number>>;

/** By which values families and flats are matched. `holdEmpty`: days that a flat may stand empty for one family. */
export interface Rules {
  readonly weights: Weights;
  readonly holdEmpty: number;
}

/** Days of a month in the queue. */
const MONTH = 30;

const fileOf = (ref: string): string => ref.split('/')[0] as string;
const later = (one: Day, other: Day | null): Day => (other !== null && other > one ? other : one);

/** Whether one gets there without stairs, as far as is known. */
export const isReachable = ({ lift, floor }: Pick<Home, 'lift' | 'floor'>): boolean =>
  lift === true || (floor !== null && floor <= 0);

/** The first day that both can: the flat is there, and so is the family. */
function meets({ moveInFrom }: Home, { moveFrom, moveBy }: Needs, today: Day, holdEmpty: number): boolean {
  const ready = later(today, moveInFrom);
  const moves = later(ready, moveFrom);
  return moves <= addDays(ready, holdEmpty) && (moveBy === null || moves <= moveBy);
}

/** Why a flat does not do by what the family needs, whoever else it may be for; null when it does. */
export function unsuitable(home: Home, needs: Needs, today: Day, { holdEmpty }: Rules): Misfit | null {
  if (home.district !== null && needs.avoid.includes(home.district)) return 'safety';
  if (home.rooms < needs.rooms) return 'size';
  if (needs.lift && !isReachable(home)) return 'access';
  if (needs.pets === true && home.pets === false) return 'pets';
  if (needs.rentMost !== null && home.rent > needs.rentMost) return 'rent';
  return meets(home, needs, today, holdEmpty) ? null : 'time';
}

/** What can be said against a flat that could be told from what the family needs before it was proposed. */
export type Foreseeable = 'size' | 'access' | 'rent' | 'safety' | 'area' | 'school' | 'time';

/** The reasons against a flat that follow from what the family has said it needs. `ties`: those it has stated itself. */
export function foreseeable(
  home: Pick<Home, 'rooms' | 'rent' | 'floor' | 'lift' | 'district' | 'moveInFrom'>,
  needs: Needs,
): Foreseeable[] {
  const { district, moveInFrom } = home;
  const avoided = district !== null && needs.avoid.includes(district);
  const reasons: readonly [Foreseeable, boolean][] = [
    ['size', home.rooms < needs.rooms],
    ['access', needs.lift && !isReachable(home)],
    ['rent', needs.rentMost !== null && home.rent > needs.rentMost],
    ['safety', avoided],
    ['area', avoided || (district !== null && needs.ties.length > 0 && !needs.ties.includes(district))],
    ['school', district !== null && needs.schoolIn !== null && needs.schoolIn !== district],
    ['time', moveInFrom !== null && needs.moveBy !== null && moveInFrom > needs.moveBy],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** Why a flat is not proposed to a family; null when it is. */
export function misfit(home: Home, family: Waiting, today: Day, rules: Rules): Misfit | null {
  if (home.keptFor !== null && home.keptFor !== family.file) return 'reserved-for-other';
  if (family.refused.has(fileOf(home.ref))) return 'refused-by-household';
  return family.isPaused ? 'paused' : unsuitable(home, family, today, rules);
}

type Amounts = Readonly<Record<Priority, number>>;

/** One for each thing that a flat lies near. */
function nearness({ district }: Home, { schoolIn, ties }: Waiting): Pick<Amounts, 'school' | 'ties'> {
  if (district === null) return { school: 0, ties: 0 };
  return { school: Number(schoolIn === district), ties: Number(ties.includes(district)) };
}

/** How much of each priority a family has for a flat: months, children, and one for what is near. */
export const amounts = (home: Home, family: Waiting, today: Day): Amounts => ({
  waiting: Math.floor(Math.max(0, daysBetween(family.queueDate, today)) / MONTH),
  children: family.isTemporary ? family.children : 0,
  ...nearness(home, family),
});

/** A family's place for a flat, and what it is made of. */
export interface Placed<W extends Waiting = Waiting> {
  readonly family: W;
  readonly amounts: Amounts;
  readonly points: number;
}

const pointsOf = (of: Amounts, weights: Weights): number =>
  priorities.reduce((sum, one) => sum + of[one] * weights[one], 0);

/** Those who have the same points stand by their days in the queue, and those of one day by their file's number. */
function byPlace(home: Home, one: Placed, other: Placed): number {
  const kept = (placed: Placed): number => (placed.family.file === home.keptFor ? 0 : 1);
  return (
    kept(one) - kept(other) ||
    other.points - one.points ||
    compareDays(one.family.queueDate, other.family.queueDate) ||
    (one.family.file < other.family.file ? -1 : 1)
  );
}

/** What was sifted: those that fit, in their order, and the others, each with why not. */
export interface Sifted<F, N> {
  readonly fit: readonly F[];
  readonly not: readonly { readonly what: N; readonly why: Misfit }[];
}

/** The families that a flat suits: whom it is kept for, then by points, then the longest in the queue. */
export function familiesFor<W extends Waiting>(
  home: Home,
  families: readonly W[],
  today: Day,
  rules: Rules,
): Sifted<Placed<W>, W> {
  const { fit, not } = sift(families, (family) => misfit(home, family, today, rules));
  const placed = fit.map((family): Placed<W> => {
    const of = amounts(home, family, today);
    return { family, amounts: of, points: pointsOf(of, rules.weights) };
  });
  return { fit: placed.sort((one, other) => byPlace(home, one, other)), not };
}

// Later than any day, so a flat whose first empty day is unknown stands after those that are known.
const UNKNOWN = '~';

/**
 * The free flats that suit a family: those kept for it, then those near what it should stay near, then the longest empty, for an
 * empty flat costs money. Equal ones by `ref`.
 */
export function homesFor<H extends Home>(
  family: Waiting,
  homes: readonly H[],
  today: Day,
  rules: Rules,
): Sifted<H, H> {
  const { fit, not } = sift(homes, (home) => misfit(home, family, today, rules));
  const near = (home: Home): number =>
    pointsOf({ waiting: 0, children: 0, ...nearness(home, family) }, rules.weights);
  const order = (one: H, other: H): number =>
    Number(other.keptFor === family.file) - Number(one.keptFor === family.file) ||
    near(other) - near(one) ||
    emptiest(one, other);
  return { fit: fit.sort(order), not: not.sort((one, other) => emptiest(one.what, other.what)) };
}

/** The longest empty first. */
const emptiest = (one: Home, other: Home): number =>
  compareDays(one.emptySince ?? UNKNOWN, other.emptySince ?? UNKNOWN) || compareDays(one.ref, other.ref);

function sift<T>(
  all: readonly T[],
  why: (one: T) => Misfit | null,
): { readonly fit: T[]; readonly not: { readonly what: T; readonly why: Misfit }[] } {
  const sifted = all.map((what) => ({ what, why: why(what) }));
  return {
    fit: sifted.flatMap((one) => (one.why === null ? [one.what] : [])),
    not: sifted.flatMap(({ what, why: reason }) => (reason === null ? [] : [{ what, why: reason }])),
  };
}
