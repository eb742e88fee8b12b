import { createHash } from 'node:crypto';
import { fileList, fileView, trail } from '../../src/api/files/shapes.js';
import { facilityFlat, household } from '../support/cast.js';
import { Served } from './served.js';
import { family, flat, referral } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open();
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

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
    expect(got.body.deadlines[0]).toMatchObject({ name: 'draftExpires', label: 'Utkastet går ut' });
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

describe('search', () => {
  it('finds whole words of names and personal numbers, in whatever way they are written', async () => {
    const mother = {
      ref: 'mother',
      name: 'Ylva Kvist-Sjö',
      born: '1912-12-12',
      gender: 'woman',
      adult: true,
    };
    const id = await referral(farsta(), { members: [{ ...mother, personNumber: '191212121212' }] });
    const found = async (text: string) =>
      ((await farsta().post('/api/v1/files/search', { text })).body.files as { id: string }[]).map(
        (one) => one.id,
      );
    expect(await found('kvist')).toEqual([id]);
    expect(await found('YLVA sjö')).toEqual([id]);
    expect(await found('Ylva Kvist-Sjö')).toEqual([id]);
    expect(await found('kvi')).toEqual([]);
    expect(await found('ylva okänd')).toEqual([]);
    for (const written of ['191212121212', '19121212-1212', '121212-1212', '1212121212', '121212+1212'])
      expect([written, (await found(written)).includes(id)]).toEqual([written, true]);
    expect(await found(`${id.slice(0, 4)} ${id.slice(4).toUpperCase()}`)).toEqual([id]);
  });

  it('finds nothing of another district, and no family for the agency', async () => {
    const mother = { ref: 'mother', name: 'Unika Namnet', born: '1980-01-01', gender: 'woman', adult: true };
    await referral(farsta(), { members: [mother] });
    for (const login of [
      'skarholmen.handlaggare',
      'formedlingen.handlaggare',
      'system.forvaltare',
      'socialforvaltningen.analytiker',
    ]) {
      const { status, body } = await api.as(login).post('/api/v1/files/search', { text: 'Unika Namnet' });
      expect([login, status, body.files]).toEqual([login, 200, []]);
    }
    expect((await shis().post('/api/v1/files/search', { text: 'Unika' })).body.files).toHaveLength(1);
  });
});

describe('lists', () => {
  const ids = (body: { files: { id: string }[] }) => body.files.map((one) => one.id);

  it('page over 200 files, each once, by number and by waiting', async () => {
    const made = new Set<string>();
    for (let n = 0; n < 210; n++) {
      api.set(`2021-04-${String(1 + (n % 28)).padStart(2, '0')}T10:00`);
      made.add(await referral(api.as('rinkeby.handlaggare'), { district: 'rinkeby-kista' }));
    }
    api.set('2021-05-01T09:00');
    for (const query of [
      '',
      'workflow=referral&',
      'workflow=referral&state=draft&',
      'responsible=district&',
      'district=rinkeby-kista&state=draft&',
    ]) {
      const seen: string[] = [];
      const waiting: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const got = await api
          .as('rinkeby.handlaggare')
          .get(`/api/v1/files?${query}limit=50${next && `&cursor=${next}`}`);
        expect(fileList.safeParse(got.body).error).toBeUndefined();
        seen.push(...ids(got.body));
        waiting.push(
          ...got.body.files.map((one: { processes: { enteredAt: string }[] }) => one.processes[0]?.enteredAt),
        );
        next = got.body.next as string | null;
      }
      expect([query, seen.length, new Set(seen).size]).toEqual([query, 210, 210]);
      expect(new Set(seen)).toEqual(made);
      if (query.startsWith('workflow')) expect(waiting).toEqual([...waiting].sort());
      else expect(seen).toEqual([...seen].sort());
    }
  }, 120_000);

  it('narrow by state, turn, handler, term and number', async () => {
    api.set('2021-05-03T09:00');
    const [one, other] = [await referral(farsta()), await referral(farsta())];
    await farsta().step(one, 1, 'submit');
    await farsta().step(other, null, 'assign', { handler: 'farsta.chef' });
    const get = async (query: string, login = 'farsta.handlaggare') =>
      ids((await api.as(login).get(`/api/v1/files?${query}&limit=200`)).body);
    expect(await get('workflow=referral&state=screening')).toContain(one);
    expect(await get('workflow=referral&state=screening')).not.toContain(other);
    expect(await get('responsible=shis')).toContain(one);
    expect(await get('responsible=farsta')).toContain(other);
    expect(await get('responsible=skarholmen')).toEqual([]);
    expect(await get('assignee=farsta.chef')).toEqual([other]);
    expect(await get('assignee=me', 'farsta.chef')).toEqual([other]);
    expect(await get(`text=${one.slice(0, 6).toUpperCase()}`)).toEqual([one]);
    expect(await get('state=hold.going')).toEqual(expect.arrayContaining([one, other]));
    expect(await get('overdue=true')).not.toContain(one);
    api.set('2021-06-15T09:00');
    expect(await get('overdue=true')).toContain(one);
    expect(await get('workflow=referral&overdue=true')).toContain(one);
    expect(await get('workflow=referral&overdue=false')).not.toContain(one);
  });

  it('show a district its own households and the flats, SHIS all, the agency none without a request', async () => {
    const own = await referral(farsta());
    const dwelling = await flat(shis(), facilityFlat('1101', 3));
    const list = async (login: string) => {
      const all: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const { body } = await api.as(login).get(`/api/v1/files?limit=200${next && `&cursor=${next}`}`);
        all.push(...ids(body));
        next = body.next as string | null;
      }
      return all;
    };
    expect(await list('farsta.handlaggare')).toEqual(expect.arrayContaining([own, dwelling]));
    expect(await list('skarholmen.handlaggare')).toContain(dwelling);
    expect(await list('skarholmen.handlaggare')).not.toContain(own);
    expect(await list('shis.handlaggare')).toEqual(expect.arrayContaining([own, dwelling]));
    expect(await list('formedlingen.handlaggare')).not.toContain(own);
    expect(await list('socialforvaltningen.granskare')).toEqual(expect.arrayContaining([own, dwelling]));
    for (const login of ['socialforvaltningen.analytiker', 'system.forvaltare', 'stockholmshem.uthyrare'])
      expect([login, await list(login)]).toEqual([login, []]);
  });

  it('refuse a filter that is not one, and a cursor that was not given out', async () => {
    for (const query of [
      'stat=queued',
      'limit=0',
      'limit=5000',
      'limit=x',
      'overdue=perhaps',
      'state=%27%3B--',
      'cursor=abc',
      'cursor=WyJBIl0',
      'workflow=referral&cursor=WyJ4Iiwi',
      'limit=1&limit=2',
      '__proto__=1',
    ]) {
      const got = await farsta().get(`/api/v1/files?${query}`);
      expect([query, got.status, got.body.code]).toEqual([query, 400, 'malformed-request']);
      expect(got.body.fields.length).toBeGreaterThan(0);
    }
  });
});
