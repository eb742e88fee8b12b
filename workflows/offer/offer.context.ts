import type { Day, ProcessRef } from '../definition.js';

/** What an offer of one flat to one family remembers. */
export interface OfferContext {
  /** `new`: from the queue, parent a referral. `transfer`: within SHIS, parent a tenancy. */
  readonly purpose: 'new' | 'transfer';
  readonly dwelling: ProcessRef | null;
  readonly channel: 'facility' | 'agency';
  readonly rooms: number | null;
  readonly rent: number | null;
  /** Last day to answer after an extension; null = the ordinary term. */
  readonly answerBy: Day | null;
  /** The first day after the term, once it has passed without an answer. */
  readonly passedOn: Day | null;
  readonly viewedOn: Day | null;
  /** Reasons to refuse the flat that could be told from the referral; null for a transfer. */
  readonly foreseeable: readonly string[] | null;
  /** Why it ended without a lease. */
  readonly reason: string | null;
}

/** Before anything has happened. */
export const nothingYet: OfferContext = {
  purpose: 'new',
  dwelling: null,
  channel: 'facility',
  rooms: null,
  rent: null,
  answerBy: null,
  passedOn: null,
  viewedOn: null,
  foreseeable: null,
  reason: null,
};
