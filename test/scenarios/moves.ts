import { child, facilityFlat, household } from '../support/cast.js';
import { AGENCY, FARSTA, SHIS, YEAR, agencysFlat, at, flat, on, take, type Fill } from './move-parts.js';
import type { Move } from './scene.js';
import type { Search } from './shortest-paths.js';
import { supportedSearches } from './supported-moves.js';

/** A family, a flat of the own stock, another, one from the agency. */
const family: Move = { by: FARSTA, on: 'family', open: 'referral', data: () => ({ household: household() }) };
const ownFlat = (name: string): Move => ({
  by: SHIS,
  on: name,
  open: 'dwelling',
  data: () => facilityFlat(name, 3),
});
/** Registered so many days after it happened. */
const late = (move: Move, daysAgo: number): Move => ({ ...move, daysAgo }) as Move;

const district = take(FARSTA, 'referral');
const referral = take(SHIS, 'referral');
const [submit, approve] = [district('submit'), referral('approve')];
const search: Move = {
  by: SHIS,
  on: 'referral',
  event: 'searchOwnStock',
  data: (_, free) => ({ results: free.map(({ ref }) => ({ dwelling: { ref }, reason: 'area' })) }),
};
const requestFlat = referral('requestFromAgency');
const offerOf = (name: string): Move => referral('makeOffer', flat(name));

const referralMoves: readonly Move[] = [
  district('update', { rooms: 3 }),
  district('updateNeeds', { rooms: 3, ties: ['farsta'] }),
  submit,
  district('discard'),
  district('withdraw', { reason: 'own-housing' }),
  district('supply', { note: 'Här är den.' }),
  district('giveView', { note: 'Vi håller med.' }),
  referral('requestSupplement', { what: 'Inkomst' }),
  approve,
  referral('reject', { reason: 'not-insecure' }),
  referral('close', { reason: 'no-contact' }),
  referral('recordContact'),
  search,
  requestFlat,
  offerOf('own-a'),
  referral('returnToQueue', { reason: 'wishes-clarified' }),
  referral('reopen', { reason: 'mistake' }),
  district('reopen', { reason: 'mistake' }),
  referral('pause', (scene) => ({ until: at(scene, 10), reason: 'away' })),
  referral('resume'),
  take(FARSTA, 'family')('memberJoins', (scene) => ({ person: child('baby', scene.today), on: scene.today })),
];

const offer = take(SHIS, 'offer');
const accept = offer('accept');
/** `signed` days ago, from `starts` days ahead for `years`. */
const sign = (signed: number, starts: number, days = 2 * YEAR): Move =>
  offer('sign', (scene) => ({
    signedOn: at(scene, -signed),
    leaseStart: at(scene, starts),
    leaseEnd: at(scene, starts + days),
  }));
const offerMoves: readonly Move[] = [
  offer('recordViewing', on(0)),
  accept,
  offer('refuse', { reason: 'school' }),
  offer('extend'),
  offer('registerNoAnswer'),
  late(offer('refuse', { reason: 'school' }), 1),
  late(accept, 1),
  sign(0, 10),
  offer('fallThrough', { party: 'household', reason: 'rent' }),
  offer('withdraw', { reason: 'made-in-error' }),
];

const request = take(SHIS, 'agency-request');
const propose = (name: string): Move => take(AGENCY, 'agency-request')('propose', flat(name));
const requestMoves: readonly Move[] = [
  propose('agency-a'),
  request('accept'),
  request('decline', { reason: 'condition' }),
  request('rejectedByLandlord', { reason: 'debt' }),
  request('cancel', { reason: 'needs-changed' }),
];

const dwellingMoves = (name: string): readonly Move[] => {
  const dwelling = take(SHIS, name);
  return [
    dwelling('approve'),
    dwelling('decline', { reason: 'size' }),
    take(AGENCY, name)('withdrawProposal'),
    dwelling('ready'),
    dwelling('handBack'),
    dwelling('takeOutOfService', { reason: 'water' }),
    dwelling('putInService'),
  ];
};

const tenancy = take(SHIS, 'tenancy');
const follow = take(FARSTA, 'tenancy');
const exception: Fill = (scene) => ({ until: at(scene, 9 * YEAR), ground: 'Barnets skolgång' });
const moveIn = (ago: number): Move => tenancy('recordMoveIn', on(-ago));
const end = (ago: number): Move => tenancy('end', (scene) => ({ outcome: 'own-lease', on: at(scene, -ago) }));
const giveNotice = tenancy('giveNotice', (scene) => ({
  by: 'shis',
  reason: 'arrears',
  moveOut: at(scene, 90),
}));

const leaseMoves: readonly Move[] = [
  moveIn(0),
  tenancy('renew', (scene) => ({ leaseEnd: at(scene, 800) })),
  tenancy('requestMove', { reason: 'size' }),
  tenancy('recordArrears', { amount: 9000 }),
  giveNotice,
  tenancy('revokeNotice', { reason: 'paid' }),
  end(1),
  tenancy('followUpAfter', (scene) => ({ on: scene.today, finding: 'still-there' })),
];
const transferMoves: readonly Move[] = [
  tenancy('makeTransferOffer', flat('own-b')),
  accept,
  offer('refuse', { reason: 'area' }),
  offer('withdraw', { reason: 'other' }),
  offer('fallThrough', { party: 'household', reason: 'area' }),
  sign(0, 0),
  tenancy('move', (scene) => ({ from: scene.today, oldVacatedOn: scene.today })),
  giveNotice,
];
const limitMoves: readonly Move[] = [
  follow('grantException', exception),
  tenancy('grantException', exception),
  follow('recordExitPlan', { plan: 'Bostadskön' }),
  follow('recordFollowUp', (scene) => ({ on: scene.today, kind: 'phone', ownSearch: true, children: [] })),
];

const queued = [family, submit, approve];
const accepted = [ownFlat('own-a'), ...queued, offerOf('own-a'), accept];
const livesThere = [...accepted, sign(0, 0), ownFlat('own-b')];
const withdrawn = district('withdraw', { reason: 'own-housing' });
const placedBy = [0, 20, 4 * YEAR - 60, 5 * YEAR - 60, 6 * YEAR].map(moveIn);

/** Where each part of the charts is looked for; together the searches lead to every arrow. */
export const searches: readonly Search[] = [
  ...supportedSearches,
  {
    finds: /^referral: .*(withdrawConsent|disclose)/,
    prelude: [family, submit],
    moves: [district('withdrawConsent'), district('disclose', { ground: 'statute' })],
    waits: [],
  },
  {
    finds: /^(referral|offer): (?!.*(request|withdrawConsent|disclose))/,
    prelude: [ownFlat('own-a'), family],
    moves: [...referralMoves, ...offerMoves],
    waits: ['draftExpires', 'pauseEnds', 'answerTerm'],
  },
  {
    finds: /^(agency-request: |.*(request\.fulfilled|unearmark))/,
    prelude: [...queued, search, requestFlat, agencysFlat('agency-a')],
    moves: [...requestMoves, offerOf('agency-a'), withdrawn],
    waits: ['requestExpires'],
  },
  {
    finds: /^dwelling: /,
    prelude: queued,
    moves: [
      agencysFlat('agency-a'),
      ...dwellingMoves('agency-a'),
      offerOf('agency-a'),
      accept,
      sign(0, 10),
      end(0),
    ],
    waits: ['leaseStarts'],
  },
  {
    finds: /^tenancy: (lease\.upcoming|.*placing|.*stopped)/,
    prelude: accepted,
    moves: [sign(7 * YEAR, 10), sign(0, 10), ...placedBy, end(0)],
    waits: ['leaseStarts'],
  },
  {
    finds: /^tenancy: lease(?!.*(offer|move|Offer))/,
    prelude: livesThere,
    moves: leaseMoves,
    waits: ['followUpNears', 'leaseEnds'],
  },
  { finds: /^tenancy: lease/, prelude: livesThere, moves: transferMoves, waits: ['leaseEnds'] },
  {
    finds: /^tenancy: (limit|followUp)/,
    prelude: livesThere,
    moves: limitMoves,
    waits: ['followUpNears', 'followUpPasses', 'planningBegins', 'finalBegins', 'limitPasses'],
  },
];
