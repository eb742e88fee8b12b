import { OTHER_FLAT } from './chart-run.js';
import {
  RENT,
  family,
  childless,
  active,
  expired,
  notice,
  offered,
  transferSigned,
  ended,
} from './tenancies.js';

describe('tenancy, in leaseExpired', () => {
  test('renew → active', () => {
    const run = expired().take('renew', { leaseEnd: '2024-03-14' }, { on: '2022-03-20' });
    expect(run.states).toContain('active');
    expect(run.dates['leaseEnds']).toBe('2024-03-14');
  });
  test('move → active with the new lease', () => {
    const run = transferSigned().until('2022-03-15');
    expect(run.states).toContain('leaseExpired');
    run.take('move', { from: '2022-03-01', oldVacatedOn: '2022-03-10' }, { on: '2022-03-16' });
    expect(run.states).toContain('active');
  });
  test('giveNotice → notice', () => {
    const run = expired().take(
      'giveNotice',
      { ...RENT, reason: 'time', moveOut: '2022-06-30' },
      { known: childless },
    );
    expect(run.states).toContain('notice');
  });
  test('end → ended', () => {
    expect(expired().take('end', { outcome: 'insecure', on: '2022-03-15' }).states).toContain('ended');
  });
});

describe('tenancy, in notice', () => {
  test('revokeNotice → active', () => {
    const run = notice().take('revokeNotice', { reason: 'paid' }, { on: '2021-08-20' });
    expect(run.states).toContain('active');
    expect(run.context['notice']).toBeNull();
  });
  test('revokeNotice after the lease ran out → leaseExpired', () => {
    const run = active().take(
      'giveNotice',
      { ...RENT, moveOut: '2022-05-31' },
      { on: '2022-02-01', known: family },
    );
    run.take('revokeNotice', { reason: 'settled' }, { on: '2022-04-01' });
    expect(run.states).toContain('leaseExpired');
  });
  test('nothing ends when the day to move out has passed', () => {
    expect(notice().until('2021-12-31').states).toContain('notice');
  });
  test('end → ended', () => {
    expect(
      notice().take('end', { outcome: 'evicted-rent', on: '2021-09-30' }, { on: '2021-10-01' }).states,
    ).toContain('ended');
  });
  test('an answer on a transfer is still taken', () => {
    const run = offered().take('giveNotice', { ...RENT, moveOut: '2022-04-30' }, { known: family });
    run.take('offer.refused', { dwelling: OTHER_FLAT, reason: 'area' });
    expect(run.context['transferOffer']).toBeNull();
  });
  test('renew is not possible', () => {
    expect(notice().asked('renew')).toBe('not-possible-now');
  });
});

describe('tenancy, in ended', () => {
  test('waits twelve months for followUpAfter', () => {
    expect(ended().dates).toEqual({ followUpAfter: '2022-10-17' });
  });
  test('followUpAfter is kept, and nothing more is due', () => {
    const run = ended().take(
      'followUpAfter',
      { on: '2022-10-14', finding: 'still-there' },
      { on: '2022-10-14' },
    );
    expect(run.states).toContain('ended');
    expect(run.context['followedUpAfter']).toEqual({ on: '2022-10-14', finding: 'still-there' });
    expect(run.dates).toEqual({});
  });
  test('followUpAfter twice is refused', () => {
    const run = ended().take(
      'followUpAfter',
      { on: '2022-10-14', finding: 'still-there' },
      { on: '2022-10-14' },
    );
    expect(
      run.refusal('followUpAfter', { on: '2022-10-15', finding: 'insecure' }, { on: '2022-10-15' }),
    ).toEqual(['The follow-up after the move must not be done already.']);
  });
  test('followUpAfter before the move out is refused', () => {
    expect(ended().refusal('followUpAfter', { on: '2021-10-15', finding: 'still-there' })).toEqual([
      'The follow-up must lie after the move out.',
    ]);
  });
  test('no follow-up is due for the deceased', () => {
    expect(
      active().take('end', { outcome: 'deceased', on: '2021-01-05' }, { on: '2021-01-07' }).dates,
    ).toEqual({});
  });
  test('end is not possible', () => {
    expect(ended().asked('end')).toBe('not-possible-now');
  });
});
