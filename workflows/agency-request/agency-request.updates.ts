import type { ProcessRef, Seen } from '../definition.js';
import { dataOf, knownDay } from '../files/parts.js';
import type { RequestContext } from './agency-request.context.js';

/** How a request's memory changes. */
export const updates: Readonly<Record<string, (seen: Seen<RequestContext>) => Partial<RequestContext>>> = {
  opened: ({ step }) => {
    const { rooms, lift } = dataOf<{ rooms: number; lift?: boolean }>(step);
    return { rooms, lift: lift ?? false, sentOn: knownDay(step) };
  },
  proposed: ({ context, step }) => ({
    dwelling: dataOf<{ dwelling: ProcessRef }>(step).dwelling,
    proposals: context.proposals + 1,
  }),
  cancelled: ({ step }) => ({ closedReason: dataOf<{ reason: string }>(step).reason }),
  expired: () => ({ closedReason: 'expired' }),
};
