import { child, household } from '../support/cast.js';
import { AGENCY, FARSTA, SHIS, YEAR, agencysFlat, at, flat, on, take } from './move-parts.js';
import type { Move } from './scene.js';
import type { Search } from './shortest-paths.js';

/** Trial and training by a district, Housing First by the housing unit; both lease the agency's flats. */
const UNIT = 'boendeenheten.handlaggare';
interface Provided {
  readonly workflow: string;
  readonly by: string;
  readonly of: string;
}
const TRAINING: Provided = { workflow: 'supported-housing', by: FARSTA, of: 'farsta' };
const HOUSING_FIRST: Provided = { workflow: 'housing-first', by: UNIT, of: 'boendeenheten' };
const application = ({ workflow, by, of }: Provided): Move => ({
  by,
  on: 'family',
  open: workflow,
  data: () => ({
    household: household({ district: of, children: 0 }),
    ...(workflow === 'supported-housing' ? { kind: 'training' } : {}),
  }),
});
/** Signed today; the first-hand lease begins so many days later. */
const leaseFrom = (one: Provided, days: number): Move =>
  take(one.by, one.workflow)('signLease', (scene) => ({
    signedOn: scene.today,
    leaseStart: at(scene, days),
    lessee: one.of,
  }));
const supportedMoves = (one: Provided): readonly Move[] => {
  const step = take(one.by, one.workflow);
  return [
    step('grant', { decision: 'Beviljas' }),
    step('deny', { reason: 'own-means' }),
    step('recordAppeal', { upheld: true }),
    step('recordAppeal', { upheld: false }),
    step('requestFlat', { rooms: 1 }),
    take(AGENCY, one.workflow)('propose', flat('agency-a')),
    step('decline', { reason: 'size' }),
    step('offer', flat('agency-a')),
    step('accept'),
    step('refuse', { reason: 'area' }),
    step('fallThrough', { party: 'company', reason: 'debt' }),
    step('withdraw', { reason: 'own-housing' }),
    leaseFrom(one, 0),
    step('endLease', { reason: 'need-ceased' }),
    step('assignCaseManager', { manager: one.by }),
    step('sublet', (scene) => ({ from: scene.today, to: at(scene, YEAR), rent: 8000 })),
    step('renew', (scene) => ({ to: at(scene, 2 * YEAR) })),
    step('recordFollowUp', (scene) => ({ on: scene.today, kind: 'phone' })),
    step('takeOver', on(0)),
    step('end', (scene) => ({ on: scene.today, outcome: 'own-other' })),
    ...(one === TRAINING ? [step('convert', { to: 'trial' })] : []),
    take(SHIS, 'agency-a')('takeOutOfService', { reason: 'water' }),
    take(one.by, 'family')('memberJoins', (scene) => ({
      person: child('baby', scene.today),
      on: scene.today,
    })),
  ];
};
const again = ({ workflow, by }: Provided): Move => ({
  by,
  on: 'family',
  open: workflow,
  data: () => (workflow === 'supported-housing' ? { kind: 'trial' } : {}),
});
/** The flat is given up, made ready, and used for the same person anew. */
const usedAgain = (one: Provided): readonly Move[] => [
  agencysFlat('agency-a'),
  application(one),
  take(one.by, one.workflow)('grant', { decision: 'Beviljas' }),
  take(one.by, one.workflow)('requestFlat', { rooms: 1 }),
  take(one.by, one.workflow)('offer', flat('agency-a')),
  take(one.by, one.workflow)('accept'),
  leaseFrom(one, 0),
  take(one.by, one.workflow)('endLease', { reason: 'need-ceased' }),
  take(one.by, 'agency-a')('ready'),
  again(one),
];
const searchesOf = (one: Provided): readonly Search[] => [
  {
    finds: new RegExp(`^(${one.workflow}: (?!.*useOwnLease)|dwelling: .*leaveStock)`),
    prelude: [agencysFlat('agency-a'), application(one)],
    moves: supportedMoves(one),
    waits: [],
  },
  {
    finds: new RegExp(`^${one.workflow}: .*useOwnLease`),
    prelude: usedAgain(one),
    moves: [
      take(one.by, one.workflow)('grant', { decision: 'Beviljas' }),
      take(one.by, one.workflow)('useOwnLease', flat('agency-a')),
    ],
    waits: [],
  },
];

/** Where the arrows of both forms of supported housing are looked for. */
export const supportedSearches: readonly Search[] = [TRAINING, HOUSING_FIRST].flatMap(searchesOf);
