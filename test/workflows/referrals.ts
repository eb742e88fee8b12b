import type { Lookups, Workflow } from '../../workflows/definition.js';
import referral from '../../workflows/referral/index.js';
import { ChartRun, FLAT } from './chart-run.js';
import { eligible, household } from './families.js';

/* A referral on its way: each of these begins with a new one and takes it to the state of its name. */

export const knows = (more: Partial<Lookups['household']> = {}) => ({ household: { ...eligible, ...more } });
export const nothingOpen: Partial<Lookups> = {
  openProcesses: { referral: 1 },
  freeFacilityDwellings: [],
  ...knows(),
};
export const channel = 'facility';
export const lease = { signedOn: '2021-03-10', leaseStart: '2021-03-15', leaseEnd: '2022-03-14', rent: 8000 };

export const draft = (workflow: Workflow = referral) =>
  new ChartRun(workflow, { household }, { on: '2021-02-01', known: knows() });
export const screening = (workflow: Workflow = referral) =>
  draft(workflow).take('submit', {}, { on: '2021-02-03' });
export const supplementing = () =>
  screening().take('requestSupplement', { what: 'Inkomst' }, { on: '2021-02-05' });
export const queued = (workflow: Workflow = referral) =>
  screening(workflow).take('approve', {}, { on: '2021-02-10', known: knows() });
export const offer = (run: ChartRun, dwelling = FLAT) =>
  run.take('makeOffer', { dwelling }, { known: nothingOpen });
export const offered = (workflow: Workflow = referral) => offer(queued(workflow));
export const refused = (run: ChartRun, reason = 'school') =>
  run.take('offer.refused', { dwelling: FLAT, reason });
export const review = () => refused(offer(refused(offer(refused(offered())))));
export const accepted = () => offered().take('offer.accepted', { dwelling: FLAT, channel });
export const placed = () =>
  accepted().take('offer.signed', { dwelling: FLAT, channel, ...lease }, { on: '2021-03-10' });
export const earmarked = (run: ChartRun, dwelling = FLAT) => run.take('request.fulfilled', { dwelling });

export const beforePlaced: [string, () => ChartRun, string][] = [
  ['draft', draft, 'draft'],
  ['screening', screening, 'screening'],
  ['supplementing', supplementing, 'supplementing'],
  ['queued', queued, 'queued'],
  ['offered', offered, 'queued'],
  ['review', review, 'review'],
  ['accepted', accepted, 'queued'],
];
