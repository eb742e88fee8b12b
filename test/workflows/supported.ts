import housingFirst from '../../workflows/housing-first/index.js';
import supportedHousing from '../../workflows/supported-housing/index.js';
import type { Lookups } from '../../workflows/definition.js';
import { ChartRun, FLAT } from './chart-run.js';
import { household } from './families.js';

/** A flat as it is looked up: from the agency, proposed. */
export const flat = {
  source: 'agency',
  rooms: 2,
  rent: 8000,
  state: 'proposed',
  company: 'stockholmshem',
  lessee: null,
  keeper: null,
} as const;
const known = (more: Partial<NonNullable<Lookups['dwelling']>> = {}) => ({
  dwelling: { ...flat, ...more },
  responsible: 'farsta',
});

/** Where a case of supported housing stands after the steps that lead there, each on its day. */
export const applied = () => new ChartRun(supportedHousing, { household, kind: 'training' });
export const granted = () => applied().take('grant', { decision: 'Beviljas' });
export const requested = () => granted().take('requestFlat', { rooms: 2 }, { on: '2021-02-02' });
export const proposed = () => requested().take('propose', { dwelling: FLAT }, { known: known() });
export const offered = () => proposed().take('offer', { dwelling: FLAT }, { known: known() });
export const accepted = () => offered().take('accept', {}, { on: '2021-02-05' });
export const lease = { signedOn: '2021-02-10', leaseStart: '2021-03-01', lessee: 'farsta' };
export const leased = () => accepted().take('signLease', lease, { on: '2021-02-10' });
export const secondHand = { from: '2021-03-01', to: '2022-02-28', rent: 8100 };
export const sublet = () => leased().take('sublet', secondHand, { on: '2021-02-15' });

/** Housing First, leased and waiting to be sublet. */
export const firstLeased = () =>
  new ChartRun(housingFirst, { household })
    .take('grant', { decision: 'Beviljas' })
    .take('requestFlat', {})
    .take('offer', { dwelling: FLAT }, { known: known() })
    .take('accept')
    .take('signLease', { ...lease, lessee: 'boendeenheten' }, { on: '2021-02-10' });

export { known };
