import { foreseeable } from '../../src/domain/matching.js';
import type { Day, ProcessRef, Seen, Step } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { Sublet, SupportedContext, SupportKind } from './supported.context.js';

type Update = (seen: Seen<SupportedContext>) => Partial<SupportedContext>;

type Size = Pick<SupportedContext, 'roomsNeeded' | 'adults'>;

/** How many live in the household, as far as the step knows it. */
const sizeOf = ({ known: { household } }: Step, { roomsNeeded, adults }: SupportedContext): Size =>
  household == null ? { roomsNeeded, adults } : { roomsNeeded: household.rooms, adults: household.adults };

/** What may be said against a flat that could be told from the application: it says the size, and whether a lift is needed. */
function foreseeableIn(
  { known: { dwelling } }: Step,
  { rooms, roomsNeeded, lift }: SupportedContext,
): SupportedContext['foreseeable'] {
  if (dwelling == null) return null;
  const { floor = null, lift: hasLift = null, district = null, moveInFrom = null } = dwelling;
  const flat = { rooms: dwelling.rooms, rent: dwelling.rent, floor, lift: hasLift, district, moveInFrom };
  return foreseeable(flat, { ...NO_NEEDS, rooms: rooms ?? roomsNeeded ?? 1, lift });
}
const NO_NEEDS = {
  pets: null,
  rentMost: null,
  moveFrom: null,
  moveBy: null,
  schoolIn: null,
  ties: [],
  avoid: [],
};

const decision: Readonly<Record<string, Update>> = {
  opened: ({ context, step }) => ({
    kind: dataOf<{ kind?: SupportKind }>(step).kind ?? null,
    ...sizeOf(step, context),
  }),
  // A size that somebody said stays; what was reckoned follows the household.
  householdChanged: ({ context, step }) => {
    const size = sizeOf(step, context);
    const { rooms, roomsAreReckoned } = context;
    return { ...size, rooms: roomsAreReckoned ? (size.roomsNeeded ?? rooms) : rooms };
  },
  granted: ({ step }) => ({ grantedOn: step.meta.day, closedReason: null }),
  appealed: ({ step }) => ({
    appeal: { on: step.meta.day, upheld: dataOf<{ upheld: boolean }>(step).upheld },
  }),
  closed: ({ step }) => ({ closedReason: dataOf<{ reason: string }>(step).reason }),
};

const flat: Readonly<Record<string, Update>> = {
  requested: ({ context, step }) => {
    const { rooms, lift = false } = dataOf<{ rooms?: number; lift?: boolean }>(step);
    const size = sizeOf(step, context);
    const asked = { rooms: rooms ?? size.roomsNeeded ?? 1, roomsAreReckoned: rooms === undefined };
    return { ...size, ...asked, lift, requestedOn: step.meta.day };
  },
  chosen: ({ context, step }) => ({
    dwelling: dataOf<{ dwelling: ProcessRef }>(step).dwelling,
    foreseeable: foreseeableIn(step, context),
  }),
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
