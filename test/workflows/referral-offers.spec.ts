import { FLAT, OTHER_FLAT, SELF } from './chart-run.js';
import {
  channel,
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
      'The family must be waiting for a home.',
    ]);
  });
});
