import { createHash } from 'node:crypto';
import { addDays, addYears } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { trail } from '../../src/files/event-shapes.js';
import { fileView } from '../../src/files/shapes.js';
import { household } from '../support/cast.js';
import { Served } from './served.js';
import { family, referral } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open();
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');

describe('opening a file', () => {
  it('answers 201 with the file, where it stands and its version', async () => {
    const got = await farsta().post('/api/v1/files', {
      workflow: 'referral',
      data: { household: household() },
    });
    expect(got.status).toBe(201);
    expect(got.headers.get('location')).toBe(`/api/v1/files/${got.body.id}`);
    expect(got.headers.get('etag')).toBe('"1"');
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(got.body.step).toEqual({
      event: `${got.body.id}:1`,
      process: 1,
      repeated: false,
      proposed: false,
    });
  });

  it('with the same key twice gives the same file', async () => {
    const body = { workflow: 'referral', data: { household: household() } };
    const headers = { 'idempotency-key': 'open-1' };
    const [one, other] = [
      await farsta().post('/api/v1/files', body, headers),
      await farsta().post('/api/v1/files', body, headers),
    ];
    expect(other.status).toBe(201);
    expect(other.body.id).toBe(one.body.id);
    expect([one.body.step.repeated, other.body.step.repeated]).toEqual([false, true]);
  });

  it('with the same key by another person gives another file', async () => {
    const body = { workflow: 'referral', data: { household: household() } };
    const headers = { 'idempotency-key': 'open-2' };
    const one = await farsta().post('/api/v1/files', body, headers);
    const other = await api.as('farsta.chef').post('/api/v1/files', body, headers);
    expect(other.body.id).not.toBe(one.body.id);
  });

  it('for a household of another district is refused, and nothing is there afterwards', async () => {
    const before = await api.events();
    const data = { household: family({ district: 'skarholmen' }) };
    const got = await farsta().post('/api/v1/files', { workflow: 'referral', data });
    expect([got.status, got.body.code]).toEqual([403, 'not-permitted']);
    expect(await api.events()).toBe(before);
  });

  it('foresees a new file with dryRun, and opens none', async () => {
    const before = await api.events();
    const got = await farsta().post('/api/v1/files?dryRun=true', {
      workflow: 'referral',
      data: { household: household() },
    });
    expect(got.status).toBe(200);
    expect(got.body.files[0]).toMatchObject({
      isNew: true,
      changes: [{ before: null, workflow: 'referral' }],
    });
    expect(await api.events()).toBe(before);
  });
});

describe('a further process', () => {
  it('is opened in a file that is there', async () => {
    const id = await referral(farsta());
    const got = await farsta().post(`/api/v1/files/${id}/processes`, { workflow: 'referral', data: {} });
    expect(got.status).toBe(201);
    expect(got.body.processes).toHaveLength(2);
    expect(got.body.step.process).toBe(2);
  });

  it('is not opened in a file of another district, which is not there for them', async () => {
    const id = await referral(farsta());
    const other = api.as('skarholmen.handlaggare');
    const got = await other.post(`/api/v1/files/${id}/processes`, { workflow: 'referral', data: {} });
    expect([got.status, got.body.code]).toEqual([404, 'not-found']);
  });
});

describe('reading a file', () => {
  it('shows household, processes, terms and every action, by its own schema', async () => {
    const id = await referral(farsta());
    const got = await farsta().get(`/api/v1/files/${id}`);
    expect(got.headers.get('etag')).toBe('"1"');
    expect(fileView.strict().safeParse(got.body).error).toBeUndefined();
    expect(got.body.household.members[0]).toMatchObject({ name: 'Test Testsson', born: '1985-04-01' });
    expect(got.body.processes[0]).toMatchObject({
      state: 'draft',
      stateLabel: 'Utkast',
      waitsFor: 'district',
    });
    expect(got.body.deadlines[0]).toMatchObject({
      name: 'draftExpires',
      label: 'Utkastet går ut',
      rule: '180\u00a0dagar från den senaste ändringen av utkastet.',
    });
  });

  it('tells for each event whether it can be taken, and its form', async () => {
    const id = await referral(farsta());
    const { body } = await farsta().get(`/api/v1/files/${id}`, { 'accept-language': 'en' });
    const action = (type: string) => body.actions.find((one: { type: string }) => one.type === type);
    expect(action('submit')).toMatchObject({
      answer: 'allowed',
      label: 'Send the referral to SHIS',
      process: 1,
    });
    expect(action('approve')).toMatchObject({
      answer: 'not-possible-now',
      possibleIn: ['Being screened by SHIS'],
    });
    expect(action('withdraw').schema.properties.reason.oneOf).toContainEqual({
      const: 'duplicate',
      title: expect.any(String),
    });
    expect(action('memberJoins')).toMatchObject({ process: null, href: `/api/v1/files/${id}/events` });
    expect(action('memberJoins').schema.properties.person.properties.name).toMatchObject({
      'x-personal': true,
    });
    expect(action('householdChanged')).toBeUndefined();
  });

  it('gives hrefs that take the step', async () => {
    const id = await referral(farsta());
    const { body } = await farsta().get(`/api/v1/files/${id}`);
    const { href } = body.actions.find((one: { type: string }) => one.type === 'submit');
    const got = await farsta().post(href, { type: 'submit', data: {} }, { 'idempotency-key': 'by-href' });
    expect([got.status, got.body.processes[0].state]).toEqual([200, 'screening']);
  });

  it('speaks Swedish unless English is asked for', async () => {
    const id = await referral(farsta());
    const label = async (accepted: string) =>
      (await farsta().get(`/api/v1/files/${id}`, { 'accept-language': accepted })).body.processes[0].label;
    expect(await label('de')).toBe('Remiss');
    expect(await label('en-GB,en;q=0.9')).toBe('Referral');
    expect(await label('en;q=0.3, sv;q=0.8')).toBe('Remiss');
  });

  it('shows it as it stood on a day, as it was known on another', async () => {
    api.set('2021-03-01T09:00');
    const id = await referral(farsta());
    api.set('2021-03-05T09:00');
    await farsta().step(id, 1, 'submit');
    api.set('2021-03-20T09:00');
    const born = {
      person: { ref: 'child-9', name: 'Sent Testsson', born: '2021-03-03', gender: 'unknown', adult: false },
      on: '2021-03-03',
    };
    const late = { type: 'memberJoins', data: born, occurredAt: '2021-03-03T10:00:00+01:00' };
    await farsta().post(`/api/v1/files/${id}/events`, late, { 'idempotency-key': 'late' });
    const at = async (query: string) => (await farsta().get(`/api/v1/files/${id}?${query}`)).body;
    const members = (file: { household: { members: unknown[] } }) => file.household.members.length;
    expect((await at('at=2021-03-04')).processes[0].state).toBe('draft');
    expect(members(await at('at=2021-03-04'))).toBe(3);
    expect(members(await at('at=2021-03-04&knownOn=2021-03-10'))).toBe(2);
    expect((await at('at=2021-03-06')).processes[0].state).toBe('screening');
    expect((await at('at=2021-03-06')).deadlines[0].name).toBe('screeningTerm');
    expect((await farsta().get(`/api/v1/files/${id}?at=2021-02-01`)).status).toBe(404);
    api.set('2021-02-01T09:00');
  });
});

describe('what cannot be so of a person', () => {
  const child = { ref: 'late', name: 'Sent Testsson', born: '1990-01-01', gender: 'man', adult: false };
  const says = (got: { readonly body: { fields?: readonly { path: string }[] } }) =>
    (got.body.fields ?? []).map(({ path }) => path);

  it('is refused beside its field where a case is opened, with what else is wrong', async () => {
    const members = [
      { ...child, personNumber: '191212121213' },
      { ...child, gender: 7 },
    ];
    const got = await farsta().post('/api/v1/files', {
      workflow: 'referral',
      data: { household: family({ members }) },
    });
    expect([got.status, got.body.code]).toEqual([422, 'invalid-data']);
    expect(says(got)).toEqual([
      'household.members.1.gender',
      'household.members.0.personNumber',
      'household.members.0.adult',
      'household.members.1.adult',
    ]);
    expect(got.text).not.toContain('1990-01-01');
  });

  it('does not take back an answer that was given before it was so', async () => {
    const almost = { ...child, born: addYears(addDays(dayOf(api.now), 1), -18), personNumber: undefined };
    const { members } = household() as { readonly members: readonly object[] };
    const body = {
      workflow: 'referral',
      data: { household: family({ members: [...members, almost] }) },
    };
    const open = (key: string) => farsta().post('/api/v1/files', body, { 'idempotency-key': key });
    const first = await open('almost-grown');
    expect(first.status).toBe(201);
    const stood = `${dayOf(api.now)}T12:00`;
    api.set(`${addDays(dayOf(api.now), 1)}T12:00`);
    const again = await open('almost-grown');
    expect([again.status, again.body.id]).toEqual([first.status, first.body.id]);
    expect(says(await open('grown'))).toEqual(['household.members.2.adult']);
    api.set(stood);
  });

  it('is refused where somebody joins, is changed, or is put right, also when it is only tried', async () => {
    const id = await referral(farsta());
    const joins = { person: child, on: '2021-01-31' };
    expect(says(await farsta().step(id, null, 'memberJoins', joins))).toEqual(['person.adult']);
    const tried = { type: 'memberJoins', data: joins };
    expect(says(await farsta().post(`/api/v1/files/${id}/events?dryRun=true`, tried))).toEqual([
      'person.adult',
    ]);
    const grown = { members: [{ ref: 'child-1', adult: true }] };
    expect(says(await farsta().step(id, null, 'updateHousehold', grown))).toEqual(['members.0.adult']);
    expect((await api.as('shis.handlaggare').step(id, null, 'updateHousehold', grown)).status).toBe(404);
    const right = { ...joins, person: { ...child, adult: true } };
    expect((await farsta().step(id, null, 'memberJoins', right)).status).toBe(200);
    const put = { replacement: { data: joins }, reason: 'Fel svar.' };
    const key = { 'idempotency-key': 'wrong-child' };
    const got = await farsta().post(`/api/v1/files/${id}/events/2/correction`, put, key);
    expect(says(got)).toEqual(['replacement.data.person.adult']);
  });
});

describe('the audit trail', () => {
  it('holds the bytes and the chain, so that anyone can compute it again', async () => {
    const id = await referral(farsta());
    await farsta().step(id, 1, 'submit');
    await farsta().step(id, null, 'note', { note: 'Hemligt å ä ö' });
    const { body } = await farsta().get(`/api/v1/files/${id}/events`);
    expect(trail.safeParse(body).error).toBeUndefined();
    let head = Buffer.alloc(0);
    for (const { canonical, hash } of body.events) {
      head = createHash('sha256').update(head).update(Buffer.from(canonical, 'utf8')).digest();
      expect(hash).toBe(head.toString('hex'));
    }
    expect(body.events.map((one: { id: string }) => one.id)).toEqual([1, 2, 3, 4].map((n) => `${id}:${n}`));
    expect(body.events[2]).toMatchObject({ data: { note: 'Hemligt å ä ö' }, told: 'En anteckning skrevs.' });
    expect(body.events[2].canonical).not.toContain('Hemligt');
  });

  it('fills its sentences with words, not codes', async () => {
    const id = await referral(farsta());
    await farsta().step(id, 1, 'withdraw', { reason: 'duplicate' });
    const { body } = await farsta().get(`/api/v1/files/${id}/events`, { 'accept-language': 'en' });
    expect(body.events.at(-1).told).toMatch(/^The referral was withdrawn: (?!duplicate\.).+\.$/);
  });

  it('is read page by page', async () => {
    const id = await referral(farsta());
    for (const n of [1, 2, 3, 4]) await farsta().step(id, null, 'note', { note: `nr ${n}` });
    const seen: number[] = [];
    for (let next = ''; ;) {
      const { body } = await farsta().get(`/api/v1/files/${id}/events?limit=2${next && `&cursor=${next}`}`);
      seen.push(...body.events.map((one: { seq: number }) => one.seq));
      if (body.next === null) break;
      next = body.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
