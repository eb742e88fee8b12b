import type { Lookups, Workflow } from '../../workflows/definition.js';
import referral from '../../workflows/referral/index.js';
import { FLAT, OTHER_FLAT, SELF } from './chart-run.js';
import {
  channel,
  nothingOpen,
  lease,
  queued,
  offer,
  offered,
  refused,
  review,
  accepted,
  placed,
  earmarked,
} from './referrals.js';

/** As a city may set it: thirty days of rest after a refusal. */
const rest = { amount: 30, unit: 'days', source: 'test' } as const;
const pausing: Workflow = {
  ...referral,
  policy: {
    ...referral.policy,
    pauseAfterRefusal: [{ from: '2000-01-01', value: rest, source: 'test' }],
  },
};

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
    expect(run.states[0]).toBe('queued');
    expect(run.context['refusals']).toBe(2);
    expect(refused(offer(run)).states[0]).toBe('review');
  });
  test('offer.refused → a pause where the policy has one: the place is kept, and nothing offered meanwhile', () => {
    const run = refused(offered(pausing));
    expect(run.states).toEqual(['queued', 'hold.paused']);
    expect(run.context).toMatchObject({ pausedUntil: '2021-03-12', refusals: 1, queueDate: '2021-02-03' });
    expect(run.refusal('makeOffer', { dwelling: FLAT }, { known: nothingOpen })).toEqual([
      'The referral must not be paused.',
    ]);
    expect(run.pass('pauseEnds').states).toEqual(['queued', 'hold.going']);
  });
  test('offer.refused brings no pause with a review, nor for a reason that does not count', () => {
    const resumed = () => refused(offered(pausing)).take('resume');
    expect(refused(offer(resumed()), 'own-housing').states).toEqual(['queued', 'hold.going']);
    const third = refused(offer(refused(offer(resumed())).take('resume')));
    expect(third.states).toEqual(['review', 'hold.going']);
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

describe('referral, told that SHIS declined a flat', () => {
  const flat: NonNullable<Lookups['dwelling']> = {
    ...{ source: 'agency', state: 'proposed', company: null, lessee: null, keeper: null },
    ...{ rooms: 2, rent: 9000, floor: 3, lift: false, district: 'bromma', moveInFrom: '2021-05-02' },
  };
  const declined = (reason: string, asks: object, dwelling: Lookups['dwelling'] = flat) => {
    const run = queued().take('updateNeeds', asks);
    return run.take('request.declined', { dwelling: FLAT, reason }, { known: { dwelling } }).effects;
  };
  test.each([
    ['size', { rooms: 3 }, true],
    ['size', { rooms: 2 }, false],
    ['access', { lift: true }, true],
    ['access', {}, false],
    ['rent', { rentMost: 8000 }, true],
    ['area', { ties: ['farsta'] }, true],
    ['area', {}, false],
    ['time', { moveBy: '2021-05-01' }, true],
    ['time', { moveBy: '2021-05-02' }, false],
    ['no-family', { rooms: 3 }, false],
  ])('for %s, by a referral that asks for %j: could it be foreseen? %s', (reason, asks, foreseen) => {
    expect(declined(reason, asks)).toEqual([
      { do: 'send', to: FLAT, type: 'decline', data: { party: 'shis', reason, foreseen }, must: true },
    ]);
  });
  test('says nothing of a flat that is not known any more', () => {
    expect(declined('size', { rooms: 3 }, null)).toMatchObject([{ data: { party: 'shis', reason: 'size' } }]);
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
      'The family must be waiting for a home.',
    ]);
  });
});
