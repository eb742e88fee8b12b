import { FLAT, OTHER_FLAT, SELF } from './chart-run.js';
import { eligible } from './families.js';
import { knows } from './referrals.js';
import {
  accepted,
  applied,
  granted,
  known,
  lease,
  leased,
  offered,
  proposed,
  requested,
} from './supported.js';

const explain = ['Write what the reason is when it is another.'];

describe('supported housing, in applied', () => {
  test('grant → granted: the board’s yes; nothing is booked', () => {
    const run = granted();
    expect(run.states).toEqual(['granted']);
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'district', stage: 'assistance' }]);
  });
  test('deny → denied, with its reason; another one needs it in words', () => {
    const run = applied().take('deny', { reason: 'own-means' });
    expect(run.states).toEqual(['denied']);
    expect(run.facts).toEqual([
      { kind: 'refused', party: 'district', stage: 'assistance', reason: 'own-means' },
    ]);
    expect(applied().refusal('deny', { reason: 'other' })).toEqual(explain);
  });
  test('withdraw → withdrawn', () => {
    const run = applied().take('withdraw', { reason: 'own-housing' });
    expect(run.states).toEqual(['withdrawn']);
    expect(run.sent).toEqual([]);
    expect(applied().refusal('withdraw', { reason: 'other' })).toEqual(explain);
  });
  test('the agency does not know of it before a flat is requested, nor once one is leased', () => {
    const told = (run: ReturnType<typeof applied>) => run.workflow.discloses?.(run.context)['agency'];
    expect([applied(), granted(), requested(), leased()].map(told)).toEqual([
      'none',
      'none',
      undefined,
      'none',
    ]);
  });
  test('is decided within two months', () => {
    expect(applied().due('decisionTerm')?.day).toBe('2021-04-01');
  });
});

describe('supported housing, told that the household changed', () => {
  const changed = (run: ReturnType<typeof applied>, rooms: number, adults = 1) => {
    const household = { ...eligible, adults, rooms };
    return run.take('householdChanged', { event: 'memberJoins' }, { known: { household } });
  };
  test('a size that was reckoned follows it, until a flat is leased and after', () => {
    const run = changed(granted().take('requestFlat', {}, { known: knows({ rooms: 2 }) }), 3);
    expect(run.states).toEqual(['requested']);
    expect(run.context).toMatchObject({ rooms: 3, roomsNeeded: 3 });
  });
  test('a size that was said stays', () => {
    expect(changed(requested(), 4).context).toMatchObject({ rooms: 2, roomsNeeded: 4 });
    expect(changed(granted(), 4).context).toMatchObject({ rooms: null, roomsNeeded: 4 });
  });
  test('those who provide it are told when no adult is left, once', () => {
    const run = changed(changed(leased(), 2), 2, 0);
    expect(run.effects).toEqual([
      { do: 'notify', whom: 'district', template: 'no-adult-left' },
      { do: 'notify', whom: 'housingUnit', template: 'no-adult-left' },
    ]);
    expect(run.states).toEqual(['leased']);
    expect(changed(run, 2, 0).effects).toEqual([]);
  });
});

describe('supported housing, in denied', () => {
  const denied = () => applied().take('deny', { reason: 'need-not-shown' });
  test('recordAppeal upheld → granted', () => {
    const run = denied().take('recordAppeal', { upheld: true });
    expect(run.states).toEqual(['granted']);
    expect(run.context).toMatchObject({ closedReason: null, appeal: { upheld: true } });
  });
  test('recordAppeal not upheld stays', () => {
    const run = denied().take('recordAppeal', { upheld: false });
    expect(run.states).toEqual(['denied']);
    expect(run.facts).toEqual([]);
  });
});

describe('supported housing, in granted', () => {
  test('requestFlat → requested, by the size the household needs unless another is asked for', () => {
    const household = { adults: 1, childrenUnder18AtHome: 0, rooms: 1 } as never;
    const run = granted().take('requestFlat', {}, { known: { household } });
    expect(run.states).toEqual(['requested']);
    expect(run.context['rooms']).toBe(1);
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'district', stage: 'requested' }]);
  });
  test('useOwnLease → leased: reserved and let in the same step', () => {
    const run = granted().take(
      'useOwnLease',
      { dwelling: FLAT },
      { on: '2021-02-03', known: known({ state: 'available', lessee: 'farsta' }) },
    );
    expect(run.states).toEqual(['leased']);
    expect(run.sent).toEqual(['reserve', 'let']);
    expect(run.context).toMatchObject({ leaseStart: '2021-02-03', lessee: 'farsta' });
  });
  test.each([
    ['of another board', { state: 'available', lessee: 'skarholmen' }],
    ['that nobody has leased', { state: 'available', lessee: null }],
    ['that is let', { state: 'occupied', lessee: 'farsta' }],
  ])('useOwnLease of a flat %s is not taken', (_, flat) => {
    expect(granted().refusal('useOwnLease', { dwelling: FLAT }, { known: known(flat) })).toEqual([
      'The flat must be free, and already leased by the board or unit that has the case.',
    ]);
  });
});

describe('supported housing, in requested and proposed', () => {
  test('propose → proposed; a flat that is answered already is not taken', () => {
    expect(proposed().states).toEqual(['proposed']);
    const answered = known({ state: 'available' });
    expect(requested().refusal('propose', { dwelling: FLAT }, { known: answered })).toEqual([
      'The flat must have been added and not yet answered.',
    ]);
  });
  test('decline → requested: a fact of the flat only, the board’s', () => {
    const run = proposed().take('decline', { reason: 'condition' });
    expect(run.states).toEqual(['requested']);
    expect(run.effects).toEqual([
      {
        do: 'send',
        to: FLAT,
        type: 'decline',
        data: { party: 'district', form: 'supported-housing', reason: 'condition', foreseen: false },
        must: true,
      },
    ]);
    expect(proposed().refusal('decline', { reason: 'other' })).toEqual(explain);
  });
  test.each([
    ['size', { rooms: 3 }, true],
    ['size', { rooms: 2 }, false],
    ['access', { lift: true }, true],
    ['rent', { rooms: 3 }, false],
  ])('for %s, when %j was asked for: could it be foreseen? %s', (reason, asked, foreseen) => {
    // The flat has two rooms, and nobody knows of a lift.
    const run = granted().take('requestFlat', asked).take('propose', { dwelling: FLAT }, { known: known() });
    const data = { party: 'district', form: 'supported-housing', reason, foreseen };
    expect(run.take('decline', { reason }).effects).toMatchObject([{ do: 'send', data }]);
  });
  test('a case from before that was asked says nothing of it', () => {
    const run = proposed();
    delete run.context['foreseeable'];
    const [sent] = run.take('decline', { reason: 'size' }).effects;
    expect(sent).toMatchObject({ do: 'send', type: 'decline' });
    expect(sent).not.toHaveProperty('data.foreseen');
  });
  test('offer → offered: a proposed flat is approved and reserved, a free one reserved', () => {
    const run = offered();
    expect(run.states).toEqual(['offered']);
    expect(run.sent).toEqual(['approve', 'reserve']);
    const free = { known: known({ state: 'available' }) };
    expect(requested().take('offer', { dwelling: FLAT }, free).sent).toEqual(['reserve']);
  });
  test('offer of another flat than the one proposed, or of one of SHIS’s own, is not taken', () => {
    expect(proposed().refusal('offer', { dwelling: OTHER_FLAT }, { known: known() })).toEqual([
      'The flat must be the one that the agency proposed. Decline that one first if it is to be another.',
    ]);
    const own = { known: known({ source: 'facility', state: 'available' }) };
    expect(requested().refusal('offer', { dwelling: FLAT }, own)).toEqual([
      'The flat must come from the housing agency, and be proposed or available.',
    ]);
  });
  test('withdraw → withdrawn; a proposal that waits is taken back, which is no refusal', () => {
    expect(requested().take('withdraw', { reason: 'left-city' }).states).toEqual(['withdrawn']);
    const run = proposed().take('withdraw', { reason: 'left-city' });
    expect(run.states).toEqual(['withdrawn']);
    expect(run.sent).toEqual(['withdrawProposal']);
  });
  test('whose turn it is: the agency’s, then ours', () => {
    expect(requested().due('proposalTerm')?.day).toBe('2021-02-16');
    expect(proposed().due('answerTerm')?.day).toBe('2021-02-05');
  });
});

describe('supported housing, in offered and accepted', () => {
  test('accept → accepted', () => {
    expect(accepted().states).toEqual(['accepted']);
    expect(accepted().facts).toEqual([{ kind: 'accepted', party: 'household', stage: 'offer' }]);
  });
  test('refuse → requested: the flat is freed, the fact is the household’s', () => {
    const run = offered().take('refuse', { reason: 'area' });
    expect(run.states).toEqual(['requested']);
    expect(run.sent).toEqual(['release']);
    expect(run.facts).toEqual([
      { kind: 'refused', party: 'household', stage: 'offer', reason: 'area', foreseen: false },
    ]);
    expect(offered().refusal('refuse', { reason: 'other' })).toEqual(explain);
  });
  test('signLease → leased: the flat is let, which books the goal', () => {
    const run = leased();
    expect(run.states).toEqual(['leased']);
    expect(run.effects).toContainEqual({
      do: 'send',
      to: FLAT,
      type: 'let',
      data: {
        from: '2021-03-01',
        signedOn: '2021-02-10',
        form: 'supported-housing',
        kind: 'training',
        household: SELF,
        lessee: 'farsta',
      },
      must: true,
    });
    expect(run.facts).toEqual([{ kind: 'accepted', party: 'household', stage: 'signed', on: '2021-02-10' }]);
  });
  test('signLease with a day to come is not taken', () => {
    expect(accepted().refusal('signLease', lease, { on: '2021-02-09' })).toEqual([
      'The day of signing must not lie ahead.',
    ]);
  });
  test('fallThrough → requested, charged to the party', () => {
    const run = accepted().take('fallThrough', { party: 'company', reason: 'debt' });
    expect(run.states).toEqual(['requested']);
    expect(run.sent).toEqual(['release']);
    expect(run.facts).toEqual([{ kind: 'refused', party: 'company', stage: 'fallthrough', reason: 'debt' }]);
    const party = { party: 'district', reason: 'other' };
    expect(accepted().refusal('fallThrough', party)).toEqual(explain);
  });
  test.each([
    ['offered', offered],
    ['accepted', accepted],
  ])('in %s a person withdraws the application, and a flat that breaks only itself', (_, reached) => {
    const run = reached().take('withdraw', { reason: 'not-wanted' });
    expect(run.states).toEqual(['withdrawn']);
    expect(run.sent).toEqual(['release']);
    const broken = reached().take('withdraw', { reason: 'out-of-service' }, { cause: 'process' });
    expect(broken.states).toEqual(['requested']);
    expect(broken.facts).toEqual([]);
    expect(broken.sent).toEqual(['release']);
  });
  test('answer and signing have their terms', () => {
    expect(offered().due('offerTerm')?.day).toBe('2021-02-09');
    expect(accepted().due('signTerm')?.day).toBe('2021-02-26');
  });
});
