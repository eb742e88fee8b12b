import { SESSION_COOKIE } from '../../src/access/request.js';
import { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
beforeAll(async () => {
  world = await WebWorld.open();
}, 60_000);
afterAll(() => world.close());

const LOGIN = 'shis.handlaggare';

describe('signing in', () => {
  it('ends in a session, bound to a cookie for this host that no script reads', async () => {
    const visitor = world.visitor();
    const back = await visitor.signIn(LOGIN, '/account');
    expect([back.status, back.location]).toEqual([303, `${world.url}/account`]);
    const cookie = back.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`));
    expect(cookie).toMatch(/^__Host-husrum=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const page = await visitor.get('/account');
    expect(page.status).toBe(200);
    expect(page.text).toContain('shis.handlaggare');
    const kept = await world.owner.query('select s::text as row from session s');
    expect(JSON.stringify(kept.rows)).not.toContain(visitor.cookies.get(SESSION_COOKIE));
    expect((await world.log())[0]).toMatchObject({ event: 'sign-in', login: LOGIN });
  });

  it('asks for a code with PKCE, a state and a nonce, and puts nothing of a person in an address', async () => {
    const { location } = await world.visitor().get('/auth/sign-in');
    const asked = Object.fromEntries(new URL(location).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
    expect(await world.visitor().callback(LOGIN)).not.toContain('handlaggare');
  });

  it('gives a new session each time and ends the old one of the same browser', async () => {
    const visitor = await world.signedIn(LOGIN);
    const old = visitor.cookies.get(SESSION_COOKIE) as string;
    await visitor.signIn(LOGIN);
    expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(old);
    visitor.cookies.set(SESSION_COOKIE, old);
    expect((await visitor.get('/account')).status).toBe(401);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/auth/sign-in',
    'javascript:alert(1)',
    '/a\r\nb',
  ])('goes on to the start page when told to go to %j', async (to) => {
    const back = await world.visitor().signIn(LOGIN, to);
    expect(back.location).toBe(`${world.url}/`);
  });
});

describe('whoever comes by another name of the machine', () => {
  it('signs in at the address that the provider sends back to', async () => {
    const elsewhere = new Visitor(world.url.replace('127.0.0.1', 'localhost'));
    const sent = await elsewhere.get('/auth/sign-in?to=/account');
    expect(sent.location).toBe(`${world.url}/auth/sign-in?to=%2Faccount`);
    expect(sent.headers.getSetCookie()).toEqual([]);
  });
});

describe('a sign-in is refused', () => {
  const refused = async (page: { status: number; text: string; headers: Headers }, ref: string) => {
    expect(page.status).toBe(400);
    expect(page.text).toContain('Inloggningen gick inte');
    expect(page.headers.getSetCookie().some((one) => one.startsWith(SESSION_COOKIE))).toBe(false);
    expect((await world.log())[0]).toMatchObject({ event: 'sign-in-refused', ref });
  };

  it('when its answer is replayed', async () => {
    const visitor = world.visitor();
    const callback = await visitor.callback(LOGIN);
    expect((await visitor.get(callback)).status).toBe(303);
    await refused(await visitor.get(callback), 'state');
  });

  it('when its code was used before, in another sign-in', async () => {
    const visitor = world.visitor();
    const [used, fresh] = [new URL(await visitor.callback(LOGIN)), new URL(await visitor.callback(LOGIN))];
    await visitor.get(used.href);
    fresh.searchParams.set('code', used.searchParams.get('code') as string);
    await refused(await visitor.get(fresh.href), 'provider-refused');
  });

  it.each(['wrong', ''])('when its state is %j', async (state) => {
    const visitor = world.visitor();
    const callback = new URL(await visitor.callback(LOGIN));
    callback.searchParams.set('state', state);
    await refused(await visitor.get(callback.href), 'state');
  });

  it('when another browser began it', async () => {
    await refused(await world.visitor().get(await world.visitor().callback(LOGIN)), 'state');
  });

  it('when its nonce is not the one that was sent', async () => {
    const visitor = world.visitor();
    const callback = await visitor.callback(LOGIN, '/', (url) =>
      url.searchParams.set('nonce', 'x'.repeat(43)),
    );
    await refused(await visitor.get(callback), 'not-from-provider');
  });

  it('when another verifier was promised', async () => {
    const visitor = world.visitor();
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const callback = await visitor.callback(LOGIN, '/', (url) =>
      url.searchParams.set('code_challenge', challenge),
    );
    await refused(await visitor.get(callback), 'provider-refused');
  });

  it('when it comes from another issuer', async () => {
    const visitor = world.visitor();
    const callback = new URL(await visitor.callback(LOGIN));
    callback.searchParams.set('iss', 'https://evil.example');
    await refused(await visitor.get(callback.href), 'not-from-provider');
  });

  it('when it took longer than ten minutes', async () => {
    const visitor = world.visitor();
    const callback = await visitor.callback(LOGIN);
    await world.owner.query(`update pending_sign_in set expires_at = expires_at - interval '10 minutes'`);
    await refused(await visitor.get(callback), 'state');
  });

  it('when the provider knows somebody whom the registers do not', async () => {
    const visitor = world.visitor();
    const gone = { login: 'shis.gone', name: 'G', organisation: 'shis', role: 'administrator' };
    await world.put('person', gone);
    const callback = await visitor.callback('shis.gone');
    await world.put('person', { ...gone, to: '2010-02-01' }, '2010-01-02T00:00:00Z');
    const page = await visitor.get(callback);
    expect([page.status, page.headers.getSetCookie()]).toEqual([403, []]);
    expect((await world.log())[0]).toMatchObject({
      event: 'sign-in-refused',
      login: 'shis.gone',
      ref: 'unknown',
    });
  });
});

describe('signing out', () => {
  it('ends the session here and at the provider, and a stolen cookie is worth nothing after it', async () => {
    const visitor = await world.signedIn(LOGIN);
    const stolen = visitor.cookies.get(SESSION_COOKIE) as string;
    const out = await visitor.form('/auth/sign-out');
    const end = /<form method="post" action="([^"]+)" data-at-once/.exec(out.text)?.[1] as string;
    expect(end).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/session\/end$/);
    expect(out.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${new URL(end).origin};`,
    );
    const hidden = [...out.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name, value]) => [name as string, value as string]));
    expect(Object.keys(fields)).toEqual(['client_id', 'post_logout_redirect_uri', 'id_token_hint']);
    const claims = JSON.parse(
      Buffer.from(fields['id_token_hint']?.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({ sub: LOGIN, aud: 'husrum' });
    const thief = world.visitor();
    thief.cookies.set(SESSION_COOKIE, stolen);
    expect((await thief.get('/account')).status).toBe(401);
    expect((await thief.get('/api/v1/districts')).status).toBe(401);
    const confirm = await visitor.bareForm(end, fields);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(confirm.text)?.[1] as string;
    const ended = await visitor.bareForm(`${new URL(end).origin}/session/end/confirm`, {
      xsrf,
      logout: 'yes',
    });
    expect(ended.location).toBe(`${world.url}/auth/signed-out`);
    expect((await visitor.get(ended.location)).text).toContain('Du är utloggad');
  });

  it('at the provider ends every session that began with it, through the back channel', async () => {
    const visitor = await world.signedIn(LOGIN);
    const other = await world.signedIn('shis.chef');
    const provider = (await visitor.get('/auth/sign-in')).location;
    const end = await visitor.get(new URL('/session/end?client_id=husrum', provider).href);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(end.text)?.[1] as string;
    await visitor.bareForm(new URL('/session/end/confirm', provider).href, { xsrf, logout: 'yes' });
    expect((await visitor.get('/account')).status).toBe(401);
    expect((await other.get('/account')).status).toBe(200);
    expect((await world.log())[0]).toMatchObject({ event: 'provider-sign-out', login: LOGIN });
  });

  it('is not done by a logout token that the provider did not sign', async () => {
    const visitor = await world.signedIn(LOGIN);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const iss = new URL((await visitor.get('/auth/sign-in')).location).origin;
    const claims = { iss, aud: 'husrum', iat: Math.floor(Date.now() / 1000), jti: 'x', sub: LOGIN, events };
    for (const token of [
      `${part({ alg: 'none' })}.${part(claims)}.`,
      `${part({ alg: 'ES256', kid: 'demo' })}.${part(claims)}.AAAA`,
      `${part({ alg: 'HS256' })}.${part(claims)}.AAAA`,
      'x',
    ]) {
      const got = await world.visitor().bareForm('/auth/backchannel-logout', { logout_token: token });
      expect(got.status).toBe(400);
    }
    expect((await visitor.get('/account')).status).toBe(200);
  });
});
