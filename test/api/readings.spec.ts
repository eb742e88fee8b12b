import { createPool } from '../../src/platform/database.js';
import { logged } from './readings.js';
import { Served } from './served.js';
import { referral } from './stories.js';

let api: Served;
let [own, other] = ['', ''];
beforeAll(async () => {
  api = await Served.open();
  own = await referral(api.as('farsta.handlaggare'));
  other = await referral(api.as('skarholmen.handlaggare'), { district: 'skarholmen' });
  await api.as('farsta.handlaggare').step(own, null, 'assign', { handler: 'farsta.handlaggare' });
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const chef = () => api.as('farsta.chef');
const file = (id: string, more = '') => `/api/v1/files/${id}${more}`;

describe('a reading of a file is logged on the file', () => {
  it('with who, in which role, by which token, what, when and why', async () => {
    const [entry, ...more] = await logged(api, () => farsta().get(file(own)));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ format: 1, stream: own, file: own, kind: 'household', what: 'file', why: 'assigned', at: api.now },
      ...{ login: 'farsta.handlaggare', organisation: 'farsta', orgKind: 'district', role: 'caseworker' },
      via: expect.stringMatching(/^token:[0-9a-f]{16}$/),
    });
  });

  it.each([
    ['the file', '', 'file'],
    ['the trail', '/events', 'trail'],
    ['the file of a day', '?at=2021-02-01&knownOn=2021-02-01', 'file-as-of'],
  ])('%s: once', async (_, more, what) => {
    const found = await logged(api, () => farsta().get(file(own, more)));
    expect(found.map((one) => [one.stream, one.what, one.why])).toEqual([[own, what, 'assigned']]);
  });

  it('a dry run too, and a step that was taken before; a step itself is told by its event', async () => {
    const dry = () => farsta().post(file(own, '/events?dryRun=true'), { type: 'note', data: { note: 'x' } });
    expect((await logged(api, dry)).map(({ what }) => what)).toEqual(['dry-run']);
    const step = () => farsta().step(own, null, 'note', { note: 'x' }, { 'idempotency-key': 'once' });
    expect(await logged(api, step)).toEqual([]);
    expect((await logged(api, step)).map(({ what, why }) => [what, why])).toEqual([['step', 'assigned']]);
  });

  it('as unstated by one who does not handle it, and as stated with a purpose', async () => {
    const read = (headers = {}) => logged(api, () => chef().get(file(own), headers));
    expect((await read())[0]).toMatchObject({ why: 'unstated' });
    expect((await read({ 'access-purpose': 'absence' }))[0]).toMatchObject({
      why: 'stated',
      reason: 'absence',
    });
    expect((await read())[0]).toMatchObject({ why: 'stated', reason: 'absence' });
    const text = await chef().get(file(own), { 'access-purpose': 'because' });
    expect([text.status, text.body.fields[0].path]).toEqual([400, 'Access-Purpose']);
  });
});

describe('an attempt', () => {
  it('at a file that is not theirs is logged on the file', async () => {
    const [entry] = await logged(api, () => farsta().get(file(other)));
    expect(entry).toMatchObject({ stream: other, file: other, refused: true, login: 'farsta.handlaggare' });
  });

  it('at one that is not there is logged on the person, without the number', async () => {
    const found = await logged(api, () => farsta().get(file('00000000000')));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ stream: 'person:farsta.handlaggare', what: 'file', refused: true });
    expect(JSON.stringify(found)).not.toContain('00000000000"');
  });

  it('at a step likewise', async () => {
    const found = await logged(api, () => farsta().step(other, 1, 'submit'));
    expect(found.map((one) => [one.stream, one.what, one.refused])).toEqual([[other, 'step', true]]);
    const none = await logged(api, () => farsta().step('00000000000', 1, 'submit'));
    expect(none.map((one) => one.stream)).toEqual(['person:farsta.handlaggare']);
  });
});

describe('what is no single file is logged on the reader', () => {
  it('a list, with the files that it showed and by what it was narrowed', async () => {
    const [entry] = await logged(api, () => farsta().get('/api/v1/files?workflow=referral'));
    expect(entry).toMatchObject({ stream: 'person:farsta.handlaggare', what: 'list', files: [own] });
    expect(entry?.details?.query?.by).toEqual(['workflow']);
  });

  it('a search, of which only the kind and a keyed hash are kept', async () => {
    const search = (text: string) => logged(api, () => farsta().post('/api/v1/files/search', { text }));
    const [name] = await search('Testsson');
    expect(name).toMatchObject({ what: 'search', files: [own], details: { query: { by: ['name'] } } });
    expect((await search('19121212-1212'))[0]?.details?.query?.by).toEqual(['personal-number']);
    expect((await search('Ingenting'))[0]).toMatchObject({ files: [] });
    const { rows } = await api.runtime.pool.query<{ text: string }>(
      `select string_agg(e::text || convert_from(canonical, 'UTF8'), ' ') as text from access_entry e`,
    );
    expect(rows[0]?.text).not.toMatch(/Testsson|19121212|Ingenting/i);
  });

  it('a report, and its export, with what it was asked with', async () => {
    const path = '/api/v1/reports/yearly-goal?year=2021';
    const [json] = await logged(api, () => farsta().get(path));
    expect(json).toMatchObject({
      what: 'report',
      details: { report: 'yearly-goal', parameters: { year: 2021 } },
    });
    const [csv] = await logged(api, () => farsta().get(`${path}&format=csv`));
    expect(csv).toMatchObject({ what: 'report-export', details: { format: 'csv' } });
    const analyst = api.as('socialforvaltningen.analytiker');
    const [refused] = await logged(api, () => analyst.get(`${path}&audience=inside`));
    expect(refused).toMatchObject({ what: 'report', refused: true });
  });
});

describe('what cannot be logged', () => {
  it('is not shown', async () => {
    const owner = createPool(api.runtime.home.ownerUrl, { max: 1 });
    await owner.query('revoke execute on function log_access from husrum_app');
    const paths = [file(own), file(own, '/events'), '/api/v1/files', '/api/v1/reports/yearly-goal?year=2021'];
    for (const path of paths) {
      const got = await farsta().get(path);
      expect([path, got.status]).toEqual([path, 500]);
      expect(got.text).not.toMatch(/Testsson|referral/);
    }
    await owner.query('grant execute on function log_access to husrum_app');
    await owner.end();
    expect((await farsta().get(file(own))).status).toBe(200);
  });
});
