import { Tokens } from '../../src/access/tokens.js';
import { registerWorld, type RegisterWorld } from '../register/register-world.js';

const NOW = '2021-12-08T08:00:00.000Z';

describe('bearer tokens', () => {
  let world: RegisterWorld;
  let ticks = 0;
  const tokens = () => new Tokens(world.pool, world.directory, () => ticks);
  beforeAll(async () => {
    world = await registerWorld();
    await world.put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' });
    await world.put('person', {
      login: 'shis.a',
      name: 'A',
      organisation: 'shis',
      role: 'administrator',
      to: '2022-06-30',
    });
  });
  afterAll(() => world.close());

  const made = async (days = 30) => {
    const answer = await tokens().create('shis.a', days, NOW, { label: 'laptop' });
    if (!answer.ok) throw new Error(answer.code);
    return answer;
  };

  it('name their bearer, and are kept as a hash only', async () => {
    const { token } = await made();
    expect(token).toMatch(/^hus_[\w-]{43}$/);
    expect(await tokens().authenticate(token, NOW)).toEqual({
      login: 'shis.a',
      organisation: 'shis',
      kind: 'shis',
      role: 'administrator',
    });
    const { rows } = await world.pool.query<{ text: string }>('select t::text as text from api_token t');
    expect(rows.map(({ text }) => text).join()).not.toContain(token.slice(4));
  });

  it('are good until they expire, and as long as their bearer is there', async () => {
    const short = await made(1);
    expect(short.expires).toBe('2021-12-09T08:00:00.000Z');
    expect(await tokens().authenticate(short.token, '2021-12-09T07:59:59.999Z')).not.toBeNull();
    expect(await tokens().authenticate(short.token, '2021-12-09T08:00:00.000Z')).toBeNull();
    const long = await made(366);
    expect(await tokens().authenticate(long.token, '2022-06-30T12:00:00.000Z')).not.toBeNull();
    expect(await tokens().authenticate(long.token, '2022-07-01T12:00:00.000Z')).toBeNull();
  });

  it.each(['', 'hus_', 'hus_' + 'A'.repeat(43), "' or 1=1 --", 'x'.repeat(20_000), 'hus_åäö\u0000'])(
    'refuse %j',
    async (text) => {
      expect(await tokens().authenticate(text, NOW)).toBeNull();
    },
  );

  it('are taken back at once here, and within two seconds elsewhere', async () => {
    const { token, id } = await made();
    const [here, elsewhere] = [tokens(), tokens()];
    await Promise.all([here.authenticate(token, NOW), elsewhere.authenticate(token, NOW)]);
    expect(await here.revoke(id, NOW)).toBe(true);
    expect(await here.revoke(id, NOW)).toBe(false);
    expect(await here.authenticate(token, NOW)).toBeNull();
    expect(await elsewhere.authenticate(token, NOW)).not.toBeNull();
    ticks += 2_000;
    expect(await elsewhere.authenticate(token, NOW)).toBeNull();
    expect((await here.list('shis.a')).find((one) => one.id === id)).toMatchObject({
      login: 'shis.a',
      label: 'laptop',
      revoked: NOW,
    });
    expect(await here.list('nobody')).toEqual([]);
  });

  it('are refused to nobody, and for no sensible time', async () => {
    expect(await tokens().create('nobody', 30, NOW)).toMatchObject({ ok: false, code: 'unknown-reference' });
    for (const days of [0, -1, 1.5, 367, NaN])
      expect(await tokens().create('shis.a', days, NOW)).toMatchObject({ code: 'invalid-data' });
  });
});
