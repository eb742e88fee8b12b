import type { Day, ProcessRef } from '../definition.js';

/** What a request to the agency remembers. It knows nothing of the family but the size of flat it needs. */
export interface RequestContext {
  readonly rooms: number | null;
  readonly lift: boolean;
  /** The day from which the agency could know of it. */
  readonly sentOn: Day | null;
  /** The flat proposed last: being considered in `evaluating`, approved in `fulfilled`; kept after an answer, so that facts know it. */
  readonly dwelling: ProcessRef | null;
  /** How many flats have been proposed. */
  readonly proposals: number;
  readonly closedReason: string | null;
}

/** Before anything has happened. */
export const nothingYet: RequestContext = {
  rooms: null,
  lift: false,
  sentOn: null,
  dwelling: null,
  proposals: 0,
  closedReason: null,
};
