import { and, createMachine } from 'xstate';
import { nothingYet } from './supported.context.js';

/** What a form adds to the chart: guards of its own on `sublet`, arrows of its own while sublet. */
export interface OwnArrows {
  readonly beforeSublet: readonly string[];
  readonly whileSublet: Readonly<Record<string, object>>;
}

const withdrawn = { target: 'withdrawn', actions: ['tellWithdrawn', 'closed'] };
const withdraw = { withdraw: { ...withdrawn, guard: 'otherReasonIsExplained' } };
/** A flat that cannot be lived in is given up for another; only a person withdraws the application. */
const withdrawWithFlat = {
  withdraw: [
    { guard: 'flatWasLost', target: 'requested', actions: ['releaseFlat'] },
    {
      ...withdrawn,
      guard: 'otherReasonIsExplained',
      actions: ['releaseFlat', ...withdrawn.actions],
    },
  ],
};
const offer = { target: 'offered', actions: ['chosen', 'approveFlat', 'reserveFlat'] };
const assignCaseManager = { actions: ['caseManagerAssigned'] };

/** Decided on, perhaps by a court. */
const decision = {
  applied: {
    on: {
      grant: { target: 'granted', actions: ['granted', 'tellGranted'] },
      deny: { guard: 'otherReasonIsExplained', target: 'denied', actions: ['tellDenied', 'closed'] },
      ...withdraw,
    },
  },
  denied: {
    on: {
      recordAppeal: [
        {
          guard: 'appealIsUpheld',
          target: 'granted',
          actions: ['appealed', 'granted', 'tellGranted'],
        },
        { actions: ['appealed'] },
      ],
    },
  },
  granted: {
    on: {
      requestFlat: { target: 'requested', actions: ['requested', 'tellRequested'] },
      useOwnLease: {
        guard: 'flatIsLeasedByUs',
        target: 'leased',
        actions: ['leasedAlready', 'reserveFlat', 'letAgain'],
      },
      ...withdraw,
    },
  },
};

/** A flat of the agency's: proposed, offered, signed for. */
const flat = {
  requested: {
    on: {
      propose: { guard: 'flatIsProposed', target: 'proposed', actions: ['chosen'] },
      offer: { ...offer, guard: 'flatCanBeOffered' },
      ...withdraw,
    },
  },
  proposed: {
    on: {
      decline: { guard: 'otherReasonIsExplained', target: 'requested', actions: ['declineFlat'] },
      offer: { ...offer, guard: and(['flatWasProposedHere', 'flatCanBeOffered']) },
      withdraw: { ...withdraw.withdraw, actions: ['releaseProposal', ...withdrawn.actions] },
    },
  },
  offered: {
    on: {
      accept: { target: 'accepted', actions: ['tellAccepted'] },
      refuse: {
        guard: 'otherReasonIsExplained',
        target: 'requested',
        actions: ['tellRefused', 'releaseFlat'],
      },
      ...withdrawWithFlat,
    },
  },
  accepted: {
    on: {
      signLease: {
        guard: 'signingHasHappened',
        target: 'leased',
        actions: ['leased', 'letFlat', 'tellSigned'],
      },
      fallThrough: {
        guard: 'otherReasonIsExplained',
        target: 'requested',
        actions: ['tellFellThrough', 'releaseFlat'],
      },
      ...withdrawWithFlat,
    },
  },
};

const sublet = (whileSublet: OwnArrows['whileSublet']) => ({
  on: {
    assignCaseManager,
    renew: { guard: 'renewalEndsLater', actions: ['renewed'] },
    recordFollowUp: {
      guard: and(['dayHasCome', 'duringTheStay']),
      actions: ['followUpHeld', 'followedUp', 'followUpPlanned'],
    },
    takeOver: {
      guard: and(['dayHasCome', 'duringTheStay']),
      target: 'takenOver',
      actions: ['leaveStock', 'tookOver', 'takenOver'],
    },
    end: {
      guard: and(['dayHasCome', 'duringTheStay']),
      target: 'ended',
      actions: ['vacateFlat', 'movedOut', 'ended'],
    },
    ...whileSublet,
  },
});

/** A home with support: decided on, leased by the city first-hand, sublet to the person, at best taken over by them. */
export const supportedMachine = (id: string, { beforeSublet, whileSublet }: OwnArrows) =>
  createMachine({
    id,
    context: { ...nothingYet },
    options: { maxIterations: 100 },
    entry: ['opened'],
    initial: 'applied',
    on: { householdChanged: { actions: ['tellNoAdultIsLeft', 'householdChanged'] } },
    states: {
      ...decision,
      ...flat,
      leased: {
        on: {
          assignCaseManager,
          sublet: {
            guard: and(['subletEndsAfterItBegins', 'subletBeginsWithTheLease', ...beforeSublet]),
            target: 'sublet',
            actions: ['sublet', 'placed', 'followUpPlanned'],
          },
          endLease: {
            guard: 'otherReasonIsExplained',
            target: 'ended',
            actions: ['giveUpFlat', 'closed'],
          },
        },
      },
      sublet: sublet(whileSublet),
      takenOver: {},
      ended: {},
      withdrawn: {},
    },
  });
