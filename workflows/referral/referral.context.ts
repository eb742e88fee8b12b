import type { Needs } from '../../src/domain/matching.js';
import type { Day, ProcessRef, Sealed } from '../definition.js';

/** Where a referral stood when it was closed, and so where it opens again; `placed` never does. */
export type ClosedFrom = 'draft' | 'screening' | 'supplementing' | 'queued' | 'review' | 'placed';

/** SHIS's search among its own free flats: why each does not do; `reason` null for one that does. */
export interface Search {
  readonly on: Day;
  readonly results: readonly { readonly dwelling: ProcessRef; readonly reason: string | null }[];
}

/** What the district asks for, beside the household itself. Rooms that it has not said are reckoned from the household. */
export interface Asks extends Omit<Needs, 'rooms' | 'lift'> {
  readonly rooms: number | null;
  readonly lift: boolean | null;
  readonly wishes: Sealed | null;
  /** Ground of an exception from the conditions, coded; null = none recorded. */
  readonly exception: string | null;
}

/** What a referral remembers. */
export interface ReferralContext {
  readonly asks: Asks;
  /** The household's size as last told: rooms that it needs. */
  readonly roomsNeeded: number | null;
  /** Children under 18 at home, as last told; null before. */
  readonly childrenAtHome: number | null;
  /** Ground on which the district discloses the family's data to SHIS; null before it does, `withdrawn` when the family took its consent back. */
  readonly ground: 'consent' | 'statute' | 'withdrawn' | null;
  /** Last change of the draft, by the day it was recorded. */
  readonly touchedOn: Day | null;
  readonly submittedOn: Day | null;
  /** The day that gives the place in the queue: the day of submit. Never moved by an offer. */
  readonly queueDate: Day | null;
  /** The queue date of the household that this one was part of when it was split; it is kept. */
  readonly queueDateKept: Day | null;
  /** Since when SHIS has screened, this time; and working days used in the times before. */
  readonly screeningSince: Day | null;
  readonly screeningUsed: number;
  readonly lastContactOn: Day | null;
  readonly search: Search | null;
  /** Refusals that count, since the start or the last review. */
  readonly refusals: number;
  /** When the district last gave its view at a review; null while it has not, this time. */
  readonly viewGivenOn: Day | null;
  /** The flat offered, accepted or moved into. */
  readonly dwelling: ProcessRef | null;
  /** Agency flats approved for this household and not yet taken or refused. */
  readonly earmarked: readonly ProcessRef[];
  readonly pausedUntil: Day | null;
  /** False once the family has a home or the referral is closed. */
  readonly waiting: boolean;
  readonly closedFrom: ClosedFrom | null;
  readonly closedReason: string | null;
}

/** Before anything has happened. */
export const nothingYet: ReferralContext = {
  asks: {
    ...{ rooms: null, lift: null, pets: null, avoid: [], rentMost: null, moveFrom: null, moveBy: null },
    ...{ schoolIn: null, ties: [], wishes: null, exception: null },
  },
  roomsNeeded: null,
  childrenAtHome: null,
  ground: null,
  touchedOn: null,
  submittedOn: null,
  queueDate: null,
  queueDateKept: null,
  screeningSince: null,
  screeningUsed: 0,
  lastContactOn: null,
  search: null,
  refusals: 0,
  viewGivenOn: null,
  dwelling: null,
  earmarked: [],
  pausedUntil: null,
  waiting: true,
  closedFrom: null,
  closedReason: null,
};
