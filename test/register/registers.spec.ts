import { Register1700000000002 } from '../../src/migrations/0002-register.js';
import { migrations } from '../../src/migrations/index.js';
import { registers } from '../../src/register/registers.js';
import { MORNING, registerWorld, type RegisterWorld } from './register-world.js';

const points = {
  ...{ workflow: 'referral', name: 'pointsChildren', from: '2020-02-01', value: 4, source: 'Beslut 12' },
};

describe('the registers', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await registerWorld();
  });
  afterAll(() => world.close());

  const changes = async (): Promise<number> =>
    (await world.pool.query<{ n: number }>('select count(*)::int as n from register_change')).rows[0]?.n ?? 0;
  const line = (register: string, data: unknown, at = MORNING) =>
    world.book.put(register, data, { at, by: 'casebook' });

  it('want nothing more of the schema than the migration made', async () => {
    const { upQueries } = await world.source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('take a line once, and log it with its moment and author', async () => {
    const before = await changes();
    expect(await world.put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' })).toBe(true);
    expect(await world.put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' })).toBe(false);
    expect(
      await world.put(
        'organisation',
        { code: 'shis', kind: 'shis', name: 'SHIS' },
        '2021-01-01T09:00:00+01:00',
      ),
    ).toBe(false);
    expect(await changes()).toBe(before + 1);
    const { rows } = await world.pool.query(
      `select register, data, valid_from, by from register_change where data ->> 'code' = 'shis'`,
    );
    expect(rows).toEqual([
      {
        register: 'organisation',
        data: { code: 'shis', kind: 'shis', name: 'SHIS' },
        valid_from: new Date(MORNING),
        by: 'casebook',
      },
    ]);
  });

  it('change nothing when a whole book is put again, also where a later line overtook an earlier', async () => {
    const book = [
      [
        'organisation',
        { code: 'farsta', kind: 'district', name: 'Farsta stadsdelsnämnd' },
        '2020-01-01T08:00:00Z',
      ],
      [
        'person',
        { login: 'farsta.a', name: 'A', organisation: 'farsta', role: 'caseworker' },
        '2020-01-01T08:00:00Z',
      ],
      [
        'person',
        { login: 'farsta.a', name: 'A', organisation: 'farsta', role: 'manager' },
        '2020-01-01T08:00:00Z',
      ],
      [
        'person',
        { login: 'farsta.a', name: 'A', organisation: 'farsta', role: 'caseworker' },
        '2021-01-01T08:00:00Z',
      ],
      ['district', { code: 'farsta', name: 'Farsta', from: '2007-01-01' }, '2020-01-01T08:00:00Z'],
      ['facility', { code: 'ekbacken', name: 'Ekbacken', from: '2010-01-01' }, '2020-01-01T08:00:00Z'],
      ['goal', { year: 2022, forms: ['transitional'], goal: 140 }, '2021-12-01T00:00:00Z'],
    ] as const;
    for (const [register, data, at] of book) expect(await world.put(register, data, at)).toBe(true);
    const logged = await changes();
    for (const [register, data, at] of book) expect(await world.put(register, data, at)).toBe(false);
    expect(await changes()).toBe(logged);
    expect(await world.directory.person('farsta.a', '2020-06-01T00:00:00.000Z')).toMatchObject({
      role: 'manager',
    });
  });

  it('take the same line once, however many bring it at a time', async () => {
    const data = { code: 'tallasen', name: 'Tallåsen', from: '2015-01-01' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.put('facility', data)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    const { rows } = await world.pool.query(`select 1 from facility where code = 'tallasen'`);
    expect(rows).toHaveLength(1);
  });

  it('keep every version of a goal; the order of its forms makes no difference', async () => {
    await world.put(
      'goal',
      { year: 2020, forms: ['supported-housing', 'housing-first'], goal: 400 },
      '2019-12-01T00:00:00Z',
    );
    await world.put('goal', { year: 2020, forms: ['transitional'], goal: 90 }, '2019-12-01T00:00:00Z');
    await world.put('goal', { year: 2020, forms: ['transitional'], goal: 100 }, '2020-02-01T00:00:00Z');
    expect(
      await world.put(
        'goal',
        { year: 2020, forms: ['housing-first', 'supported-housing'], goal: 400 },
        '2020-03-01T00:00:00Z',
      ),
    ).toBe(false);
    const { rows } = await world.pool.query(
      `select forms, goal, valid_from::text as "from" from goal where year = 2020 order by id`,
    );
    expect(rows).toEqual([
      { forms: ['housing-first', 'supported-housing'], goal: 400, from: '2019-12-01' },
      { forms: ['transitional'], goal: 90, from: '2019-12-01' },
      { forms: ['transitional'], goal: 100, from: '2020-02-01' },
    ]);
  });

  it('refuse a register that is not there, and name those that are', async () => {
    const answer = await line('sample', {});
    expect(answer).toMatchObject({ ok: false, code: 'unknown-reference' });
    expect(JSON.stringify(answer)).toContain(
      'organisation, district, person, assignment, cover, delegation, home, facility, goal, policy, forecast, surveyRound, surveyResponse',
    );
    expect(await line('constructor', {})).toMatchObject({ code: 'unknown-reference' });
  });

  it('refuse data that does not fit, field by field, in both languages', async () => {
    const answer = await line('person', { login: 'X Y', organisation: 'shis', role: 'king' });
    expect(answer).toMatchObject({ ok: false, code: 'invalid-data' });
    if (answer.ok) return;
    expect(answer.fields?.map(({ path }) => path).sort()).toEqual(['login', 'name', 'role']);
    for (const { message } of answer.fields ?? []) expect(message.sv).not.toBe(message.en);
    for (const data of [null, 3, [], 'x', { code: {} }])
      expect(await line('organisation', data)).toMatchObject({ code: 'invalid-data' });
    expect(await line('facility', { code: 'x', name: 'x', from: '2021-02-30' })).toMatchObject({
      code: 'invalid-data',
    });
    expect(await line('facility', { code: 'x', name: 'x', from: '2021-02-01' }, 'soon')).toMatchObject({
      code: 'invalid-data',
    });
  });

  it.each([
    ['organisation', { code: 'shis', kind: 'agency', name: 'SHIS' }, 'kind'],
    ['organisation', { code: 'husrum', kind: 'agency', name: 'Husrum' }, 'code'],
    ['district', { code: 'shis', name: 'SHIS', from: '2007-01-01' }, 'code'],
    ['district', { code: 'd', name: 'D', from: '2007-01-01', to: '2006-12-31' }, 'to'],
    ['district', { code: 'd', name: 'D', from: '2007-01-01', to: '2020-12-31', successor: 'd' }, 'successor'],
    ['person', { login: 'husrum', name: 'H', organisation: 'shis', role: 'officer' }, 'login'],
    ['person', { login: 'h', name: 'H', organisation: 'nowhere', role: 'officer' }, 'organisation'],
    ['person', { login: 'h', name: 'H', organisation: 'shis', role: 'officer', to: '2019-12-31' }, 'to'],
    ['policy', { ...points, from: '2020-01-01' }, 'from'],
    ['policy', { ...points, from: '2019-12-31' }, 'from'],
    ['policy', { ...points, name: 'pointsLuck' }, 'name'],
    ['policy', { ...points, workflow: 'lottery' }, 'name'],
    ['policy', { ...points, unit: 'months' }, 'unit'],
    ['policy', { ...points, value: 1_001 }, 'value'],
    ['policy', { ...points, name: 'otherNeedsReason', value: 2 }, 'value'],
    ['policy', { ...points, name: 'reviewTerm' }, 'unit'],
    ['policy', { ...points, name: 'reviewTerm', unit: 'workingDays', value: 0 }, 'value'],
  ])('refuse a %s that contradicts itself or the others: %j', async (register, data, path) => {
    expect(await line(register, data)).toMatchObject({ ok: false, code: 'invalid-data', fields: [{ path }] });
  });

  it('let no district end while cases are left to nobody: its own, or those that others hand over to it later', async () => {
    const [old, heir] = ['old', 'heir'].map((code) => ({ code, name: code, from: '2007-01-01' }));
    await world.put('district', { ...heir });
    await world.put('district', { ...old, to: '2020-06-30', successor: 'heir' });
    expect(await line('district', { ...heir, to: '2020-06-30' })).toMatchObject({ fields: [{ path: 'to' }] });
    const alone = { ...heir, to: '2020-07-31' };
    expect(await world.put('district', alone)).toBe(true);
    await world.pool.query(
      `insert into case_file (id, kind, version, head, record, district, opened_at, recorded_at)
       values ('held', 'household', 1, '', '{}', 'heir', '2020-01-01', '2020-01-01')`,
    );
    expect(await world.put('district', alone)).toBe(false);
    const sooner = { ...heir, to: '2020-07-15' };
    expect(await line('district', sooner)).toMatchObject({ fields: [{ path: 'successor' }] });
    expect(await world.put('district', { ...sooner, successor: 'third' })).toBe(true);
    expect(await world.put('district', alone)).toBe(false);
  });

  it('take a value of policy from the day after it is written, unless that day has been worked on', async () => {
    const later = { ...points, from: '2020-01-02' };
    expect(await world.put('policy', later)).toBe(true);
    expect(await world.put('policy', later)).toBe(false);
    await world.pool.query(
      `insert into event (file_id, seq, recorded_at, canonical, hash) values ('worked', 1, '2020-01-02T09:00:00Z', '', '')`,
    );
    expect(await line('policy', { ...later, value: 9 })).toMatchObject({ fields: [{ path: 'from' }] });
    expect(await world.put('policy', later)).toBe(false);
    expect(await world.put('policy', { ...later, from: '2020-01-03', value: 9 })).toBe(true);
  });

  it('can be added to by the application, never altered; the auditor reads all but the tokens themselves', async () => {
    const client = await world.pool.connect();
    const denied = (sql: string) => expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    try {
      await client.query('set role husrum_app');
      await client.query(
        `insert into facility (code, name, valid_from, recorded_at) values ('a', 'A', '2020-01-01', '2020-01-01')`,
      );
      for (const table of [
        'organisation',
        'district',
        'person',
        'facility',
        'goal',
        'policy_row',
        'register_change',
      ]) {
        await denied(`update ${table} set recorded_at = '2020-01-01'`);
        await denied(`delete from ${table}`);
      }
      await denied('delete from api_token');
      await denied(`update api_token set expires_at = '2030-01-01'`);
      await client.query('set role husrum_auditor');
      await client.query('select * from register_change');
      await client.query('select login, revoked_at from api_token');
      await denied('select hash from api_token');
      await denied(
        `insert into facility (code, name, valid_from, recorded_at) values ('b', 'B', '2020-01-01', '2020-01-01')`,
      );
    } finally {
      await client.query('reset role');
      client.release();
    }
  });

  it('are written with the rights of the application', async () => {
    const runner = world.source.createQueryRunner();
    try {
      await runner.query('set role husrum_app');
      const data = { code: 'sjostigen', name: 'Sjöstigen', from: '2020-02-01' };
      const entry = { at: MORNING, by: 'shis.a' };
      expect(await registers.facility.put(runner.manager, data, entry, Buffer.from)).toEqual({
        ok: true,
        changed: true,
      });
    } finally {
      await runner.query('reset role');
      await runner.release();
    }
  });

  it('can be taken down and made again', async () => {
    const runner = world.source.createQueryRunner();
    const migration = new Register1700000000002();
    const at = migrations.indexOf(Register1700000000002);
    const later = migrations.slice(at + 1).map((Migration) => new Migration());
    for (const one of [...later].reverse()) await one.down(runner);
    await migration.down(runner);
    expect(await runner.hasTable('register_change')).toBe(false);
    await migration.up(runner);
    for (const one of later) await one.up(runner);
    await runner.release();
    expect((await world.source.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });
});
