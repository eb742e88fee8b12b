import { reviewView } from '../../src/api/access/reviews.operations.js';
import { logged } from './readings.js';
import { Served, type Caller } from './served.js';
import { referral } from './stories.js';

const NOTE = 'Hon bytte telefonnummer, sade Qwxzyhemlig';

let api: Served;
let family = '';
beforeAll(async () => {
  api = await Served.open();
  family = await referral(api.as('farsta.handlaggare'));
  await api.as('farsta.handlaggare').step(family, 1, 'submit');
  // It waits for the district again, and for nobody at SHIS.
  await api.as('shis.kollega').step(family, 1, 'requestSupplement', { what: 'Inkomst' });
  for (const login of ['farsta.handlaggare', 'farsta.chef', 'shis.handlaggare', 'shis.chef', GRANSKARE])
    await api.as(login).get(`/api/v1/files/${family}`);
  await officer().post('/api/v1/reviews', {});
}, 60_000);
afterAll(() => api.close());

const GRANSKARE = 'socialforvaltningen.granskare';
const officer = () => api.as('system.forvaltare');

async function shown(
  by: Caller,
  query = '',
): Promise<{ id: number; login: string; outcome: string | null }[]> {
  const { body } = await by.get(`/api/v1/reviews?limit=200${query}`);
  for (const one of body.reviews) expect(reviewView.safeParse(one).success).toBe(true);
  return body.reviews;
}
const loginsOf = async (by: Caller) => (await shown(by)).map(({ login }) => login).sort();
const itemOf = async (login: string) =>
  (await shown(officer())).find((one) => one.login === login)?.id as number;

describe('reviews', () => {
  it('are shown to officers, and to managers those of their own people; to nobody their own', async () => {
    expect(await loginsOf(officer())).toEqual(
      ['farsta.chef', 'farsta.handlaggare', 'shis.chef', 'shis.handlaggare', GRANSKARE].sort(),
    );
    expect(await loginsOf(api.as(GRANSKARE))).not.toContain(GRANSKARE);
    expect(await loginsOf(api.as('farsta.chef'))).toEqual(['farsta.handlaggare']);
    expect(await loginsOf(api.as('shis.chef'))).toEqual(['shis.handlaggare']);
    for (const login of ['farsta.handlaggare', 'socialforvaltningen.analytiker', 'shis.handlaggare'])
      for (const path of ['/api/v1/reviews', '/api/v1/reviews/statistics'])
        expect([login, (await api.as(login).get(path)).status]).toEqual([login, 403]);
  });

  it('get an outcome, whose note is sealed; of several the last counts and none is altered', async () => {
    const id = await itemOf('farsta.handlaggare');
    const chef = api.as('farsta.chef');
    const give = (outcome: string, note?: string) =>
      chef.post(`/api/v1/reviews/${id}/outcome`, { outcome, note });
    const got = await give('explained', NOTE);
    expect([got.status, got.body]).toMatchObject([
      201,
      { id, outcome: 'explained', note: NOTE, by: 'farsta.chef' },
    ]);
    expect((await give('justified')).body).toMatchObject({ outcome: 'justified', note: null });
    const { rows } = await api.runtime.pool.query<{ outcome: string; text: string }>(
      'select outcome, o::text as text from review_outcome o where item_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['explained', 'justified']);
    for (const { text } of rows) expect(text).not.toContain(Buffer.from('Qwxzy').toString('hex'));
    expect(await shown(chef, '&open=true')).toEqual([]);
    expect(await shown(chef, '&open=false')).toHaveLength(1);
  });

  it('are not done by those whose reading it is, nor by managers of others', async () => {
    for (const [login, of] of [
      ['farsta.chef', 'farsta.chef'],
      [GRANSKARE, GRANSKARE],
      ['farsta.chef', 'shis.handlaggare'],
    ] as const) {
      const got = await api
        .as(login)
        .post(`/api/v1/reviews/${await itemOf(of)}/outcome`, { outcome: 'justified' });
      expect([login, of, got.status, got.body.code]).toEqual([login, of, 404, 'not-found']);
    }
    expect((await officer().post('/api/v1/reviews/999999/outcome', { outcome: 'justified' })).status).toBe(
      404,
    );
    const odd = await officer().post(`/api/v1/reviews/${await itemOf('shis.chef')}/outcome`, {
      outcome: 'fine',
    });
    expect(odd.status).toBe(400);
  });

  it('come with statistics by month, rule and outcome', async () => {
    const { body } = await api.as('farsta.chef').get('/api/v1/reviews/statistics');
    expect(body.rows).toEqual([
      {
        ...{ month: '2021-02', rule: 'unstated', ruleLabel: 'Handlägger inte ärendet och angav inget skäl' },
        ...{ outcome: 'justified', outcomeLabel: 'Läsningen hörde till arbetet', count: 1 },
      },
    ]);
    const all = (await officer().get('/api/v1/reviews/statistics', { 'accept-language': 'en' })).body.rows;
    expect(all.map((row: { outcome: string | null; count: number }) => [row.outcome, row.count])).toEqual([
      ['justified', 1],
      [null, 4],
    ]);
    expect((await officer().get('/api/v1/reviews/statistics?from=2021-03&to=2021-12')).body.rows).toEqual([]);
  });

  it('are paged, and their reading is logged', async () => {
    const first = (await officer().get('/api/v1/reviews?limit=2')).body;
    const then = (await officer().get(`/api/v1/reviews?limit=200&cursor=${first.next}`)).body;
    expect([...first.reviews, ...then.reviews]).toEqual(await shown(officer()));
    const entries = await logged(api, () => officer().get('/api/v1/reviews'));
    expect(entries).toMatchObject([{ stream: 'person:system.forvaltare', what: 'reviews' }]);
  });

  it('and their outcomes can only be added to', async () => {
    const codeOf = (text: string) =>
      api.runtime.pool.query(text).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    for (const table of ['review_item', 'review_outcome']) {
      expect(await codeOf(`update ${table} set at = at`)).toBe('42501');
      expect(await codeOf(`delete from ${table}`)).toBe('42501');
    }
  });
});
