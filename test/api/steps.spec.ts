import { foreseen } from '../../src/files/event-shapes.js';
import { steppedView } from '../../src/files/shapes.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { Served } from './served.js';
import { flat, referral, statesIn, unsuitable } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open();
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

async function queued(): Promise<string> {
  const id = await referral(farsta());
  await farsta().step(id, 1, 'submit');
  await shis().step(id, 1, 'approve');
  return id;
}

describe('a step', () => {
  it('answers 200 with the file after it', async () => {
    const id = await referral(farsta());
    const got = await farsta().step(id, 1, 'submit');
    expect(got.status).toBe(200);
    expect(steppedView.strict().safeParse(got.body).error).toBeUndefined();
    expect(got.body.step).toEqual({ event: `${id}:2`, process: 1, repeated: false, proposed: false });
    expect(got.headers.get('etag')).toBe('"2"');
    expect(statesIn(got)).toEqual(['referral screening']);
  });

  it('reaches into other files, and shows what they became', async () => {
    const [id, dwelling] = [await queued(), await flat(shis(), facilityFlat('2101', 3))];
    const offered = await shis().step(id, 1, 'makeOffer', { dwelling: { ref: `${dwelling}/1` } });
    expect(statesIn(offered)).toEqual(['referral offered', 'offer offered']);
    expect(statesIn(await shis().get(`/api/v1/files/${dwelling}`))).toEqual(['dwelling reserved']);
  });

  it('may have happened earlier', async () => {
    const id = await referral(farsta());
    api.set('2021-02-03T09:00');
    const body = { type: 'submit', data: {}, occurredAt: '2021-02-02T14:30:00+01:00' };
    const got = await farsta().post(`/api/v1/files/${id}/processes/1/events`, body, {
      'idempotency-key': 'earlier',
    });
    expect(got.body.processes[0]).toMatchObject({
      enteredAt: '2021-02-02T13:30:00.000Z',
      context: { queueDate: null },
    });
    const { body: read } = await farsta().get(`/api/v1/files/${id}/events`);
    expect(read.events[1]).toMatchObject({ occurredAt: '2021-02-02T13:30:00.000Z', recordedAt: api.now });
    api.set('2021-02-01T09:00');
  });

  it('that hands the file over to another district answers without the file', async () => {
    const id = await referral(farsta());
    const got = await farsta().step(id, null, 'transferDistrict', { to: 'skarholmen' });
    expect([got.status, Object.keys(got.body).sort()]).toEqual([200, ['id', 'step']]);
    expect((await farsta().get(`/api/v1/files/${id}`)).status).toBe(404);
    expect((await api.as('skarholmen.handlaggare').get(`/api/v1/files/${id}`)).body.district).toBe(
      'skarholmen',
    );
  });
});

describe('a key', () => {
  it('sent twenty times at once is taken once', async () => {
    const id = await referral(farsta());
    const before = await api.events();
    const headers = { 'idempotency-key': 'twenty' };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => farsta().step(id, 1, 'submit', {}, headers)),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(all.map(({ body }) => body.step.event))).toEqual(new Set([`${id}:2`]));
    expect(all.filter(({ body }) => !body.step.repeated)).toHaveLength(1);
    expect(await api.events()).toBe(before + 1);
  });

  it('opening a file twenty times at once opens one', async () => {
    const before = await api.events();
    const body = { workflow: 'dwelling', data: facilityFlat('2201', 2) };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => shis().post('/api/v1/files', body, { 'idempotency-key': 'one-flat' })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(all.map((one) => one.body.id)).size).toBe(1);
    expect(await api.events()).toBe(before + 1);
  });

  it('with other content is refused', async () => {
    const id = await referral(farsta());
    const headers = { 'idempotency-key': 'same-key' };
    await farsta().step(id, null, 'note', { note: 'one' }, headers);
    const got = await farsta().step(id, null, 'note', { note: 'other' }, headers);
    expect([got.status, got.body.code]).toEqual([409, 'key-reused']);
  });

  it('gives the first answer also when the state has long moved on', async () => {
    const id = await referral(farsta());
    const headers = { 'idempotency-key': 'first', 'if-match': '"1"' };
    await farsta().step(id, 1, 'submit', {}, headers);
    await shis().step(id, 1, 'approve');
    const got = await farsta().step(id, 1, 'submit', {}, headers);
    expect([got.status, got.body.step]).toEqual([
      200,
      expect.objectContaining({ event: `${id}:2`, repeated: true }),
    ]);
  });

  it('is asked for, and must look like one', async () => {
    const id = await referral(farsta());
    const path = `/api/v1/files/${id}/events`;
    const body = { type: 'note', data: { note: 'x' } };
    for (const key of [undefined, '', 'with space', 'ö', 'x'.repeat(101)]) {
      const got = await farsta().post(
        path,
        body,
        key === undefined ? {} : { 'idempotency-key': encodeURI(key) },
      );
      expect([key, got.status, got.body.code]).toEqual([key, 400, 'malformed-request']);
      expect(got.body.fields[0].path).toBe('Idempotency-Key');
    }
  });
});

describe('If-Match', () => {
  it('lets a step through at the version that was read, and refuses it at another', async () => {
    const id = await referral(farsta());
    const etag = (await farsta().get(`/api/v1/files/${id}`)).headers.get('etag') as string;
    await farsta().step(id, null, 'assign', { handler: 'farsta.chef' });
    const late = await farsta().step(id, 1, 'submit', {}, { 'if-match': etag });
    expect([late.status, late.body.code]).toEqual([409, 'stale']);
    const fresh = (await farsta().get(`/api/v1/files/${id}`)).headers.get('etag') as string;
    expect((await farsta().step(id, 1, 'submit', {}, { 'if-match': fresh })).status).toBe(200);
  });

  it('takes * and a weak tag, and refuses what is none', async () => {
    const id = await referral(farsta());
    expect((await farsta().step(id, null, 'note', { note: 'x' }, { 'if-match': '*' })).status).toBe(200);
    expect((await farsta().step(id, null, 'note', { note: 'x' }, { 'if-match': 'W/"1"' })).body.code).toBe(
      'stale',
    );
    for (const tag of ['1', '"x"', '"1", "2"', '"-1"'])
      expect([
        tag,
        (await farsta().step(id, null, 'note', { note: 'x' }, { 'if-match': tag })).status,
      ]).toEqual([tag, 400]);
  });
});

describe('dryRun', () => {
  it('tells what would happen in every file, and writes nothing', async () => {
    const [id, dwelling] = [await queued(), await flat(shis(), facilityFlat('2301', 3))];
    const before = await api.events();
    const path = `/api/v1/files/${id}/processes/1/events?dryRun=true`;
    const got = await shis().post(path, { type: 'makeOffer', data: { dwelling: { ref: `${dwelling}/1` } } });
    expect(got.status).toBe(200);
    expect(foreseen.strict().safeParse(got.body).error).toBeUndefined();
    const files = got.body.files as { id: string; changes: { after: { state: string }[] }[] }[];
    expect(files.find((one) => one.id === dwelling)?.changes[0]?.after[0]?.state).toBe('reserved');
    expect(files.find((one) => one.id === id)?.changes.map((one) => one.after[0]?.state)).toEqual([
      'offered',
      'offered',
    ]);
    expect(await api.events()).toBe(before);
  });

  it('is refused as the step would be', async () => {
    const id = await referral(farsta());
    const got = await farsta().post(`/api/v1/files/${id}/processes/1/events?dryRun=true`, {
      type: 'supply',
      data: {},
    });
    expect([got.status, got.body.code]).toEqual([422, 'not-possible-now']);
  });

  it('shows each only the files that they may see', async () => {
    const [id, dwelling] = [await queued(), await flat(shis(), agencyFlat('2401', 3))];
    await shis().step(id, 1, 'searchOwnStock', { results: await unsuitable(shis()) });
    const asked = await shis().step(id, 1, 'requestFromAgency', {});
    const request = asked.body.processes.find(
      (one: { workflow: string }) => one.workflow === 'agency-request',
    ).number;
    const body = { type: 'propose', data: { dwelling: { ref: `${dwelling}/1` } } };
    const got = await api
      .as('formedlingen.handlaggare')
      .post(`/api/v1/files/${id}/processes/${request}/events?dryRun=true`, body);
    expect(got.status).toBe(200);
    for (const file of got.body.files)
      for (const event of file.events) expect(['agency-request', 'dwelling']).toContain(event.workflow);
  });
});

describe('refusals by the chart', () => {
  const no = async (got: Promise<{ status: number; body: { code: string; sentences: string[] } }>) => {
    const { status, body } = await got;
    expect(body.sentences.length).toBeGreaterThan(0);
    return [status, body.code];
  };

  it('each with its code', async () => {
    const id = await referral(farsta());
    const before = await api.events();
    expect(await no(farsta().step(id, 1, 'nonsense'))).toEqual([422, 'unknown-event']);
    expect(await no(farsta().step(id, 1, 'constructor'))).toEqual([422, 'unknown-event']);
    expect(await no(farsta().step(id, 1, 'toString'))).toEqual([422, 'unknown-event']);
    expect(await no(farsta().step(id, 1, 'supply'))).toEqual([422, 'not-possible-now']);
    expect(await no(farsta().step(id, 1, 'householdChanged', { event: 'note' }))).toEqual([
      403,
      'not-permitted',
    ]);
    expect(await no(shis().step(id, 1, 'approve'))).toEqual([404, 'not-found']);
    expect(await no(farsta().step(id, 1, 'approve'))).toEqual([403, 'not-permitted']);
    expect(await no(farsta().step(id, 1, 'withdraw', { reason: 'because' }))).toEqual([
      422,
      'unknown-reason',
    ]);
    expect(await no(farsta().step(id, 1, 'withdraw', {}))).toEqual([422, 'invalid-data']);
    expect(await no(farsta().step(id, 1, 'submit', { more: 1 }))).toEqual([422, 'invalid-data']);
    expect(await no(farsta().step(id, null, 'assign', { handler: 'shis.handlaggare' }))).toEqual([
      422,
      'unknown-reference',
    ]);
    expect(await no(farsta().step(id, null, 'memberLeaves', { ref: 'nobody', on: '2021-01-31' }))).toEqual([
      422,
      'guard',
    ]);
    expect(await no(farsta().step(id, 7, 'submit'))).toEqual([404, 'not-found']);
    expect(await no(shis().post('/api/v1/files', { workflow: 'nope', data: {} }))).toEqual([
      422,
      'unknown-workflow',
    ]);
    expect(await no(shis().post('/api/v1/files', { workflow: 'offer', data: {} }))).toEqual([
      422,
      'invalid-data',
    ]);
    expect(await no(farsta().post('/api/v1/files', { workflow: 'referral', data: {} }))).toEqual([
      422,
      'invalid-data',
    ]);
    const at = (occurredAt: string) =>
      farsta().post(
        `/api/v1/files/${id}/processes/1/events`,
        { type: 'submit', data: {}, occurredAt },
        { 'idempotency-key': 'at' },
      );
    expect(await no(at('2021-02-02T10:00:00+01:00'))).toEqual([422, 'occurred-in-future']);
    expect(await no(at('2021-01-02T10:00:00+01:00'))).toEqual([422, 'occurred-before-opening']);
    expect(await no(at('2021-02-01T08:00'))).toEqual([422, 'invalid-data']);
    expect(await no(at('2021-02-30T08:00:00Z'))).toEqual([422, 'invalid-data']);
    expect(await api.events()).toBe(before);
  });

  it('tells the states in which it would be possible, in the language asked for', async () => {
    const id = await referral(farsta());
    const got = await farsta().step(id, 1, 'supply', {}, { 'accept-language': 'en' });
    expect(got.body).toMatchObject({
      title: 'Not possible now',
      possibleIn: ['Waiting for a supplement'],
      at: `${id}/1`,
      event: 'supply',
    });
    expect(got.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(got.headers.get('content-language')).toBe('en');
  });

  it('tells every fault of the data at once, by field', async () => {
    const household = { type: 'castle', district: 'nowhere', members: [] };
    const got = await farsta().post('/api/v1/files', { workflow: 'referral', data: { household } });
    expect([got.status, got.body.code]).toEqual([422, 'invalid-data']);
    const paths = got.body.fields.map((one: { path: string }) => one.path);
    expect(paths).toEqual(
      expect.arrayContaining(['household.type', 'household.members', 'household.insecureHousing']),
    );
  });

  it('are counted by code', async () => {
    const text = await api.metrics.registry.metrics();
    expect(text).toMatch(/husrum_steps_total\{answer="not-possible-now"\} [1-9]/);
    expect(text).toMatch(/husrum_steps_total\{answer="taken"\} [1-9]/);
    expect(text).toMatch(/route="\/api\/v1\/files\/:file\/processes\/:process\/events"/);
    expect(text).not.toMatch(/farsta|testsson/i);
  });
});
