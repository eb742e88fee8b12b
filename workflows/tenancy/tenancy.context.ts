import type { Day, ProcessRef } from '../definition.js';

/** A lease as signed: which flat, from which source, from when to when, for how much a month. */
export interface SignedLease {
  readonly dwelling: ProcessRef;
  readonly channel: 'facility' | 'agency';
  readonly leaseStart: Day;
  readonly leaseEnd: Day;
  readonly rent: number;
}

/** What a tenancy's chart remembers. */
export interface Tenancy {
  /** The flat that the household lives in, or is to move into. */
  readonly dwelling: ProcessRef | null;
  /** Where the first flat came from: placements count by it, whatever flat the household moves to later. */
  readonly channel: 'facility' | 'agency';
  readonly signedOn: Day;
  readonly leaseStart: Day;
  readonly leaseEnd: Day;
  readonly rent: number;
  /** The first day of the stay: the move-in if recorded, else the lease's first day; null until one of them has come. */
  readonly start: Day | null;
  readonly movedIn: Day | null;
  /** The household's earlier transitional stays; they count on the five years. */
  readonly earlier: readonly { readonly from: Day; readonly to: Day | null }[];
  readonly exceptionUntil: Day | null;
  /** The last permitted day that the region `limit` was placed by. */
  readonly limit: Day | null;
  readonly exitPlan: Day | null;
  readonly lastFollowUp: Day | null;
  /** Since when a follow-up is wanted at once, for the children's sake. */
  readonly followUpAtOnce: Day | null;
  /** The due date that the region `followUp` was placed by. */
  readonly followUpDue: Day | null;
  readonly wish: { readonly on: Day; readonly reason: string } | null;
  readonly transferOffer: { readonly dwelling: ProcessRef; readonly accepted: boolean } | null;
  /** A new lease within SHIS, signed and not yet moved to. */
  readonly transfer: SignedLease | null;
  readonly arrears: { readonly on: Day; readonly amount: number } | null;
  readonly notice: {
    readonly by: string;
    readonly on: Day;
    readonly reason: string;
    readonly moveOut: Day;
  } | null;
  readonly ended: { readonly on: Day; readonly outcome: string } | null;
  readonly followedUpAfter: { readonly on: Day; readonly finding: string } | null;
}
