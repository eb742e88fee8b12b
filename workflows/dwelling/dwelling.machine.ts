import { and, createMachine } from 'xstate';

const unearmark = { guard: 'isEarmarkedForHousehold', actions: ['unearmark'] };
const handBack = {
  guard: and(['comesFromAgency', 'isInYourCare']),
  target: 'returned',
  actions: ['outOfServiceEnded', 'leave'],
};
const leftStock = { guard: 'hasLeftStock', target: 'stopped' };

/** One lease-in of one flat: where it stands in the stock, and whether it can be lived in. */
export const dwellingMachine = createMachine({
  id: 'dwelling',
  context: {
    source: 'facility',
    offer: null,
    household: null,
    form: null,
    earmarkedFor: null,
    lease: null,
    keptBy: 'shis',
    lessee: null,
    acceptedBy: null,
    booked: false,
    empty: false,
    outOfService: null,
    left: false,
  },
  options: { maxIterations: 100 },
  entry: ['opened', 'costKnown'],
  type: 'parallel',
  states: {
    stock: {
      initial: 'opening',
      states: {
        opening: {
          always: [{ guard: 'comesFromAgency', target: 'proposed' }, { target: 'available' }],
        },
        proposed: {
          on: {
            approve: { target: 'available', actions: ['flatAccepted', 'earmark'] },
            decline: {
              guard: 'otherReasonIsExplained',
              target: 'declined',
              actions: ['flatRefused', 'leave'],
            },
            withdrawProposal: { target: 'returned', actions: ['leave'] },
          },
        },
        available: {
          entry: ['freeBegan', 'becomeEmpty'],
          exit: ['freeEnded'],
          on: {
            reserve: {
              guard: and(['isInService', 'isFreeForHousehold']),
              target: 'reserved',
              actions: ['reserve', 'holdOnGoal'],
            },
            unearmark,
            handBack,
          },
        },
        reserved: {
          entry: ['reservedBegan'],
          on: {
            release: { target: 'available', actions: ['reservedEnded', 'freeOnGoal', 'release'] },
            let: {
              guard: and(['isInService', 'isReservedForHousehold']),
              target: 'let',
              actions: ['reservedUntilSigned', 'bookOnGoal', 'let'],
            },
            unearmark,
          },
        },
        let: {
          entry: ['acceptedBegan'],
          on: { cancelLet: { target: 'available', actions: ['acceptedEnded', 'cancelLet'] } },
          after: { leaseStarts: { target: 'occupied', actions: ['emptyUntilLease', 'becomeLivedIn'] } },
        },
        occupied: {
          on: {
            vacate: { guard: 'vacatedAfterLeaseBegan', target: 'turnaround', actions: ['vacate'] },
            leaveStock: { guard: 'comesFromAgency', target: 'returned', actions: ['leave'] },
          },
        },
        turnaround: {
          entry: ['turnaroundBegan', 'becomeEmpty'],
          exit: ['turnaroundEnded'],
          on: { ready: { guard: 'isInYourCare', target: 'available' }, handBack },
        },
        declined: {},
        returned: {},
      },
    },
    service: {
      initial: 'inService',
      states: {
        inService: {
          always: leftStock,
          on: {
            takeOutOfService: {
              guard: 'untilIsAhead',
              target: 'outOfService',
              actions: ['takeOutOfService', 'outOfServiceBegan', 'withdrawOffer', 'raiseTask'],
            },
          },
        },
        outOfService: {
          always: leftStock,
          on: { putInService: { target: 'inService', actions: ['outOfServiceEnded', 'putInService'] } },
        },
        stopped: {},
      },
    },
  },
});
