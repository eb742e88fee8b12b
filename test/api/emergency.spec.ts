import { entries, logged } from './readings.js';
import { Served } from './served.js';
import { referral } from './stories.js';

const NOTE = 'Zzyzx ringde 112 från trapphuset';

let api: Served;
let family = '';
beforeAll(async () => {
  api = await Served.open();
  family = await referral(api.as('farsta.handlaggare'));
  await api.as('farsta.handlaggare').step(family, 1, 'submit');
}, 60_000);
afterAll(() => api.close());

const stranger = () => api.as('skarholmen.handlaggare');
const file = (more = '', id = family): string => `/api/v1/files/${id}${more}`;
const urgent = { reason: 'danger', note: NOTE };

describe('emergency access', () => {
  it('goes from a refusal to a reading, to those who are told, and to the review', async () => {
    expect((await stranger().get(file())).status).toBe(404);
    const got = await stranger().post(file('/emergency'), urgent);
    expect([got.status, got.body]).toEqual([201, { reason: 'danger', until: '2021-02-01T09:00:00.000Z' }]);
    const read = await stranger().get(file());
    expect(read.status).toBe(200);
    const [, opening, reading] = await entries(api, family);
    expect(opening).toMatchObject({
      what: 'emergency',
      why: 'emergency',
      reason: 'danger',
      note: expect.any(String),
    });
    expect(reading).toMatchObject({ what: 'file', why: 'emergency', login: 'skarholmen.handlaggare' });
    const { rows } = await api.runtime.pool.query<{ login: string }>(
      'select login, stream, seq from alert order by login',
    );
    expect(rows).toEqual(
      ['farsta.chef', 'socialforvaltningen.granskare', 'system.forvaltare'].map((login) => ({
        ...{ login, stream: family, seq: opening?.seq },
      })),
    );
    const manager = api.as('farsta.chef');
    const told = (await manager.get('/api/v1/alerts')).body.alerts as { id: number; readAt: string | null }[];
    expect(told).toMatchObject([
      { file: family, by: 'skarholmen.handlaggare', reason: 'danger', readAt: null },
    ]);
    expect((await stranger().post(`/api/v1/alerts/${told[0]?.id}/read`, {})).status).toBe(404);
    expect((await manager.post(`/api/v1/alerts/${told[0]?.id}/read`, {})).status).toBe(200);
    expect((await manager.get('/api/v1/alerts')).body.alerts[0].readAt).toBe(api.now);
    expect((await stranger().get('/api/v1/alerts')).body.alerts).toEqual([]);
    const officer = api.as('socialforvaltningen.granskare');
    const { body } = await officer.get('/api/v1/reviews?rule=emergency');
    expect(body.reviews).toMatchObject([{ login: 'skarholmen.handlaggare', file: family, outcome: null }]);
  });

  it('is for reading: every step is refused', async () => {
    const { body } = await stranger().get(file());
    const answers = new Set(body.actions.map((one: { answer: string }) => one.answer));
    expect([...answers].sort()).toEqual(['not-permitted', 'not-possible-now']);
    expect((await stranger().step(family, null, 'note', { note: 'x' })).status).toBe(403);
  });

  it('is not opened twice, nor by those who have access', async () => {
    for (const login of ['skarholmen.handlaggare', 'farsta.handlaggare', 'shis.handlaggare']) {
      const got = await api.as(login).post(file('/emergency'), urgent);
      expect([login, got.status, got.body.code]).toEqual([login, 403, 'not-permitted']);
    }
  });

  it('is over after sixty minutes', async () => {
    api.set('2021-02-01T09:59:59');
    expect((await stranger().get(file())).status).toBe(200);
    api.set('2021-02-01T10:00:00');
    expect((await stranger().get(file())).status).toBe(404);
  });

  it('can be ended before', async () => {
    expect((await stranger().post(file('/emergency'), urgent)).status).toBe(201);
    expect((await stranger().get(file())).status).toBe(200);
    expect((await stranger().post(file('/emergency/end'), {})).body).toEqual({ ended: true });
    expect((await stranger().get(file())).status).toBe(404);
    expect((await stranger().post(file('/emergency/end'), {})).status).toBe(404);
    expect((await entries(api, family)).map(({ what }) => what)).toContain('emergency-end');
  });

  it('is for those who work with families, in a role that acts', async () => {
    for (const login of [
      ...['formedlingen.handlaggare', 'stockholmshem.uthyrare', 'socialforvaltningen.granskare'],
      ...['socialforvaltningen.analytiker', 'system.forvaltare'],
    ])
      for (const id of [family, '00000000000']) {
        const got = await api.as(login).post(file('/emergency', id), urgent);
        expect([login, got.status, got.body.code]).toEqual([login, 403, 'not-permitted']);
      }
  });

  it('to a file that is not there answers to the letter as any other not-there', async () => {
    const nowhere = file('/emergency', '00000000000');
    const got = await stranger().post(nowhere, urgent);
    expect([got.status, got.text]).toEqual([404, (await stranger().get(file())).text]);
    const [entry] = await logged(api, () => stranger().post(nowhere, urgent));
    expect(entry).toMatchObject({
      stream: 'person:skarholmen.handlaggare',
      what: 'emergency',
      refused: true,
    });
  });

  it('takes a reason out of the list and a note', async () => {
    const no = async (body: object) => (await stranger().post(file('/emergency'), body)).body.code as string;
    expect(await no({ reason: 'curious', note: NOTE })).toBe('unknown-reason');
    expect(await no({ reason: 'danger' })).toBe('malformed-request');
    expect(await no({ reason: 'danger', note: ' ' })).toBe('malformed-request');
  });

  it('leaves its note sealed: nothing of it stands in the log, the alerts or the reviews', async () => {
    for (const table of ['access_entry', 'access_note', 'emergency_access', 'alert', 'review_item']) {
      const { rows } = await api.runtime.pool.query<{ text: string }>(
        `select t::text as text from ${table} t`,
      );
      expect([table, rows.length > 0]).toEqual([table, true]);
      for (const { text } of rows) {
        expect(text).not.toContain('Zzyzx');
        expect(text).not.toContain(Buffer.from('Zzyzx').toString('hex'));
      }
    }
    const { body } = await api.as('farsta.chef').get(`/api/v1/access-log?file=${family}`);
    expect(body.entries.map((one: { note: string | null }) => one.note)).toContain(NOTE);
  });
});
