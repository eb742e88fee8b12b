import { knows, draft, queued, placed, beforePlaced } from './referrals.js';

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
      'The pause must end on a later day than today.',
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
