import type { Day } from '../../workflows/definition.js';
import { dwellingOn } from '../../workflows/files/dwelling.js';
import { needsOf } from '../../workflows/referral/referral.needs.js';
import { matchingRules } from '../../workflows/referral/referral.policy.js';
import type { Home, Rules, Waiting } from '../domain/matching.js';
import { policyOn } from '../engine/policy.js';
import type { Registry } from '../engine/registry.js';
import { presentDistrict, type Merger } from './districts.js';
import type { HomeRow, WaitingRow } from './matching.queries.js';

/** A flat as the match looks at it, with what it is called. */
export interface NamedHome extends Home {
  readonly name: string;
  readonly source: 'facility' | 'agency';
}

/** Where nobody can stay. Source: policy, after the city's definition of insecure housing, 1.3.1-600/2021. */
const TEMPORARY: readonly string[] = [
  'hotel',
  'lodger',
  'emergency',
  'hostel',
  'apartment-hotel',
  'sheltered',
];

/** A flat as it is on a day; districts merged by then are those that they became. */
export function homeFrom(row: HomeRow, day: Day, mergers: readonly Merger[]): NamedHome {
  const { source, company, number, rooms, rent, ...flat } = dwellingOn(row.record, day);
  const { floor = null, lift = null, pets = null, district = null, moveInFrom = null } = flat;
  const house = row.house ?? flat.facility ?? company;
  return {
    ...{ ref: row.ref, source, rooms, rent, floor, lift, pets, moveInFrom, keptFor: row.keptFor },
    name: [house, number].filter(Boolean).join(' '),
    district: district && presentDistrict(mergers, district),
    emptySince: row.emptySince ?? row.openedOn,
  };
}

/** A family as the match looks at it. */
export function familyFrom(row: WaitingRow, mergers: readonly Merger[]): Waiting {
  const { file, context, record } = row;
  const needs = needsOf(context, record.district);
  const now = (code: string): string => presentDistrict(mergers, code);
  return {
    ...{ ...needs, file, refused: new Set(row.refused), children: context.childrenAtHome ?? 0 },
    ...{ avoid: needs.avoid.map(now), ties: needs.ties.map(now) },
    schoolIn: needs.schoolIn && now(needs.schoolIn),
    queueDate: context.queueDate ?? context.submittedOn ?? '9999-12-31',
    isPaused: context.pausedUntil !== null,
    isTemporary: TEMPORARY.includes(record.currentHousing),
  };
}

/** By which values flats and families are matched on a day. */
export function rulesOn(registry: Registry, day: Day): Rules {
  const referral = registry.newest('referral');
  if (referral === undefined) throw new RangeError('there is no workflow that is matched');
  return matchingRules(policyOn(referral.workflow, day));
}
