import type { Day, ProcessRef } from './basics.js';

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
  /** Facility flats free to reserve on the step's day, in the order they should be offered. */
  freeFacilityDwellings: readonly (ProcessRef & { rooms: number; rent: number })[];
  /** Where each named handler of the file works on the step's day: the organisation's code, null for one who has left. */
  handlers: Readonly<Record<string, string | null>>;
  /** How many processes of each workflow are open in this file (the one that takes the step included). */
  openProcesses: Readonly<Record<string, number>>;
  /** The flat named by the step's `data.dwelling`, null when there is none. */
  dwelling: {
    source: 'facility' | 'agency';
    rooms: number;
    rent: number;
    state: string;
    company: string | null;
    /** Who holds the first-hand lease, if a board or unit does: the organisation that answers for it today. */
    lessee: string | null;
  } | null;
  /** What the step takes from one file into another: between which, and the persons as the other's key sealed them. */
  carried: (Readonly<Record<string, unknown>> & { readonly from: ProcessRef; readonly into: ProcessRef }) | null;
  /** The stays of the household that the step's `with` names, as `stays` tells of this one. */
  staysThere: Lookups['stays'];
  /** The organisation that answers for this file on the step's day, its code; null when none does. */
  responsible: string | null;
}
