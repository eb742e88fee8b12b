import { and, createMachine } from 'xstate';
import { nothingYet } from './offer.context.js';

const accepted = { target: 'accepted', actions: ['tellAccepted', 'parentAccepted'] };
const refused = { target: 'refused', actions: ['ended', 'tellRefused', 'releaseFlat', 'parentRefused'] };
const withdraw = { target: 'withdrawn', actions: ['ended', 'releaseFlat', 'parentWithdrawn'] };

/** One flat offered to one family: answered, signed, or ended without a lease, which frees the flat at once. */
export const machine = createMachine({
  id: 'offer',
  context: { ...nothingYet },
  options: { maxIterations: 100 },
  entry: ['opened', 'tellOffered', 'reserveFlat'],
  initial: 'offered',
  states: {
    offered: {
      after: { answerTerm: { target: 'unanswered', actions: ['termPassed'] } },
      on: {
        recordViewing: { actions: ['viewed'] },
        accept: accepted,
        refuse: { ...refused, guard: 'otherReasonIsExplained' },
        withdraw,
      },
    },
    unanswered: {
      on: {
        recordViewing: { actions: ['viewed'] },
        accept: { ...accepted, guard: 'answerWasGivenInTime' },
        refuse: { ...refused, guard: and(['answerWasGivenInTime', 'otherReasonIsExplained']) },
        extend: { guard: 'newTermEndsLater', target: 'offered', actions: ['extended'] },
        registerNoAnswer: {
          target: 'refused',
          actions: ['endedUnanswered', 'tellRefused', 'releaseFlat', 'parentRefused'],
        },
        withdraw,
      },
    },
    accepted: {
      on: {
        sign: {
          guard: and(['signingHasHappened', 'leaseEndsAfterItBegins']),
          target: 'signed',
          actions: ['signed', 'letFlat', 'tellSigned', 'parentSigned'],
        },
        fallThrough: {
          target: 'fellThrough',
          actions: ['ended', 'tellFellThrough', 'releaseFlat', 'parentFellThrough'],
        },
        withdraw,
      },
    },
    signed: {},
    refused: {},
    fellThrough: {},
    withdrawn: {},
  },
});
