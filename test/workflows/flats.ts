import dwelling from '../../workflows/dwelling/index.js';
import type { Dwelling } from '../../workflows/dwelling/dwelling.context.js';
import { TimedRun } from './timed-run.js';

export const OURS = { ref: 'family-1/1' };
export const OFFER = { ref: 'family-1/3' };
export const THEIRS = { ref: 'family-2/1' };
const flat = { number: '1101', rooms: 3, area: 72, floor: 2, lift: true, rent: 9000, dailyCost: 310 };
export const LEASE = { from: '2021-03-15', signedOn: '2021-03-04', form: 'transitional', household: OURS };

export const fromFacility = () =>
  new TimedRun(dwelling, { source: 'facility', ...flat }, { on: '2021-02-01' });
export const proposed = () => new TimedRun(dwelling, { source: 'agency', ...flat }, { on: '2021-02-01' });
export const available = () => proposed().take('approve', {}, { on: '2021-02-10' });
export const reservedIn = (one: TimedRun) =>
  one.take('reserve', { offer: OFFER, household: OURS, form: 'transitional' }, { on: '2021-03-01' });
export const letIn = (one: TimedRun) => reservedIn(one).take('let', LEASE, { on: '2021-03-04' });
export const occupiedIn = (one: TimedRun) => letIn(one).until('2021-03-15');
export const turnaroundIn = (one: TimedRun) =>
  occupiedIn(one).take('vacate', { on: '2021-09-30' }, { on: '2021-10-04' });
export const context = (one: TimedRun) => one.context as unknown as Dwelling;
export const vacancy = (one: TimedRun) =>
  one.history.flatMap((fact) =>
    fact.kind === 'vacancyBegan' || fact.kind === 'vacancyEnded'
      ? [`${fact.cause} ${fact.kind === 'vacancyBegan' ? 'from' : 'to'} ${fact.on}`]
      : [],
  );
