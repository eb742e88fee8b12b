import { signed, active } from './tenancies.js';

describe('tenancy, the limit', () => {
  test.each([
    ['2023-03-14', 'within'],
    ['2023-03-15', 'planning'],
    ['2024-09-14', 'planning'],
    ['2024-09-15', 'final'],
    ['2025-03-15', 'final'],
    ['2025-03-16', 'exceeded'],
  ])('on %s is %s', (day, state) => {
    expect(active().until(day).states).toContain(`limit.${state}`);
  });
  test('passed: district and SHIS are told, and the family lives on', () => {
    const run = active().until('2025-03-15');
    run.pass('limitPasses');
    expect(run.states).toEqual(expect.arrayContaining(['limit.exceeded', 'leaseExpired']));
    expect(run.effects).toEqual([
      { do: 'notify', whom: 'district', template: 'limit-exceeded' },
      { do: 'notify', whom: 'shis', template: 'limit-exceeded' },
    ]);
  });
  test('earlier stays are added, gaps and other forms are not', () => {
    const run = signed([
      { form: 'transitional', from: '2016-01-01', to: '2016-12-31' },
      { form: 'housing-first', from: '2018-01-01', to: '2018-12-31' },
    ]).until('2020-03-15');
    expect(run.context['limit']).toBe('2024-03-14');
  });
  test('five years used up before: exceeded from the first day', () => {
    const run = signed([{ form: 'transitional', from: '2013-01-01', to: '2018-12-31' }]).until('2020-03-15');
    expect(run.states).toContain('limit.exceeded');
  });
  test('an exit plan is wanted within three months of planning, until it is written', () => {
    const run = active().until('2023-03-15');
    expect(run.dates['exitPlan']).toBe('2023-06-15');
    run.take('recordExitPlan', { plan: 'Egen kö' }, { on: '2023-04-03' });
    expect(run.states).toContain('limit.planning');
    expect(run.context['exitPlan']).toBe('2023-04-03');
    expect(run.dates['exitPlan']).toBeUndefined();
  });
  test.each(['2024-10-01', '2025-04-01'])('recordExitPlan is taken on %s too', (day) => {
    expect(active().take('recordExitPlan', { plan: 'Egen kö' }, { on: day }).context['exitPlan']).toBe(day);
  });
  test('recordExitPlan is not possible while the limit lies far ahead', () => {
    expect(active().asked('recordExitPlan')).toBe('not-possible-now');
  });
  test('grantException places the limit anew, from wherever it stood', () => {
    const run = active().take(
      'grantException',
      { until: '2025-12-31', ground: 'Läsåret' },
      { on: '2025-03-20' },
    );
    expect(run.states).toContain('limit.planning');
    expect(run.told('limit').at(-1)).toEqual({ kind: 'limit', day: '2025-12-31', exception: true });
    expect(run.until('2025-12-31').states).toContain('limit.final');
    expect(run.until('2026-01-01').states).toContain('limit.exceeded');
  });
  test('grantException that goes no further is refused', () => {
    expect(active().refusal('grantException', { until: '2025-03-15', ground: 'Läsåret' })).toEqual([
      'The exception must go further than the limit in force.',
    ]);
  });
  test('a split or merged household is counted anew', () => {
    const stays = [
      { form: 'transitional', from: '2019-01-01', to: '2019-01-10' },
      { form: 'transitional', from: '2020-03-15', to: null },
    ];
    const run = active().take(
      'householdChanged',
      { event: 'mergeHousehold' },
      { on: '2020-05-01', known: { stays } },
    );
    expect(run.facts[0]).toEqual({ kind: 'limit', day: '2025-03-05', exception: false });
  });
  test('a split before the lease began is counted when it begins', () => {
    const stays = [{ form: 'transitional', from: '2019-01-01', to: '2019-01-10' }];
    const run = signed().take(
      'householdChanged',
      { event: 'splitHousehold' },
      { on: '2020-03-02', known: { stays } },
    );
    expect(run.until('2020-03-15').context['limit']).toBe('2025-03-05');
  });
  test('another change of the household is not taken', () => {
    expect(active().refusal('householdChanged', { event: 'memberJoins' })).toEqual([
      'The household must have been split or merged.',
    ]);
  });
});
