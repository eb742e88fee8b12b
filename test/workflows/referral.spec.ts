import type { Lookups } from '../../workflows/definition.js';
import referral from '../../workflows/referral/index.js';
import { ChartRun, FLAT, OTHER_FLAT, SELF } from './chart-run.js';
import { eligible, household } from './families.js';

const knows = (more: Partial<Lookups['household']> = {}) => ({ household: { ...eligible, ...more } });
const nothingOpen: Partial<Lookups> = {
  openProcesses: { referral: 1 },
  freeFacilityDwellings: [],
  ...knows(),
};
const channel = 'facility';
const lease = { signedOn: '2021-03-10', leaseStart: '2021-03-15', leaseEnd: '2022-03-14', rent: 8000 };

const draft = () => new ChartRun(referral, { household }, { on: '2021-02-01', known: knows() });
const screening = () => draft().take('submit', {}, { on: '2021-02-03' });
const supplementing = () => screening().take('requestSupplement', { what: 'Inkomst' }, { on: '2021-02-05' });
const queued = () => screening().take('approve', {}, { on: '2021-02-10', known: knows() });
const offer = (run: ChartRun, dwelling = FLAT) => run.take('makeOffer', { dwelling }, { known: nothingOpen });
const offered = () => offer(queued());
const refused = (run: ChartRun, reason = 'school') => run.take('offer.refused', { dwelling: FLAT, reason });
const review = () => refused(offer(refused(offer(refused(offered())))));
const accepted = () => offered().take('offer.accepted', { dwelling: FLAT, channel });
const placed = () =>
  accepted().take('offer.signed', { dwelling: FLAT, channel, ...lease }, { on: '2021-03-10' });
const earmarked = (run: ChartRun, dwelling = FLAT) => run.take('request.fulfilled', { dwelling });

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
    ['without a child at home', { childrenUnder18AtHome: 0 }, 'The household has a child under 18 at home.'],
    ['not yet two years registered', { registeredSince: '2019-02-04' }, /registered in Stockholm/],
    ['never registered', { registeredSince: null }, /registered in Stockholm/],
    ['with a secure home', { insecureHousing: false }, 'The household is in insecure housing.'],
  ])('approve %s is not taken without an exception', (_, more, sentence) => {
    const sentences = screening().refusal('approve', {}, { on: '2021-02-03', known: knows(more) });
    expect(sentences[0]).toMatch(sentence);
    expect(sentences).toContain('A ground of exception from the conditions is recorded.');
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
  const flat = { ...FLAT, rooms: 2, rent: 7000 };
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
    const sentence = 'The own stock has been searched within the last 14 days.';
    expect(queued().refusal('requestFromAgency', {}, { known: nothingOpen })).toEqual([sentence]);
    const run = search(queued(), 'size');
    expect(run.refusal('requestFromAgency', {}, { on: '2021-02-24', known: withFlat })).toEqual([]);
    expect(run.refusal('requestFromAgency', {}, { on: '2021-02-25', known: withFlat })).toEqual([sentence]);
  });
  test('requestFromAgency is not taken while a free flat has no reason', () => {
    const sentence = 'Each free flat of the own stock has its reason why it does not do.';
    expect(search(queued()).refusal('requestFromAgency', {}, { known: withFlat })).toEqual([sentence]);
    const other = { ...nothingOpen, freeFacilityDwellings: [flat, { ...OTHER_FLAT, rooms: 4, rent: 9000 }] };
    expect(search(queued(), 'size').refusal('requestFromAgency', {}, { known: other })).toEqual([sentence]);
  });
  test('requestFromAgency is not taken while a request is open', () => {
    const known = { ...withFlat, openProcesses: { referral: 1, 'agency-request': 1 } };
    expect(search(queued(), 'size').refusal('requestFromAgency', {}, { known })).toEqual([
      'The family has no open request to the agency.',
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
    ['another offer', { offer: 1 }, 'The family has no other offer.'],
    ['a tenancy', { tenancy: 1 }, 'The family does not already have a transitional flat.'],
  ])('makeOffer beside %s is not taken', (_, openProcesses, sentence) => {
    expect(queued().refusal('makeOffer', { dwelling: FLAT }, { known: { openProcesses } })).toEqual([
      sentence,
    ]);
  });
  test('makeOffer and requestFromAgency are not taken while paused', () => {
    const run = search(queued(), 'size').take('pause', { until: '2021-04-01', reason: 'illness' });
    for (const [type, data] of [
      ['makeOffer', { dwelling: FLAT }],
      ['requestFromAgency', {}],
    ] as const)
      expect(run.refusal(type, data, { known: withFlat })).toEqual(['The referral is not paused.']);
  });
  test('close → closed: requests, offers and earmarked flats are let go', () => {
    const run = earmarked(queued()).take('close', { reason: 'no-contact' });
    expect(run.states[0]).toBe('closed');
    expect(run.sent).toEqual(['cancel', 'withdraw', 'unearmark']);
    expect(run.context).toMatchObject({ closedFrom: 'queued', earmarked: [], waiting: false });
  });
});

describe('referral, in offered', () => {
  test('offer.accepted of a facility flat → accepted, and the request is cancelled', () => {
    const run = accepted();
    expect(run.states[0]).toBe('accepted');
    expect(run.effects).toEqual([
      {
        do: 'send',
        to: { children: 'agency-request' },
        type: 'cancel',
        data: { reason: 'own-stock' },
        must: false,
      },
    ]);
  });
  test('offer.accepted of an agency flat → accepted, and cancels nothing', () => {
    const run = offered().take('offer.accepted', { dwelling: FLAT, channel: 'agency' });
    expect(run.states[0]).toBe('accepted');
    expect(run.effects).toEqual([]);
  });
  test('offer.refused → queued, refusal 1 of 3, old queue date', () => {
    const run = refused(offered());
    expect(run.states[0]).toBe('queued');
    expect(run.context).toMatchObject({ refusals: 1, queueDate: '2021-02-03', dwelling: null });
  });
  test('offer.refused at the third that counts → review', () => {
    expect(review().states[0]).toBe('review');
  });
  test.each(['own-housing', 'other-form'])('offer.refused for %s does not count', (reason) => {
    const run = refused(offer(refused(offer(refused(offered())))), reason);
    expect(run.states[0]).toBe('review');
    const two = refused(offer(refused(offered())));
    expect(refused(offer(two), reason).states[0]).toBe('queued');
    expect(two.context['refusals']).toBe(2);
  });
  test('offer.refused of an earmarked flat lifts the earmark', () => {
    const run = refused(offer(earmarked(queued())));
    expect(run.effects).toEqual([
      { do: 'send', to: FLAT, type: 'unearmark', data: { household: SELF }, must: false },
    ]);
    expect(run.context['earmarked']).toEqual([]);
  });
  test('offer.withdrawn → queued; count, queue date and earmark untouched', () => {
    const run = offer(earmarked(queued())).take('offer.withdrawn', {
      dwelling: FLAT,
      reason: 'out-of-service',
    });
    expect(run.states[0]).toBe('queued');
    expect(run.context).toMatchObject({
      refusals: 0,
      queueDate: '2021-02-03',
      earmarked: [FLAT],
      dwelling: null,
    });
  });
  test('request.fulfilled in the meantime is kept for later', () => {
    expect(earmarked(offered(), OTHER_FLAT).context['earmarked']).toEqual([OTHER_FLAT]);
  });
});

describe('referral, in review', () => {
  test('giveView keeps the day and stays', () => {
    const run = review().take('giveView', { note: 'Skolan är skälet' });
    expect(run.states[0]).toBe('review');
    expect(run.context['viewGivenOn']).toBe('2021-02-10');
  });
  test('returnToQueue → queued, and the count begins anew', () => {
    const run = review().take('returnToQueue', { reason: 'refusals-founded' });
    expect(run.states[0]).toBe('queued');
    expect(run.context).toMatchObject({ refusals: 0, queueDate: '2021-02-03' });
  });
  test('close → closed', () => {
    expect(review().take('close', { reason: 'offers-refused' }).context['closedFrom']).toBe('review');
  });
  test('the review is due within twenty working days', () => {
    expect(review().due('reviewTerm')?.day).toBe('2021-03-10');
  });
});

describe('referral, in accepted', () => {
  test('offer.signed → placed: a tenancy starts, requests end, other flats are let go', () => {
    const run = earmarked(earmarked(accepted(), FLAT), OTHER_FLAT);
    run.take('offer.signed', { dwelling: FLAT, channel, ...lease });
    expect(run.states[0]).toBe('placed');
    expect(run.sent).toEqual(['start tenancy', 'cancel', 'unearmark']);
    expect(run.effects[0]).toMatchObject({ data: { dwelling: FLAT, channel, ...lease } });
    expect(run.effects.at(-1)).toMatchObject({ to: OTHER_FLAT });
    expect(run.context['dwelling']).toEqual(FLAT);
  });
  test('offer.fellThrough → queued, old queue date kept, no refusal counted, earmark lifted', () => {
    const data = { dwelling: FLAT, party: 'company', reason: 'income' };
    const run = earmarked(accepted()).take('offer.fellThrough', data);
    expect(run.states[0]).toBe('queued');
    expect(run.sent).toEqual(['unearmark']);
    expect(run.context).toMatchObject({ refusals: 0, queueDate: '2021-02-03', earmarked: [] });
  });
  test('offer.withdrawn → queued', () => {
    expect(accepted().take('offer.withdrawn', { dwelling: FLAT, reason: 'other' }).states[0]).toBe('queued');
  });
  test('the lease is to be signed within fifteen working days', () => {
    expect(accepted().due('signTerm')?.day).toBe('2021-03-03');
  });
});

describe('referral, in placed', () => {
  test('tenancy.ended → closed', () => {
    const run = placed().take('tenancy.ended', { outcome: 'own-lease', on: '2024-10-01' });
    expect(run.states[0]).toBe('closed');
    expect(run.context).toMatchObject({ closedFrom: 'placed', closedReason: 'own-lease' });
  });
  test('withdraw, close and pause are no longer possible', () => {
    expect(placed().refusal('withdraw', { reason: 'own-housing' })).toEqual(['not-possible-now']);
    expect(placed().refusal('close', { reason: 'other' })).toEqual(['not-possible-now']);
    expect(placed().refusal('pause', { until: '2021-12-01', reason: 'away' })).toEqual([
      'The family is waiting for a home.',
    ]);
  });
});

const beforePlaced: [string, () => ChartRun, string][] = [
  ['draft', draft, 'draft'],
  ['screening', screening, 'screening'],
  ['supplementing', supplementing, 'supplementing'],
  ['queued', queued, 'queued'],
  ['offered', offered, 'queued'],
  ['review', review, 'review'],
  ['accepted', accepted, 'queued'],
];

describe('referral, withdrawn and reopened', () => {
  test.each(beforePlaced)('withdraw from %s → closed, and what hangs on it is let go', (_, reached) => {
    const run = reached().take('withdraw', { reason: 'own-housing' });
    expect(run.states).toEqual(['closed', 'hold.going']);
    expect(run.context['closedReason']).toBe('own-housing');
    expect(run.sent).toEqual(['cancel', 'withdraw']);
    expect(run.facts).toEqual([
      { kind: 'refused', party: 'household', stage: 'withdrawn', reason: 'own-housing' },
    ]);
  });
  test.each(beforePlaced)('reopen of one withdrawn from %s goes back', (_, reached, to) => {
    const before = reached().context['queueDate'];
    const run = reached().take('withdraw', { reason: 'duplicate' }).take('reopen', { reason: 'mistake' });
    expect(run.states[0]).toBe(to);
    expect(run.context).toMatchObject({
      queueDate: before,
      closedFrom: null,
      closedReason: null,
      waiting: true,
    });
  });
  test('reopen of an expired draft gives it its whole term', () => {
    const run = draft().pass('draftExpires').take('reopen', { reason: 'needs-again' }, { on: '2021-09-01' });
    expect(run.due('draftExpires')?.day).toBe('2022-02-28');
  });
  test('reopen after placed is not taken: the family gets a new referral', () => {
    const run = placed().take('tenancy.ended', { outcome: 'own-lease', on: '2024-10-01' });
    expect(run.refusal('reopen', { reason: 'needs-again' })[0]).toMatch(/new referral in the same file/);
  });
});

describe('referral, hold', () => {
  const paused = () => queued().take('pause', { until: '2021-04-01', reason: 'illness' });

  test('pause → paused, and the stage stays where it is', () => {
    expect(paused().states).toEqual(['queued', 'hold.paused']);
  });
  test('pause to a day that is not later is not taken', () => {
    expect(queued().refusal('pause', { until: '2021-02-10', reason: 'illness' })).toEqual([
      'The pause ends on a later day.',
    ]);
  });
  test('pause twice is not possible', () => {
    expect(paused().refusal('pause', { until: '2021-05-01', reason: 'away' })).toEqual(['not-possible-now']);
  });
  test('resume → going', () => {
    const run = paused().take('resume');
    expect(run.states).toEqual(['queued', 'hold.going']);
    expect(run.context['pausedUntil']).toBeNull();
  });
  test('on the day given → going', () => {
    expect(paused().due('pauseEnds')?.day).toBe('2021-04-01');
    expect(paused().pass('pauseEnds').states).toEqual(['queued', 'hold.going']);
  });
  test('closing ends the pause', () => {
    expect(paused().take('withdraw', { reason: 'deceased' }).states).toEqual(['closed', 'hold.going']);
  });
  test('resume when not paused is not possible', () => {
    expect(queued().refusal('resume')).toEqual(['not-possible-now']);
  });
});

describe('referral, when the household changes', () => {
  test.each([...beforePlaced, ['placed', placed, ''] as const])(
    'in %s it takes the new size and stays',
    (state, reached) => {
      const run = reached().take(
        'householdChanged',
        { event: 'memberJoins' },
        { known: knows({ rooms: 3 }) },
      );
      expect(run.states[0]).toBe(state);
      expect(run.context['roomsNeeded']).toBe(3);
    },
  );
});
