import type { HouseholdRecord } from '../../workflows/files/household.js';
import { nothingYet } from '../../workflows/referral/referral.context.js';
import referral from '../../workflows/referral/index.js';
import type { LookupRequest } from '../../src/engine/ports.js';
import { Registry } from '../../src/engine/registry.js';

/* What look-ups are asked in tests. */

export const DAY = '2021-03-01';
export const registry = new Registry([referral], []);
/** A referral that asks for as many rooms as the family needs. */
export const referred = (roomsNeeded: number) => [
  {
    ...{
      number: 1,
      workflow: 'referral',
      version: 1,
      definition: '',
      parent: null,
      children: [],
      proposals: [],
    },
    openedAt: '2021-01-01T00:00:00.000Z',
    stored: {
      ...{ value: {}, status: 'active' as const, since: {}, entered: {} },
      context: { ...nothingYet, roomsNeeded },
    },
  },
];
export const BORN: Record<string, string> = {
  mother: '1990-05-01',
  elder: '2010-02-03',
  younger: '2015-06-07',
  grown: '2003-03-02',
};

export const member = (
  ref: string,
  more: Partial<HouseholdRecord['members'][number]> = {},
): HouseholdRecord['members'][number] => ({
  ref,
  name: { sealed: `name of ${ref}` },
  born: { sealed: ref },
  gender: 'woman',
  adult: ref === 'mother',
  from: null,
  to: null,
  ...more,
});
export const household = (...members: HouseholdRecord['members']): HouseholdRecord => ({
  type: 'single-woman',
  registeredSince: '2015-01-01',
  insecureSince: null,
  insecureHousing: true,
  currentHousing: 'hotel',
  newlyArrived: false,
  district: 'farsta',
  members,
  assignee: null,
  protection: null,
  handlers: [],
});
export const family = household(member('mother'), member('elder'), member('younger'));
export const request = (name: LookupRequest['name'], more: Partial<LookupRequest> = {}): LookupRequest => ({
  name,
  file: 'family',
  record: family,
  day: DAY,
  processes: [],
  referenced: null,
  fresh: new Map(),
  ...more,
});
