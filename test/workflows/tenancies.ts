import type { Lookups } from '../../workflows/definition.js';
import tenancy from '../../workflows/tenancy/index.js';
import { eligible } from './families.js';
import { FLAT, OTHER_FLAT } from './chart-run.js';
import { TimedRun } from './timed-run.js';

export const SIGNED = {
  dwelling: FLAT,
  channel: 'agency',
  signedOn: '2020-02-29',
  leaseStart: '2020-03-15',
  leaseEnd: '2022-03-14',
  rent: 9000,
};
export const NEW_LEASE = {
  dwelling: OTHER_FLAT,
  channel: 'facility',
  signedOn: '2022-02-20',
  leaseStart: '2022-03-01',
  leaseEnd: '2024-02-29',
  rent: 9900,
};
export const FOLLOW_UP = {
  kind: 'home-visit',
  ownSearch: true,
  children: [{ heard: true, how: 'Enskilt samtal' }],
};
export const RENT = { by: 'shis', reason: 'arrears', moveOut: '2021-09-30' };
export const family = { household: eligible };
export const childless: Partial<Lookups> = { household: { ...eligible, childrenUnder18AtHome: 0 } };

export const signed = (stays: Lookups['stays'] = []) =>
  new TimedRun(tenancy, SIGNED, { on: '2020-02-29', known: { stays, household: eligible } });
export const active = () => signed().until('2020-03-15');
export const expired = () => active().until('2022-03-15');
export const notice = () => active().take('giveNotice', RENT, { on: '2021-08-10', known: family });
export const offered = () =>
  active().take('makeTransferOffer', { dwelling: OTHER_FLAT }, { on: '2022-02-01' });
export const transferSigned = () => offered().take('offer.signed', NEW_LEASE, { on: '2022-02-20' });
export const ended = () =>
  active().take('end', { outcome: 'own-lease', on: '2021-10-15' }, { on: '2021-10-18' });
export const send = (to: object | string, type: string, data: object, must: boolean) => ({
  do: 'send',
  to,
  type,
  data,
  must,
});
