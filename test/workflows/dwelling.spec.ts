import dwelling from '../../workflows/dwelling/index.js';
import type { Dwelling } from '../../workflows/dwelling/dwelling.context.js';
import { OneProcess } from './one-process.js';

const OURS = { ref: 'family-1/1' };
const OFFER = { ref: 'family-1/3' };
const THEIRS = { ref: 'family-2/1' };
const flat = { number: '1101', rooms: 3, area: 72, floor: 2, lift: true, rent: 9000, dailyCost: 310 };
const LEASE = { from: '2021-03-15', signedOn: '2021-03-04', form: 'transitional', household: OURS };

const fromFacility = () => new OneProcess(dwelling, { source: 'facility', ...flat }, { on: '2021-02-01' });
const proposed = () => new OneProcess(dwelling, { source: 'agency', ...flat }, { on: '2021-02-01' });
const available = () => proposed().take('approve', {}, { on: '2021-02-10' });
const reservedIn = (one: OneProcess) =>
  one.take('reserve', { offer: OFFER, household: OURS }, { on: '2021-03-01' });
const letIn = (one: OneProcess) => reservedIn(one).take('let', LEASE, { on: '2021-03-04' });
const occupiedIn = (one: OneProcess) => letIn(one).until('2021-03-15');
const turnaroundIn = (one: OneProcess) =>
  occupiedIn(one).take('vacate', { on: '2021-09-30' }, { on: '2021-10-04' });
const context = (one: OneProcess) => one.context<Dwelling>();
const vacancy = (one: OneProcess) =>
  one.facts.flatMap((fact) =>
    fact.kind === 'vacancyBegan' || fact.kind === 'vacancyEnded'
      ? [`${fact.cause} ${fact.kind === 'vacancyBegan' ? 'from' : 'to'} ${fact.on}`]
      : [],
  );

describe('a dwelling opens', () => {
  it('available, when it is in a facility, and stands empty from that day', () => {
    const one = fromFacility();
    expect(one.states).toEqual(['available', 'service.inService']);
    expect(vacancy(one)).toEqual(['free from 2021-02-01']);
  });

  it('proposed, when it comes from the agency, and is not yet in stock', () => {
    const one = proposed();
    expect(one.state).toBe('proposed');
    expect(vacancy(one)).toEqual([]);
  });
});

describe('proposed', () => {
  it('approve: available, counted as an acceptance by SHIS', () => {
    const one = available();
    expect(one.state).toBe('available');
    expect(one.told('accepted')).toEqual([{ kind: 'accepted', party: 'shis', stage: 'flat' }]);
    expect(vacancy(one)).toEqual(['free from 2021-02-10']);
  });

  it('approve by a request: earmarked for its household', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    expect(context(one).earmarkedFor).toEqual(OURS);
  });

  it('approve by a district’s case: counted as the district’s', () => {
    const one = proposed().take('approve', { party: 'district' }, { cause: 'process' });
    expect(one.told('accepted')[0]?.party).toBe('district');
  });

  it('decline: declined for good, the reason told once', () => {
    const one = proposed().take('decline', { party: 'shis', reason: 'condition' });
    expect(one.states).toEqual(['declined', 'service.stopped']);
    expect(one.facts).toEqual([{ kind: 'refused', party: 'shis', stage: 'flat', reason: 'condition' }]);
  });

  it('decline by a district’s case: told as the district’s, without free text', () => {
    const one = proposed().take('decline', { party: 'district', reason: 'other' }, { cause: 'process' });
    expect(one.told('refused')[0]).toMatchObject({ party: 'district', reason: 'other' });
  });

  it('decline by a person: SHIS’s, whatever the form says', () => {
    const one = proposed().take('decline', { party: 'district', reason: 'own-stock' });
    expect(one.told('refused')[0]?.party).toBe('shis');
  });

  it('decline for another reason is refused until it is written', () => {
    expect(proposed().refuses('decline', { reason: 'other' })).toEqual([
      'Skriv vad skälet är när du väljer Annat skäl.',
    ]);
    expect(proposed().take('decline', { reason: 'other', note: 'Buller' }).state).toBe('declined');
  });

  it('withdrawProposal: returned, and no one declined it', () => {
    const one = proposed().take('withdrawProposal');
    expect(one.states).toEqual(['returned', 'service.stopped']);
    expect(one.facts).toEqual([]);
  });

  it.each(['reserve', 'ready', 'handBack', 'vacate', 'release', 'cancelLet', 'leaveStock'])(
    'takes no %s',
    (event) => {
      expect(proposed().answer(event).kind).toBe('not-possible-now');
    },
  );
});

describe('available', () => {
  it('reserve: reserved, held by the offer', () => {
    const one = reservedIn(fromFacility());
    expect(one.state).toBe('reserved');
    expect(context(one)).toMatchObject({ offer: OFFER, household: OURS });
    expect(vacancy(one).slice(1)).toEqual(['free to 2021-03-01', 'reserved from 2021-03-01']);
  });

  it('reserve for another family is refused while earmarked', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    expect(one.refuses('reserve', { offer: THEIRS, household: THEIRS })).toEqual([
      'Lägenheten får inte vara öronmärkt för en annan familj.',
    ]);
    expect(one.take('reserve', { offer: OFFER, household: OFFER }).state).toBe('reserved');
  });

  it('unearmark by that family: free to others', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    one.take('unearmark', { household: { ref: 'family-1/9' } });
    expect(one.refuses('reserve', { offer: THEIRS, household: THEIRS })).toEqual([]);
  });

  it('unearmark by another family is refused', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    expect(one.refuses('unearmark', { household: THEIRS })).toEqual([
      'Lägenheten ska vara öronmärkt för den familjen.',
    ]);
  });

  it('handBack: returned, empty no longer', () => {
    const one = available().take('handBack', {}, { on: '2021-02-20' });
    expect(one.states).toEqual(['returned', 'service.stopped']);
    expect(vacancy(one)).toEqual(['free from 2021-02-10', 'free to 2021-02-20']);
  });

  it('handBack of a facility flat is refused', () => {
    expect(fromFacility().refuses('handBack')).toEqual(['Lägenheten ska komma från Bostadsförmedlingen.']);
  });
});

describe('reserved', () => {
  it('release: available, held by no one', () => {
    const one = reservedIn(fromFacility()).take('release', {}, { on: '2021-03-03' });
    expect(one.state).toBe('available');
    expect(context(one)).toMatchObject({ offer: null, household: null });
    expect(vacancy(one).slice(3)).toEqual(['reserved to 2021-03-03', 'free from 2021-03-03']);
  });

  it('unearmark: the earmark is gone, the reservation stands', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    reservedIn(one).take('unearmark', { household: OURS });
    expect(context(one).earmarkedFor).toBeNull();
    expect(one.state).toBe('reserved');
  });

  it('let: let until the lease starts', () => {
    const one = letIn(fromFacility());
    expect(one.state).toBe('let');
    expect(one.dates).toMatchObject({ leaseStarts: '2021-03-15' });
    expect(context(one)).toMatchObject({ offer: null, household: OURS, earmarkedFor: null });
  });

  it('let to another family is refused', () => {
    expect(reservedIn(fromFacility()).refuses('let', { ...LEASE, household: THEIRS })).toEqual([
      'Lägenheten ska vara reserverad för den familj som skriver kontraktet.',
    ]);
  });

  it('let of an agency flat books the goal on the day of signing', () => {
    expect(letIn(available()).told('allocated')).toEqual([
      { kind: 'allocated', form: 'transitional', channel: 'agency', on: '2021-03-04' },
    ]);
  });

  it('let in a supported form tells which kind', () => {
    const one = reservedIn(available()).take('let', { ...LEASE, form: 'supported-housing', kind: 'trial' });
    expect(one.told('allocated')[0]).toMatchObject({ form: 'supported-housing', formKind: 'trial' });
  });

  it('let of a facility flat books nothing', () => {
    expect(letIn(fromFacility()).told('allocated')).toEqual([]);
  });

  it('a second let of the same lease-in books nothing', () => {
    const one = turnaroundIn(available()).take('ready', {}, { on: '2021-10-08' });
    one.take('reserve', { offer: THEIRS, household: THEIRS }, { on: '2021-10-10' });
    one.take(
      'let',
      { ...LEASE, household: THEIRS, signedOn: '2021-10-12', from: '2021-11-01' },
      { on: '2021-10-12' },
    );
    expect(one.told('allocated')).toHaveLength(1);
  });
});

describe('let', () => {
  it('at lease start: occupied, the day before the last empty one', () => {
    const one = occupiedIn(fromFacility());
    expect(one.state).toBe('occupied');
    expect(vacancy(one).slice(3)).toEqual([
      'reserved to 2021-03-04',
      'accepted-not-started from 2021-03-04',
      'accepted-not-started to 2021-03-14',
    ]);
  });

  it('with a lease that began before it was recorded: occupied at once, no day in between', () => {
    const one = reservedIn(fromFacility());
    one.take('let', { ...LEASE, signedOn: '2021-03-04', from: '2021-03-04' }, { on: '2021-03-06' });
    expect(one.state).toBe('occupied');
    expect(vacancy(one).slice(3)).toEqual(['reserved to 2021-03-03']);
  });

  it('cancelLet: available again, the booking stands', () => {
    const one = letIn(available()).take('cancelLet', {}, { on: '2021-03-10' });
    expect(one.state).toBe('available');
    expect(context(one)).toMatchObject({ lease: null, household: null, booked: true });
    expect(vacancy(one).slice(-2)).toEqual(['accepted-not-started to 2021-03-10', 'free from 2021-03-10']);
  });

  it('takes no vacate before the lease has begun', () => {
    expect(letIn(fromFacility()).answer('vacate').kind).toBe('not-possible-now');
  });
});

describe('occupied', () => {
  it('vacate: turnaround from the day after, a term of ten working days from when it was known', () => {
    const one = turnaroundIn(fromFacility());
    expect(one.state).toBe('turnaround');
    expect(vacancy(one).at(-1)).toBe('turnaround from 2021-10-01');
    expect(one.dates).toEqual({ turnaround: '2021-10-18' });
    expect(context(one)).toMatchObject({ household: null, lease: null });
  });

  it('vacate before the lease began is refused', () => {
    expect(occupiedIn(fromFacility()).refuses('vacate', { on: '2021-03-14' })).toEqual([
      'Dagen då lägenheten tömdes får inte ligga före kontraktets första dag.',
    ]);
  });

  it('leaveStock: returned, no empty day', () => {
    const one = occupiedIn(available());
    const before = vacancy(one);
    expect(one.take('leaveStock').states).toEqual(['returned', 'service.stopped']);
    expect(vacancy(one)).toEqual(before);
  });

  it('leaveStock of a facility flat is refused', () => {
    expect(occupiedIn(fromFacility()).refuses('leaveStock')).toEqual([
      'Lägenheten ska komma från Bostadsförmedlingen.',
    ]);
  });

  it('takes no cancelLet once the lease has begun', () => {
    expect(occupiedIn(fromFacility()).answer('cancelLet').kind).toBe('not-possible-now');
  });
});

describe('turnaround', () => {
  it('ready: available', () => {
    const one = turnaroundIn(fromFacility()).take('ready', {}, { on: '2021-10-08' });
    expect(one.state).toBe('available');
    expect(vacancy(one).slice(-2)).toEqual(['turnaround to 2021-10-08', 'free from 2021-10-08']);
  });

  it('handBack: returned', () => {
    expect(turnaroundIn(available()).take('handBack').state).toBe('returned');
  });

  it('handBack of a facility flat is refused', () => {
    expect(turnaroundIn(fromFacility()).refuses('handBack')).toEqual([
      'Lägenheten ska komma från Bostadsförmedlingen.',
    ]);
  });

  it('waits on after its term: nothing moves by itself', () => {
    expect(turnaroundIn(fromFacility()).until('2022-01-31').state).toBe('turnaround');
  });
});

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
    expect(fromFacility().refuses('takeOutOfService', { ...out, until: '2021-01-31' })).toEqual([
      'Dagen då lägenheten beräknas vara klar får inte ha passerat.',
    ]);
  });

  it('refuses reserve', () => {
    const one = fromFacility().take('takeOutOfService', out);
    expect(one.refuses('reserve', { offer: OFFER, household: OURS })).toEqual([
      'Lägenheten ska vara i bruk.',
    ]);
  });

  it('while reserved: the offer is withdrawn, which releases the flat', () => {
    const one = reservedIn(fromFacility()).take('takeOutOfService', out);
    expect(one.sent).toEqual([
      { to: OFFER, type: 'withdraw', data: { reason: 'out-of-service' }, must: false },
    ]);
    expect(one.take('release').states).toEqual(['available', 'service.outOfService']);
  });

  it('while reserved: let is refused', () => {
    const one = reservedIn(fromFacility()).take('takeOutOfService', out);
    expect(one.refuses('let', LEASE)).toEqual(['Lägenheten ska vara i bruk.']);
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
    expect(one.answer('putInService').kind).toBe('not-possible-now');
  });
});
