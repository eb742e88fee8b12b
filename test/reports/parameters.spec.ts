import { isRefusal, type Refusal } from '../../src/engine/refusals.js';
import { readParameters } from '../../src/reports/parameters.js';
import { placements } from '../../src/reports/placements.report.js';
import type { Parameters } from '../../src/reports/report.js';
import { reportNamed } from '../../src/reports/reports.js';

const today = '2021-12-08';
const read = (parameters: Record<string, unknown>, reader: 'inside' | 'public' = 'inside') =>
  readParameters(placements, { today, reader, parameters });
const taken = (parameters: Record<string, unknown>, reader?: 'inside' | 'public'): Parameters => {
  const answer = read(parameters, reader);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};
const refusedFor = (parameters: Record<string, unknown>, reader?: 'inside' | 'public'): Refusal => {
  const answer = read(parameters, reader);
  if (!isRefusal(answer)) throw new Error('it was taken');
  return answer;
};
const paths = (refusal: Refusal): string[] => refusal.fields?.map(({ path }) => path) ?? [];

describe('what a report is asked for', () => {
  it('is completed: the whole year, nothing but a year given', () => {
    expect(taken({ year: '2020' })).toEqual({
      year: 2020,
      until: '2020-12-31',
      asKnownOn: null,
      division: 'then',
      audience: 'inside',
      by: null,
      count: 'moved-in',
    });
  });

  it('ends today in the year that goes on', () => {
    expect(taken({ year: 2021 }).until).toBe('2021-12-08');
  });

  it('is written as on the command line or in camel case; what is empty is not given', () => {
    expect(taken({ year: '2021', 'as-known-on': '2021-11-01', until: '' })).toMatchObject({
      asKnownOn: '2021-11-01',
      until: '2021-12-08',
    });
    expect(taken({ year: '2021', asKnownOn: '2021-11-01' }).asKnownOn).toBe('2021-11-01');
  });

  it('takes the public for granted of a public reader, who cannot ask for the inside', () => {
    expect(taken({ year: '2021' }, 'public').audience).toBe('public');
    expect(taken({ year: '2021', audience: 'public' }).audience).toBe('public');
    expect(refusedFor({ year: '2021', audience: 'inside' }, 'public').code).toBe('not-permitted');
  });

  it('tells all faults at once, in both languages', () => {
    const refusal = refusedFor({
      year: 'XXI',
      until: '2021-02-29',
      'as-known-on': 'yesterday',
      division: 'next',
      audience: 'all',
      by: 'week',
      count: 'twice',
    });
    expect(refusal.code).toBe('invalid-data');
    expect(paths(refusal)).toEqual(['year', 'until', 'asKnownOn', 'division', 'audience', 'by', 'count']);
    for (const { sv, en } of refusal.sentences)
      expect([sv.length > 10, en.length > 10]).toEqual([true, true]);
  });

  it.each([
    ['no year', {}, 'year'],
    ['a year that has not begun', { year: '2022' }, 'year'],
    ['a cut-off in another year', { year: '2021', until: '2020-12-31' }, 'until'],
    ['a list', { year: ['2021', '2020'] }, 'year'],
    ['a hostile string', { year: '2021', until: `'; drop table fact; --` }, 'until'],
    ['something unknown', { year: '2021', colour: 'red' }, 'parameters'],
    ['a name that every object has', { year: '2021', constructor: 'x' }, 'parameters'],
  ])('refuses %s', (_, parameters, path) => {
    expect(paths(refusedFor(parameters))).toEqual([path]);
  });

  it('of a report that is not there is answered with those that are', () => {
    const answer = reportNamed('constructor');
    expect(isRefusal(answer) && answer.sentences[0]?.en).toContain('yearly-goal, goal-ledger, placements');
  });
});
