import { and, createMachine, not, or } from 'xstate';
import { nothingYet } from './referral.context.js';

const letGo = ['closed', 'cancelRequests', 'withdrawOffers', 'unearmarkAll', 'forgetFlats'] as const;
const withdrawFrom = (closedFrom: string) => ({
  target: 'closed',
  actions: [closedFrom, 'tellWithdrawn', ...letGo],
});
const closeFrom = (closedFrom: string) => ({ target: 'closed', actions: [closedFrom, ...letGo] });

const isEligible = or([
  and(['householdHasChildAtHome', 'householdIsRegisteredLongEnough', 'householdIsInInsecureHousing']),
  'exceptionIsRecorded',
]);
const mayRequest = and([
  'referralIsNotPaused',
  'noRequestIsOpen',
  'ownStockIsSearchedLately',
  'everyFreeFlatHasItsReason',
]);
/** A draft that was never sent is its district's own. */
const sentAndFrom = (closedFrom: string) => and([closedFrom, 'isReopenedByShis']);
const mayOffer = and([
  'referralIsNotPaused',
  'noOfferIsOpen',
  'noTenancyIsOpen',
  'areaIsNotExcluded',
  'otherThanFirstHasItsReason',
]);

/** From the district's draft to a home: what a referral may do, state by state. */
export const machine = createMachine({
  id: 'referral',
  type: 'parallel',
  context: { ...nothingYet },
  options: { maxIterations: 100 },
  entry: ['opened'],
  states: {
    stage: {
      initial: 'draft',
      on: {
        updateNeeds: { guard: 'familyIsWaiting', actions: ['askedAnew', 'touched'] },
        householdChanged: { actions: ['tellNoChildIsLeft', 'handQueueDateDown', 'householdChanged'] },
        queueDateKept: { actions: ['queueDateKept'] },
        'request.fulfilled': { actions: ['flatEarmarked'] },
        'request.declined': { actions: ['declineFlat'] },
        withdrawConsent: { guard: 'isDisclosedByConsent', actions: ['consentWithdrawn'] },
        disclose: { guard: 'consentIsWithdrawn', actions: ['disclosed'] },
      },
      states: {
        draft: {
          after: { draftExpires: { target: 'closed', actions: ['closedFromDraft', 'expired', ...letGo] } },
          on: {
            update: { actions: ['asked', 'touched'] },
            submit: { target: 'screening', actions: ['submitted', 'tellSubmitted', 'tellIsElsewhere'] },
            discard: { target: 'closed', actions: ['closedFromDraft', 'discarded', ...letGo] },
            withdraw: withdrawFrom('closedFromDraft'),
          },
        },
        screening: {
          entry: ['screeningBegins'],
          exit: ['screeningRests'],
          on: {
            requestSupplement: { target: 'supplementing' },
            approve: { guard: isEligible, target: 'queued', actions: ['approved', 'tellApproved'] },
            reject: { target: 'closed', actions: ['closedFromScreening', 'tellRejected', ...letGo] },
            withdraw: withdrawFrom('closedFromScreening'),
          },
        },
        supplementing: {
          on: {
            supply: { target: 'screening', actions: ['asked'] },
            close: closeFrom('closedFromSupplementing'),
            withdraw: withdrawFrom('closedFromSupplementing'),
          },
        },
        queued: {
          on: {
            recordContact: { actions: ['contacted'] },
            searchOwnStock: { actions: ['tellSetAside', 'searched'] },
            requestFromAgency: { guard: mayRequest, actions: ['startRequest'] },
            makeOffer: {
              guard: mayOffer,
              target: 'offered',
              actions: ['flatOffered', 'tellChosen', 'startOffer'],
            },
            close: closeFrom('closedFromQueue'),
            withdraw: withdrawFrom('closedFromQueue'),
          },
        },
        offered: {
          on: {
            'offer.accepted': { target: 'accepted', actions: ['cancelRequestsForFacility'] },
            'offer.refused': [
              {
                guard: 'refusalFillsTheMeasure',
                target: 'review',
                actions: ['unearmarkThis', 'flatRefused'],
              },
              { target: 'queued', actions: ['unearmarkThis', 'flatRefused'] },
            ],
            'offer.withdrawn': { target: 'queued', actions: ['flatGone'] },
            withdraw: withdrawFrom('closedFromQueue'),
          },
        },
        review: {
          on: {
            giveView: { actions: ['viewGiven'] },
            returnToQueue: { target: 'queued', actions: ['countedAnew'] },
            close: closeFrom('closedFromReview'),
            withdraw: withdrawFrom('closedFromReview'),
          },
        },
        accepted: {
          on: {
            'offer.signed': {
              target: 'placed',
              actions: ['placed', 'startTenancy', 'cancelRequests', 'unearmarkOthers', 'forgetEarmarks'],
            },
            'offer.fellThrough': { target: 'queued', actions: ['unearmarkThis', 'earmarkGone', 'flatGone'] },
            'offer.withdrawn': { target: 'queued', actions: ['flatGone'] },
            withdraw: withdrawFrom('closedFromQueue'),
          },
        },
        placed: {
          on: {
            'tenancy.ended': { target: 'closed', actions: ['closedFromPlaced', 'tenancyEnded'] },
          },
        },
        closed: {
          on: {
            reopen: [
              { guard: sentAndFrom('wasClosedFromQueue'), target: 'queued', actions: ['reopened'] },
              { guard: 'wasClosedFromDraft', target: 'draft', actions: ['reopened', 'touched'] },
              { guard: sentAndFrom('wasClosedFromScreening'), target: 'screening', actions: ['reopened'] },
              {
                guard: sentAndFrom('wasClosedFromSupplementing'),
                target: 'supplementing',
                actions: ['reopened'],
              },
              { guard: sentAndFrom('wasClosedFromReview'), target: 'review', actions: ['reopened'] },
            ],
          },
        },
      },
    },
    hold: {
      initial: 'going',
      states: {
        going: {
          on: {
            pause: {
              guard: and(['familyIsWaiting', 'pauseEndsLater']),
              target: 'paused',
              actions: ['paused'],
            },
            'offer.refused': {
              guard: and(['refusalPauses', not('refusalFillsTheMeasure')]),
              target: 'paused',
              actions: ['pausedByRefusal'],
            },
          },
        },
        paused: {
          exit: ['resumed'],
          always: { guard: 'waitingIsOver', target: 'going' },
          after: { pauseEnds: { target: 'going' } },
          on: { resume: { target: 'going' } },
        },
      },
    },
  },
});
