import type { Day, ProcessRef, Seen } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { Sublet, SupportedContext, SupportKind } from './supported.context.js';

type Update = (seen: Seen<SupportedContext>) => Partial<SupportedContext>;

const decision: Readonly<Record<string, Update>> = {
  opened: ({ step }) => ({ kind: dataOf<{ kind?: SupportKind }>(step).kind ?? null }),
  granted: ({ step }) => ({ grantedOn: step.meta.day, closedReason: null }),
  appealed: ({ step }) => ({
    appeal: { on: step.meta.day, upheld: dataOf<{ upheld: boolean }>(step).upheld },
  }),
  closed: ({ step }) => ({ closedReason: dataOf<{ reason: string }>(step).reason }),
};

const flat: Readonly<Record<string, Update>> = {
  requested: ({ step }) => {
    const { rooms, lift = false } = dataOf<{ rooms?: number; lift?: boolean }>(step);
    return { rooms: rooms ?? step.known.household?.rooms ?? 1, lift, requestedOn: step.meta.day };
  },
  chosen: ({ step }) => ({ dwelling: dataOf<{ dwelling: ProcessRef }>(step).dwelling }),
  leased: ({ step }) => {
    const { leaseStart, lessee } = dataOf<{ leaseStart: Day; lessee: string }>(step);
    return { leaseStart, lessee };
  },
  leasedAlready: ({ step }) => ({
    dwelling: dataOf<{ dwelling: ProcessRef }>(step).dwelling,
    leaseStart: step.meta.day,
    lessee: step.known.dwelling?.lessee ?? null,
  }),
};

const stay: Readonly<Record<string, Update>> = {
  caseManagerAssigned: ({ step }) => ({ caseManager: dataOf<{ manager: string }>(step).manager }),
  sublet: ({ step }) => ({ sublet: dataOf<Sublet>(step) }),
  renewed: ({ context: { sublet }, step }) => {
    const { to, rent } = dataOf<{ to: Day; rent?: number }>(step);
    return { sublet: sublet && { ...sublet, to, rent: rent ?? sublet.rent } };
  },
  followedUp: ({ step }) => ({ lastFollowUp: dataOf<{ on: Day }>(step).on }),
  takenOver: ({ step }) => ({ ended: { on: dataOf<{ on: Day }>(step).on, outcome: 'own-lease' } }),
  ended: ({ step }) => {
    const { on, outcome } = dataOf<{ on: Day; outcome: string }>(step);
    return { ended: { on, outcome } };
  },
};

/** How a case's memory changes, whatever the form. */
export const updates: Readonly<Record<string, Update>> = { ...decision, ...flat, ...stay };

/** Trial and training: the flat stays, what it is for changes. */
export const converted: Update = ({ step }) => ({ kind: dataOf<{ to: SupportKind }>(step).to });
