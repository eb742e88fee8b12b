import type { Day, Seen } from '../definition.js';
import { dataOf, knownDay } from '../files/parts.js';
import { earlierStays, followUpDay, lastPermittedDay } from './tenancy.clock.js';
import type { SignedLease, Tenancy } from './tenancy.context.js';
import type * as Data from './tenancy.schemas.js';

type Update = (seen: Seen<Tenancy>) => Partial<Tenancy>;

const latest = (one: Day | null, other: Day): Day => (one !== null && one > other ? one : other);

function leaseIn({ dwelling, channel, leaseStart, leaseEnd, rent }: Data.Signed): SignedLease {
  return { dwelling, channel, leaseStart, leaseEnd, rent };
}

/** The stay's start, and its effect on the two regions. */
const stay: Readonly<Record<string, Update>> = {
  opened: ({ step }) => {
    const signed = dataOf<Data.Signed>(step);
    return {
      ...leaseIn(signed),
      signedOn: signed.signedOn,
      earlier: earlierStays(step.known.stays ?? [], null),
    };
  },
  beginStay: ({ context }) => ({ start: context.leaseStart }),
  moveIn: ({ step }) => ({ movedIn: dataOf<Data.On>(step).on, start: dataOf<Data.On>(step).on }),
  takeEarlierStays: ({ context, step }) => ({ earlier: earlierStays(step.known.stays ?? [], context.start) }),
  end: ({ step }) => {
    const { on, outcome } = dataOf<Data.End>(step);
    return { ended: { on, outcome }, notice: null, transferOffer: null, transfer: null };
  },
  followUpAfter: ({ step }) => {
    const { on, finding } = dataOf<Data.FollowUpAfter>(step);
    return { followedUpAfter: { on, finding } };
  },
};

const lease: Readonly<Record<string, Update>> = {
  renew: ({ step }) => ({ leaseEnd: dataOf<Data.Renew>(step).leaseEnd }),
  recordArrears: ({ step }) => ({
    arrears: { on: step.meta.day, amount: dataOf<Data.Arrears>(step).amount },
  }),
  giveNotice: ({ context, step }) => {
    const { by, reason, moveOut } = dataOf<Data.GiveNotice>(step);
    const children = step.known.household?.childrenUnder18AtHome ?? 0;
    const followUpAtOnce = children > 0 ? knownDay(step) : context.followUpAtOnce;
    return { notice: { by, on: step.meta.day, reason, moveOut }, followUpAtOnce };
  },
  revokeNotice: () => ({ notice: null }),
};

const transfer: Readonly<Record<string, Update>> = {
  wishToMove: ({ step }) => ({
    wish: { on: step.meta.day, reason: dataOf<Data.RequestMove>(step).reason },
  }),
  transferOffered: ({ step }) => ({
    transferOffer: { dwelling: dataOf<Data.MakeTransferOffer>(step).dwelling, accepted: false },
  }),
  transferAccepted: ({ context }) => ({
    transferOffer: context.transferOffer === null ? null : { ...context.transferOffer, accepted: true },
  }),
  transferDropped: () => ({ transferOffer: null }),
  keepNewLease: ({ step }) => ({ transferOffer: null, transfer: leaseIn(dataOf<Data.Signed>(step)) }),
  // The first flat's channel and the stay's start are kept: a move is no new placement and does not restart the clock.
  move: ({ context: { transfer: next, channel } }) =>
    next === null ? {} : { ...next, channel, transfer: null, wish: null },
};

const limitAndFollowUp: Readonly<Record<string, Update>> = {
  placeLimit: ({ context, step }) => ({ limit: lastPermittedDay(context, step.policy) }),
  grantException: ({ step }) => ({ exceptionUntil: dataOf<Data.GrantException>(step).until }),
  recordExitPlan: ({ step }) => ({ exitPlan: step.meta.day }),
  placeFollowUp: ({ context, step }) => ({ followUpDue: followUpDay(context, step.policy) }),
  recordFollowUp: ({ context, step }) => {
    const { on } = dataOf<Data.RecordFollowUp>(step);
    const wanted = context.followUpAtOnce;
    return {
      lastFollowUp: latest(context.lastFollowUp, on),
      followUpAtOnce: wanted !== null && on >= wanted ? null : wanted,
    };
  },
};

/** How each step changes what is remembered. */
export const tenancyUpdates: Readonly<Record<string, Update>> = {
  ...stay,
  ...lease,
  ...transfer,
  ...limitAndFollowUp,
};
