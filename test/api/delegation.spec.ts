import { Served } from './served.js';
import { referral } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open();
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const line = (data: object, at = '2021-02-01T00:00:00+01:00') =>
  api.as('system.forvaltare').post('/api/v1/registers/delegation', { data, at });
const shisLine = { line: 'SHIS 3.1', decision: 'reject-referral', organisation: 'shis' };

async function sent(): Promise<string> {
  const id = await referral(farsta());
  await farsta().step(id, 1, 'submit');
  return id;
}
const reject = (login: string, id: string) => api.as(login).step(id, 1, 'reject', { reason: 'not-insecure' });
const answerFor = async (login: string, id: string) => {
  const { body } = await api.as(login).get(`/api/v1/files/${id}`);
  return (body.actions as { type: string; answer: string; sentences: string[] }[]).find(
    ({ type }) => type === 'reject',
  );
};

describe('a decision that is delegated', () => {
  it('is taken by whom the workflow’s own lines name, and the event cites the line', async () => {
    const id = await sent();
    expect((await reject('shis.handlaggare', id)).status).toBe(200);
    const { body } = await api.as('shis.handlaggare').get(`/api/v1/files/${id}/events`);
    expect(body.events.at(-1)).toMatchObject({
      type: 'reject',
      by: 'shis.handlaggare',
      delegation: 'remiss-1',
    });
    expect(JSON.parse(body.events.at(-1).canonical as string)).toMatchObject({ delegation: 'remiss-1' });
    expect(body.events[1].delegation).toBeNull();
  });

  it('is outside an organisation’s own order refused, before and after it is asked for, and says who can', async () => {
    expect((await line({ ...shisLine, role: 'manager', from: '2021-02-01', to: '2021-02-10' })).body).toEqual(
      {
        changed: true,
      },
    );
    const id = await sent();
    const no = await reject('shis.handlaggare', id);
    expect([no.status, no.body.code]).toEqual([403, 'not-permitted']);
    expect(no.body.sentences.join(' ')).toContain('Beslutet är delegerat till chef.');
    expect(await answerFor('shis.handlaggare', id)).toMatchObject({ answer: 'not-permitted' });
    expect(await answerFor('shis.chef', id)).toMatchObject({ answer: 'allowed' });
    expect((await reject('shis.chef', id)).status).toBe(200);
    const { body } = await api.as('shis.chef').get(`/api/v1/files/${id}/events`);
    expect(body.events.at(-1)).toMatchObject({ delegation: 'SHIS 3.1' });
  });

  it('may be delegated to one colleague, for a time; on the day after its last the workflow’s lines hold again', async () => {
    const own = {
      ...shisLine,
      line: 'SHIS 3.2',
      login: 'shis.kollega',
      from: '2021-02-01',
      to: '2021-02-10',
    };
    expect((await line(own)).status).toBe(200);
    const id = await sent();
    expect((await reject('shis.handlaggare', id)).status).toBe(403);
    expect((await reject('shis.kollega', id)).status).toBe(200);
    api.set('2021-02-10T23:30');
    expect((await reject('shis.handlaggare', await sent())).status).toBe(403);
    api.set('2021-02-11T00:00');
    const later = await sent();
    expect((await reject('shis.handlaggare', later)).status).toBe(200);
    const { body } = await api.as('shis.handlaggare').get(`/api/v1/files/${later}/events`);
    expect(body.events.at(-1)).toMatchObject({ delegation: 'remiss-1' });
  });

  it('is never delegated backwards, to nobody, to both a role and a person, or in an organisation that is not there', async () => {
    const faults = [
      { ...shisLine, role: 'manager', from: '2021-01-31' },
      { ...shisLine, from: '2021-02-11' },
      { ...shisLine, role: 'manager', login: 'shis.chef', from: '2021-02-11' },
      { ...shisLine, role: 'manager', organisation: 'nowhere', from: '2021-02-11' },
      { ...shisLine, role: 'manager', from: '2021-02-11', to: '2021-02-10' },
    ];
    for (const data of faults) expect([data, (await line(data)).body.code]).toEqual([data, 'invalid-data']);
    for (const login of ['shis.chef', 'farsta.chef', 'socialforvaltningen.granskare'])
      expect((await api.as(login).post('/api/v1/registers/delegation', { data: shisLine })).status).toBe(403);
  });

  it('to open a file in an emergency is cited in the log of readings, and refused outside the order', async () => {
    const id = await sent();
    const open = (login: string) =>
      api.as(login).post(`/api/v1/files/${id}/emergency`, { reason: 'danger', note: 'Larm' });
    expect((await open('skarholmen.handlaggare')).status).toBe(201);
    const { rows } = await api.runtime.pool.query<{ text: string }>(
      `select convert_from(canonical, 'UTF8') as text from access_entry where stream = $1`,
      [id],
    );
    expect(rows.map(({ text }) => text).join()).toContain('"delegation":"akut-1"');
    const own = {
      line: 'RK 9',
      decision: 'emergency-access',
      organisation: 'rinkeby-kista',
      role: 'manager',
    };
    expect((await line({ ...own, from: '2021-02-11' }, '2021-02-11T00:00:00+01:00')).status).toBe(200);
    const no = await open('rinkeby.handlaggare');
    expect([no.status, no.body.code]).toEqual([403, 'not-permitted']);
    expect(no.body.sentences.join(' ')).toContain('delegerat till chef');
  });
});
