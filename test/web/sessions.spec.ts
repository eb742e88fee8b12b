import { SESSION_COOKIE } from '../../src/access/request.js';
import { fill } from './filling.js';
import { newFile, post } from './readings.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
beforeAll(async () => {
  world = await WebWorld.open();
}, 60_000);
afterAll(() => world.close());

const status = async (visitor: Visitor, path = '/account') => (await visitor.get(path)).status;

describe('a session', () => {
  it('is over after 30 minutes without use, and use prolongs it', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    await world.later(29);
    expect(await status(visitor)).toBe(200);
    await world.later(29);
    expect(await status(visitor)).toBe(200);
    await world.later(31);
    const page = await visitor.get('/account');
    expect([page.status, page.text.includes('Du har loggats ut')]).toEqual([401, true]);
    expect(await status(visitor, '/api/v1/districts')).toBe(401);
  });

  it('is over after 10 hours, used or not', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    for (let minutes = 0; minutes < 580; minutes += 20) {
      await world.later(20);
      expect([minutes, await status(visitor)]).toEqual([minutes, 200]);
    }
    await world.later(20);
    expect(await status(visitor)).toBe(401);
  });

  it('tells the script how long it lasts, and is prolonged by it', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    await world.later(25);
    const answer = await visitor.form('/session/extend');
    expect(JSON.parse(answer.text)).toEqual({ idle: 1800, rest: expect.any(Number) });
    await world.later(25);
    expect(await status(visitor)).toBe(200);
  });

  it('ends at once when its owner leaves, and when they get another post', async () => {
    const person = { login: 'shis.ny', name: 'N', organisation: 'shis', role: 'administrator' };
    for (const change of [
      { ...person, to: '2020-01-31' },
      { ...person, role: 'manager' },
    ]) {
      await world.put('person', person);
      const visitor = await world.signedIn('shis.ny');
      expect(await status(visitor)).toBe(200);
      await world.put('person', change, '2020-01-01T00:00:00Z');
      expect(await status(visitor)).toBe(401);
      await world.put('person', person, '2020-01-01T00:00:00Z');
      expect(await status(visitor)).toBe(401);
    }
  });

  it('is listed to its owner, who can end the others and nobody else’s', async () => {
    const [here, there] = [
      await world.signedIn('farsta.handlaggare'),
      await world.signedIn('farsta.handlaggare'),
    ];
    const stranger = await world.signedIn('skarholmen.handlaggare');
    const { text } = await here.get('/account');
    const refs = [...text.matchAll(/name="ref" value="([^"]+)"/g)].map(([, ref]) => ref as string);
    expect(refs).toHaveLength(1);
    await stranger.form('/account/sessions/end', { ref: refs[0] as string });
    expect(await status(there)).toBe(200);
    await here.form('/account/sessions/end', { ref: refs[0] as string });
    expect([await status(there), await status(here)]).toEqual([401, 200]);
  });

  it('is seen and ended by a system administrator, and by nobody else', async () => {
    const admin = await world.signedIn('system.forvaltare');
    const visitor = await world.signedIn('boendeenheten.handlaggare');
    const { text } = await admin.get('/security');
    const ref = /boendeenheten\.handlaggare.*?name="ref" value="([^"]+)"/s.exec(text)?.[1] as string;
    expect(await status(visitor, '/security')).toBe(403);
    expect((await visitor.form('/security/sessions/end', { ref })).status).toBe(403);
    expect((await admin.form('/security/sessions/end', { ref })).text).toContain('Inloggningen är avslutad');
    expect(await status(visitor)).toBe(401);
    expect((await world.log())[0]).toEqual({
      event: 'session-revoked',
      login: 'boendeenheten.handlaggare',
      by: 'system.forvaltare',
      ref,
    });
  });

  it('is not made by a cookie that nobody was given', async () => {
    for (const value of ['x', 'A'.repeat(43), '', "'or1=1--", '%00']) {
      const visitor = world.visitor();
      visitor.cookies.set(SESSION_COOKIE, value);
      expect(await status(visitor)).toBe(401);
    }
  });
});

describe('a form that is sent too late', () => {
  const typed = { label: 'Skolskjutsen <b>', days: '77', reports: 'on' };

  const timedOut = async (): Promise<Visitor> => {
    const visitor = await world.signedIn('shis.chef');
    const token = await visitor.token();
    await world.later(31);
    const page = await visitor.bareForm('/account/tokens', { token, ...typed });
    expect(page.status).toBe(401);
    expect(page.text).toContain('Det du skrev är sparat i en timme');
    expect(page.text).toContain('/auth/sign-in?to=%2Faccount');
    return visitor;
  };
  const made = async () => (await world.runtime.tokens.list('shis.chef')).length;

  it('does nothing, and shows what was typed after signing in again, once', async () => {
    const visitor = await timedOut();
    expect(await made()).toBe(0);
    const rows = await world.owner.query('select s::text as row from session s where kept is not null');
    expect(rows.rows).toHaveLength(1);
    expect(JSON.stringify(rows.rows)).not.toContain('Skolskjutsen');
    await visitor.signIn('shis.chef', '/account');
    const { text } = await visitor.get('/account');
    expect(text).toContain('Det du skrev innan du loggades ut finns kvar');
    expect(text).toContain('value="Skolskjutsen &lt;b');
    expect(text).toContain('value="77"');
    expect(text).toMatch(/name="reports"[^>]*checked/);
    expect(text).not.toMatch(/name="read"[^>]*checked/);
    expect((await visitor.get('/account')).text).not.toContain('Skolskjutsen');
  });

  it('keeps nothing for whoever signs in after it', async () => {
    const visitor = await timedOut();
    visitor.cookies.delete('_session');
    visitor.cookies.delete('_session.sig');
    await visitor.signIn('shis.kollega', '/account');
    await visitor.form('/choose-role', { acting: 'shis|administrator', to: '/account' });
    expect((await visitor.get('/account')).text).not.toContain('Skolskjutsen');
    const { rowCount } = await world.owner.query('select from session where kept is not null');
    expect(rowCount).toBe(0);
  });

  it('keeps it for an hour', async () => {
    const visitor = await timedOut();
    await world.owner.query(`update session set kept_until = kept_until - interval '1 hour'`);
    await visitor.signIn('shis.chef', '/account');
    expect((await visitor.get('/account')).text).not.toContain('Skolskjutsen');
  });

  it('keeps nothing that another site sent', async () => {
    const visitor = await world.signedIn('shis.chef');
    await world.later(31);
    const page = await visitor.bareForm('/account/tokens', { token: 'x', ...typed });
    expect(page.status).toBe(403);
    const { rowCount } = await world.owner.query('select from session where kept is not null');
    expect(rowCount).toBe(0);
  });
});

describe('what gives or takes access', () => {
  const link = /href="([^"]*fresh=1[^"]*)"/;

  it('asks for a sign-in of the last ten minutes, at which the provider asks anew who it is', async () => {
    const admin = await world.signedIn('system.forvaltare');
    const other = await world.signedIn('boendeenheten.handlaggare');
    const { text } = await admin.get('/security');
    const ref = /boendeenheten\.handlaggare.*?name="ref" value="([^"]+)"/s.exec(text)?.[1] as string;
    await world.later(11);
    const asked = await admin.form('/security/sessions/end', { ref });
    expect([asked.status, asked.text.includes('Logga in igen för att göra det här')]).toEqual([401, true]);
    expect(await status(other)).toBe(200);
    const way = (link.exec(asked.text)?.[1] as string).replaceAll('&amp;', '&');
    const { location } = await admin.get(way);
    expect(Object.fromEntries(new URL(location).searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '600',
    });
    expect((await admin.signInAt(way, 'system.forvaltare')).location).toBe(`${world.url}/security`);
    expect((await admin.form('/security/sessions/end', { ref })).status).toBe(200);
    expect(await status(other)).toBe(401);
  });

  it('asks it of the API too, where a register is written with a session', async () => {
    const admin = await world.signedIn('system.forvaltare');
    const write = async () => {
      const headers = { 'content-type': 'application/json', 'x-husrum-token': await admin.token() };
      const data = { login: 'ny.kollega', name: 'Ny', organisation: 'farsta', role: 'caseworker' };
      const got = await admin.send('POST', '/api/v1/registers/person', JSON.stringify({ data }), headers);
      return [got.status, JSON.parse(got.text).code ?? JSON.parse(got.text).changed];
    };
    await world.later(11);
    expect(await write()).toEqual([401, 'sign-in-too-old']);
    await admin.signIn('system.forvaltare');
    expect(await write()).toEqual([200, true]);
  });

  it('is not got round by a provider that says that it asked long ago', async () => {
    const admin = await world.signedIn('system.forvaltare');
    await world.owner.query(`update session set authenticated_at = authenticated_at - interval '1 hour'`);
    const again = await admin.get(await admin.callback('system.forvaltare'));
    expect(again.status).toBe(303);
    await world.owner.query(`update session set authenticated_at = null`);
    const ended = await admin.form('/security/sessions/end', { ref: 'x' });
    expect(ended.status).toBe(401);
  });

  it('loses neither what was typed nor the role that it was typed in', async () => {
    const visitor = await world.signedIn('farsta.chef');
    await visitor.form('/choose-role', { acting: 'farsta|manager', to: '/' });
    await world.later(11);
    const asked = await visitor.form('/account/tokens', { label: 'Nyckeln till 1', days: '7', read: 'on' });
    expect(asked.status).toBe(401);
    const way = (link.exec(asked.text)?.[1] as string).replaceAll('&amp;', '&');
    expect((await visitor.signInAt(way, 'farsta.chef')).location).toBe(`${world.url}/account`);
    const page = await visitor.get('/account');
    expect(page.text).toContain('value="Nyckeln till 1"');
  });

  it('is asked of steps in a case too, on the page and by the API, but of no other step and no dry run', async () => {
    const file = await newFile(world);
    const farsta = await world.signedIn('farsta.handlaggare');
    const step = async (type: string, data: object, dry = '') => {
      const sent = await post(farsta, `/files/${file}/events${dry}`, { type, data });
      return [sent.status, (JSON.parse(sent.text) as { code?: string }).code];
    };
    const hiding = { kind: 'sekretessmarkering', handlers: ['shis.kollega'] };
    expect(await step('assign', { handler: 'farsta.handlaggare' })).toEqual([200, undefined]);
    await world.later(11);
    for (const [type, data] of [
      ['setProtection', hiding],
      ['grantAccess', { to: 'shis.kollega' }],
      ['revokeAccess', { from: 'shis.kollega' }],
    ] as const)
      expect([type, ...(await step(type, data))]).toEqual([type, 401, 'sign-in-too-old']);
    expect(await step('setProtection', hiding, '?dryRun=true')).toEqual([200, undefined]);
    expect(await step('note', { note: 'Ringde skolan.' })).toEqual([200, undefined]);
    const path = `/files/${file}/steps/file.setProtection`;
    const typed = { 'd.kind': 'fingerade-uppgifter', 'd.note': 'Polisen ringde.' };
    const asked = await fill(farsta, path, typed);
    expect([asked.status, asked.text.includes('Logga in igen för att göra det här')]).toEqual([401, true]);
    const way = (link.exec(asked.text)?.[1] as string).replaceAll('&amp;', '&');
    expect((await farsta.signInAt(way, 'farsta.handlaggare')).location).toBe(`${world.url}${path}`);
    expect((await farsta.get(path)).text).toContain('Polisen ringde.');
    expect(await step('setProtection', hiding)).toEqual([200, undefined]);
  });

  it('is asked before a case is opened in an emergency, a decision is corrected or an entry is sealed', async () => {
    const file = await newFile(world);
    const [farsta, shis] = [await world.signedIn('farsta.handlaggare'), await world.signedIn('shis.chef')];
    await post(farsta, `/files/${file}/processes/1/events`, { type: 'submit', data: { ground: 'statute' } });
    const reject = { type: 'reject', data: { reason: 'no-child' } };
    const done = await post(shis, `/files/${file}/processes/1/events`, reject);
    const answered = JSON.parse(done.text) as { step: { event: string } };
    const { step } = answered;
    await post(farsta, `/files/${file}/events`, { type: 'assign', data: { handler: 'farsta.handlaggare' } });
    const noted = await post(farsta, `/files/${file}/events`, {
      type: 'note',
      data: { note: 'Ringde fel familj.' },
    });
    const note = (JSON.parse(noted.text) as typeof answered).step.event.split(':')[1];
    const correct = async (dry = '') => {
      const at = `/files/${file}/events/${step.event.split(':')[1]}/correction${dry}`;
      return (await post(shis, at, { void: true, reason: 'Fel familj' })).status;
    };
    await post(shis, `/files/${file}/purpose`, { reason: 'follow-up' });
    const stranger = await world.signedIn('skarholmen.handlaggare');
    const urgent = { file, reason: 'danger', note: 'Dörren är uppbruten.' };
    await world.later(11);
    expect([await correct('?dryRun=true'), await correct()]).toEqual([200, 401]);
    const asked = await stranger.form('/emergency', urgent);
    expect(asked.status).toBe(401);
    expect((await post(stranger, `/files/${file}/emergency`, { reason: 'danger', note: 'x' })).status).toBe(
      401,
    );
    expect((await stranger.get(`/files/${file}`)).status).toBe(404);
    const seal = async (dry = '') =>
      (await post(farsta, `/files/${file}/events/${note}/sealing${dry}`, { reason: 'Fel familj' })).status;
    expect([await seal('?dryRun=true'), await seal()]).toEqual([200, 401]);
    const way = (link.exec(asked.text)?.[1] as string).replaceAll('&amp;', '&');
    await stranger.signInAt(way, 'skarholmen.handlaggare');
    expect((await stranger.get('/emergency')).text).toContain('Dörren är uppbruten.');
    expect((await stranger.form('/emergency', urgent)).location).toBe(`${world.url}/files/${file}`);
    await shis.signIn('shis.chef');
    expect(await correct()).toBe(200);
    await farsta.signIn('farsta.handlaggare');
    expect(await seal()).toBe(200);
  });
});
