import fastify, { type FastifyRequest } from 'fastify';
import { limitersOf } from '../../src/platform/rate-limit.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
beforeAll(async () => {
  world = await WebWorld.open({ RATE_LIMIT: '60', BASE_URL: 'https://husrum.example' });
}, 60_000);
afterAll(() => world.close());

/** Asks until it is refused, and gives after how many times, with the refusal. */
async function until429(ask: () => Promise<{ status: number; headers: Headers; text: string }>) {
  for (let times = 1; times <= 300; times++) {
    const got = await ask();
    if (got.status === 429) return { times, got };
  }
  throw new Error('never refused');
}

describe('where people come over TLS', () => {
  it('browsers are told to go on doing so, by pages and API alike', async () => {
    for (const path of ['/', '/api', '/health/live', '/nowhere']) {
      const { headers } = await world.visitor().get(path);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    }
  });
});

describe('guessing', () => {
  it('is counted by all processes together: signing in, and tokens that are none', async () => {
    const { runtime } = world;
    const limits = () => limitersOf(fastify(), 60, () => runtime.pool);
    const request = { routeOptions: {} } as FastifyRequest;
    const nodes = await Promise.all([limits(), limits(), limits()]);
    for (const name of ['signIn', 'stranger'] as const) {
      const share = name === 'signIn' ? 6 : 60;
      const waits: (number | null)[] = [];
      for (let n = 0; n <= share; n++) waits.push((await nodes[n % 3]?.[name](request, '192.0.2.7')) ?? null);
      expect(waits.slice(0, share)).toEqual(Array(share).fill(null));
      expect(waits.at(-1)).toBeGreaterThan(0);
    }
    const { rows } = await world.owner.query('select t::text as row from tries t');
    expect(JSON.stringify(rows)).not.toContain('192.0.2.7');
    await world.owner.query(`update tries set ends_at = ends_at - interval '2 minutes'`);
    expect(await (await limits()).signIn(request, '192.0.2.7')).toBeNull();
  });
});

describe('whoever asks too often', () => {
  it('waits as long as Retry-After says: a session for itself', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    const other = await world.signedIn('shis.chef');
    const { times, got } = await until429(() => visitor.get('/account'));
    expect(times).toBe(61);
    expect(Number(got.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(got.text).toContain('För många försök');
    expect((await other.get('/account')).status).toBe(200);
  });

  it('waits: a token for itself, which may ask two hundred times as often', async () => {
    const strict = await WebWorld.open({ RATE_LIMIT: '1' });
    const { tokens, clock } = strict.runtime;
    const made = await tokens.create('farsta.handlaggare', 1, clock.now());
    const headers = { authorization: `Bearer ${made.ok && made.token}` };
    const { times, got } = await until429(() => strict.visitor().get('/api/v1/districts', headers));
    await strict.close();
    expect(times).toBe(201);
    expect(Number(got.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.parse(got.text).code).toBe('too-many-requests');
  });

  it('waits sooner at signing in, by address, and does not get round it with cookies or headers', async () => {
    let n = 0;
    const { times } = await until429(() => {
      const visitor = world.visitor();
      visitor.cookies.set('__Host-husrum-sign-in', `x${++n}`);
      return visitor.get('/auth/callback?state=x&code=y', { 'x-forwarded-for': `10.0.0.${n}` });
    });
    expect(times).toBeLessThanOrEqual(7);
  });

  it('waits when guessing tokens, whatever is guessed', async () => {
    let n = 0;
    const { times } = await until429(() =>
      world.visitor().get('/api/v1/districts', { authorization: `Bearer hus_guess${++n}` }),
    );
    expect(times).toBeLessThanOrEqual(61);
  });
});
