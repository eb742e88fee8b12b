import type { Effect, Workflow } from '../../workflows/definition.js';
import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { ChartRun, FLAT, OTHER_FLAT } from './chart-run.js';
import { eligible, household } from './families.js';

const workflows = new Map<string, Workflow>(
  [agencyRequest, dwelling, offer, referral, tenancy].map((one) => [one.name, one]),
);
const known = {
  household: eligible,
  openProcesses: {},
  freeFacilityDwellings: [],
  dwelling: {
    source: 'agency',
    rooms: 3,
    rent: 9000,
    state: 'proposed',
    company: null,
    lessee: null,
    keeper: null,
  },
} as const;
const channel = 'agency';
const lease = { signedOn: '2021-02-01', leaseStart: '2021-02-15', leaseEnd: '2022-02-14', rent: 9000 };

/** Every workflow that an effect is meant for. */
function receivers(effect: Effect, parents: readonly Workflow[]): readonly (Workflow | undefined)[] {
  if (effect.do === 'start') return [workflows.get(effect.workflow)];
  if (effect.do !== 'send') return [];
  if (effect.to === 'parent') return parents;
  return ['children' in effect.to ? workflows.get(effect.to.children) : dwelling];
}

/** What keeps an effect from being understood: an unknown event, data that do not fit, a reason that is not in the list. */
function faults(effect: Effect, parents: readonly Workflow[]): string[] {
  if (effect.do !== 'start' && effect.do !== 'send') return [];
  return receivers(effect, parents).flatMap((to) => {
    const type = effect.do === 'start' ? 'open' : effect.type;
    const spec = effect.do === 'start' ? to?.open : to?.events[type];
    if (to === undefined || spec === undefined) return [`no one takes ${type}`];
    const { error } = spec.schema.safeParse(effect.data);
    return error === undefined ? [] : [`${to.name}.${type}: ${error.message}`];
  });
}

const queued = () =>
  new ChartRun(referral, { household }, { known }).take('submit').take('approve', {}, { known });
const searched = () => queued().take('searchOwnStock', { results: [] });
const offered = () => queued().take('makeOffer', { dwelling: FLAT }, { known });
const accepted = () => offered().take('offer.accepted', { dwelling: FLAT, channel: 'facility' });
const request = () => new ChartRun(agencyRequest, { rooms: 3 });
const evaluating = () => request().take('propose', { dwelling: FLAT }, { known });
const opened = () => new ChartRun(offer, { dwelling: FLAT, purpose: 'new' }, { known });
const yes = () => opened().take('accept');

const toReferral = [referral];
const toBoth = [referral, tenancy];
const steps: [string, readonly Workflow[], () => ChartRun][] = [
  ['referral.requestFromAgency', [], () => searched().take('requestFromAgency', {}, { known })],
  ['referral.makeOffer', [], offered],
  ['referral.offer.accepted', [], accepted],
  [
    'referral.offer.signed',
    [],
    () =>
      accepted()
        .take('request.fulfilled', { dwelling: OTHER_FLAT })
        .take('offer.signed', { dwelling: FLAT, channel, ...lease }),
  ],
  ['referral.withdraw', [], () => accepted().take('withdraw', { reason: 'own-housing' })],
  ['agency-request.accept', toReferral, () => evaluating().take('accept')],
  ['agency-request.decline', toReferral, () => evaluating().take('decline', { reason: 'no-family' })],
  ['agency-request.cancel', toReferral, () => evaluating().take('cancel', { reason: 'mistake' })],
  ['offer.open', toBoth, opened],
  ['offer.accept', toBoth, yes],
  ['offer.refuse', toBoth, () => opened().take('refuse', { reason: 'rent' })],
  ['offer.registerNoAnswer', toBoth, () => opened().pass('answerTerm').take('registerNoAnswer')],
  ['offer.withdraw', toBoth, () => yes().take('withdraw', { reason: 'out-of-service' })],
  ['offer.fallThrough', toBoth, () => yes().take('fallThrough', { party: 'company', reason: 'income' })],
  ['offer.sign', toBoth, () => yes().take('sign', lease)],
];

describe('what one process sends, the other understands', () => {
  test.each(steps)('%s', (_, parents, taken) => {
    expect(taken().effects.flatMap((effect) => faults(effect, parents))).toEqual([]);
    expect(taken().sent).not.toEqual([]);
  });

  test('reasons sent to an offer or a request stand in its list', () => {
    const codes = (of: Workflow, list: string) => (of.reasons?.[list] ?? []).map(({ code }) => code);
    expect(codes(agencyRequest, 'cancel')).toEqual(
      expect.arrayContaining(['own-stock', 'placed', 'referral-closed']),
    );
    expect(codes(offer, 'withdrawOffer')).toEqual(
      expect.arrayContaining(['out-of-service', 'referral-closed', 'tenancy-ended']),
    );
    expect(codes(agencyRequest, 'decline')).toEqual(codes(dwelling, 'decline'));
  });
});
