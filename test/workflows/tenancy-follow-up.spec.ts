import { FOLLOW_UP, family, childless, active, notice } from './tenancies.js';

describe('tenancy, the follow-ups', () => {
  const held = (on: string, children: object[] = FOLLOW_UP.children) =>
    [
      { ...FOLLOW_UP, on, children },
      { on, known: family },
    ] as const;

  test.each([
    ['2020-03-31', 'scheduled'],
    ['2020-04-01', 'due'],
    ['2020-04-15', 'due'],
    ['2020-04-16', 'overdue'],
  ])('on %s is %s', (day, state) => {
    expect(active().until(day).states).toContain(`followUp.${state}`);
  });
  test.each([
    ['2020-03-20', 'scheduled'],
    ['2020-04-10', 'due'],
    ['2020-05-10', 'overdue'],
  ])('recordFollowUp on %s, when %s, plans the next half a year on', (day) => {
    const run = active().take('recordFollowUp', ...held(day));
    expect(run.states).toContain('followUp.scheduled');
    expect(run.facts[0]).toEqual({ kind: 'followUp', due: '2020-04-15', held: day, childrenHeard: true });
  });
  test('a date on a day off rolls to the next working day', () => {
    expect(active().take('recordFollowUp', ...held('2020-03-27')).context['followUpDue']).toBe('2020-09-28');
  });
  test('a quarter is the step when the last one lay in the last year before the limit', () => {
    expect(active().take('recordFollowUp', ...held('2024-03-14')).context['followUpDue']).toBe('2024-09-16');
    expect(active().take('recordFollowUp', ...held('2024-03-15')).context['followUpDue']).toBe('2024-06-17');
  });
  test('an exception makes the last year another, and the next follow-up with it', () => {
    const run = active().take('recordFollowUp', ...held('2024-03-15'));
    run.take('grantException', { until: '2025-12-31', ground: 'Läsåret' }, { on: '2024-03-20' });
    expect(run.facts).toContainEqual({ kind: 'followUp', due: '2024-09-16', held: null });
  });
  test('one held after the notice answers it; one held before does not', () => {
    const run = notice().take('recordFollowUp', ...held('2021-08-09'));
    expect(run.context['followUpDue']).toBe('2021-08-10');
    run.take('recordFollowUp', ...held('2021-08-12'));
    expect(run.context['followUpDue']).toBe('2022-02-14');
  });
  test.each([
    [[], family, { childrenHeard: false }],
    [[{ heard: true }, { heard: false }], family, { childrenHeard: false }],
    [[], childless, {}],
  ])('children %j', (children, known, expected) => {
    const run = active().take(
      'recordFollowUp',
      { ...FOLLOW_UP, on: '2020-04-14', children },
      { on: '2020-04-14', known },
    );
    expect(run.facts[0]).toEqual({ kind: 'followUp', due: '2020-04-15', held: '2020-04-14', ...expected });
  });
  test('recordFollowUp on a day ahead is refused', () => {
    expect(
      active().refusal('recordFollowUp', { ...FOLLOW_UP, on: '2020-04-02' }, { on: '2020-04-01' }),
    ).toEqual(['The day must not lie ahead.']);
  });
  test('recordFollowUp before the stay is refused', () => {
    expect(
      active().refusal('recordFollowUp', { ...FOLLOW_UP, on: '2020-03-14' }, { on: '2020-04-01' }),
    ).toEqual(['The follow-up must not lie before the first day of the stay.']);
  });
});
