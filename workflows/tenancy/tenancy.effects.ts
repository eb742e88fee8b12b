import type { Day, Effect, Fact, ProcessRef, Seen } from '../definition.js';
import { dataOf } from '../files/parts.js';
import { restsOnException } from './tenancy.clock.js';
import type { Tenancy } from './tenancy.context.js';
import type { End, MakeTransferOffer, Move, RecordFollowUp } from './tenancy.schemas.js';

type TenancyEffect = (seen: Seen<Tenancy>) => Effect | readonly Effect[];

const FORM = 'transitional';
/** A flat's last day under a lease never lies before the lease's first, also when the family came and went earlier. */
const later = (one: Day, other: Day): Day => (one > other ? one : other);
const fact = (told: Fact): Effect => ({ do: 'fact', fact: told });
const vacate = (dwelling: ProcessRef, on: Day, must: boolean): Effect => ({
  do: 'send',
  to: dwelling,
  type: 'vacate',
  data: { on },
  must,
});
const cancelLet = (dwelling: ProcessRef, must: boolean): Effect => ({
  do: 'send',
  to: dwelling,
  type: 'cancelLet',
  data: {},
  must,
});

/** Every child at home was heard; left out when there are none. */
function childrenHeard({ step }: Seen<Tenancy>): { childrenHeard?: boolean } {
  const { children } = dataOf<RecordFollowUp>(step);
  const atHome = step.known.household?.childrenUnder18AtHome ?? 0;
  if (children.length === 0) return atHome > 0 ? { childrenHeard: false } : {};
  return { childrenHeard: children.every((child) => child.heard) };
}

/** What the reports count. */
const facts: Readonly<Record<string, TenancyEffect>> = {
  // Written again if the move-in is recorded after the lease began: the latest of a tenancy counts.
  placed: ({ context }) =>
    context.start === null
      ? []
      : fact({ kind: 'movedIn', form: FORM, channel: context.channel, on: context.start }),
  movedOut: ({ context, step }) => {
    const { on, outcome } = dataOf<End>(step);
    return context.start === null
      ? []
      : fact({ kind: 'movedOut', form: FORM, channel: context.channel, outcome, on });
  },
  limitPlaced: ({ context, step }) =>
    context.limit === null
      ? []
      : fact({ kind: 'limit', day: context.limit, exception: restsOnException(context, step.policy) }),
  // Planned, not yet held. One that is planned anew before it was held takes the former's place.
  followUpPlanned: ({ context }) =>
    context.followUpDue === null ? [] : fact({ kind: 'followUp', due: context.followUpDue, held: null }),
  followUpHeld: (seen) => {
    const { on } = dataOf<RecordFollowUp>(seen.step);
    const { followUpDue } = seen.context;
    return followUpDue === null
      ? []
      : fact({ kind: 'followUp', due: followUpDue, held: on, ...childrenHeard(seen) });
  },
};

/** What other processes and people are told. */
const messages: Readonly<Record<string, TenancyEffect>> = {
  offerFlat: ({ step }) => ({
    do: 'start',
    workflow: 'offer',
    data: { dwelling: dataOf<MakeTransferOffer>(step).dwelling, purpose: 'transfer' },
  }),
  vacateOldFlat: ({ context, step }) =>
    context.dwelling === null ? [] : vacate(context.dwelling, dataOf<Move>(step).oldVacatedOn, true),
  giveBackFlat: ({ context, step }) =>
    context.dwelling === null
      ? []
      : vacate(context.dwelling, later(dataOf<End>(step).on, context.leaseStart), true),
  cancelLease: ({ context }) => (context.dwelling === null ? [] : cancelLet(context.dwelling, true)),
  // An offer still open is withdrawn. A new flat already signed for is freed by the one of the two that fits it.
  freeTransferFlat: ({ context: { transferOffer, transfer }, step }) => {
    const { on } = dataOf<End>(step);
    const offer: Effect[] =
      transferOffer === null
        ? []
        : [
            {
              do: 'send',
              to: { children: 'offer' },
              type: 'withdraw',
              data: { reason: 'tenancy-ended' },
              must: false,
            },
          ];
    if (transfer === null) return offer;
    return [
      ...offer,
      cancelLet(transfer.dwelling, false),
      vacate(transfer.dwelling, later(on, transfer.leaseStart), false),
    ];
  },
  tellReferral: ({ step }) => {
    const { outcome, on } = dataOf<End>(step);
    return { do: 'send', to: 'parent', type: 'tenancy.ended', data: { outcome, on }, must: false };
  },
  tellDistrict: () => ({ do: 'notify', whom: 'district', template: 'notice-given' }),
  tellExceeded: () => [
    { do: 'notify', whom: 'district', template: 'limit-exceeded' },
    { do: 'notify', whom: 'shis', template: 'limit-exceeded' },
  ],
};

/** What a step sets off beside the tenancy's own state. */
export const tenancyEffects: Readonly<Record<string, TenancyEffect>> = { ...facts, ...messages };
