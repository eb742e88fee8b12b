import { FLAT } from './chart-run.js';
import { firstLeased, leased, secondHand, sublet } from './supported.js';

const end = { outcome: 'own-other', on: '2021-06-30' };

describe('supported housing, in leased', () => {
  test('sublet → sublet: a placement from its first day', () => {
    const run = sublet();
    expect(run.states).toEqual(['sublet']);
    expect(run.facts).toEqual([
      { kind: 'movedIn', form: 'supported-housing', channel: 'agency', on: '2021-03-01' },
      { kind: 'followUp', due: '2021-04-01', held: null },
    ]);
    expect(run.due('followUp')?.day).toBe('2021-04-01');
  });
  test('recordFollowUp: held by its day, the next half a year later on a working day, and the lease’s end when that comes first', () => {
    const run = sublet().take('recordFollowUp', { on: '2021-04-06', kind: 'phone' }, { on: '2021-04-06' });
    expect(run.facts.filter(({ kind }) => kind === 'followUp')).toEqual([
      { kind: 'followUp', due: '2021-04-01', held: '2021-04-06' },
      { kind: 'followUp', due: '2021-10-06', held: null },
    ]);
    expect(run.due('followUp')?.day).toBe('2021-10-06');
    run.take('recordFollowUp', { on: '2021-10-06', kind: 'phone' }, { on: '2021-10-06' });
    expect(run.due('followUp')?.day).toBe('2022-02-28');
  });
  test.each([
    [{ to: '2021-02-28' }, 'The lease must end after it begins.'],
    [{ from: '2021-02-20' }, 'The second-hand lease must not begin before the first-hand lease.'],
  ])('sublet with %j is not taken', (wrong, sentence) => {
    expect(leased().refusal('sublet', { ...secondHand, ...wrong })).toEqual([sentence]);
  });
  test('assignCaseManager stays', () => {
    const run = leased().take('assignCaseManager', { manager: 'farsta.handlaggare' });
    expect(run.states).toEqual(['leased']);
    expect(run.context['caseManager']).toBe('farsta.handlaggare');
  });
  test('endLease → ended: before its first day it is cancelled, after it the flat is vacated', () => {
    const early = leased().take('endLease', { reason: 'not-moved-in' }, { on: '2021-02-20' });
    expect(early.states).toEqual(['ended']);
    expect(early.sent).toEqual(['cancelLet']);
    const late = leased().take('endLease', { reason: 'need-ceased' }, { on: '2021-03-10' });
    expect(late.effects).toEqual([
      { do: 'send', to: FLAT, type: 'vacate', data: { on: '2021-03-10' }, must: true },
    ]);
    expect(leased().refusal('endLease', { reason: 'other' })).toEqual([
      'Write what the reason is when it is another.',
    ]);
  });
  test('withdraw is no longer possible', () => {
    expect(leased().refusal('withdraw', { reason: 'own-housing' })).toEqual(['not-possible-now']);
  });
});

describe('supported housing, in sublet', () => {
  test('renew moves the last day, and is not taken backwards', () => {
    const run = sublet().take('renew', { to: '2023-02-28' }, { on: '2022-02-01' });
    expect(run.states).toEqual(['sublet']);
    expect(run.context['sublet']).toEqual({ ...secondHand, to: '2023-02-28' });
    expect(sublet().refusal('renew', { to: '2022-02-28' })).toEqual([
      'The new last day must lie after the present one.',
    ]);
  });
  test('convert makes a training flat a trial flat, with no fact and no booking', () => {
    const run = sublet().take('convert', { to: 'trial' }, { on: '2021-09-01' });
    expect(run.states).toEqual(['sublet']);
    expect(run.context['kind']).toBe('trial');
    expect(run.effects).toEqual([]);
    expect(sublet().refusal('convert', { to: 'training' })).toEqual([
      'It must become the other of trial and training.',
    ]);
  });
  test('assignCaseManager and recordFollowUp stay', () => {
    const run = sublet().take('assignCaseManager', { manager: 'farsta.chef' });
    expect(run.states).toEqual(['sublet']);
    const held = { on: '2021-05-03', kind: 'home-visit' };
    expect(run.take('recordFollowUp', held, { on: '2021-05-03' }).context['lastFollowUp']).toBe('2021-05-03');
  });
  test.each([
    ['recordFollowUp', { kind: 'phone' }],
    ['takeOver', {}],
    ['end', { outcome: 'care' }],
  ])('%s is taken neither of a day to come nor of one before the stay', (type, more) => {
    const at = { on: '2021-06-30' };
    expect(sublet().refusal(type, { ...more, on: '2021-07-01' }, at)).toEqual([
      'The day must not lie ahead.',
    ]);
    expect(sublet().refusal(type, { ...more, on: '2021-02-28' }, at)).toEqual([
      'The day must not lie before the first day of the second-hand lease.',
    ]);
  });
  test('takeOver → takenOver: the flat leaves the stock, a lease of one’s own', () => {
    const run = sublet().take('takeOver', { on: '2022-03-01' }, { on: '2022-03-01' });
    expect(run.states).toEqual(['takenOver']);
    expect(run.sent).toEqual(['leaveStock']);
    expect(run.facts).toEqual([
      {
        kind: 'movedOut',
        form: 'supported-housing',
        channel: 'agency',
        outcome: 'own-lease',
        on: '2022-03-01',
      },
    ]);
  });
  test('end → ended: the flat is vacated, with where the household moved', () => {
    const run = sublet().take('end', end, { on: '2021-06-30' });
    expect(run.states).toEqual(['ended']);
    expect(run.effects[0]).toMatchObject({ type: 'vacate', data: { on: '2021-06-30' } });
    expect(run.facts).toMatchObject([{ kind: 'movedOut', outcome: 'own-other', on: '2021-06-30' }]);
    expect(run.refusal('end', end)).toEqual(['not-possible-now']);
  });
});

describe('Housing First', () => {
  test('is sublet once a case manager is assigned, and not before', () => {
    expect(firstLeased().refusal('sublet', secondHand)).toEqual([
      'A case manager must be assigned before the flat is sublet.',
    ]);
    const run = firstLeased().take('assignCaseManager', { manager: 'boendeenheten.handlaggare' });
    expect(run.take('sublet', secondHand).states).toEqual(['sublet']);
    expect(run.facts).toMatchObject([{ kind: 'movedIn', form: 'housing-first' }, { kind: 'followUp' }]);
  });
  test('books as Housing First, which has no kind, and is never converted', () => {
    expect(firstLeased().effects).toContainEqual(
      expect.objectContaining({
        type: 'let',
        data: expect.not.objectContaining({ kind: expect.anything() }),
      }),
    );
    expect(firstLeased().workflow.events['convert']).toBeUndefined();
  });
  test('is the housing unit’s alone', () => {
    const { open, events } = firstLeased().workflow;
    const by = Object.values({ open, ...events }).flatMap((one) =>
      one.by === 'engine' ? [] : one.by.map(({ org }) => org),
    );
    expect([...new Set(by)]).toEqual(['housingUnit', 'agency']);
  });
});
