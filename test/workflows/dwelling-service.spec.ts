import {
  LEASE,
  OFFER,
  OURS,
  available,
  fromFacility,
  letIn,
  occupiedIn,
  proposed,
  reservedIn,
  vacancy,
} from './flats.js';

describe('taken out of service', () => {
  const out = { reason: 'water', until: '2021-03-20' };

  it('while free: out of service from that day, reminded on the day given', () => {
    const one = fromFacility().take('takeOutOfService', out, { on: '2021-03-02' });
    expect(one.states).toEqual(['available', 'service.outOfService']);
    expect(vacancy(one).at(-1)).toBe('out-of-service from 2021-03-02');
    expect(one.dates).toEqual({ backInService: '2021-03-22' });
  });

  it('without a day: no reminder', () => {
    expect(fromFacility().take('takeOutOfService', { reason: 'fire' }).dates).toEqual({});
  });

  it('until a day that has passed is refused', () => {
    expect(fromFacility().refusal('takeOutOfService', { ...out, until: '2021-01-31' })).toEqual([
      'The day the flat is expected to be ready must not have passed.',
    ]);
  });

  it('refuses reserve', () => {
    const one = fromFacility().take('takeOutOfService', out);
    expect(one.refusal('reserve', { offer: OFFER, household: OURS, form: 'transitional' })).toEqual([
      'The flat must be in service.',
    ]);
  });

  it('while reserved: the offer is withdrawn, which releases the flat', () => {
    const one = reservedIn(fromFacility()).take('takeOutOfService', out);
    expect(one.effects.filter((effect) => effect.do === 'send')).toEqual([
      { do: 'send', to: OFFER, type: 'withdraw', data: { reason: 'out-of-service' }, must: false },
    ]);
    expect(one.take('release', { why: 'withdrawn' }).states).toEqual(['available', 'service.outOfService']);
  });

  it('while reserved: let is refused', () => {
    const one = reservedIn(fromFacility()).take('takeOutOfService', out);
    expect(one.refusal('let', LEASE)).toEqual(['The flat must be in service.']);
  });

  it.each([
    ['let', letIn],
    ['occupied', occupiedIn],
  ])('while %s: the lease stands, and SHIS is told', (state, bring) => {
    const one = bring(fromFacility()).take('takeOutOfService', { reason: 'pests' });
    expect(one.states).toEqual([state, 'service.outOfService']);
    expect(one.effects).toContainEqual({ do: 'notify', whom: 'shis', template: 'dwelling-out-of-service' });
    expect(one.sent).toEqual([]);
  });

  it('while occupied: no empty day until the family has left', () => {
    const one = occupiedIn(fromFacility()).take(
      'takeOutOfService',
      { reason: 'pests' },
      { on: '2021-05-01' },
    );
    expect(vacancy(one).join()).not.toContain('out-of-service');
    one.take('vacate', { on: '2021-05-31' }, { on: '2021-05-31' });
    expect(vacancy(one).slice(-2)).toEqual(['turnaround from 2021-06-01', 'out-of-service from 2021-06-01']);
  });

  it('while let: the cause ends with the empty days', () => {
    const one = letIn(fromFacility()).take('takeOutOfService', { reason: 'pests' }, { on: '2021-03-06' });
    expect(vacancy(one.until('2021-03-15')).slice(-2)).toEqual([
      'accepted-not-started to 2021-03-14',
      'out-of-service to 2021-03-14',
    ]);
  });

  it('while proposed: counted from the day the flat is in stock', () => {
    const one = proposed().take('takeOutOfService', { reason: 'renovation' }, { on: '2021-02-02' });
    expect(vacancy(one)).toEqual([]);
    one.take('approve', {}, { on: '2021-02-05' });
    expect(vacancy(one)).toEqual(['free from 2021-02-05', 'out-of-service from 2021-02-05']);
  });

  it('putInService: in service, the cause ends that day', () => {
    const one = fromFacility().take('takeOutOfService', out, { on: '2021-03-02' });
    one.take('putInService', {}, { on: '2021-03-12' });
    expect(one.states).toEqual(['available', 'service.inService']);
    expect(vacancy(one).at(-1)).toBe('out-of-service to 2021-03-12');
  });

  it('handed back: both causes end', () => {
    const one = available().take('takeOutOfService', { reason: 'fire' }, { on: '2021-02-15' });
    one.take('handBack', {}, { on: '2021-02-20' });
    expect(vacancy(one).slice(-2)).toEqual(['free to 2021-02-20', 'out-of-service to 2021-02-20']);
    expect(one.asked('putInService')).toBe('not-possible-now');
  });
});
