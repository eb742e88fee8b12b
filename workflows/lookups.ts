import type { Home } from '../src/domain/matching.js';
import type { Day, ProcessRef } from './basics.js';

/** A free flat as a search found it. `name`: its facility and number; `reason`: why the match found it unsuitable, null when it fits. */
export interface FreeFlat extends Omit<Home, 'keptFor' | 'pets'> {
  readonly name: string;
  readonly reason: string | null;
}

/** A family's place for a flat. `place` null: it is not proposed, for the reason `misfit`. */
export interface Proposal {
  readonly place: number | null;
  readonly of: number;
  readonly misfit: string | null;
  /** The flat's place among the free flats that are proposed to the family. */
  readonly flat: number | null;
  readonly flats: number;
  /** What the family's place was reckoned from, by priority; null when it has none. */
  readonly amounts: Readonly<Record<string, number>> | null;
  readonly points: number | null;
}

/** What the engine looked up for this step. Coded only, stored in the event, read back (never looked up again) in replay. */
export interface Lookups {
  /** The household of this file as it stands on the step's day. */
  household: {
    adults: number;
    childrenUnder18AtHome: number;
    registeredSince: Day | null;
    insecureHousing: boolean;
    rooms: number;
  };
  /** Earlier and present stays of this file's household, oldest first; `to` is the last day, null while open. */
  stays: readonly { form: string; from: Day; to: Day | null }[];
  /**
   * Facility flats free to reserve on the step's day, as each was that day: those that fit the household in the order they
   * should be offered, then the others, each with the code of its reason.
   */
  freeFacilityDwellings: readonly FreeFlat[];
  /**
   * The place of this file's family among those whom the flat named by `data.dwelling` is proposed to, protected families of
   * others left out; and that flat's place among those proposed to the family. Null when the step names no flat.
   */
  proposal: Proposal | null;
  /** Where each named handler of the file works on the step's day: the organisation's code, null for one who has left. */
  handlers: Readonly<Record<string, string | null>>;
  /** How many processes of each workflow are open in this file (the one that takes the step included). */
  openProcesses: Readonly<Record<string, number>>;
  /** The flat named by the step's `data.dwelling`, else that of this file; null when there is none. */
  dwelling: {
    source: 'facility' | 'agency';
    rooms: number;
    rent: number;
    floor?: number | null;
    lift?: boolean | null;
    /** The part of the city that it lies in. */
    district?: string | null;
    /** The first day that one can move in; left out when that is at once. */
    moveInFrom?: Day | null;
    state: string;
    company: string | null;
    /** Who holds the first-hand lease, if a board or unit does: the organisation that answers for it today. */
    lessee: string | null;
    /** Whose the flat is to look after: who leases it, else who accepted it, as they are called today. */
    keeper: string | null;
  } | null;
  /** What the step takes from one file into another: between which, and the persons as the other's key sealed them. */
  carried:
    (Readonly<Record<string, unknown>> & { readonly from: ProcessRef; readonly into: ProcessRef }) | null;
  /** The stays of the household that the step's `with` names, as `stays` tells of this one. */
  staysThere: Lookups['stays'];
  /** Whether somebody at home here is also in another household's file, in which something is going on. Never tells of a protected one. */
  elsewhere: boolean;
  /** The organisation that answers for this file on the step's day, its code; null when none does. */
  responsible: string | null;
}
