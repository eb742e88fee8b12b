import type { FreeFlat } from '../../workflows/definition.js';
import { type ChartRun, FLAT, OTHER_FLAT } from './chart-run.js';
import {
  knows,
  nothingOpen,
  draft,
  screening,
  supplementing,
  queued,
  offered,
  earmarked,
  placed,
} from './referrals.js';

describe('referral, in draft', () => {
  test('it is opened as a draft, going, with the household’s size', () => {
    expect(draft().states).toEqual(['draft', 'hold.going']);
    expect(draft().context['roomsNeeded']).toBe(2);
  });
  test('update keeps what is asked for, and what is left out', () => {
    const run = draft().take('update', { rooms: 3, exception: 'protection' }).take('update', { lift: true });
    expect(run.context['asks']).toMatchObject({ rooms: 3, lift: true, exception: 'protection' });
  });
  test('submit → screening: the queue’s day is kept, and the fact told once', () => {
    const run = screening();
    expect(run.states).toEqual(['screening', 'hold.going']);
    expect(run.context).toMatchObject({ submittedOn: '2021-02-03', ground: 'consent', queueDate: null });
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'district', stage: 'submitted' }]);
  });
  test('submit on the ground of law says so', () => {
    expect(draft().take('submit', { ground: 'statute' }).context['ground']).toBe('statute');
  });
  test('discard → closed', () => {
    const run = draft().take('discard');
    expect(run.states).toEqual(['closed', 'hold.going']);
    expect(run.context).toMatchObject({ closedFrom: 'draft', closedReason: 'discarded' });
  });
  test('untouched 180 days → closed (expired); a change starts the term anew', () => {
    expect(draft().due('draftExpires')?.day).toBe('2021-07-31');
    const touched = draft().take('update', { rooms: 3 }, { on: '2021-03-01' });
    expect(touched.due('draftExpires')?.day).toBe('2021-08-28');
    const run = draft().pass('draftExpires');
    expect(run.states).toEqual(['closed', 'hold.going']);
    expect(run.context['closedReason']).toBe('expired');
  });
  test('SHIS’s events are not possible yet', () => {
    expect(draft().refusal('approve', {}, { known: knows() })).toEqual(['not-possible-now']);
  });
});

describe('referral, in screening', () => {
  test('approve → queued, with the day of submit as queue date', () => {
    const run = queued();
    expect(run.states).toEqual(['queued', 'hold.going']);
    expect(run.context['queueDate']).toBe('2021-02-03');
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'shis', stage: 'referral' }]);
  });
  test.each([
    [
      'without a child at home',
      { childrenUnder18AtHome: 0 },
      'The household must have a child under 18 at home.',
    ],
    ['not yet two years registered', { registeredSince: '2019-02-04' }, /registered in Stockholm/],
    ['never registered', { registeredSince: null }, /registered in Stockholm/],
    ['with a secure home', { insecureHousing: false }, 'The household must be in insecure housing.'],
  ])('approve %s is not taken without an exception', (_, more, sentence) => {
    const sentences = screening().refusal('approve', {}, { on: '2021-02-03', known: knows(more) });
    expect(sentences[0]).toMatch(sentence);
    expect(sentences).toContain('A ground of exception must be recorded if a condition is not met.');
  });
  test('approve on the very day of two years is taken', () => {
    const known = knows({ registeredSince: '2019-02-03' });
    expect(screening().refusal('approve', {}, { on: '2021-02-03', known })).toEqual([]);
  });
  test('approve with a recorded exception is taken, and known before the form is filled', () => {
    const run = draft().take('update', { exception: 'protection' }).take('submit');
    expect(run.asked('approve', knows({ childrenUnder18AtHome: 0 }))).toBe('allowed');
    expect(run.take('approve', {}, { known: knows({ insecureHousing: false }) }).states[0]).toBe('queued');
  });
  test('requestSupplement → supplementing', () => {
    expect(supplementing().states).toEqual(['supplementing', 'hold.going']);
  });
  test('reject → closed, a fact of SHIS’s', () => {
    const run = screening().take('reject', { reason: 'needs-support' });
    expect(run.states[0]).toBe('closed');
    expect(run.facts).toEqual([
      { kind: 'refused', party: 'shis', stage: 'referral', reason: 'needs-support' },
    ]);
  });
  test('ten working days, standing still while the district supplements', () => {
    expect(screening().due('screeningTerm')?.day).toBe('2021-02-17');
    const back = supplementing().take('supply', {}, { on: '2021-02-22' });
    expect(back.context['screeningUsed']).toBe(2);
    expect(back.due('screeningTerm')?.day).toBe('2021-03-04');
    expect(back.due('screeningTerm')?.moves).toBe(false);
  });
});

describe('referral, in supplementing', () => {
  test('supply → screening, and may bring a ground of exception', () => {
    const run = supplementing().take('supply', { exception: 'child-expected' });
    expect(run.states[0]).toBe('screening');
    expect(run.context['asks']).toMatchObject({ exception: 'child-expected' });
  });
  test('close → closed', () => {
    const run = supplementing().take('close', { reason: 'not-supplemented' });
    expect(run.states[0]).toBe('closed');
    expect(run.context).toMatchObject({ closedFrom: 'supplementing', closedReason: 'not-supplemented' });
  });
  test('the supplement is due within fifteen working days', () => {
    expect(supplementing().due('supplementTerm')?.day).toBe('2021-02-26');
  });
});

describe('referral, in queued', () => {
  const free = (one: typeof FLAT, more: Partial<FreeFlat> = {}): FreeFlat => ({
    ...{ ...one, name: `Tallåsen ${one.ref}`, rooms: 2, rent: 7000, floor: 1, lift: true, district: null },
    ...{ moveInFrom: null, emptySince: null, reason: null, ...more },
  });
  const flat = free(FLAT);
  const search = (run: ChartRun, reason?: string) =>
    run.take('searchOwnStock', {
      results: [{ dwelling: FLAT, ...(reason === undefined ? {} : { reason }) }],
    });
  const withFlat = { ...nothingOpen, freeFacilityDwellings: [flat] };

  test('recordContact moves the next contact on', () => {
    expect(queued().due('contactTerm')?.day).toBe('2021-03-12');
    expect(queued().take('recordContact', { on: '2021-03-01' }).due('contactTerm')?.day).toBe('2021-03-31');
  });
  test('searchOwnStock keeps the day and the reasons', () => {
    expect(search(queued(), 'size').context['search']).toEqual({
      on: '2021-02-10',
      results: [{ dwelling: FLAT, reason: 'size' }],
    });
  });
  test('requestFromAgency starts a request and stays; it says nothing of the family but size', () => {
    const run = search(queued(), 'refused-by-household').take('requestFromAgency', {}, { known: withFlat });
    expect(run.states[0]).toBe('queued');
    expect(run.effects).toEqual([
      { do: 'start', workflow: 'agency-request', data: { rooms: 2, lift: false } },
    ]);
  });
  test('requestFromAgency is not taken before a search, nor when the search is fifteen days old', () => {
    const sentence = 'The own stock must have been searched within the last 14 days.';
    expect(queued().refusal('requestFromAgency', {}, { known: nothingOpen })).toEqual([sentence]);
    const run = search(queued(), 'size');
    expect(run.refusal('requestFromAgency', {}, { on: '2021-02-24', known: withFlat })).toEqual([]);
    expect(run.refusal('requestFromAgency', {}, { on: '2021-02-25', known: withFlat })).toEqual([sentence]);
  });
  test('requestFromAgency is not taken while a free flat has no reason', () => {
    const sentence = 'Each free flat of the own stock must have its reason why it does not do.';
    const ask = (run: ChartRun, ...flats: FreeFlat[]) =>
      run.refusal('requestFromAgency', {}, { known: { ...nothingOpen, freeFacilityDwellings: flats } });
    expect(ask(search(queued()), flat)).toEqual([`${sentence} Free, and does: ${flat.name}.`]);
    const other = free(OTHER_FLAT, { reason: 'size' });
    expect(ask(search(queued(), 'size'), flat, other)).toEqual([
      `${sentence} Free, but not in the search: ${other.name}.`,
    ]);
  });
  test('searchOwnStock takes the answer of the match for flats that the person said nothing of', () => {
    const freeFacilityDwellings = [flat, free(OTHER_FLAT, { reason: 'access' })];
    const run = queued().take('searchOwnStock', { results: [] }, { known: { freeFacilityDwellings } });
    expect(run.context['search']).toMatchObject({
      results: [
        { dwelling: FLAT, reason: null },
        { dwelling: OTHER_FLAT, reason: 'access' },
      ],
    });
    expect(run.effects).toEqual([]);
  });
  test('searchOwnStock tells of a flat that fits and that the person gave a reason against', () => {
    const results = [{ dwelling: FLAT, reason: 'reserved-for-other' }];
    const run = queued().take('searchOwnStock', { results }, { known: { freeFacilityDwellings: [flat] } });
    const fact = { kind: 'chosen', what: 'ownStock', reason: 'reserved-for-other', flat: FLAT.ref };
    expect(run.effects).toEqual([{ do: 'fact', fact }]);
  });
  test('updateNeeds tells all needs anew; the wishes and the ground of exception stay', () => {
    const told = { rooms: 4, lift: true, avoid: ['farsta'], schoolIn: 'bromma', wishes: 'Nära skolan' };
    const run = queued().take('updateNeeds', told).take('updateNeeds', { rentMost: 9000 });
    expect(run.context['asks']).toMatchObject({ rooms: null, lift: null, avoid: [], rentMost: 9000 });
    expect(run.context['asks']).toMatchObject({ schoolIn: null, wishes: 'Nära skolan' });
    expect(placed().refusal('updateNeeds', {})).toEqual(['The family must be waiting for a home.']);
  });
  test('requestFromAgency is not taken while a request is open', () => {
    const known = { ...withFlat, openProcesses: { referral: 1, 'agency-request': 1 } };
    expect(search(queued(), 'size').refusal('requestFromAgency', {}, { known })).toEqual([
      'The family must not have an open request to the agency already.',
    ]);
  });
  test('makeOffer → offered, and starts an offer', () => {
    const run = offered();
    expect(run.states[0]).toBe('offered');
    expect(run.effects).toEqual([
      { do: 'start', workflow: 'offer', data: { dwelling: FLAT, purpose: 'new' } },
    ]);
    expect(run.context['dwelling']).toEqual(FLAT);
  });
  test.each([
    ['another offer', { offer: 1 }, 'The family must not have another offer.'],
    ['a tenancy', { tenancy: 1 }, 'The family must not have a transitional flat already.'],
  ])('makeOffer beside %s is not taken', (_, openProcesses, sentence) => {
    expect(queued().refusal('makeOffer', { dwelling: FLAT }, { known: { openProcesses } })).toEqual([
      sentence,
    ]);
  });
  describe('makeOffer beside what is proposed', () => {
    const known = (more: object) => ({
      ...nothingOpen,
      proposal: {
        ...{ place: 2, of: 3, misfit: null, flat: 1, flats: 1, amounts: null, points: 4 },
        ...more,
      },
    });
    const asked = (data: object, more: object = {}, on = '2021-12-01') =>
      queued().refusal('makeOffer', { dwelling: FLAT, ...data }, { on, known: known(more) });
    const chosen = (data: object, more: object = {}, on = '2021-12-01') =>
      queued()
        .take('makeOffer', { dwelling: FLAT, ...data }, { on, known: known(more) })
        .effects.flatMap((effect) => (effect.do === 'fact' ? [effect.fact] : []));

    test('needs its reason, and another one its note', () => {
      expect(asked({})[0]).toContain('The family is number 2 of 3 that the flat is proposed to.');
      expect(asked({}, { place: null, misfit: 'size' })[0]).toContain('is not proposed to the family');
      expect(asked({ instead: 'other' })).toHaveLength(1);
      expect(asked({ instead: 'other', note: 'Mormor bor i huset' })).toEqual([]);
      expect(asked({ instead: 'school' })).toEqual([]);
      expect(asked({}, { place: 1 })).toEqual([]);
    });
    test('tells of it as a fact, with the place and the reason', () => {
      const fact = { kind: 'chosen', what: 'offer', place: 2, of: 3, misfit: null };
      expect(chosen({ instead: 'school' })).toEqual([{ ...fact, reason: 'school' }]);
      expect(chosen({}, { place: 1 })).toEqual([{ ...fact, place: 1 }]);
    });
    test('needed none before the proposals were used, and is told all the same', () => {
      expect(asked({}, {}, '2021-11-30')).toEqual([]);
      expect(chosen({}, {}, '2021-11-30')).toMatchObject([{ reason: 'not-asked', place: 2 }]);
    });
    test('is never of a flat where the family cannot live', () => {
      const dwelling = { source: 'facility', rooms: 3, rent: 1, state: 'available', district: 'farsta' };
      const at = {
        known: { ...nothingOpen, dwelling: { ...dwelling, company: null, lessee: null } as never },
      };
      const run = queued().take('updateNeeds', { avoid: ['farsta'] });
      expect(run.refusal('makeOffer', { dwelling: FLAT }, at)).toEqual([
        'The flat must not lie where the family cannot live, for its protection.',
      ]);
      expect(queued().refusal('makeOffer', { dwelling: FLAT }, at)).toEqual([]);
    });
  });
  test('makeOffer and requestFromAgency are not taken while paused', () => {
    const run = search(queued(), 'size').take('pause', { until: '2021-04-01', reason: 'illness' });
    for (const [type, data] of [
      ['makeOffer', { dwelling: FLAT }],
      ['requestFromAgency', {}],
    ] as const)
      expect(run.refusal(type, data, { known: withFlat })).toEqual(['The referral must not be paused.']);
  });
  test('close → closed: requests, offers and earmarked flats are let go', () => {
    const run = earmarked(queued()).take('close', { reason: 'no-contact' });
    expect(run.states[0]).toBe('closed');
    expect(run.sent).toEqual(['cancel', 'withdraw', 'unearmark']);
    expect(run.context).toMatchObject({ closedFrom: 'queued', earmarked: [], waiting: false });
  });
});
