import {
  emergencyReasons,
  isOffered,
  offered,
  offeredTo,
  purposeLabel,
  purposes,
} from '../../src/access/purposes.js';

const list = [
  { code: 'old', label: { sv: 'Gammalt', en: 'Old' }, from: '2000-01-01', to: '2021-03-27' },
  { code: 'new', label: { sv: 'Nytt', en: 'New' }, from: '2021-03-28' },
];

describe('the reasons to read a case', () => {
  it('are offered from their first day to their last, by the days of Stockholm', () => {
    const on = (now: string) => offered(list, now).map(({ code }) => code);
    expect(on('2021-03-27T22:59:59.999Z')).toEqual(['old']);
    expect(on('2021-03-27T23:00:00.000Z')).toEqual(['new']);
    expect(isOffered(list, 'old', '2021-03-27T23:00:00.000Z')).toBe(false);
    expect(isOffered(list, '__proto__', '2021-03-27T23:00:00.000Z')).toBe(false);
  });

  it('are offered to those whose work brings them about', () => {
    const to = (kind: 'district' | 'shis' | 'administration') =>
      offeredTo({ kind }, purposes, '2021-12-08T12:00:00.000Z').map(({ code }) => code);
    expect(to('district')).toEqual([
      'absence',
      'contact',
      'follow-up',
      'child',
      'support',
      'records-request',
    ]);
    expect(to('shis')).toContain('matching');
    expect(to('administration')).toContain('audit');
  });

  it('have each a code of their own, words in both languages, and keep them when they are offered no longer', () => {
    const all = [...purposes, ...emergencyReasons];
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, label } of all) {
      expect(code).toMatch(/^[a-z][a-z-]{0,39}$/);
      expect(label.sv).not.toBe(label.en);
      expect(purposeLabel(code)).toEqual(label);
    }
    expect(purposeLabel('gone')).toEqual({ sv: 'gone', en: 'gone' });
  });
});
