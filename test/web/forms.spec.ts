import { SESSION_COOKIE } from '../../src/access/request.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let visitor: Visitor;
beforeAll(async () => {
  world = await WebWorld.open();
  visitor = await world.signedIn('shis.handlaggare');
}, 60_000);
afterAll(() => world.close());

const MAKE = '/account/tokens';
const wish = { label: 'Prov', days: '30', read: 'on' };
const made = async () => (await world.runtime.tokens.list()).length;

describe('a form', () => {
  afterEach(async () => {
    expect(await made()).toBe(0);
  });

  it('is not taken without its token, with a wrong one, or with another session’s', async () => {
    const other = await (await world.signedIn('shis.chef')).token();
    expect((await visitor.bareForm(MAKE, wish)).status).toBe(403);
    for (const token of ['', 'x', 'x'.repeat(43), other])
      expect((await visitor.bareForm(MAKE, { ...wish, token })).status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])(
    'is not taken from a page that is %s, even with its token',
    async (site) => {
      const page = await visitor.form(MAKE, wish, { 'sec-fetch-site': site });
      expect([page.status, page.text.includes('kommer inte från Husrum')]).toEqual([403, true]);
    },
  );

  it('is not taken from another origin by a browser that tells only that', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      expect((await visitor.form(MAKE, wish, { origin })).status).toBe(403);
  });

  it('is not taken with a field that it does not have, or one of another shape', async () => {
    const strangers: Record<string, string>[] = [
      { login: 'shis.chef' },
      { role: 'manager' },
      { __proto__x: '1' },
      { read: 'yes' },
    ];
    for (const more of strangers) expect((await visitor.form(MAKE, { ...wish, ...more })).status).toBe(400);
    const token = await visitor.token();
    const twice = `token=${token}&label=a&label=b&days=30&read=on`;
    for (const body of [
      twice,
      `token=${token}&label=a&days=30&read=on&__proto__=x`,
      `token=${token}&constructor[a]=b`,
    ]) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await visitor.send('POST', MAKE, body, type)).status).toBe(400);
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('is not taken as JSON or as files, nor when it is larger than any form', async () => {
    const token = await visitor.token();
    const json = { 'content-type': 'application/json' };
    expect((await visitor.send('POST', MAKE, JSON.stringify({ token, ...wish }), json)).status).toBe(415);
    expect((await visitor.form(MAKE, { ...wish, label: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('changes nothing by GET', async () => {
    for (const path of [MAKE, '/auth/sign-out', '/security/sessions/end'])
      expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.get('/account')).status).toBe(200);
  });
});

describe('the API with a session', () => {
  const post = (headers: Record<string, string>) =>
    visitor.send('POST', '/api/v1/files/search', JSON.stringify({ text: 'Testsson' }), {
      'content-type': 'application/json',
      ...headers,
    });

  it('takes what changes or searches only with the form token, from this site', async () => {
    const token = await visitor.token();
    expect((await post({ 'x-husrum-token': token })).status).toBe(200);
    for (const headers of [
      {},
      { 'x-husrum-token': 'x' },
      { 'x-husrum-token': token, 'sec-fetch-site': 'cross-site' },
      { 'x-husrum-token': token, origin: 'https://evil.example' },
    ]) {
      const got = await post(headers as Record<string, string>);
      expect([got.status, JSON.parse(got.text).code]).toEqual([403, 'cross-site']);
    }
  });

  it('reads without it, and takes a bad bearer token for no session', async () => {
    expect((await visitor.get('/api/v1/districts')).status).toBe(200);
    const bad = await visitor.get('/api/v1/districts', { authorization: 'Bearer hus_forged' });
    expect(bad.status).toBe(401);
  });
});

describe('every page', () => {
  it('loads nothing from elsewhere and runs no script but its own, by a nonce that is new each time', async () => {
    const [one, other] = [await visitor.get('/account'), await visitor.get('/account')];
    const csp = one.headers.get('content-security-policy') ?? '';
    expect(csp).toMatch(/^default-src 'none';script-src 'nonce-[\w+/]{22}==';/);
    expect(csp).not.toMatch(/unsafe|\*|https:/);
    for (const none of ['object-src', 'base-uri', 'frame-ancestors']) expect(csp).toContain(`${none} 'none'`);
    expect(csp).not.toBe(other.headers.get('content-security-policy'));
    const nonce = /'nonce-([^']+)'/.exec(csp)?.[1] as string;
    expect(one.text.match(/<script/g)).toHaveLength(1);
    expect(one.text).toContain(`nonce="${nonce}"`);
    expect(one.text).not.toMatch(/\sstyle="|\son\w+="|javascript:/);
    const loaded = [...one.text.matchAll(/(?:src|href|action)="([^"]+)"/g)].map(
      ([, address]) => address as string,
    );
    expect(loaded.filter((address) => !/^[/#]/.test(address))).toEqual([]);
  });

  it('is not kept, framed, sniffed or told to other sites', async () => {
    for (const path of ['/', '/account', '/nowhere', '/auth/signed-out']) {
      const { headers } = await visitor.get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  it('comes with files that may be kept for ever, since their names hold their content', async () => {
    const { text } = await visitor.get('/account');
    const files = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(files).toHaveLength(3);
    for (const path of files) {
      const { status, headers } = await visitor.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('cache-control')).toContain('immutable');
    }
    const css = await visitor.get(files.find((path) => path.endsWith('.css')) as string);
    const fonts = [...css.text.matchAll(/url\('([^']+)'\)/g)].map(([, path]) => path as string);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect([font, (await visitor.get(font)).status]).toEqual([font, 200]);
  });

  it('tells nothing of what went wrong', async () => {
    await world.owner.query('alter table session rename to session_away');
    try {
      const page = await visitor.get('/account');
      expect(page.status).toBe(500);
      expect(page.text).toContain('Något gick fel hos oss');
      // The names of the files are digests, in which any two letters may stand.
      const told = page.text.replaceAll(/\/assets\/[^"]+/g, '');
      expect(told).not.toMatch(/session|select|relation|pg|\.ts|at /i);
    } finally {
      await world.owner.query('alter table session_away rename to session');
    }
  });

  it('is there in both languages, and remembers the choice', async () => {
    const reader = world.visitor();
    expect((await reader.get('/')).text).toContain('<html lang="sv">');
    expect((await reader.get('/', { 'accept-language': 'en' })).text).toContain('<html lang="en">');
    const chosen = await reader.get('/auth/signed-out?lang=en');
    expect(chosen.location).toBe(`${world.url}/auth/signed-out`);
    expect((await reader.get('/')).text).toContain('Sign in');
    expect(reader.cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await reader.get('/nowhere')).text).toContain('href="/?lang=sv"');
  });

  it('answers other systems that look for nothing with a problem, and people with a page', async () => {
    expect((await visitor.get('/nowhere', { accept: 'application/json' })).text).toContain('no-such-address');
    expect((await visitor.get('/api/nowhere')).text).toContain('no-such-address');
    expect((await visitor.get('/nowhere')).text).toContain('Sidan finns inte');
  });
});
