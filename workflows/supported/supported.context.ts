import type { Foreseeable } from '../../src/domain/matching.js';
import type { Day, ProcessRef } from '../definition.js';

/** What a trial lease is for: to show that one manages a home, or to learn how. Housing First has none of the two. */
export type SupportKind = 'trial' | 'training';

/** The second-hand lease in force: its first and last day, and kronor a month. */
export interface Sublet {
  readonly from: Day;
  readonly to: Day;
  readonly rent: number;
}

/** What a case of supported housing remembers. */
export interface SupportedContext {
  readonly kind: SupportKind | null;
  /** The size of flat that was asked for; where nobody said one, what the household needs. */
  readonly rooms: number | null;
  readonly roomsAreReckoned: boolean;
  /** The household's size as last told: rooms that it needs, and the grown-ups in it. */
  readonly roomsNeeded: number | null;
  readonly adults: number | null;
  readonly lift: boolean;
  readonly grantedOn: Day | null;
  readonly appeal: { readonly on: Day; readonly upheld: boolean } | null;
  /** From when the agency knows of the case; it learns the size of flat and nothing of the person. */
  readonly requestedOn: Day | null;
  /** The flat that was last proposed, offered or leased; kept after an answer, so that facts know it. */
  readonly dwelling: ProcessRef | null;
  /** What may be said against it that could be told from the application; null where the flat is not known. */
  readonly foreseeable: readonly Foreseeable[] | null;
  /** The organisation that holds the first-hand lease. */
  readonly lessee: string | null;
  readonly leaseStart: Day | null;
  /** The case manager's login. */
  readonly caseManager: string | null;
  readonly sublet: Sublet | null;
  readonly lastFollowUp: Day | null;
  readonly ended: { readonly on: Day; readonly outcome: string } | null;
  readonly closedReason: string | null;
}

/** Before anything has happened. */
export const nothingYet: SupportedContext = {
  kind: null,
  rooms: null,
  roomsAreReckoned: false,
  roomsNeeded: null,
  adults: null,
  lift: false,
  grantedOn: null,
  appeal: null,
  requestedOn: null,
  dwelling: null,
  foreseeable: null,
  lessee: null,
  leaseStart: null,
  caseManager: null,
  sublet: null,
  lastFollowUp: null,
  ended: null,
  closedReason: null,
};
