import agencyRequest from '../../workflows/agency-request/index.js';
import { ChartRun, FLAT, OTHER_FLAT, SELF } from './chart-run.js';

const flat = {
  source: 'agency',
  rooms: 3,
  rent: 9000,
  state: 'proposed',
  company: 'stockholmshem',
  lessee: null,
  keeper: null,
} as const;
const sent = () => new ChartRun(agencyRequest, { rooms: 3, lift: false }, { on: '2021-02-01' });
const evaluating = () =>
  sent().take('propose', { dwelling: FLAT }, { on: '2021-02-10', known: { dwelling: flat } });

describe('agency-request, in sent', () => {
  test('opening tells that a flat was requested', () => {
    const run = sent();
    expect(run.states).toEqual(['sent']);
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'shis', stage: 'requested' }]);
  });
  test('propose of a flat that is proposed → evaluating', () => {
    const run = evaluating();
    expect(run.states).toEqual(['evaluating']);
    expect(run.context).toMatchObject({ dwelling: FLAT, proposals: 1 });
  });
  test.each([
    ['of a flat that is free already', { ...flat, state: 'available' }],
    ['of a flat that is not there', null],
  ])('propose %s is not taken', (_, dwelling) => {
    expect(sent().refusal('propose', { dwelling: FLAT }, { known: { dwelling } })).toEqual([
      'The flat must have been added and not yet answered.',
    ]);
  });
  test('cancel → cancelled, and no flat is told', () => {
    const run = sent().take('cancel', { reason: 'own-stock' });
    expect(run.states).toEqual(['cancelled']);
    expect(run.effects).toEqual([]);
  });
  test('90 days after it was sent → expired', () => {
    expect(sent().due('requestExpires')?.day).toBe('2021-05-02');
    expect(sent().pass('requestExpires').states).toEqual(['expired']);
  });
  test('a proposal is due within ten working days', () => {
    expect(sent().due('proposalTerm')?.day).toBe('2021-02-15');
  });
  test.each(['accept', 'decline', 'rejectedByLandlord'])('%s is not possible without a proposal', (type) => {
    const data = { decline: { reason: 'size' }, rejectedByLandlord: { reason: 'income' } }[type] ?? {};
    expect(sent().refusal(type, data)).toEqual(['not-possible-now']);
  });
});

describe('agency-request, in evaluating', () => {
  test('accept → fulfilled: the flat is approved for the family, and the referral told', () => {
    const run = evaluating().take('accept');
    expect(run.states).toEqual(['fulfilled']);
    expect(run.effects).toEqual([
      { do: 'send', to: FLAT, type: 'approve', data: { earmarkedFor: SELF }, must: true },
      { do: 'send', to: 'parent', type: 'request.fulfilled', data: { dwelling: FLAT }, must: true },
    ]);
  });
  test('decline → sent: the referral is told, and tells the flat', () => {
    const run = evaluating().take('decline', { reason: 'condition' });
    expect(run.states).toEqual(['sent']);
    const data = { dwelling: FLAT, reason: 'condition' };
    expect(run.effects).toEqual([{ do: 'send', to: 'parent', type: 'request.declined', data, must: true }]);
  });
  test('decline for another reason needs it in words, which stay in this file', () => {
    expect(evaluating().refusal('decline', { reason: 'other' })).toEqual([
      'Write what the reason is when it is another.',
    ]);
    const run = evaluating().take('decline', { reason: 'other', note: 'Hissen är trasig' });
    expect(JSON.stringify(run.effects)).not.toContain('Hissen');
  });
  test('rejectedByLandlord → sent: a fact of the company’s, and the proposal is withdrawn', () => {
    const run = evaluating().take('rejectedByLandlord', { reason: 'income' });
    expect(run.states).toEqual(['sent']);
    expect(run.facts).toEqual([{ kind: 'refused', party: 'company', stage: 'tenant', reason: 'income' }]);
    expect(run.sent).toEqual(['withdrawProposal']);
    expect(run.context['dwelling']).toEqual(FLAT);
  });
  test('cancel → cancelled, and the proposal is withdrawn', () => {
    const run = evaluating().take('cancel', { reason: 'referral-closed' });
    expect(run.states).toEqual(['cancelled']);
    expect(run.effects).toEqual([{ do: 'send', to: FLAT, type: 'withdrawProposal', data: {}, must: false }]);
  });
  test('90 days after it was sent → expired, however late the proposal came', () => {
    expect(evaluating().due('requestExpires')?.day).toBe('2021-05-02');
    const run = evaluating().pass('requestExpires');
    expect(run.states).toEqual(['expired']);
    expect(run.sent).toEqual(['withdrawProposal']);
  });
  test('the answer is due within three working days', () => {
    expect(evaluating().due('answerTerm')?.day).toBe('2021-02-15');
  });
  test('after a decline the next proposal counts as the second', () => {
    const run = evaluating().take('decline', { reason: 'size' });
    run.take('propose', { dwelling: OTHER_FLAT }, { known: { dwelling: flat } });
    expect(run.context).toMatchObject({ dwelling: OTHER_FLAT, proposals: 2 });
  });
  test('propose is not possible while one is considered', () => {
    expect(evaluating().refusal('propose', { dwelling: FLAT })).toEqual(['not-possible-now']);
  });
});

describe('agency-request, once ended', () => {
  test.each([
    ['fulfilled', () => evaluating().take('accept')],
    ['cancelled', () => sent().take('cancel', { reason: 'mistake' })],
    ['expired', () => sent().pass('requestExpires')],
  ])('%s takes nothing more and no term runs', (state, reached) => {
    const run = reached();
    expect(run.states).toEqual([state]);
    expect(run.refusal('cancel', { reason: 'mistake' })).toEqual(['not-possible-now']);
    expect(run.due('requestExpires')).toBeUndefined();
  });
});
