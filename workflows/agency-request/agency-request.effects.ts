import type { Effect, Seen } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { RequestContext } from './agency-request.context.js';

type Told = Seen<RequestContext>;

/** Tells the flat that is being considered. */
const toFlat = ({ context }: Told, type: string, data: object, must: boolean): Effect | readonly Effect[] =>
  context.dwelling === null ? [] : { do: 'send', to: context.dwelling, type, data, must };

/** What a request sets off. SHIS's decline is a fact of the flat, which the referral tells: it knows whether it could be foreseen. */
export const effects: Readonly<Record<string, (seen: Told) => Effect | readonly Effect[]>> = {
  tellRequested: () => ({ do: 'fact', fact: { kind: 'accepted', party: 'shis', stage: 'requested' } }),
  approveFlat: (seen) => toFlat(seen, 'approve', { earmarkedFor: seen.step.self }, true),
  tellFulfilled: ({ context }) => ({
    do: 'send',
    to: 'parent',
    type: 'request.fulfilled',
    data: { dwelling: context.dwelling },
    must: true,
  }),
  tellDeclined: ({ context, step }) => ({
    do: 'send',
    to: 'parent',
    type: 'request.declined',
    data: { dwelling: context.dwelling, reason: dataOf<{ reason: string }>(step).reason },
    must: true,
  }),
  releaseProposal: (seen) => toFlat(seen, 'withdrawProposal', {}, false),
  tellRejected: ({ step }) => ({
    do: 'fact',
    fact: {
      kind: 'refused',
      party: 'company',
      stage: 'tenant',
      reason: dataOf<{ reason: string }>(step).reason,
    },
  }),
};
