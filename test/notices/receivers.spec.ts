import { isMailTime, isQuiet } from '../../src/notices/mail-time.js';
import { USUAL } from '../../src/notices/preferences.js';
import { receiversOf, type Subject } from '../../src/notices/receivers.js';
import type { Snapshot } from '../../src/register/snapshot.js';

const NOW = '2021-12-08T09:00:00.000Z';
const person = (login: string, organisation: string, role = 'caseworker') =>
  [
    login,
    [{ login, name: login, organisation, role, mail: null, from: '2010-01-01T00:00:00Z', to: null }],
  ] as const;
const organisation = (code: string, kind: 'district' | 'shis' | 'agency' | 'administration') =>
  [code, { kind, name: code }] as const;

const snapshot: Snapshot = {
  organisations: new Map([
    organisation('farsta', 'district'),
    organisation('skarholmen', 'district'),
    organisation('shis', 'shis'),
    organisation('formedlingen', 'agency'),
    organisation('staden', 'administration'),
  ]),
  districts: new Map(),
  people: new Map([
    person('farsta.anna', 'farsta'),
    person('farsta.bo', 'farsta'),
    person('farsta.chef', 'farsta', 'manager'),
    person('farsta.analytiker', 'farsta', 'analyst'),
    person('skarholmen.cia', 'skarholmen'),
    person('shis.dan', 'shis', 'administrator'),
    person('shis.eva', 'shis', 'administrator'),
    person('formedlingen.fia', 'formedlingen', 'officer'),
  ]),
  delegations: new Map(),
  assignments: new Map(),
  covers: new Map([
    ['shis.eva', [{ login: 'shis.eva', for: 'shis.dan', from: '2021-01-01', to: '2021-12-31' }]],
  ]),
};

const told = (whom: string, file: Partial<Subject['file']> = {}, more: Partial<Subject> = {}): string[] =>
  receiversOf(
    snapshot,
    {
      file: {
        ...{ id: 'f', kind: 'household' as const, responsible: 'farsta', assignee: null, handlers: [] },
        isProtected: false,
        ...file,
      },
      seenBy: ['district', 'shis'],
      allSeenBy: [['district', 'shis']],
      escalates: false,
      whom,
      ...more,
    },
    NOW,
  ).sort();

describe('who is told', () => {
  it('of a case that nobody handles: everybody of the kind who sees it and acts', () => {
    expect(told('district')).toEqual(['farsta.anna', 'farsta.bo', 'farsta.chef']);
    expect(told('shis')).toEqual(['shis.dan', 'shis.eva']);
  });

  it('of a case that somebody handles: they alone, and their manager when a term has run out', () => {
    expect(told('district', { assignee: 'farsta.anna' })).toEqual(['farsta.anna']);
    expect(told('district', { assignee: 'farsta.anna' }, { escalates: true })).toEqual([
      'farsta.anna',
      'farsta.chef',
    ]);
    expect(told('shis', { assignee: 'farsta.anna' })).toEqual(['shis.dan', 'shis.eva']);
  });

  it('of a protected family: its named handlers alone, and no manager', () => {
    const file = { isProtected: true, handlers: ['farsta.bo'], assignee: 'farsta.anna' };
    expect(told('district', file, { escalates: true })).toEqual(['farsta.bo']);
    expect(told('shis', file)).toEqual([]);
  });

  it('of a process that their kind may not know of: nobody', () => {
    expect(told('agency')).toEqual([]);
    expect(told('shis', {}, { seenBy: ['district'] })).toEqual([]);
    expect(told('system')).toEqual([]);
  });
});

describe('the time for mail', () => {
  const at = (time: string) => new Date(`2021-12-08T${time}:00+01:00`).toISOString();
  const daily = USUAL;
  const atOnce = { ...USUAL, mail: 'at-once' as const };

  it('comes once a day, in the morning', () => {
    expect(isMailTime(daily, null, at('06:59'))).toBe(false);
    expect(isMailTime(daily, null, at('07:00'))).toBe(true);
    expect(isMailTime(daily, at('07:00'), at('17:00'))).toBe(false);
    expect(isMailTime(daily, '2021-12-07T06:00:00.000Z', at('09:00'))).toBe(true);
  });

  it('comes at once, some minutes apart, and not in the quiet hours', () => {
    expect(isMailTime(atOnce, null, at('12:00'))).toBe(true);
    expect(isMailTime(atOnce, at('12:00'), at('12:04'))).toBe(false);
    expect(isMailTime(atOnce, at('12:00'), at('12:05'))).toBe(true);
    expect(isMailTime(atOnce, null, at('18:00'))).toBe(false);
    expect(isMailTime(atOnce, null, at('06:59'))).toBe(false);
    expect(isMailTime({ ...atOnce, quietFrom: 9, quietTo: 9 }, null, at('03:00'))).toBe(true);
  });

  it('never comes for whoever wants none', () => {
    expect(isMailTime({ ...USUAL, mail: 'off' }, null, at('12:00'))).toBe(false);
  });

  it('is quiet also past midnight', () => {
    expect([21, 22, 0, 5, 6].map((hour) => isQuiet(hour, 22, 6))).toEqual([false, true, true, true, false]);
    expect([8, 9, 11, 12].map((hour) => isQuiet(hour, 9, 12))).toEqual([false, true, true, false]);
  });
});
