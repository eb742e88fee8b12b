import { TimedRun } from './timed-run.js';
import tenancy from '../../workflows/tenancy/index.js';
import { FLAT } from './chart-run.js';
import {
  SIGNED,
  FOLLOW_UP,
  RENT,
  family,
  childless,
  signed,
  active,
  expired,
  notice,
  ended,
  send,
} from './tenancies.js';

describe('tenancy, when the lease is signed', () => {
  test('is upcoming; limit and follow-up do not run', () => {
    const run = signed();
    expect(run.states).toEqual(['upcoming', 'limit.stopped', 'followUp.stopped']);
    expect(run.dates).toEqual({ leaseStarts: '2020-03-15' });
    expect(run.history).toEqual([]);
  });
  test('late, after the lease has begun: active at once, placed from its first day', () => {
    const run = new TimedRun(tenancy, SIGNED, { on: '2020-02-29', recorded: '2020-05-04' });
    expect(run.states).toEqual(['active', 'limit.within', 'followUp.overdue']);
    expect(run.told('movedIn')[0]).toMatchObject({ on: '2020-03-15' });
  });
});

describe('tenancy, in upcoming', () => {
  test('the lease starts → active; placement, limit and first follow-up run from that day', () => {
    const run = active();
    expect(run.states).toEqual(['active', 'limit.within', 'followUp.scheduled']);
    expect(run.history).toEqual([
      { kind: 'movedIn', form: 'transitional', channel: 'agency', on: '2020-03-15' },
      { kind: 'limit', day: '2025-03-15', exception: false },
      { kind: 'followUp', due: '2020-04-15', held: null },
    ]);
    expect(run.dates).toEqual({
      leaseEnds: '2022-03-14',
      planningBegins: '2023-03-15',
      followUpNears: '2020-04-01',
    });
  });
  test('recordMoveIn stays; the stay runs from that day', () => {
    const run = signed().take('recordMoveIn', { on: '2020-03-10' }, { on: '2020-03-11' });
    expect(run.states).toEqual(['upcoming', 'limit.within', 'followUp.scheduled']);
    expect(run.context['limit']).toBe('2025-03-10');
    expect(run.told('movedIn')).toMatchObject([{ on: '2020-03-10' }]);
  });
  test('the lease starts after a recorded move-in → active, and nothing is told again', () => {
    const run = signed().take('recordMoveIn', { on: '2020-03-10' }, { on: '2020-03-11' }).until('2020-03-15');
    expect(run.states).toContain('active');
    expect(run.told('movedIn')).toHaveLength(1);
    expect(run.told('limit')).toHaveLength(1);
  });
  test('end → ended; the lease is cancelled, no stay is told', () => {
    const run = signed().take('end', { outcome: 'own-other', on: '2020-03-05' }, { on: '2020-03-05' });
    expect(run.states).toEqual(['ended', 'limit.stopped', 'followUp.stopped']);
    expect(run.effects).toEqual([
      send(FLAT, 'cancelLet', {}, true),
      send('parent', 'tenancy.ended', { outcome: 'own-other', on: '2020-03-05' }, false),
    ]);
    expect(run.dates).toEqual({});
  });
  test('end after a move-in stops limit and follow-up, and tells the stay', () => {
    const run = signed().take('recordMoveIn', { on: '2020-03-05' }, { on: '2020-03-05' });
    run.take('end', { outcome: 'care', on: '2020-03-08' }, { on: '2020-03-08' });
    expect(run.states).toEqual(['ended', 'limit.stopped', 'followUp.stopped']);
    expect(run.told('movedOut')).toMatchObject([{ outcome: 'care', on: '2020-03-08' }]);
  });
  test('end before the signing is refused', () => {
    expect(signed().refusal('end', { outcome: 'unknown', on: '2020-02-28' }, { on: '2020-03-01' })).toEqual([
      'The last day must not lie before the first day of the stay, or before the signing if it has not begun.',
    ]);
  });
  test('recordMoveIn before the signing is refused', () => {
    expect(signed().refusal('recordMoveIn', { on: '2020-02-28' }, { on: '2020-03-01' })).toEqual([
      'The move-in must not lie before the lease was signed.',
    ]);
  });
  test.each(['recordFollowUp', 'grantException', 'renew', 'giveNotice', 'move'])('takes no %s', (event) => {
    expect(signed().asked(event)).toBe('not-possible-now');
  });
});

describe('tenancy, in active', () => {
  test('recordMoveIn moves the stay, the limit and the follow-up', () => {
    const run = active().take('recordMoveIn', { on: '2020-03-20' }, { on: '2020-03-23' });
    expect(run.facts).toEqual([
      { kind: 'movedIn', form: 'transitional', channel: 'agency', on: '2020-03-20' },
      { kind: 'limit', day: '2025-03-20', exception: false },
      { kind: 'followUp', due: '2020-04-20', held: null },
    ]);
  });
  test('recordMoveIn backdated pulls a follow-up that is already late', () => {
    const run = active().take('recordMoveIn', { on: '2020-03-02' }, { on: '2020-04-06' });
    expect(run.states).toContain('followUp.overdue');
  });
  test('recordMoveIn a second time is refused', () => {
    const run = active().take('recordMoveIn', { on: '2020-03-15' }, { on: '2020-03-15' });
    expect(run.refusal('recordMoveIn', { on: '2020-03-16' }, { on: '2020-03-16' })).toEqual([
      'The move-in must not be recorded already.',
    ]);
  });
  test('recordMoveIn on a day ahead is refused', () => {
    expect(active().refusal('recordMoveIn', { on: '2020-03-17' }, { on: '2020-03-16' })).toEqual([
      'The day must not lie ahead.',
    ]);
  });
  test('renew keeps it active to the new last day', () => {
    const run = active().take('renew', { leaseEnd: '2024-03-14' }, { on: '2021-12-01' });
    expect(run.states).toContain('active');
    expect(run.dates['leaseEnds']).toBe('2024-03-14');
  });
  test('renew to the last permitted day is taken, past it refused', () => {
    expect(active().refusal('renew', { leaseEnd: '2025-03-15' })).toEqual([]);
    expect(active().refusal('renew', { leaseEnd: '2025-03-16' })).toEqual([
      'The lease must not go past the five-year limit.',
    ]);
  });
  test('renew to an earlier day is refused', () => {
    expect(active().refusal('renew', { leaseEnd: '2022-03-14' })).toEqual([
      'The new last day must lie after the present one.',
    ]);
  });
  test('the lease ends → leaseExpired, a task for SHIS; nothing else moves', () => {
    expect(active().until('2022-03-14').states).toContain('active');
    expect(expired().states).toContain('leaseExpired');
    expect(expired().told('movedOut')).toEqual([]);
  });
  test('recordArrears keeps the debt', () => {
    expect(
      active().take('recordArrears', { amount: 18000 }, { on: '2021-08-01' }).context['arrears'],
    ).toEqual({
      on: '2021-08-01',
      amount: 18000,
    });
  });
  test('giveNotice → notice; the district is told and a follow-up is wanted at once for the children', () => {
    const run = notice();
    expect(run.states).toContain('notice');
    expect(run.dates['moveOut']).toBe('2021-09-30');
    expect(run.effects[0]).toEqual({ do: 'notify', whom: 'district', template: 'notice-given' });
  });
  test('giveNotice, with the next follow-up ahead, calls one for the same day', () => {
    const run = active().take(
      'recordFollowUp',
      { on: '2020-04-10', ...FOLLOW_UP },
      { on: '2020-04-10', known: family },
    );
    run.take('giveNotice', { ...RENT, moveOut: '2020-07-31' }, { on: '2020-05-04', known: family });
    expect(run.states).toContain('followUp.due');
    expect(run.facts).toEqual([{ kind: 'followUp', due: '2020-05-04', held: null }]);
    expect(run.until('2020-05-05').states).toContain('followUp.overdue');
  });
  test('giveNotice registered late calls it for the day it was known', () => {
    const run = active().take(
      'recordFollowUp',
      { on: '2020-04-10', ...FOLLOW_UP },
      { on: '2020-04-10', known: family },
    );
    const late = { on: '2020-05-04', recorded: '2020-05-11', known: family };
    run.take('giveNotice', { ...RENT, moveOut: '2020-07-31' }, late);
    expect(run.context['followUpDue']).toBe('2020-05-11');
  });
  test('giveNotice without children calls none', () => {
    const run = active().take(
      'giveNotice',
      { ...RENT, moveOut: '2020-07-31' },
      { on: '2020-04-02', known: childless },
    );
    expect(run.context['followUpDue']).toBe('2020-04-15');
  });
  test('giveNotice to a day that has passed is refused', () => {
    expect(active().refusal('giveNotice', { ...RENT, moveOut: '2020-03-31' }, { on: '2020-04-01' })).toEqual([
      'The day to move out must not have passed when notice is given.',
    ]);
  });
  test('end → ended; the flat is vacated, the stay told, the referral answered', () => {
    const run = ended();
    expect(run.states).toEqual(['ended', 'limit.stopped', 'followUp.stopped']);
    expect(run.effects).toEqual([
      send(FLAT, 'vacate', { on: '2021-10-15' }, true),
      {
        do: 'fact',
        fact: {
          kind: 'movedOut',
          form: 'transitional',
          channel: 'agency',
          outcome: 'own-lease',
          on: '2021-10-15',
        },
      },
      send('parent', 'tenancy.ended', { outcome: 'own-lease', on: '2021-10-15' }, false),
    ]);
  });
  test('end of a stay that was over before the lease began gives the flat back from its first day', () => {
    const run = signed().take('recordMoveIn', { on: '2020-03-05' }, { on: '2020-03-05' });
    run.take('end', { outcome: 'care', on: '2020-03-12' }, { on: '2020-03-20' });
    expect(run.effects[0]).toEqual(send(FLAT, 'vacate', { on: '2020-03-15' }, true));
  });
  test('end before the stay began is refused', () => {
    expect(active().refusal('end', { outcome: 'unknown', on: '2020-03-14' }, { on: '2020-04-01' })).toEqual([
      'The last day must not lie before the first day of the stay, or before the signing if it has not begun.',
    ]);
  });
  test('end on a day ahead is refused', () => {
    expect(active().refusal('end', { outcome: 'unknown', on: '2020-04-02' }, { on: '2020-04-01' })).toEqual([
      'The day must not lie ahead.',
    ]);
  });
});
