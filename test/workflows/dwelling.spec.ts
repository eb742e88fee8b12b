import {
  LEASE,
  OFFER,
  OURS,
  THEIRS,
  available,
  context,
  fromFacility,
  letIn,
  occupiedIn,
  proposed,
  reservedIn,
  turnaroundIn,
  vacancy,
} from './flats.js';

describe('a dwelling opens', () => {
  it('available, when it is in a facility, and stands empty from that day', () => {
    const one = fromFacility();
    expect(one.states).toEqual(['available', 'service.inService']);
    expect(vacancy(one)).toEqual(['free from 2021-02-01']);
  });

  it('proposed, when it comes from the agency, and is not yet in stock', () => {
    const one = proposed();
    expect(one.states).toContain('proposed');
    expect(vacancy(one)).toEqual([]);
  });
});

describe('proposed', () => {
  it('approve: available, counted as an acceptance by SHIS', () => {
    const one = available();
    expect(one.states).toContain('available');
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
    expect(proposed().refusal('decline', { reason: 'other' })).toEqual([
      'Write what the reason is when it is another.',
    ]);
    expect(proposed().take('decline', { reason: 'other', note: 'Buller' }).states).toContain('declined');
  });

  it('withdrawProposal: returned, and no one declined it', () => {
    const one = proposed().take('withdrawProposal');
    expect(one.states).toEqual(['returned', 'service.stopped']);
    expect(one.history).toEqual([{ kind: 'dailyCost', value: 310 }]);
  });

  it.each(['reserve', 'ready', 'handBack', 'vacate', 'release', 'cancelLet', 'leaveStock'])(
    'takes no %s',
    (event) => {
      expect(proposed().asked(event)).toBe('not-possible-now');
    },
  );
});

describe('available', () => {
  it('reserve: reserved, held by the offer', () => {
    const one = reservedIn(fromFacility());
    expect(one.states).toContain('reserved');
    expect(context(one)).toMatchObject({ offer: OFFER, household: OURS });
    expect(vacancy(one).slice(1)).toEqual(['free to 2021-03-01', 'reserved from 2021-03-01']);
  });

  it('reserve for another family is refused while earmarked', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    expect(one.refusal('reserve', { offer: THEIRS, household: THEIRS, form: 'transitional' })).toEqual([
      'The flat must not be earmarked for another family.',
    ]);
    expect(one.take('reserve', { offer: OFFER, household: OFFER, form: 'transitional' }).states).toContain(
      'reserved',
    );
  });

  it('unearmark by that family: free to others', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    one.take('unearmark', { household: { ref: 'family-1/9' } });
    expect(one.refusal('reserve', { offer: THEIRS, household: THEIRS, form: 'transitional' })).toEqual([]);
  });

  it('unearmark by another family is refused', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    expect(one.refusal('unearmark', { household: THEIRS })).toEqual([
      'The flat must be earmarked for that family.',
    ]);
  });

  it('handBack: returned, empty no longer', () => {
    const one = available().take('handBack', {}, { on: '2021-02-20' });
    expect(one.states).toEqual(['returned', 'service.stopped']);
    expect(vacancy(one)).toEqual(['free from 2021-02-10', 'free to 2021-02-20']);
  });

  it('handBack of a facility flat is refused', () => {
    expect(fromFacility().refusal('handBack')).toEqual(['The flat must come from the housing agency.']);
  });
});

describe('reserved', () => {
  it('release: available, held by no one', () => {
    const one = reservedIn(fromFacility()).take('release', { why: 'refused' }, { on: '2021-03-03' });
    expect(one.states).toContain('available');
    expect(context(one)).toMatchObject({ offer: null, household: null });
    expect(vacancy(one).slice(3)).toEqual(['reserved to 2021-03-03', 'free from 2021-03-03']);
  });

  it('unearmark: the earmark is gone, the reservation stands', () => {
    const one = proposed().take('approve', { earmarkedFor: OURS }, { cause: 'process' });
    reservedIn(one).take('unearmark', { household: OURS });
    expect(context(one).earmarkedFor).toBeNull();
    expect(one.states).toContain('reserved');
  });

  it('let: let until the lease starts', () => {
    const one = letIn(fromFacility());
    expect(one.states).toContain('let');
    expect(one.dates).toMatchObject({ leaseStarts: '2021-03-15' });
    expect(context(one)).toMatchObject({ offer: null, household: OURS, earmarkedFor: null });
  });

  it('let to another family is refused', () => {
    expect(reservedIn(fromFacility()).refusal('let', { ...LEASE, household: THEIRS })).toEqual([
      'The flat must be reserved for the family that signs the lease.',
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
    one.take('reserve', { offer: THEIRS, household: THEIRS, form: 'transitional' }, { on: '2021-10-10' });
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
    expect(one.states).toContain('occupied');
    expect(vacancy(one).slice(3)).toEqual([
      'reserved to 2021-03-04',
      'accepted-not-started from 2021-03-04',
      'accepted-not-started to 2021-03-14',
    ]);
  });

  it('with a lease that began before it was recorded: occupied at once, no day in between', () => {
    const one = reservedIn(fromFacility());
    one.take('let', { ...LEASE, signedOn: '2021-03-04', from: '2021-03-04' }, { on: '2021-03-06' });
    expect(one.states).toContain('occupied');
    expect(vacancy(one).slice(3)).toEqual(['reserved to 2021-03-03']);
  });

  it('cancelLet: available again, the booking stands', () => {
    const one = letIn(available()).take('cancelLet', {}, { on: '2021-03-10' });
    expect(one.states).toContain('available');
    expect(context(one)).toMatchObject({ lease: null, household: null, booked: true });
    expect(vacancy(one).slice(-2)).toEqual(['accepted-not-started to 2021-03-10', 'free from 2021-03-10']);
  });

  it('takes no vacate before the lease has begun', () => {
    expect(letIn(fromFacility()).asked('vacate')).toBe('not-possible-now');
  });
});

describe('occupied', () => {
  it('vacate: turnaround from the day after, a term of ten working days from when it was known', () => {
    const one = turnaroundIn(fromFacility());
    expect(one.states).toContain('turnaround');
    expect(vacancy(one).at(-1)).toBe('turnaround from 2021-10-01');
    expect(one.dates).toEqual({ turnaround: '2021-10-18' });
    expect(context(one)).toMatchObject({ household: null, lease: null });
  });

  it('vacate before the lease began is refused', () => {
    expect(occupiedIn(fromFacility()).refusal('vacate', { on: '2021-03-14' })).toEqual([
      'The day the flat was vacated must not lie before the first day of the lease.',
    ]);
  });

  it('leaveStock: returned, no empty day', () => {
    const one = occupiedIn(available());
    const before = vacancy(one);
    expect(one.take('leaveStock').states).toEqual(['returned', 'service.stopped']);
    expect(vacancy(one)).toEqual(before);
  });

  it('leaveStock of a facility flat is refused', () => {
    expect(occupiedIn(fromFacility()).refusal('leaveStock')).toEqual([
      'The flat must come from the housing agency.',
    ]);
  });

  it('takes no cancelLet once the lease has begun', () => {
    expect(occupiedIn(fromFacility()).asked('cancelLet')).toBe('not-possible-now');
  });
});

describe('turnaround', () => {
  it('ready: available', () => {
    const one = turnaroundIn(fromFacility()).take('ready', {}, { on: '2021-10-08' });
    expect(one.states).toContain('available');
    expect(vacancy(one).slice(-2)).toEqual(['turnaround to 2021-10-08', 'free from 2021-10-08']);
  });

  it('handBack: returned', () => {
    expect(turnaroundIn(available()).take('handBack').states).toContain('returned');
  });

  it('handBack of a facility flat is refused', () => {
    expect(turnaroundIn(fromFacility()).refusal('handBack')).toEqual([
      'The flat must come from the housing agency.',
    ]);
  });

  it('waits on after its term: nothing moves by itself', () => {
    expect(turnaroundIn(fromFacility()).until('2022-01-31').states).toContain('turnaround');
  });
});
