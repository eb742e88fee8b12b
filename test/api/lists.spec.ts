import { newFileId } from '../../src/engine/file-id.js';
import { fileList } from '../../src/files/shapes.js';
import { facilityFlat } from '../support/cast.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open();
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

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

  it('takes eleven letters for the number of a file without figures, and for a name', async () => {
    const { vault } = api.runtime.engine.ports;
    const keys = Array.from({ length: 2_000 }, (_, n) => `letters-${n}`);
    const by = 'farsta.handlaggare';
    const fileOf = (key: string) => newFileId(vault.mac({ command: `${by}:${key}`, by }));
    const key = keys.find((one) => /^\D+$/.test(fileOf(one))) as string;
    const mother = {
      ref: 'mother',
      name: 'Ada Christensen',
      born: '1980-01-01',
      gender: 'woman',
      adult: true,
    };
    const id = await referral(farsta().with({ 'idempotency-key': key }), { members: [mother] });
    expect(id).toMatch(/^[a-z]{11}$/);
    for (const text of [id, id.toUpperCase(), 'Christensen', 'christensen ada'])
      expect([text, (await farsta().post('/api/v1/files/search', { text })).body.files]).toMatchObject([
        text,
        [{ id }],
      ]);
    for (const text of [id, 'Christensen'])
      expect(
        (await api.as('skarholmen.handlaggare').post('/api/v1/files/search', { text })).body.files,
      ).toEqual([]);
  });

  it('finds the address of a family, within its own organisation alone', async () => {
    const id = await referral(farsta(), { address: 'Kvarnvägen 3 B, lgh 1102' });
    const found = async (login: string, text: string) =>
      (await api.as(login).post('/api/v1/files/search', { text })).body.files.map(
        (one: { id: string }) => one.id,
      );
    for (const text of ['kvarnvägen 3b', 'Kvarnv. 3 B, 123 45 Farsta'])
      expect([text, await found('farsta.handlaggare', text)]).toEqual([text, [id]]);
    expect(await found('farsta.handlaggare', 'Kvarnvägen 3')).toEqual([]);
    expect(await found('farsta.handlaggare', 'address kvarnvägen3b')).toEqual([]);
    await farsta().step(id, 1, 'submit');
    expect((await shis().get(`/api/v1/files/${id}`)).text).not.toContain('Kvarnv');
    for (const login of ['shis.handlaggare', 'skarholmen.handlaggare', 'formedlingen.handlaggare'])
      expect([login, await found(login, 'Kvarnvägen 3 B')]).toEqual([login, []]);
  });

  it('finds nothing of another district, and no family for the agency', async () => {
    const mother = { ref: 'mother', name: 'Unika Namnet', born: '1980-01-01', gender: 'woman', adult: true };
    const id = await referral(farsta(), { members: [mother] });
    for (const login of [
      'shis.handlaggare',
      'skarholmen.handlaggare',
      'formedlingen.handlaggare',
      'system.forvaltare',
      'socialforvaltningen.analytiker',
    ]) {
      const { status, body } = await api.as(login).post('/api/v1/files/search', { text: 'Unika Namnet' });
      expect([login, status, body.files]).toEqual([login, 200, []]);
    }
    await farsta().step(id, 1, 'submit');
    expect((await shis().post('/api/v1/files/search', { text: 'Unika' })).body.files).toHaveLength(1);
  });
});

describe('lists', () => {
  const ids = (body: { files: { id: string }[] }) => body.files.map((one) => one.id);

  it('page over 200 files, each once, by number and by waiting', async () => {
    const made = new Set<string>();
    const rinkeby = api.as('rinkeby.handlaggare');
    for (let day = 1; day <= 21; day++) {
      api.set(`2021-04-${String(day).padStart(2, '0')}T10:00`);
      const opened = Array.from({ length: 10 }, () => referral(rinkeby, { district: 'rinkeby-kista' }));
      for (const id of await Promise.all(opened)) made.add(id);
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

  it('show a district its own households and the flats, SHIS those handed over, the agency none without a request', async () => {
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
    expect(await list('shis.handlaggare')).toContain(dwelling);
    expect(await list('shis.handlaggare')).not.toContain(own);
    await farsta().step(own, 1, 'submit');
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
