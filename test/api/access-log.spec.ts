import { createHash } from 'node:crypto';
import { logView, readersView } from '../../src/api/access/log-view.js';
import { openedFor } from '../../src/files/file-view.js';
import { PurposeNeeded } from '../../src/files/purpose-needed.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';
import { facilityFlat } from '../support/cast.js';
import { entries, logged } from './readings.js';

let api: Served;
let [own, other] = ['', ''];
beforeAll(async () => {
  api = await Served.open();
  own = await referral(api.as('farsta.handlaggare'));
  other = await referral(api.as('skarholmen.handlaggare'), { district: 'skarholmen' });
  await api.as('farsta.handlaggare').step(own, 1, 'submit');
  await api.as('skarholmen.handlaggare').step(other, 1, 'submit');
  await api.as('farsta.handlaggare').step(own, null, 'assign', { handler: 'farsta.handlaggare' });
}, 60_000);
afterAll(() => api.close());

const file = (id: string, more = ''): string => `/api/v1/files/${id}${more}`;
const log = (query: string): string => `/api/v1/access-log?${query}`;
const officer = () => api.as('socialforvaltningen.granskare');
const chef = () => api.as('farsta.chef');

describe('a purpose', () => {
  it('that was stated counts until midnight in Stockholm, for that file', async () => {
    const second = await referral(api.as('farsta.handlaggare'));
    api.set('2021-03-27T23:50');
    const got = await chef().post(file(own, '/purpose'), { reason: 'follow-up', note: 'Efter klagomål' });
    expect([got.status, got.body]).toEqual([201, { reason: 'follow-up', until: '2021-03-27T23:00:00.000Z' }]);
    const why = async (id = own) => (await logged(api, () => chef().get(file(id))))[0]?.why;
    expect([await why(), await why(second)]).toEqual(['stated', 'unstated']);
    api.set('2021-03-28T00:00');
    expect(await why()).toBe('unstated');
    api.set('2021-10-31T00:10');
    const autumn = await chef().post(file(own, '/purpose'), { reason: 'follow-up' });
    expect(autumn.body.until).toBe('2021-10-31T23:00:00.000Z');
    api.set('2021-10-31T23:59');
    expect(await why()).toBe('stated');
    api.set('2021-11-01T00:00');
    expect(await why()).toBe('unstated');
  });

  it('is out of a list, which anybody signed in can read in both languages', async () => {
    const { body } = await chef().get('/api/v1/access-reasons');
    expect(body.purposes).toContainEqual({ code: 'absence', label: 'Vikarierar för handläggaren' });
    const english = await chef().get('/api/v1/access-reasons', { 'accept-language': 'en' });
    expect(english.body.emergency[0]).toEqual({
      code: 'danger',
      label: 'Danger to somebody’s life or health',
    });
    const got = await chef().post(file(own, '/purpose'), { reason: 'curious' });
    expect([got.status, got.body.code]).toEqual([422, 'unknown-reason']);
  });

  it('on a flat that has no key takes no note', async () => {
    const id = await flat(api.as('shis.handlaggare'), facilityFlat('3101', 2));
    const shis = api.as('shis.kollega');
    const got = await shis.post(file(id, '/purpose'), { reason: 'matching', note: 'x' });
    expect([got.status, got.body.fields]).toEqual([422, [{ path: 'note', message: expect.any(String) }]]);
    expect((await shis.post(file(id, '/purpose'), { reason: 'matching' })).status).toBe(201);
  });

  it('is asked of a person before a page, once a day, unless they handle the case', async () => {
    const { runtime } = api;
    api.set('2021-11-02T10:00');
    const readerFor = async (login: string) => {
      const person = await runtime.directory.person(login, api.now);
      if (person === null) throw new Error(login);
      return { person, via: 'session:1', isSession: true };
    };
    const [handler, manager] = [await readerFor('farsta.handlaggare'), await readerFor('farsta.chef')];
    await expect(openedFor(runtime, own, handler, 'file')).resolves.toMatchObject({ ok: true });
    const before = (await entries(api)).length;
    await expect(openedFor(runtime, own, manager, 'file')).rejects.toMatchObject({
      name: 'PurposeNeeded',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'absence' })]),
    });
    expect((await entries(api)).length).toBe(before);
    await expect(openedFor(runtime, other, manager, 'file')).resolves.toMatchObject({ code: 'not-found' });
    await openedFor(runtime, own, { ...manager, purpose: 'absence' }, 'file');
    await expect(openedFor(runtime, own, manager, 'file')).resolves.toMatchObject({ ok: true });
    api.set('2021-11-03T10:00');
    await expect(openedFor(runtime, own, manager, 'file')).rejects.toThrow(PurposeNeeded);
  });
});

describe('the access log of a file', () => {
  it('is read by officers and by the organisation that answers for the household', async () => {
    for (const login of [
      'farsta.handlaggare',
      'farsta.chef',
      'socialforvaltningen.granskare',
      'system.forvaltare',
    ]) {
      const got = await api.as(login).get(log(`file=${own}`));
      expect([login, got.status]).toEqual([login, 200]);
      expect(logView.safeParse(got.body).success).toBe(true);
    }
    const shis = await api.as('shis.handlaggare').get(log(`file=${own}`));
    expect([shis.status, shis.body.code]).toEqual([403, 'not-permitted']);
    for (const login of ['skarholmen.handlaggare', 'formedlingen.handlaggare'])
      expect((await api.as(login).get(log(`file=${own}`))).status).toBe(404);
    expect((await api.as('socialforvaltningen.analytiker').get(log(`file=${own}`))).status).toBe(403);
    expect((await officer().get(log('file=00000000000'))).status).toBe(404);
  });

  it('tells who tried, and its chain can be computed again by anyone', async () => {
    await api.as('skarholmen.handlaggare').get(file(own));
    const { body } = await officer().get(log(`file=${own}&limit=1000`), { 'accept-language': 'en' });
    const tried = body.entries.filter((one: { refused: boolean }) => one.refused);
    expect(tried.map((one: { login: string }) => one.login)).toContain('skarholmen.handlaggare');
    expect(tried[0]).toMatchObject({ whatLabel: expect.any(String), whyLabel: 'no reason stated' });
    let head = Buffer.alloc(0);
    for (const { canonical, hash } of body.entries.reverse() as { canonical: string; hash: string }[]) {
      head = createHash('sha256').update(head).update(canonical).digest();
      expect(head.toString('hex')).toBe(hash);
    }
  });

  it('is paged without a gap, and narrowed to days', async () => {
    const whole = (await officer().get(log(`file=${own}&limit=1000&to=2021-11-02`))).body.entries;
    const paged: object[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await officer().get(
        log(`file=${own}&limit=3&to=2021-11-02${next && `&cursor=${next}`}`),
      );
      paged.push(...body.entries);
      next = body.next;
    }
    expect(whole.length).toBeGreaterThan(6);
    expect(paged).toEqual(whole);
    const { body } = await officer().get(log(`file=${own}&from=2021-10-31&to=2021-10-31`));
    expect(body.entries.map((one: { at: string }) => one.at)).toEqual([
      '2021-10-31T22:59:00.000Z',
      '2021-10-30T22:10:00.000Z',
    ]);
  });

  it('with lists tells the lists too that showed it', async () => {
    await api.as('farsta.handlaggare').get('/api/v1/files');
    const what = async (more: string) => {
      const { body } = await officer().get(log(`file=${own}${more}`));
      return body.entries.map((one: { what: string }) => one.what);
    };
    expect(await what('')).not.toContain('list');
    expect(await what('&lists=true')).toContain('list');
  });
});

describe('the access log of a person', () => {
  it('is read by officers alone, and that is logged', async () => {
    const got = await logged(api, () => officer().get(log('login=farsta.chef')));
    expect(got).toMatchObject([
      {
        stream: 'person:socialforvaltningen.granskare',
        what: 'log-of-person',
        details: { login: 'farsta.chef' },
      },
    ]);
    const { body } = await officer().get(log('login=farsta.chef'));
    expect(new Set(body.entries.map((one: { login: string }) => one.login))).toEqual(
      new Set(['farsta.chef']),
    );
    const no = await logged(api, async () => {
      expect((await chef().get(log('login=farsta.handlaggare'))).status).toBe(403);
    });
    expect(no).toMatchObject([{ what: 'log-of-person', refused: true }]);
  });

  it('is asked for one thing at a time', async () => {
    for (const query of [
      '',
      `file=${own}&login=farsta.chef`,
      'login=ÅÄÖ',
      'file=x',
      'login=a&from=2021-02-30',
    ]) {
      const got = await officer().get(log(query));
      expect([query, got.status]).toEqual([query, 400]);
    }
    const lost = await officer().get(log(`file=${own}&cursor=${Buffer.from('["x"]').toString('base64url')}`));
    expect(lost.status).toBe(400);
  });
});

describe('the list of readers for the family', () => {
  it('says in plain words who, of which organisation, when and why', async () => {
    const family = await referral(api.as('farsta.handlaggare'));
    await api.as('farsta.handlaggare').step(family, 1, 'submit');
    api.set('2021-11-04T10:00');
    await api.as('farsta.handlaggare').step(family, null, 'assign', { handler: 'farsta.handlaggare' });
    await api.as('farsta.handlaggare').get(file(family));
    api.set('2021-11-04T10:05');
    await api.as('shis.handlaggare').get(file(family), { 'access-purpose': 'matching' });
    await api.as('shis.handlaggare').get(file(family));
    await api.as('skarholmen.handlaggare').get(file(family));
    const { body } = await chef().get(file(family, '/readers'));
    expect(readersView.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({ file: family, printed: '2021-11-04' });
    expect(body.readers[0].told).toBe('tog ett steg i ärendet');
    expect(body.readers.slice(1)).toEqual([
      {
        ...{ name: 'farsta.handlaggare', organisation: 'Farsta', day: '2021-11-04', time: '10:00', times: 2 },
        told: 'läste ärendet, tog ett steg i ärendet (handlägger ärendet)',
      },
      {
        ...{
          name: 'shis.handlaggare',
          organisation: 'SHIS Bostäder',
          day: '2021-11-04',
          time: '10:05',
          times: 2,
        },
        told: 'läste ärendet (angav ett skäl: Söker en familj som en lägenhet passar)',
      },
    ]);
    const text = await chef().get(file(family, '/readers?format=text'), { 'accept-language': 'en' });
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.text).toContain(`Who has read file ${family}\nThe list was made on 2021-11-04.`);
    expect(text.text).toContain('2021-11-04 10:05  shis.handlaggare, SHIS Bostäder: read the file');
    expect(text.text).not.toContain('skarholmen');
  });
});

describe('the plain columns of the log', () => {
  it('hold nothing that somebody typed about a family', async () => {
    const secret = 'Qwxzyhemlig';
    const by = api.as('farsta.handlaggare');
    await by.post(file(own, '/purpose'), { reason: 'contact', note: secret });
    await by.post('/api/v1/files/search', { text: secret });
    for (const query of ['text', 'district', 'assignee', 'responsible', 'state'])
      await by.get(`/api/v1/files?${query}=${secret.toLowerCase()}`);
    await by.get(file(secret));
    await officer().get(log(`login=${secret.toLowerCase()}`));
    await by.get(file(own), { 'access-purpose': secret });
    await by.get(`/api/v1/reports/${secret.toLowerCase()}?year=2021`);
    await by.get(`/api/v1/reports/yearly-goal?year=2021&colour=${secret}`);
    await by.get(`/api/v1/reports/yearly-goal?year=2021&by=${secret}`);
    const tables = [
      'access_stream',
      'access_entry',
      'access_note',
      'alert',
      'emergency_access',
      'review_item',
      'setting',
    ];
    for (const table of tables) {
      const { rows } = await api.runtime.pool.query<{ text: string }>(
        `select lower(t::text) as text from ${table} t`,
      );
      const found = rows.filter(({ text }) =>
        [
          secret.toLowerCase(),
          Buffer.from(secret).toString('hex'),
          Buffer.from(secret.toLowerCase()).toString('hex'),
        ].some((one) => text.includes(one)),
      );
      expect([table, found]).toEqual([table, []]);
    }
    expect(JSON.stringify(await entries(api))).not.toMatch(/testsson|1212121212|1985-04-01/i);
  });
});
