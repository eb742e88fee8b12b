import { agencyFlat, facilityFlat, logins } from '../support/cast.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
let [own, dwelling, unasked] = ['', '', ''];
let request = 0;

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

/** A household of Farsta in the queue, with a request at the agency; a facility flat; an agency flat nobody asked for. */
beforeAll(async () => {
  api = await Served.open();
  own = await referral(farsta());
  dwelling = await flat(shis(), facilityFlat('3101', 2));
  unasked = await flat(shis(), agencyFlat('3102', 3));
  await farsta().step(own, 1, 'submit', { note: 'Mamma heter Testsson' });
  await shis().step(own, 1, 'approve');
  const results = [{ dwelling: { ref: `${dwelling}/1` }, reason: 'size' }];
  await shis().step(own, 1, 'searchOwnStock', { results });
  const got = await shis().step(own, 1, 'requestFromAgency', { note: 'Familjen Testsson' });
  request = got.body.processes.find((one: { workflow: string }) => one.workflow === 'agency-request')
    ?.number as number;
}, 60_000);
afterAll(() => api.close());

const SEE_THE_FAMILY = [
  'farsta.handlaggare',
  'farsta.chef',
  'shis.handlaggare',
  'shis.kollega',
  'shis.chef',
  'socialforvaltningen.granskare',
];
const KNOW_OF_IT = [...SEE_THE_FAMILY, 'formedlingen.handlaggare'];

describe('a household', () => {
  it('is there for its district, SHIS, the agency that was asked, and the auditor; for nobody else', async () => {
    expect(request).toBeGreaterThan(1);
    for (const login of logins) {
      const { status } = await api.as(login).get(`/api/v1/files/${own}`);
      expect([login, status]).toEqual([login, KNOW_OF_IT.includes(login) ? 200 : 404]);
    }
  });

  it('that is not theirs is answered to the letter as one that is not there', async () => {
    const other = api.as('skarholmen.handlaggare');
    const stripped = async (file: string) => {
      const got = await other.get(`/api/v1/files/${file}`);
      const { date: _, ...headers } = Object.fromEntries(got.headers);
      return { ...got, headers };
    };
    expect(await stripped(own)).toEqual(await stripped('00000000000'));
    expect(await stripped(own)).toEqual(await stripped('not-a-number'));
    for (const [type, data] of [
      ['submit', {}],
      ['nonsense', {}],
      ['withdraw', { reason: 5 }],
    ] as const) {
      const [real, none] = [
        await other.step(own, 1, type, data),
        await other.step('00000000000', 1, type, data),
      ];
      expect([real.status, real.text]).toEqual([none.status, none.text]);
    }
  });

  it('shows the agency its request only: no family, no referral, no event of theirs', async () => {
    const agency = api.as('formedlingen.handlaggare');
    const { body, text } = await agency.get(`/api/v1/files/${own}`);
    expect(body.household).toBeUndefined();
    expect(body.processes.map((one: { number: number }) => one.number)).toEqual([request]);
    expect(new Set(body.actions.map((one: { process: number | null }) => one.process))).toEqual(
      new Set([request]),
    );
    expect(body.deadlines.every((one: { process: number }) => one.process === request)).toBe(true);
    expect(text).not.toMatch(/Testsson|1985-04-01/);
    const trail = await agency.get(`/api/v1/files/${own}/events`);
    expect(trail.body.events.length).toBeGreaterThan(0);
    expect(trail.body.events.every((one: { process: number }) => one.process === request)).toBe(true);
    expect(trail.text).not.toMatch(/Testsson|1985-04-01/);
    const list = await agency.get('/api/v1/files?workflow=agency-request');
    expect(list.body.files[0].processes.map((one: { number: number }) => one.number)).toEqual([request]);
  });

  it('answers the agency on a process that it may not know of as on one that is not there', async () => {
    const agency = api.as('formedlingen.handlaggare');
    const [real, none] = [await agency.step(own, 1, 'approve'), await agency.step(own, 99, 'approve')];
    expect([real.status, real.text]).toEqual([none.status, none.text]);
    expect((await agency.get('/api/v1/files?workflow=referral')).body.files).toEqual([]);
  });

  it('is not changed by those who only read', async () => {
    for (const login of ['socialforvaltningen.granskare']) {
      const got = await api.as(login).step(own, null, 'note', { note: 'x' });
      expect([login, got.status, got.body.code]).toEqual([login, 403, 'not-permitted']);
    }
    const { body } = await api.as('socialforvaltningen.granskare').get(`/api/v1/files/${own}`);
    const answers = new Set(body.actions.map((one: { answer: string }) => one.answer));
    expect([...answers].sort()).toEqual(['not-permitted', 'not-possible-now']);
  });
});

describe('a flat', () => {
  it('is there for those who its process names', async () => {
    for (const login of logins) {
      const sees = !/^(stockholmshem|socialforvaltningen.analytiker|system)/.test(login);
      expect([login, (await api.as(login).get(`/api/v1/files/${dwelling}`)).status]).toEqual([
        login,
        sees ? 200 : 404,
      ]);
      expect([login, (await api.as(login).get(`/api/v1/files/${unasked}`)).status]).toEqual([
        login,
        sees ? 200 : 404,
      ]);
    }
  });

  it('is opened by SHIS and not by a district', async () => {
    const got = await farsta().post('/api/v1/files', { workflow: 'dwelling', data: facilityFlat('3301', 2) });
    expect([got.status, got.body.code]).toEqual([403, 'not-permitted']);
  });
});

describe('a token', () => {
  it('is asked for on every route that is not for anyone', async () => {
    for (const path of [
      '/api/v1/files',
      `/api/v1/files/${own}`,
      '/api/v1/workflows',
      '/api/v1/organisations',
      '/api/v1/reports/yearly-goal?year=2021',
    ]) {
      const got = await api.nobody.get(path);
      expect([path, got.status, got.body.code]).toEqual([path, 401, 'unauthenticated']);
      expect(got.headers.get('www-authenticate')).toBe('Bearer realm="husrum"');
    }
    expect((await api.nobody.post('/api/v1/files', '{not json')).status).toBe(401);
    expect((await api.nobody.post('/api/v1/files', 'x'.repeat(300_000))).status).toBe(401);
  });

  it('that is none, has expired or was taken back lets nobody in', async () => {
    const with401 = async (authorization: string) => {
      expect([authorization, (await api.nobody.get('/api/v1/files', { authorization })).status]).toEqual([
        authorization,
        401,
      ]);
    };
    for (const text of [
      'Bearer',
      'Bearer x',
      'Basic eDp5',
      `Bearer ${api.token('shis.chef')}x`,
      `Token ${api.token('shis.chef')}`,
      `Bearer ${'x'.repeat(5000)}`,
    ])
      await with401(text);
    const { tokens, clock } = api.runtime;
    const short = await tokens.create('shis.chef', 1, clock.now());
    if (!short.ok) throw new Error('refused');
    expect((await api.nobody.get('/api/v1/files', { authorization: `bearer ${short.token}` })).status).toBe(
      200,
    );
    await tokens.revoke(short.id, clock.now());
    await with401(`Bearer ${short.token}`);
    const gone = await tokens.create('shis.chef', 1, clock.now());
    if (!gone.ok) throw new Error('refused');
    api.set('2021-02-03T09:00');
    await with401(`Bearer ${gone.token}`);
    api.set('2021-02-01T09:00');
  });
});

describe('the registers', () => {
  it('are written by system administrators alone', async () => {
    const body = { data: { code: 'ekbacken', name: 'Ekbacken', from: '2021-01-01' } };
    for (const login of logins) {
      const got = await api.as(login).post('/api/v1/registers/facility', body);
      expect([login, got.status]).toEqual([login, login === 'system.forvaltare' ? 200 : 403]);
    }
    expect((await api.as('system.forvaltare').post('/api/v1/registers/facility', body)).body).toEqual({
      changed: false,
    });
  });

  it('take what their schemas take, and are read by every colleague', async () => {
    const admin = api.as('system.forvaltare');
    expect((await admin.post('/api/v1/registers/nothing', { data: {} })).status).toBe(404);
    expect((await admin.post('/api/v1/registers/constructor', { data: {} })).status).toBe(404);
    expect((await admin.post('/api/v1/registers/goal', { data: { year: 2021 } })).body.code).toBe(
      'invalid-data',
    );
    expect((await admin.post('/api/v1/registers/goal', { data: {}, at: 'yesterday' })).body.code).toBe(
      'malformed-request',
    );
    const goal = { year: 2021, forms: ['transitional'], goal: 150 };
    expect(
      (await admin.post('/api/v1/registers/goal', { data: goal, at: '2020-12-01T00:00:00+01:00' })).body,
    ).toEqual({ changed: true });
    const { body } = await api.as('socialforvaltningen.analytiker').get('/api/v1/goals?year=2021');
    expect(body.goals).toEqual([{ ...goal, from: '2020-12-01' }]);
    expect((await farsta().get('/api/v1/goals?year=2021&on=2020-11-01')).body.goals).toEqual([]);
    const districts = (await farsta().get('/api/v1/districts?on=2020-06-30')).body.districts;
    expect(districts.map((one: { code: string }) => one.code)).toContain('alvsjo');
    const people = (await farsta().get('/api/v1/people?kind=district')).body.people;
    expect(people).toContainEqual({
      login: 'farsta.chef',
      name: 'farsta.chef',
      organisation: 'farsta',
      role: 'manager',
    });
    const companies = (await farsta().get('/api/v1/organisations?kind=company')).body.organisations;
    expect(companies).toEqual([{ code: 'stockholmshem', kind: 'company', name: 'Stockholmshem' }]);
  });
});

describe('the reports', () => {
  const path = '/api/v1/reports/yearly-goal?year=2021';

  it('show inside figures to those who work with families, and public ones to the others', async () => {
    const inside = [
      'farsta.handlaggare',
      'shis.handlaggare',
      'boendeenheten.handlaggare',
      'socialforvaltningen.granskare',
    ];
    for (const login of logins.filter((one) =>
      /handlaggare|granskare|analytiker|forvaltare|uthyrare/.test(one),
    )) {
      const { body } = await api.as(login).get(path);
      const seesFamilies =
        inside.includes(login) || /^(skarholmen|rinkeby|alvsjo|hagersten|hemlosa)/.test(login);
      if (login.startsWith('alvsjo')) continue;
      expect([login, body.parameters?.audience]).toEqual([login, seesFamilies ? 'inside' : 'public']);
    }
    const got = await api.as('socialforvaltningen.analytiker').get(`${path}&audience=inside`);
    expect([got.status, got.body.code]).toEqual([403, 'not-permitted']);
  });

  it('come as JSON, CSV and XLSX, by Accept or by name', async () => {
    expect((await shis().get(path)).body.columns[0]).toMatchObject({ name: 'form' });
    const csv = await shis().get(path, { accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="yearly-goal-2021.csv"');
    expect((await shis().get(`${path}&format=xlsx`)).headers.get('content-type')).toMatch(/spreadsheetml/);
    const none = await shis().get(path, { accept: 'image/png' });
    expect([none.status, none.body.code]).toEqual([406, 'not-acceptable']);
  });

  it('refuse what they do not take', async () => {
    const no = async (query: string) => {
      const { status, body } = await shis().get(`/api/v1/reports/${query}`);
      return [status, body.code];
    };
    expect(await no('nothing?year=2021')).toEqual([404, 'not-found']);
    expect(await no('yearly-goal')).toEqual([422, 'invalid-data']);
    expect(await no('yearly-goal?year=21')).toEqual([422, 'invalid-data']);
    expect(await no('yearly-goal?year=2021&until=2021-02-30')).toEqual([422, 'invalid-data']);
    expect(await no('yearly-goal?year=2021&colour=red')).toEqual([422, 'invalid-data']);
    expect(await no('yearly-goal?year=2021&year=2020')).toEqual([400, 'malformed-request']);
    expect(await no('yearly-goal?year=2021&format=docx')).toEqual([400, 'malformed-request']);
  });
});

describe('the workflows', () => {
  it('are told to every colleague, whole', async () => {
    const analyst = api.as('socialforvaltningen.analytiker');
    const { body } = await analyst.get('/api/v1/workflows');
    const names = body.workflows.map((one: { name: string }) => one.name).join(' ');
    expect(names).toBe('agency-request dwelling housing-first offer referral supported-housing tenancy');
    const whole = (await analyst.get('/api/v1/workflows/referral', { 'accept-language': 'en' })).body;
    expect(whole.states[0]).toMatchObject({
      path: 'stage.draft',
      state: 'draft',
      label: 'Draft',
      open: true,
    });
    expect(whole.events.find((one: { type: string }) => one.type === 'approve')).toMatchObject({
      by: [{ org: 'shis' }],
      takenIn: ['Being screened by SHIS'],
    });
    expect(whole.policy.screeningTerm[0].source).toEqual(expect.any(String));
    for (const name of ['nothing', 'referral@1', '__proto__', 'constructor'])
      expect([name, (await analyst.get(`/api/v1/workflows/${name}`)).status]).toEqual([name, 404]);
  });

  it('are drawn', async () => {
    const got = await farsta().get('/api/v1/workflows/offer/diagram.svg');
    expect(got.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(got.text).toMatch(/^<svg .*<\/svg>\s*$/s);
    expect((await farsta().get('/api/v1/workflows/nothing/diagram.svg')).status).toBe(404);
  });
});
