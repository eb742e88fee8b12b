import type { Day, ProcessRef } from '../definition.js';

/** The lease that a flat was let by, from the signing until it is cancelled or the flat is vacated. */
export interface Lease {
  /** The first day of the lease; the day before is the last empty one. */
  readonly from: Day;
  readonly signedOn: Day;
  readonly form: string;
  readonly kind: 'trial' | 'training' | null;
}

/** What a dwelling's chart remembers. The flat's own data (rooms, rent, daily cost) belong to the file. */
export interface Dwelling {
  readonly source: 'facility' | 'agency';
  /** The live offer (or the process that stands for one) that holds the flat; null when no one does. */
  readonly offer: ProcessRef | null;
  /** A process of the household that the flat is reserved or let for. */
  readonly household: ProcessRef | null;
  /** The housing form that it is reserved or let for. */
  readonly form: string | null;
  /** A process of the household that the flat was approved for; others may not reserve it. */
  readonly earmarkedFor: ProcessRef | null;
  readonly lease: Lease | null;
  /** Who looks after the flat: whoever took it, SHIS or a board or unit. */
  readonly keptBy: 'shis' | 'district';
  /** The board or unit that leases the flat first-hand, from its first signing until the flat is handed back; null for SHIS's. */
  readonly lessee: string | null;
  /** The board or unit that accepted the flat, its code; null before, and for SHIS's. */
  readonly acceptedBy: string | null;
  /** Whether this lease-in was booked on the yearly goal: once, however often it is let. */
  readonly booked: boolean;
  /** In stock and covered by no lease: each such day costs, and has a cause. */
  readonly empty: boolean;
  readonly outOfService: { readonly reason: string; readonly until: Day | null } | null;
  /** Declined, withdrawn, handed back or taken over: nothing more happens in this file. */
  readonly left: boolean;
}
