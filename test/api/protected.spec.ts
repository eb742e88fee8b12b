import { mock } from 'node:test';
import { facilityFlat } from '../support/cast.js';
import { checks } from '../../src/files/checks.queries.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
let [family, dwelling] = ['', ''];
const skarholmen = () => api.as('skarholmen.handlaggare');
const shis = () => api.as('shis.handlaggare');
const kollega = () => api.as('shis.kollega');
const farsta = () => api.as('farsta.handlaggare');

const person = (ref: string, name: string, born: string, more: object = {}) => ({
  ref,
  name,
  born,
  gender: 'unknown',
  adult: born < '2003',
  ...more,
});
const members = [
  person('one', 'Ixolite Zyxström', '1984-05-06', { personNumber: '191212121212' }),
  person('other', 'Quaxander Zyxström', '1983-04-05'),
  person('child-1', 'Vexia Zyxström', '2014-03-04', { share: 'whole', school: 'Krumelurskolan' }),
  person('child-2', 'Wuxal Zyxström', '2016-02-03', { share: 'whole' }),
];
const UNMISTAKABLE = /Ixolite|Quaxander|Zyxström|Vexia|Wuxal|Krumelurskolan|191212121212/;

/** Skärholmen refers a couple with two children, protected from the first day; SHIS's colleague is named; they get a flat. */
beforeAll(async () => {
  api = await Served.open();
  family = await referral(skarholmen(), { type: 'couple', district: 'skarholmen', members });
  const data = { kind: 'sekretessmarkering', ref: 'one', handlers: ['shis.kollega'] };
  expect((await skarholmen().step(family, null, 'setProtection', data)).status).toBe(200);
  dwelling = await flat(shis(), facilityFlat('5101', 3));
  await skarholmen().step(family, 1, 'submit', { ground: 'statute' });
  await kollega().step(family, 1, 'approve');
  const offered = await kollega().step(family, 1, 'makeOffer', { dwelling: { ref: `${dwelling}/1` } });
  expect([offered.status, offered.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
}, 60_000);
afterAll(() => api.close());

const OTHERS = [
  'farsta.handlaggare',
  'shis.handlaggare',
  'shis.chef',
  'formedlingen.handlaggare',
  'socialforvaltningen.granskare',
  'system.forvaltare',
];

describe('a family with protected identity', () => {
  it('costs a stranger who steps in it the same as a file that is not there', async () => {
    const costOf = async (file: string): Promise<unknown[]> => {
      // The registers are read anew after two seconds, whoever asks: here each time.
      api.runtime.directory.forget();
      const reads = mock.method(api.runtime.pool, 'query');
      const { status } = await farsta().step(file, 1, 'submit');
      reads.mock.restore();
      return [status, reads.mock.callCount()];
    };
    await costOf(family);
    const cached = await costOf(family);
    api.runtime.engine.files.forget([family]);
    const absent = await costOf(`${family.slice(0, -2)}00`);
    expect([cached, await costOf(family)]).toEqual([absent, absent]);
  });

  it('is there for its named handlers alone', async () => {
    for (const login of ['skarholmen.handlaggare', 'shis.kollega'])
      expect([login, (await api.as(login).get(`/api/v1/files/${family}`)).status]).toEqual([login, 200]);
    for (const login of OTHERS)
      for (const path of ['', '/events', '?at=2021-02-01']) {
        const got = await api.as(login).get(`/api/v1/files/${family}${path}`);
        const none = await api.as(login).get(`/api/v1/files/00000000000${path}`);
        expect([login, path, got.status, got.text]).toEqual([login, path, 404, none.text]);
      }
  });

  it('stands in no list or search of others, by name, number, district or handler', async () => {
    for (const login of OTHERS) {
      for (const query of [
        '',
        '?workflow=referral',
        '?district=skarholmen',
        '?assignee=skarholmen.handlaggare',
        `?text=${family}`,
      ]) {
        const { text } = await api.as(login).get(`/api/v1/files${query}`);
        expect([login, query, text.includes(family)]).toEqual([login, query, false]);
      }
      for (const words of ['Zyxström', 'Ixolite', '191212121212', family]) {
        const { text } = await api.as(login).post('/api/v1/files/search', { text: words });
        expect([login, words, text]).toEqual([login, words, '{"files":[],"next":null}']);
      }
    }
    const { body } = await kollega().post('/api/v1/files/search', { text: 'Zyxström' });
    expect(body.files.map((one: { id: string }) => one.id)).toEqual([family]);
  });

  it('takes no step of anybody else, and answers as if it were not there', async () => {
    for (const login of OTHERS)
      for (const [type, data] of [
        ['note', { note: 'x' }],
        ['grantAccess', { to: login }],
        ['transferDistrict', { to: 'farsta' }],
      ] as const) {
        const got = await api.as(login).step(family, null, type, data);
        const none = await api.as(login).step('00000000000', null, type, data);
        expect([login, type, got.status, got.text]).toEqual([login, type, 404, none.text]);
      }
  });

  it('is not found through the flat that it is offered', async () => {
    for (const login of ['shis.handlaggare', 'farsta.handlaggare', 'socialforvaltningen.granskare'])
      for (const path of ['', '/events']) {
        const { status, text } = await api.as(login).get(`/api/v1/files/${dwelling}${path}`);
        expect([login, path, status, text.includes(family)]).toEqual([login, path, 200, false]);
        expect(text).not.toMatch(UNMISTAKABLE);
      }
    expect((await kollega().get(`/api/v1/files/${dwelling}/events`)).text).toContain(family);
  });

  it('is seen no more by whoever the access is taken back from, and must keep one who sees it', async () => {
    const grant = { to: 'shis.handlaggare' };
    expect((await skarholmen().step(family, null, 'grantAccess', grant)).status).toBe(200);
    expect((await shis().get(`/api/v1/files/${family}`)).status).toBe(200);
    await skarholmen().step(family, null, 'revokeAccess', { from: 'shis.handlaggare' });
    expect((await shis().get(`/api/v1/files/${family}`)).status).toBe(404);
    const alone = await referral(farsta());
    await farsta().step(alone, null, 'setProtection', { kind: 'fingerade-uppgifter' });
    const no = await farsta().step(alone, null, 'revokeAccess', { from: 'farsta.handlaggare' });
    expect([no.status, no.body.code]).toEqual([422, 'guard']);
    const unseen = async () => {
      const { pool, registry } = api.runtime;
      return (await checks(pool, registry, api.now)).find(({ name }) => name === 'unseen-families');
    };
    expect(await unseen()).toMatchObject({ count: 0 });
    await farsta().step(alone, 1, 'submit');
    expect(await unseen()).toMatchObject({ count: 1, examples: ['shis'] });
  });

  it('moves to another district with a new handler, and the old one loses it at once', async () => {
    const without = await skarholmen().step(family, null, 'transferDistrict', { to: 'farsta' });
    expect([without.status, without.body.code]).toEqual([422, 'guard']);
    const before = (await skarholmen().get(`/api/v1/files/${family}`)).body.processes[0].context.queueDate;
    const moved = { to: 'farsta', handler: 'farsta.handlaggare' };
    expect((await skarholmen().step(family, null, 'transferDistrict', moved)).status).toBe(200);
    expect((await skarholmen().get(`/api/v1/files/${family}`)).status).toBe(404);
    expect((await api.as('farsta.chef').get(`/api/v1/files/${family}`)).status).toBe(404);
    expect((await kollega().get(`/api/v1/files/${family}`)).status).toBe(200);
    const { body } = await farsta().get(`/api/v1/files/${family}`);
    expect([body.district, body.processes[0].context.queueDate]).toEqual(['farsta', before]);
    const named = body.household.handlers as { login: string; to: string | null }[];
    expect(named.filter(({ to }) => to === null).map(({ login }) => login)).toEqual([
      'shis.kollega',
      'farsta.handlaggare',
    ]);
  });

  it('is told to an auditor: what a named handler could see on a day, and nothing of the family', async () => {
    const auditor = api.as('socialforvaltningen.granskare');
    const seen = async (login: string, on: string) => {
      const { body, text } = await auditor.get(`/api/v1/handlers/${login}/files?on=${on}`);
      expect(text).not.toMatch(UNMISTAKABLE);
      return (body.files as { file: string; protection: string }[]).filter(({ file }) => file === family);
    };
    expect(await seen('skarholmen.handlaggare', '2021-02-01')).toMatchObject([
      { protection: 'sekretessmarkering', from: expect.any(String), to: expect.any(String) },
    ]);
    expect(await seen('skarholmen.handlaggare', '2021-01-31')).toEqual([]);
    expect(await seen('skarholmen.handlaggare', '2021-02-02')).toEqual([]);
    expect(await seen('farsta.handlaggare', '2021-02-02')).toMatchObject([{ to: null }]);
    expect(await seen('farsta.chef', '2021-02-01')).toEqual([]);
    const no = await farsta().get('/api/v1/handlers/shis.kollega/files?on=2021-02-01');
    expect([no.status, no.body.code]).toEqual([403, 'not-permitted']);
  });

  it('is everybody’s again who may see it on the day after the last, and when it is ended', async () => {
    const id = await referral(farsta());
    await farsta().step(id, 1, 'submit');
    await farsta().step(id, null, 'setProtection', { kind: 'skyddad-folkbokforing', until: '2021-02-02' });
    api.set('2021-02-02T23:00');
    expect((await shis().get(`/api/v1/files/${id}`)).status).toBe(404);
    await farsta().step(id, null, 'setProtection', { kind: 'none' });
    expect((await shis().get(`/api/v1/files/${id}`)).status).toBe(200);
    await farsta().step(id, null, 'setProtection', { kind: 'skyddad-folkbokforing', until: '2021-02-02' });
    api.set('2021-02-03T00:00');
    expect((await shis().get(`/api/v1/files/${id}`)).status).toBe(200);
    const passed = await farsta().step(id, null, 'setProtection', {
      kind: 'sekretessmarkering',
      until: '2021-02-02',
    });
    expect([passed.status, passed.body.code]).toEqual([422, 'guard']);
  });
});

describe('what a district hands on to SHIS', () => {
  it('is nothing before the referral is sent, not even that there is one', async () => {
    const id = await referral(farsta());
    expect((await shis().get(`/api/v1/files/${id}`)).status).toBe(404);
    await farsta().step(id, 1, 'discard');
    expect((await shis().get(`/api/v1/files/${id}`)).status).toBe(404);
    expect((await shis().step(id, 1, 'reopen', { reason: 'mistake' })).status).toBe(404);
    expect((await farsta().step(id, 1, 'reopen', { reason: 'mistake' })).status).toBe(200);
  });

  it('is without what stays with the district: the children’s school, and its own notes', async () => {
    const pupil = person('child-1', 'Barn Testsson', '2014-03-04', {
      share: 'whole',
      school: 'Krumelurskolan',
    });
    const id = await referral(farsta(), { members: [person('mother', 'Mor Testsson', '1984-05-06'), pupil] });
    await farsta().step(id, null, 'note', { note: 'Bara för stadsdelen' });
    await farsta().step(id, 1, 'submit', { ground: 'consent' });
    for (const path of ['', '/events', '?at=2021-02-03']) {
      const [theirs, own] = [
        await shis().get(`/api/v1/files/${id}${path}`),
        await farsta().get(`/api/v1/files/${id}${path}`),
      ];
      expect([path, theirs.text.includes('Krumelur'), own.text.includes('Krumelur')]).toEqual([
        path,
        false,
        true,
      ]);
      expect(theirs.text).not.toContain('Bara för stadsdelen');
      expect(theirs.text).toContain('Mor Testsson');
    }
    expect((await farsta().get(`/api/v1/files/${id}/events`)).text).toContain('Bara för stadsdelen');
  });

  it('is who they are no longer when the family takes its consent back, until a law is named', async () => {
    const id = await referral(farsta());
    await farsta().step(id, 1, 'submit');
    const shown = async () => (await shis().get(`/api/v1/files/${id}`)).body;
    const finds = async (who: ReturnType<typeof shis>, text: string) =>
      (await who.post('/api/v1/files/search', { text })).text.includes(id);
    expect((await shown()).processes[0].context.ground).toBe('consent');
    expect(await finds(shis(), 'Testsson')).toBe(true);
    expect((await farsta().step(id, 1, 'withdrawConsent')).status).toBe(200);
    for (const text of ['Testsson', 'Test Testsson'])
      expect([await finds(shis(), text), await finds(farsta(), text)]).toEqual([false, true]);
    expect(await finds(shis(), id)).toBe(true);
    for (const path of ['', '/events', '?at=2021-02-03'])
      expect((await shis().get(`/api/v1/files/${id}${path}`)).text).not.toMatch(/Testsson|1985-04-01/);
    expect((await shown()).household).toMatchObject({ type: 'single-woman' });
    expect((await farsta().step(id, 1, 'disclose', { ground: 'statute' })).status).toBe(200);
    expect(JSON.stringify(await shown())).toContain('Testsson');
    expect(await finds(shis(), 'Testsson')).toBe(true);
    expect((await farsta().step(id, 1, 'withdrawConsent')).body.code).toBe('guard');
  });
});
