import { createMachine } from 'xstate';
import { nothingYet } from './agency-request.context.js';

/** A request to the agency for one flat: proposed and answered, until one is approved or it is given up. */
export const machine = createMachine({
  id: 'agency-request',
  context: { ...nothingYet },
  options: { maxIterations: 100 },
  entry: ['opened', 'tellRequested'],
  initial: 'sent',
  states: {
    sent: {
      after: { requestExpires: { target: 'expired', actions: ['expired'] } },
      on: {
        propose: { guard: 'flatIsProposed', target: 'evaluating', actions: ['proposed'] },
        cancel: { target: 'cancelled', actions: ['cancelled'] },
      },
    },
    evaluating: {
      after: { requestExpires: { target: 'expired', actions: ['releaseProposal', 'expired'] } },
      on: {
        accept: { target: 'fulfilled', actions: ['approveFlat', 'tellFulfilled'] },
        decline: { guard: 'otherReasonIsExplained', target: 'sent', actions: ['tellDeclined'] },
        rejectedByLandlord: { target: 'sent', actions: ['tellRejected', 'releaseProposal'] },
        cancel: { target: 'cancelled', actions: ['releaseProposal', 'cancelled'] },
      },
    },
    fulfilled: {},
    cancelled: {},
    expired: {},
  },
});
