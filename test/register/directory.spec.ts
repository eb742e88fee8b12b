import { RegisterDirectory } from '../../src/register/directory.js';
import { districtsOn, presentDistrict } from '../../src/register/districts.js';
import { registerWorld, type RegisterWorld } from './register-world.js';

describe('the directory', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await registerWorld();
    const { put } = world;
    await put('district', {
      code: 'alvsjo',
      name: 'Älvsjö',
      from: '2007-01-01',
      to: '2020-06-30',
      successor: 'hagersten-alvsjo',
    });
    await put('district', {
      code: 'hagersten-alvsjo',
      name: 'Hägersten-Älvsjö',
      from: '2020-07-01',
      to: '2023-06-30',
      successor: 'soderort',
    });
    await put('district', { code: 'soderort', name: 'Söderort', from: '2023-07-01' });
    await put('district', { code: 'farsta', name: 'Farsta', from: '2007-01-01' });
    await put('district', {
      code: 'astray',
      name: 'Astray',
      from: '2007-01-01',
      to: '2019-12-31',
      successor: 'nowhere',
    });
    await put('organisation', { code: 'hemlosa', kind: 'district', name: 'Enheten för hemlösa' });
    await put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' });
    await put('organisation', { code: 'stockholmshem', kind: 'company', name: 'Stockholmshem' });
    await put(
      'person',
      { login: 'shis.a', name: 'A', organisation: 'shis', role: 'caseworker' },
      '2020-02-01T08:00:00Z',
    );
    await put(
      'person',
      { login: 'shis.a', name: 'A', organisation: 'shis', role: 'manager', to: '2021-05-31' },
      '2021-01-01T08:00:00Z',
    );
  });
  afterAll(() => world.close());

  const exists = (kind: 'district' | 'company' | 'shis', code: string, day: string) =>
    world.directory.exists({ from: 'organisation', kind }, code, day);

  it('knows a person from the moment registered to the last day, in the role of then', async () => {
    const { directory } = world;
    expect(await directory.person('shis.a', '2020-02-01T07:59:59.999Z')).toBeNull();
    expect(await directory.person('shis.a', '2020-02-01T08:00:00.000Z')).toEqual({
      login: 'shis.a',
      organisation: 'shis',
      kind: 'shis',
      role: 'caseworker',
    });
    expect(await directory.person('shis.a', '2021-05-31T21:59:59.999Z')).toMatchObject({ role: 'manager' });
    expect(await directory.person('shis.a', '2021-05-31T22:00:00.000Z')).toBeNull();
    expect(await directory.person('nobody', '2021-01-01T00:00:00.000Z')).toBeNull();
  });

  it('finds a colleague to pick on the days on which they are there', async () => {
    const there = (org: 'shis' | 'district', day: string) =>
      world.directory.exists({ from: 'user', org }, 'shis.a', day);
    expect([
      await there('shis', '2020-01-31'),
      await there('shis', '2020-02-01'),
      await there('shis', '2021-06-01'),
    ]).toEqual([false, true, false]);
    expect(await there('district', '2020-02-01')).toBe(false);
  });

  it('finds a district from its first to its last day, and the unit for the homeless always', async () => {
    expect(await exists('district', 'alvsjo', '2006-12-31')).toBe(false);
    expect(await exists('district', 'alvsjo', '2020-06-30')).toBe(true);
    expect(await exists('district', 'alvsjo', '2020-07-01')).toBe(false);
    expect(await exists('district', 'hemlosa', '1999-01-01')).toBe(true);
    expect(await exists('company', 'stockholmshem', '2020-01-01')).toBe(true);
    expect(await exists('district', 'stockholmshem', '2020-01-01')).toBe(false);
    expect(await exists('company', 'constructor', '2020-01-01')).toBe(false);
    await expect(world.directory.exists({ from: 'reason', list: 'x' }, 'x', '2020-01-01')).rejects.toThrow(
      RangeError,
    );
  });

  it('lists the districts of a day without the unit for the homeless', async () => {
    const snapshot = await world.directory.snapshot();
    expect(districtsOn(snapshot, '2020-06-30').map(({ code }) => code)).toEqual(['alvsjo', 'farsta']);
    expect(districtsOn(snapshot, '2020-07-01').map(({ code }) => code)).toEqual([
      'farsta',
      'hagersten-alvsjo',
    ]);
  });

  it('tells the mergers due by a day, oldest first, and whom a district became', async () => {
    expect(await world.directory.mergersDue('2020-06-30')).toEqual([]);
    expect(await world.directory.mergersDue('2020-07-01')).toEqual([
      { from: 'alvsjo', to: 'hagersten-alvsjo', on: '2020-07-01' },
    ]);
    const mergers = await world.directory.mergersDue('2024-01-01');
    expect(mergers.map(({ on }) => on)).toEqual(['2020-07-01', '2023-07-01']);
    expect(presentDistrict(mergers, 'alvsjo')).toBe('soderort');
    expect(presentDistrict(mergers, 'farsta')).toBe('farsta');
  });

  it('remembers for two seconds what another wrote, and not at all what was written here', async () => {
    let ticks = 0;
    const other = new RegisterDirectory(world.pool, () => ticks);
    const at = '2022-01-01T00:00:00.000Z';
    expect(await other.person('farsta.new', at)).toBeNull();
    await world.put('person', { login: 'farsta.new', name: 'N', organisation: 'farsta', role: 'caseworker' });
    expect(await world.directory.person('farsta.new', at)).toMatchObject({ kind: 'district' });
    expect(await other.person('farsta.new', at)).toBeNull();
    ticks = 2_000;
    expect(await other.person('farsta.new', at)).not.toBeNull();
  });
});
