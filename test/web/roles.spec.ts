import { SESSION_COOKIE } from '../../src/access/request.js';
import { facilityFlat, household } from '../support/cast.js';
import { Caller } from '../api/served.js';
import { newFile, post } from './readings.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
beforeAll(async () => {
  world = await WebWorld.open();
}, 60_000);
afterAll(() => world.close());

describe('somebody with several roles', () => {
  it('chooses one before anything else, and does nothing until then', async () => {
    const visitor = await world.signedIn('farsta.chef');
    const sent = await visitor.get('/account');
    expect(sent.location).toBe(`${world.url}/choose-role?to=%2Faccount`);
    expect((await visitor.get('/api/v1/districts')).status).toBe(401);
    const page = await visitor.get(sent.location);
    expect(page.text).toContain('Chef, Farsta');
    expect(page.text).toContain('Systemförvaltare, Socialförvaltningen');
    const none = await visitor.form('/choose-role', { to: '/account' });
    expect([none.status, none.text.includes('Välj en av rollerna')]).toEqual([422, true]);
    const chosen = await visitor.form('/choose-role', { acting: 'farsta|manager', to: '/account' });
    expect(chosen.location).toBe(`${world.url}/account`);
    expect((await visitor.get('/account')).text).toContain('<span>Chef, Farsta</span>');
    expect((await world.log())[0]).toMatchObject({ event: 'role-chosen', login: 'farsta.chef' });
  });

  it('may in each what that role may, and nothing of the other', async () => {
    const visitor = await world.signedIn('farsta.chef');
    await visitor.form('/choose-role', { acting: 'farsta|manager' });
    expect((await visitor.get('/security')).status).toBe(403);
    await visitor.form('/choose-role', { acting: 'socialforvaltningen|systemAdministrator' });
    expect((await visitor.get('/security')).status).toBe(200);
    const opened = await visitor.send(
      'POST',
      '/api/v1/files',
      JSON.stringify({ workflow: 'referral', data: {} }),
      {
        'content-type': 'application/json',
        'x-husrum-token': await visitor.token(),
      },
    );
    expect(opened.status).not.toBe(201);
  });

  it('gets a new session secret with each role; the old one is worth nothing', async () => {
    const visitor = await world.signedIn('farsta.chef');
    const old = visitor.cookies.get(SESSION_COOKIE) as string;
    await visitor.form('/choose-role', { acting: 'farsta|manager' });
    expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(old);
    const thief = world.visitor();
    thief.cookies.set(SESSION_COOKIE, old);
    expect((await thief.get('/account')).status).toBe(401);
  });

  it.each(['shis|manager', 'farsta|systemAdministrator', 'farsta|manager|shis.chef', '', 'constructor'])(
    'does not get the role %j, which they do not hold',
    async (acting) => {
      const visitor = await world.signedIn('farsta.chef');
      expect((await visitor.form('/choose-role', { acting })).status).toBe(422);
      expect((await visitor.get('/api/v1/districts')).status).toBe(401);
    },
  );
});

describe('somebody who covers for a colleague', () => {
  it('acts in the colleague’s role, and the event holds both names', async () => {
    const visitor = await world.signedIn('shis.kollega');
    await visitor.form('/choose-role', { acting: 'shis|manager|shis.chef' });
    expect((await visitor.get('/account')).text).toContain('i stället för shis.chef');
    const sent = { workflow: 'dwelling', data: facilityFlat('7101', 2) };
    const opened = await visitor.send('POST', '/api/v1/files', JSON.stringify(sent), {
      'content-type': 'application/json',
      'x-husrum-token': await visitor.token(),
    });
    expect([opened.status, opened.text.slice(0, 200)]).toEqual([201, expect.anything()]);
    const { rows } = await world.owner.query<{ body: object }>(
      `select convert_from(canonical, 'UTF8')::jsonb as body from event order by recorded_at desc limit 1`,
    );
    expect(rows[0]?.body).toMatchObject({ by: 'shis.kollega', role: 'manager', onBehalfOf: 'shis.chef' });
  });

  it('does so on the days of the cover only', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    const { text } = await visitor.get('/account');
    expect(text).toContain('Bostadsadministratör, SHIS Bostäder');
    expect(text).not.toContain('i stället för');
  });

  it('makes no token in that role', async () => {
    const visitor = await world.signedIn('shis.kollega');
    await visitor.form('/choose-role', { acting: 'shis|manager|shis.chef' });
    await visitor.form('/account/tokens', { label: 'x', days: '30', read: 'on' });
    expect(await world.runtime.tokens.list('shis.kollega')).toEqual([]);
  });

  it('stops when the cover is taken back', async () => {
    const cover = { login: 'farsta.handlaggare', for: 'farsta.chef', from: '2020-01-01' };
    await world.put('cover', { ...cover, to: '2099-01-01' });
    const visitor = await world.signedIn('farsta.handlaggare');
    await visitor.form('/choose-role', { acting: 'farsta|manager|farsta.chef' });
    expect((await visitor.get('/account')).status).toBe(200);
    await world.put('cover', { ...cover, to: '2020-01-02' }, '2020-01-03T00:00:00Z');
    expect((await visitor.get('/account')).status).toBe(401);
  });
});

describe('a token', () => {
  const made = async (scope: Record<string, string>, role = 'shis|administrator') => {
    const visitor = await world.signedIn('shis.kollega');
    await visitor.form('/choose-role', { acting: role });
    const { text } = await visitor.form('/account/tokens', { label: 'Prov', days: '30', ...scope });
    const token = /hus_[\w-]{43}/.exec(text)?.[0] as string;
    return new Caller(world.url, { authorization: `Bearer ${token}` });
  };

  it('is good for its scopes only', async () => {
    const report = '/api/v1/reports/yearly-goal?year=2021';
    const flat = { workflow: 'dwelling', data: facilityFlat('7102', 2) };
    const outcomes = async (api: Caller) => [
      (await api.get('/api/v1/districts')).status,
      (await api.post('/api/v1/files', flat, { 'idempotency-key': 'flat' })).status,
      (await api.get(report)).status,
    ];
    expect(await outcomes(await made({ read: 'on' }))).toEqual([200, 403, 403]);
    expect(await outcomes(await made({ write: 'on' }))).toEqual([403, 201, 403]);
    expect(await outcomes(await made({ reports: 'on' }))).toEqual([403, 403, 200]);
    const refused = await (await made({ read: 'on' })).get(report);
    expect(refused.body.code).toBe('out-of-scope');
  });

  it('acts in the role that it was made in, and is taken back at once', async () => {
    const api = await made({ read: 'on' });
    const [token] = await world.runtime.tokens.list('shis.kollega');
    expect(token).toMatchObject({
      acting: { organisation: 'shis', role: 'administrator' },
      scopes: ['read'],
    });
    const stranger = await world.signedIn('skarholmen.handlaggare');
    await stranger.form('/account/tokens/revoke', { id: token?.id as string });
    expect((await api.get('/api/v1/districts')).status).toBe(200);
    const admin = await world.signedIn('system.forvaltare');
    await admin.form('/security/tokens/revoke', { id: token?.id as string });
    expect((await api.get('/api/v1/districts')).status).toBe(401);
    expect((await world.log())[0]).toMatchObject({ event: 'token-revoked', by: 'system.forvaltare' });
  });

  it('is not made of a form with faults, which are told in a summary and at the field', async () => {
    const visitor = await world.signedIn('skarholmen.handlaggare');
    const page = await visitor.form('/account/tokens', { label: ' ', days: '1e2' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Fel: Mitt konto – Husrum</title>');
    for (const id of ['label', 'days', 'scope-read']) expect(page.text).toContain(`href="#${id}"`);
    expect(page.text).toContain('value="1e2"');
    expect(await world.runtime.tokens.list('skarholmen.handlaggare')).toEqual([]);
  });
});

describe('a household', () => {
  it('is opened by session as by token, in the role acted in', async () => {
    const visitor = await world.signedIn('skarholmen.handlaggare');
    const data = { household: household({ district: 'skarholmen' }) };
    const opened = await visitor.send(
      'POST',
      '/api/v1/files',
      JSON.stringify({ workflow: 'referral', data }),
      {
        'content-type': 'application/json',
        'x-husrum-token': await visitor.token(),
      },
    );
    expect([opened.status, opened.text]).toEqual([201, expect.stringContaining('skarholmen')]);
  });
});

describe('culling', () => {
  it('is put forward by one system administrator and carried out by another, who is told first what goes', async () => {
    const farsta = await world.signedIn('farsta.handlaggare');
    const file = await newFile(world);
    expect(
      (await post(farsta, `/files/${file}/processes/1/events`, { type: 'discard', data: {} })).status,
    ).toBe(200);
    const admin = await world.signedIn('system.forvaltare');
    expect((await admin.get('/culling')).text).toContain('Inget ärende är i tur. Nästa blir det');
    await world.owner.query(`update case_file set recorded_at = '2001-06-01' where id = $1`, [file]);
    const { text } = await admin.get('/culling');
    expect(text).toMatch(/2001-06-01.*2007-12-31.*Lägg fram.*1 ärende hos Farsta/s);
    expect(text).not.toContain(file);
    const put = await admin.form('/culling/proposals', { organisation: 'farsta' });
    expect((await admin.get(put.location)).text).toContain('Be en annan systemförvaltare att gallra dem.');
    const proposal = /name="proposal" value="(\d+)"/.exec((await admin.get('/culling')).text)?.[1] as string;
    const alone = await admin.form('/culling/answer', { proposal, do: 'cull' });
    expect((await admin.get(alone.location)).text).toContain('eller så lade du själv fram det');
    expect((await farsta.get(`/files/${file}`)).text).toContain('Varför läser du');

    const second = await world.signedIn('farsta.chef');
    await second.form('/choose-role', { acting: 'socialforvaltningen|systemAdministrator', to: '/' });
    expect((await second.get('/')).text).toMatch(/Gallringar som väntar på en andra person.*?>1</s);
    expect((await second.get('/culling')).text).toContain('Det här försvinner för alltid');
    const done = await second.form('/culling/answer', { proposal, do: 'cull' });
    expect((await second.get(done.location)).text).toMatch(
      /Gallringen är gjord.*Gjorda gallringar.*farsta\.chef/s,
    );
    expect((await farsta.get(`/files/${file}`)).status).toBe(404);
    const events = (await world.log()).filter(({ event }) => event.startsWith('cull'));
    expect(events).toMatchObject([
      { event: 'culled', login: 'farsta.chef', ref: proposal },
      { event: 'culling-proposed', login: 'system.forvaltare', ref: proposal },
    ]);
  });
});
