import { and, createMachine } from 'xstate';

const movedIn = {
  recordMoveIn: {
    guard: and(['notYetMovedIn', 'dayHasCome', 'notBeforeSigning']),
    actions: ['moveIn', 'placed'],
  },
};
const clock = { householdChanged: { guard: 'changesTheClock', actions: ['takeEarlierStays'] } };

/** The same in every region: the lease ends, and limit and follow-up stop with it. */
const mayEnd = and(['dayHasCome', 'notBeforeTheStay']);
const end = {
  guard: mayEnd,
  target: 'ended',
  actions: ['giveBackFlat', 'freeTransferFlat', 'movedOut', 'tellReferral', 'end'],
};

/** What the offer of another flat answers; a step of its own decides what comes of it. */
const answers = {
  'offer.accepted': { actions: ['transferAccepted'] },
  'offer.refused': { actions: ['transferDropped'] },
  'offer.withdrawn': { actions: ['transferDropped'] },
  'offer.fellThrough': { actions: ['transferDropped'] },
  'offer.signed': { actions: ['keepNewLease'] },
};

/** What a family that lives in its flat can do, whether its lease has run out or not. */
const living = {
  ...movedIn,
  ...clock,
  ...answers,
  renew: { guard: and(['laterThanNow', 'notPastTheLimit']), target: 'active', actions: ['renew'] },
  requestMove: { actions: ['wishToMove'] },
  makeTransferOffer: { guard: 'noTransferUnderWay', actions: ['offerFlat', 'transferOffered'] },
  move: {
    guard: and(['transferIsSigned', 'moveDaysHaveCome', 'newLeaseHasBegun', 'oldFlatWasLivedIn']),
    target: 'active',
    actions: ['vacateOldFlat', 'move'],
  },
  recordArrears: { actions: ['recordArrears'] },
  giveNotice: { guard: 'moveOutIsAhead', target: 'notice', actions: ['giveNotice', 'tellDistrict'] },
  end,
};

/** A household's stay in a transitional flat: its lease, its five years, its follow-ups. */
export const tenancyMachine = createMachine({
  id: 'tenancy',
  context: {
    dwelling: null,
    channel: 'facility',
    signedOn: '',
    leaseStart: '',
    leaseEnd: '',
    rent: 0,
    start: null,
    movedIn: null,
    earlier: [],
    exceptionUntil: null,
    limit: null,
    exitPlan: null,
    lastFollowUp: null,
    followUpAtOnce: null,
    followUpDue: null,
    wish: null,
    transferOffer: null,
    transfer: null,
    arrears: null,
    notice: null,
    ended: null,
    followedUpAfter: null,
  },
  options: { maxIterations: 100 },
  entry: ['opened'],
  type: 'parallel',
  states: {
    lease: {
      initial: 'upcoming',
      states: {
        upcoming: {
          on: {
            ...movedIn,
            ...clock,
            end: { ...end, actions: ['cancelLease', 'movedOut', 'tellReferral', 'end'] },
          },
          after: {
            leaseStarts: [
              { guard: 'stayHasBegun', target: 'active' },
              { target: 'active', actions: ['beginStay', 'placed'] },
            ],
          },
        },
        active: { on: living, after: { leaseEnds: 'leaseExpired' } },
        leaseExpired: { on: living },
        notice: {
          on: {
            ...movedIn,
            ...clock,
            ...answers,
            recordArrears: { actions: ['recordArrears'] },
            revokeNotice: { target: 'active', actions: ['revokeNotice'] },
            end,
          },
        },
        ended: {
          on: {
            followUpAfter: {
              guard: and(['notYetFollowedUpAfter', 'dayHasCome', 'afterTheStay']),
              actions: ['followUpAfter'],
            },
          },
        },
      },
    },
    limit: {
      initial: 'stopped',
      states: {
        stopped: { always: { guard: 'stayGoesOn', target: 'running' } },
        running: {
          initial: 'placing',
          always: { guard: 'limitHasMoved', target: '.placing' },
          on: {
            grantException: { guard: 'exceptionGoesFurther', actions: ['grantException'] },
            end: { guard: mayEnd, target: 'stopped' },
          },
          states: {
            placing: {
              entry: ['placeLimit', 'limitPlaced'],
              always: [
                { guard: 'limitHasPassed', target: 'exceeded' },
                { guard: 'limitIsClose', target: 'final' },
                { guard: 'limitIsInSight', target: 'planning' },
                { target: 'within' },
              ],
            },
            within: { after: { planningBegins: 'planning' } },
            planning: {
              on: { recordExitPlan: { actions: ['recordExitPlan'] } },
              after: { finalBegins: 'final' },
            },
            final: {
              on: { recordExitPlan: { actions: ['recordExitPlan'] } },
              after: { limitPasses: 'exceeded' },
            },
            exceeded: {
              entry: ['tellExceeded'],
              on: { recordExitPlan: { actions: ['recordExitPlan'] } },
            },
          },
        },
      },
    },
    followUp: {
      initial: 'stopped',
      states: {
        stopped: { always: { guard: 'stayGoesOn', target: 'running' } },
        running: {
          initial: 'placing',
          always: { guard: 'followUpHasMoved', target: '.placing' },
          on: {
            recordFollowUp: {
              guard: and(['dayHasCome', 'duringTheStay']),
              actions: ['followUpHeld', 'recordFollowUp'],
            },
            end: { guard: mayEnd, target: 'stopped' },
          },
          states: {
            placing: {
              entry: ['placeFollowUp', 'followUpPlanned'],
              always: [
                { guard: 'followUpHasPassed', target: 'overdue' },
                { guard: 'followUpIsNear', target: 'due' },
                { target: 'scheduled' },
              ],
            },
            scheduled: { after: { followUpNears: 'due' } },
            due: { after: { followUpPasses: 'overdue' } },
            overdue: {},
          },
        },
      },
    },
  },
});
