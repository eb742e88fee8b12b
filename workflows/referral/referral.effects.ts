import { foreseeable, type Foreseeable } from '../../src/domain/matching.js';
import type { Effect, ProcessRef, Seen } from '../definition.js';
import { dataOf } from '../files/parts.js';
import { setAside, tellChosen } from './referral.choice.js';
import type { ReferralContext } from './referral.context.js';
import { needsOf } from './referral.needs.js';

type Told = Seen<ReferralContext>;
type Effects = Record<string, (seen: Told) => Effect | readonly Effect[]>;

const unearmark =
  (step: Told['step']) =>
  (dwelling: ProcessRef): Effect => ({
    do: 'send',
    to: dwelling,
    type: 'unearmark',
    data: { household: step.self },
    must: false,
  });
const isThis = (step: Told['step']) => (one: ProcessRef) =>
  one.ref === dataOf<{ dwelling: ProcessRef }>(step).dwelling.ref;
const cancelRequests = (reason: string): Effect => ({
  do: 'send',
  to: { children: 'agency-request' },
  type: 'cancel',
  data: { reason },
  must: false,
});

const facts: Effects = {
  tellSubmitted: () => ({ do: 'fact', fact: { kind: 'accepted', party: 'district', stage: 'submitted' } }),
  tellApproved: () => ({ do: 'fact', fact: { kind: 'accepted', party: 'shis', stage: 'referral' } }),
  tellRejected: ({ step }) => ({
    do: 'fact',
    fact: {
      kind: 'refused',
      party: 'shis',
      stage: 'referral',
      reason: dataOf<{ reason: string }>(step).reason,
    },
  }),
  tellWithdrawn: ({ step }) => ({
    do: 'fact',
    fact: {
      kind: 'refused',
      party: 'household',
      stage: 'withdrawn',
      reason: dataOf<{ reason: string }>(step).reason,
    },
  }),
};

const whenTheHouseholdChanged: Effects = {
  // Those who left a family that waits keep its place in the queue.
  handQueueDateDown: ({ context, step }) => {
    const { part } = dataOf<{ part?: ProcessRef }>(step);
    const on = context.queueDate ?? context.queueDateKept ?? context.submittedOn;
    return part === undefined || on === null || !context.waiting
      ? []
      : { do: 'send', to: part, type: 'queueDateKept', data: { on }, must: false };
  },
  tellIsElsewhere: ({ step }) =>
    step.known.elsewhere === true ? { do: 'notify', whom: 'shis', template: 'is-elsewhere' } : [],
  tellNoChildIsLeft: ({ context, step }) => {
    const left = step.known.household?.childrenUnder18AtHome ?? 0;
    const wasTheLast = (context.childrenAtHome ?? 0) > 0 && left === 0;
    return wasTheLast && context.waiting && context.submittedOn !== null
      ? [
          { do: 'notify', whom: 'district', template: 'no-child-left' },
          { do: 'notify', whom: 'shis', template: 'no-child-left' },
        ]
      : [];
  },
};

/** Size only: what the agency is told about a family is how large a flat it needs. */
const startRequest: Effects[string] = ({ context, step }) => {
  const data = dataOf<{ rooms?: number; lift?: boolean }>(step);
  const rooms = data.rooms ?? context.asks.rooms ?? context.roomsNeeded ?? step.known.household?.rooms ?? 1;
  const lift = data.lift ?? context.asks.lift ?? false;
  return { do: 'start', workflow: 'agency-request', data: { rooms, lift } };
};

/** What may be said against the flat that could be told from the referral; null where the flat is not known. */
function foreseenIn(context: ReferralContext, { known }: Told['step']): readonly Foreseeable[] | null {
  const flat = known.dwelling;
  if (flat == null) return null;
  const { rooms, rent, floor = null, lift = null, district = null, moveInFrom = null } = flat;
  return foreseeable({ rooms, rent, floor, lift, district, moveInFrom }, needsOf(context, null));
}

/** SHIS's answer on a flat that was proposed for the family, with whether its reason could be told from the referral. */
const declineFlat: Effects[string] = ({ context, step }) => {
  const { dwelling, reason } = dataOf<{ dwelling: ProcessRef; reason: string }>(step);
  const all: readonly string[] | null = foreseenIn(context, step);
  const foreseen = all === null ? {} : { foreseen: all.includes(reason) };
  return {
    do: 'send',
    to: dwelling,
    type: 'decline',
    data: { party: 'shis', reason, ...foreseen },
    must: true,
  };
};

/** What a referral sets off. Effects stand before the update that forgets what they read. */
export const effects: Readonly<Effects> = {
  ...facts,
  ...whenTheHouseholdChanged,
  tellChosen,
  tellSetAside: setAside,
  startRequest,
  declineFlat,
  startOffer: ({ context, step }) => {
    const { dwelling } = dataOf<{ dwelling: ProcessRef }>(step);
    // A family says no to a flat, never to the day of it.
    const said = foreseenIn(context, step)?.filter((reason) => reason !== 'time');
    const foreseen = said === undefined ? {} : { foreseeable: said };
    return { do: 'start', workflow: 'offer', data: { dwelling, purpose: 'new', ...foreseen } };
  },
  startTenancy: ({ step }) => ({ do: 'start', workflow: 'tenancy', data: { ...step.data } }),
  cancelRequests: ({ context }) => cancelRequests(context.closedFrom === null ? 'placed' : 'referral-closed'),
  cancelRequestsForFacility: ({ step }) =>
    dataOf<{ channel: string }>(step).channel === 'facility' ? cancelRequests('own-stock') : [],
  withdrawOffers: () => ({
    do: 'send',
    to: { children: 'offer' },
    type: 'withdraw',
    data: { reason: 'referral-closed' },
    must: false,
  }),
  unearmarkThis: ({ context, step }) => context.earmarked.filter(isThis(step)).map(unearmark(step)),
  unearmarkOthers: ({ context, step }) =>
    context.earmarked.filter((one) => !isThis(step)(one)).map(unearmark(step)),
  unearmarkAll: ({ context, step }) => context.earmarked.map(unearmark(step)),
};
