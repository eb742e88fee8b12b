import offer from '../../workflows/offer/index.js';
import { ChartRun, FLAT, SELF } from './chart-run.js';

const flat = {
  source: 'agency',
  rooms: 3,
  rent: 9000,
  state: 'available',
  company: 'stockholmshem',
  lessee: null,
  keeper: null,
} as const;
const lease = { signedOn: '2021-02-10', leaseStart: '2021-03-01', leaseEnd: '2022-02-28', rent: 9100 };
const offered = (purpose = 'new') =>
  new ChartRun(offer, { dwelling: FLAT, purpose }, { on: '2021-02-01', known: { dwelling: flat } });
const unanswered = () => offered().pass('answerTerm');
const accepted = (purpose = 'new') => offered(purpose).take('accept', {}, { on: '2021-02-04' });

describe('offer, when it is made', () => {
  test('reserves the flat for the family, which must succeed', () => {
    const run = offered();
    expect(run.states).toEqual(['offered']);
    expect(run.effects).toEqual([
      { do: 'fact', fact: { kind: 'accepted', party: 'shis', stage: 'offered' } },
      {
        do: 'send',
        to: FLAT,
        type: 'reserve',
        data: { offer: SELF, household: SELF, form: 'transitional' },
        must: true,
      },
    ]);
    expect(run.context).toMatchObject({ channel: 'agency', rooms: 3, rent: 9000 });
  });
});

describe('offer, in offered', () => {
  test('recordViewing keeps the day and stays', () => {
    const run = offered().take('recordViewing', { on: '2021-02-03' });
    expect(run.states).toEqual(['offered']);
    expect(run.context['viewedOn']).toBe('2021-02-03');
  });
  test('accept → accepted, with the fact and word to the parent', () => {
    const run = accepted();
    expect(run.states).toEqual(['accepted']);
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'household', stage: 'offer' }]);
    expect(run.effects.at(-1)).toEqual({
      do: 'send',
      to: 'parent',
      type: 'offer.accepted',
      data: { dwelling: FLAT, channel: 'agency' },
      must: true,
    });
  });
  test('refuse → refused; frees the flat before the parent is told', () => {
    const run = offered().take('refuse', { reason: 'school', wanted: 'Nära skolan' });
    expect(run.states).toEqual(['refused']);
    expect(run.facts).toEqual([{ kind: 'refused', party: 'household', stage: 'offer', reason: 'school' }]);
    expect(run.sent).toEqual(['release', 'offer.refused']);
  });
  test('refuse for another reason needs it in words', () => {
    expect(offered().refusal('refuse', { reason: 'other' })).toEqual([
      'Write what the reason is when it is another.',
    ]);
    expect(offered().refusal('refuse', { reason: 'other', note: 'Hund' })).toEqual([]);
  });
  test('withdraw → withdrawn, frees the flat, and is no refusal', () => {
    const run = offered().take('withdraw', { reason: 'out-of-service' });
    expect(run.states).toEqual(['withdrawn']);
    expect(run.facts).toEqual([]);
    expect(run.effects.map((e) => e.do === 'send' && e.must)).toEqual([false, false]);
  });
  test('the answer is due within seven days, on a working day', () => {
    expect(offered().due('answerTerm')?.day).toBe('2021-02-08');
    const onSunday = new ChartRun(offer, { dwelling: FLAT, purpose: 'new' }, { on: '2021-02-07' });
    expect(onSunday.due('answerTerm')?.day).toBe('2021-02-15');
    const onSaturday = new ChartRun(offer, { dwelling: FLAT, purpose: 'new' }, { on: '2021-02-06' });
    expect(onSaturday.due('answerTerm')?.day).toBe('2021-02-15');
  });
  test('the term passed → unanswered, the day after', () => {
    const run = unanswered();
    expect(run.states).toEqual(['unanswered']);
    expect(run.context['passedOn']).toBe('2021-02-09');
  });
  test.each(['extend', 'registerNoAnswer', 'sign', 'fallThrough'])('%s is not possible yet', (type) => {
    const data = { sign: lease, fallThrough: { party: 'household', reason: 'school' } }[type] ?? {};
    expect(offered().refusal(type, data)).toEqual(['not-possible-now']);
  });
});

describe('offer, in unanswered', () => {
  test('recordViewing stays', () => {
    expect(unanswered().take('recordViewing').states).toEqual(['unanswered']);
  });
  test('accept that was given in time and registered late → accepted', () => {
    const run = unanswered().take('accept', {}, { on: '2021-02-04', recorded: '2021-02-15' });
    expect(run.states).toEqual(['accepted']);
  });
  test('refuse that was given in time → refused', () => {
    expect(unanswered().take('refuse', { reason: 'area' }, { on: '2021-02-08' }).states).toEqual(['refused']);
  });
  test.each([
    ['accept', {}],
    ['refuse', { reason: 'area' }],
  ])('%s given after the term is not taken', (type, data) => {
    expect(unanswered().refusal(type, data, { on: '2021-02-09' })).toEqual([
      'The answer must have been given within the term. If it came later, extend the term first.',
    ]);
  });
  test('extend → offered, due on the day given', () => {
    const run = unanswered().take('extend', { until: '2021-02-20' }, { on: '2021-02-10' });
    expect(run.states).toEqual(['offered']);
    expect(run.due('answerTerm')?.day).toBe('2021-02-20');
    expect(run.take('accept').states).toEqual(['accepted']);
  });
  test('extend without a day → offered, with the ordinary term anew', () => {
    expect(unanswered().take('extend', {}, { on: '2021-02-10' }).due('answerTerm')?.day).toBe('2021-02-17');
  });
  test('extend to a day that has been is not taken', () => {
    expect(unanswered().refusal('extend', { until: '2021-02-09' }, { on: '2021-02-10' })).toEqual([
      'The new term must end today at the earliest.',
    ]);
  });
  test('registerNoAnswer → refused, with the reason no-answer', () => {
    const run = unanswered().take('registerNoAnswer');
    expect(run.states).toEqual(['refused']);
    expect(run.facts).toEqual([{ kind: 'refused', party: 'household', stage: 'offer', reason: 'no-answer' }]);
    expect(run.sent).toEqual(['release', 'offer.refused']);
  });
  test('withdraw → withdrawn', () => {
    expect(unanswered().take('withdraw', { reason: 'made-in-error' }).states).toEqual(['withdrawn']);
  });
});

describe('offer, in accepted', () => {
  test('sign → signed: the flat is let, the fact bears the day of signing, the parent is told', () => {
    const run = accepted().take('sign', lease, { on: '2021-02-12' });
    expect(run.states).toEqual(['signed']);
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'household', stage: 'signed', on: '2021-02-10' }]);
    expect(run.effects).toContainEqual({
      do: 'send',
      to: FLAT,
      type: 'let',
      data: { from: '2021-03-01', signedOn: '2021-02-10', form: 'transitional', household: SELF },
      must: true,
    });
    expect(run.effects.at(-1)).toMatchObject({
      type: 'offer.signed',
      data: { dwelling: FLAT, channel: 'agency', ...lease },
      must: true,
    });
  });
  test('sign without a rent takes the flat’s', () => {
    const { rent: _, ...rest } = lease;
    expect(accepted().take('sign', rest, { on: '2021-02-12' }).effects.at(-1)).toMatchObject({
      data: { rent: 9000 },
    });
  });
  test('sign with a day of signing to come is not taken', () => {
    expect(accepted().refusal('sign', lease, { on: '2021-02-09' })).toEqual([
      'The day of signing must not lie ahead.',
    ]);
  });
  test('sign with a lease that ends before it begins is not taken', () => {
    const wrong = { ...lease, leaseEnd: '2021-02-28' };
    expect(accepted().refusal('sign', wrong, { on: '2021-02-12' })).toEqual([
      'The lease must end after it begins.',
    ]);
  });
  test('fallThrough → fellThrough, charged to the party', () => {
    const run = accepted().take('fallThrough', { party: 'company', reason: 'income' });
    expect(run.states).toEqual(['fellThrough']);
    expect(run.facts).toEqual([
      { kind: 'refused', party: 'company', stage: 'fallthrough', reason: 'income' },
    ]);
    expect(run.sent).toEqual(['release', 'offer.fellThrough']);
  });
  test('withdraw → withdrawn', () => {
    expect(accepted().take('withdraw', { reason: 'out-of-service' }).states).toEqual(['withdrawn']);
  });
  test('accept, refuse and extend are no longer possible', () => {
    for (const [type, data] of [
      ['accept', {}],
      ['refuse', { reason: 'area' }],
      ['extend', {}],
    ] as const)
      expect(accepted().refusal(type, data)).toEqual(['not-possible-now']);
  });
  test('a transfer has its own term to sign; a new family’s stands on the referral', () => {
    expect(accepted('transfer').due('signTerm')?.day).toBe('2021-02-25');
    expect(accepted().due('signTerm')).toBeUndefined();
  });
});

describe('offer, once ended', () => {
  test.each([
    ['signed', () => accepted().take('sign', lease, { on: '2021-02-12' })],
    ['refused', () => offered().take('refuse', { reason: 'area' })],
    ['fellThrough', () => accepted().take('fallThrough', { party: 'shis', reason: 'condition' })],
    ['withdrawn', () => offered().take('withdraw', { reason: 'other' })],
  ])('%s takes nothing more', (state, reached) => {
    const run = reached();
    expect(run.states).toEqual([state]);
    expect(run.refusal('withdraw', { reason: 'other' })).toEqual(['not-possible-now']);
    expect(run.refusal('accept')).toEqual(['not-possible-now']);
    expect(run.due('answerTerm')).toBeUndefined();
  });
});
