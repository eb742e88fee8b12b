import { actingsOf, personOf } from '../../src/access/acting.js';
import { registerWorld, type RegisterWorld } from '../register/register-world.js';

const DAY = '2021-12-08T08:00:00.000Z';
const BEFORE = '2021-11-30T22:59:59.000Z';
const AFTER = '2022-01-09T23:00:00.000Z';

describe('ways to act', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await registerWorld();
    for (const [code, kind] of [
      ['farsta', 'district'],
      ['hemlosa', 'district'],
      ['shis', 'shis'],
    ] as const)
      await world.put('organisation', { code, kind, name: code });
    for (const [login, organisation, role] of [
      ['substitute', 'farsta', 'caseworker'],
      ['boss', 'farsta', 'manager'],
      ['third', 'shis', 'manager'],
    ] as const)
      await world.put('person', { login, name: login, organisation, role });
    const days = { from: '2021-12-01', to: '2022-01-09' };
    await world.put('assignment', { login: 'boss', organisation: 'hemlosa', role: 'manager', ...days });
    await world.put('cover', { login: 'substitute', for: 'boss', ...days });
    await world.put('cover', { login: 'boss', for: 'third', ...days });
  });
  afterAll(() => world.close());

  const ways = async (login: string, at = DAY) =>
    actingsOf(await world.directory.snapshot(), login, at).map(({ organisation, role, onBehalfOf = '' }) =>
      `${organisation} ${role} ${onBehalfOf}`.trim(),
    );

  it('are one’s own post first, then further roles, then whom one covers, in all their roles', async () => {
    expect(await ways('boss')).toEqual(['farsta manager', 'hemlosa manager', 'shis manager third']);
    expect(await ways('substitute')).toEqual([
      'farsta caseworker',
      'farsta manager boss',
      'hemlosa manager boss',
    ]);
    expect(await ways('third')).toEqual(['shis manager']);
  });

  it('hold from the first day to the last, in Stockholm', async () => {
    for (const at of [BEFORE, AFTER]) {
      expect(await ways('substitute', at)).toEqual(['farsta caseworker']);
      expect(await ways('boss', at)).toEqual(['farsta manager']);
    }
    expect(await ways('boss', '2021-11-30T23:00:00.000Z')).toHaveLength(3);
    expect(await ways('boss', '2022-01-09T22:59:59.000Z')).toHaveLength(3);
  });

  it('are none for whoever has no account, whatever roles and cover they hold', async () => {
    const gone = { login: 'gone', name: 'G', organisation: 'farsta', role: 'caseworker' };
    await world.put('person', gone);
    await world.put('assignment', {
      login: 'gone',
      organisation: 'shis',
      role: 'manager',
      from: '2020-01-01',
    });
    expect(await ways('gone')).toEqual(['farsta caseworker', 'shis manager']);
    await world.put('person', { ...gone, to: '2021-01-01' }, '2020-02-01T08:00:00.000Z');
    expect(await ways('gone')).toEqual([]);
    expect(await ways('nobody')).toEqual([]);
    expect(await ways('constructor')).toEqual([]);
  });

  it('make the person that a session or a token acts as, and no other', async () => {
    const snapshot = await world.directory.snapshot();
    const boss = { organisation: 'farsta', role: 'manager' };
    expect(personOf(snapshot, 'substitute', { ...boss, onBehalfOf: 'boss' }, DAY)).toEqual({
      login: 'substitute',
      kind: 'district',
      ...boss,
      onBehalfOf: 'boss',
    });
    expect(personOf(snapshot, 'substitute', boss, DAY)).toBeNull();
    expect(personOf(snapshot, 'substitute', { ...boss, onBehalfOf: 'third' }, DAY)).toBeNull();
    expect(personOf(snapshot, 'substitute', null, DAY)).toMatchObject({ role: 'caseworker' });
  });
});

describe('the registers of further roles and cover', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await registerWorld();
    await world.put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' });
    for (const login of ['a', 'b'])
      await world.put('person', { login, name: login, organisation: 'shis', role: 'administrator' });
  });
  afterAll(() => world.close());

  it('take a line once, and a new last day as a change', async () => {
    const cover = { login: 'a', for: 'b', from: '2021-01-01', to: '2021-01-31' };
    expect(await world.put('cover', cover)).toBe(true);
    expect(await world.put('cover', cover)).toBe(false);
    expect(await world.put('cover', { ...cover, to: '2021-02-28' })).toBe(true);
    const role = { login: 'a', organisation: 'shis', role: 'manager', from: '2021-01-01' };
    expect(await world.put('assignment', role)).toBe(true);
    expect(await world.put('assignment', role)).toBe(false);
    expect(await world.put('assignment', { ...role, to: '2021-06-30' })).toBe(true);
    const { assignments, covers } = await world.directory.snapshot();
    expect(covers.get('a')).toEqual([{ ...cover, to: '2021-02-28' }]);
    expect(assignments.get('a')).toEqual([{ ...role, to: '2021-06-30' }]);
  });

  it('begin and end no earlier than they are recorded, whatever day they are told for', async () => {
    const entry = { at: '2022-01-01T08:00:00Z', by: 'a', recordedAt: '2022-03-10T08:00:00Z' };
    const put = (data: object) => world.book.put('cover', { login: 'a', for: 'b', ...data }, entry);
    const refused = (path: string) => ({ ok: false, code: 'invalid-data', fields: [{ path }] });
    expect(await put({ from: '2022-03-09', to: '2022-04-30' })).toMatchObject(refused('from'));
    const days = { from: '2022-03-10', to: '2022-04-30' };
    expect(await put(days)).toEqual({ ok: true, changed: true });
    entry.recordedAt = '2022-03-20T08:00:00Z';
    expect(await put({ ...days, to: '2022-03-18' })).toMatchObject(refused('to'));
    expect(await put({ ...days, to: '2022-03-09' })).toMatchObject(refused('to'));
    expect(await put({ ...days, to: '2022-03-19' })).toEqual({ ok: true, changed: true });
    const role = { login: 'a', organisation: 'shis', role: 'officer', from: '2022-03-19' };
    expect(await world.book.put('assignment', role, entry)).toMatchObject(refused('from'));
  });

  it.each([
    ['cover', { login: 'a', for: 'a', from: '2021-01-01', to: '2021-01-31' }, 'for'],
    ['cover', { login: 'a', for: 'b', from: '2021-01-02', to: '2021-01-01' }, 'to'],
    ['cover', { login: 'a', for: 'nobody', from: '2021-01-01', to: '2021-01-31' }, 'for'],
    ['cover', { login: 'system', for: 'b', from: '2021-01-01', to: '2021-01-31' }, 'login'],
    ['cover', { login: 'a', for: 'b', from: '2021-01-01' }, 'to'],
    ['assignment', { login: 'nobody', organisation: 'shis', role: 'manager', from: '2021-01-01' }, 'login'],
    ['assignment', { login: 'a', organisation: 'x', role: 'manager', from: '2021-01-01' }, 'organisation'],
    ['assignment', { login: 'a', organisation: 'shis', role: 'king', from: '2021-01-01' }, 'role'],
  ] as const)('refuse %s %j at %s', async (register, data, path) => {
    const answer = await world.book.put(register, data, { at: '2021-01-01T08:00:00Z', by: 'casebook' });
    expect(answer).toMatchObject({ ok: false, code: 'invalid-data', fields: [{ path }] });
  });
});
