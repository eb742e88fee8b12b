import type { Reader } from '../../src/access/access-entry.js';
import { aboutNow } from '../../src/access/about-now.js';
import { makeReviews, surnamesOf } from '../../src/access/review/making.js';
import type { Rule } from '../../src/access/review/review.words.js';
import { createPool } from '../../src/platform/database.js';
import { Served } from '../api/served.js';
import { flat, referral } from '../api/stories.js';
import { facilityFlat } from '../support/cast.js';

let api: Served;
let [own, other] = ['', ''];
beforeAll(async () => {
  api = await Served.open({ at: '2021-01-04T09:00' });
  own = await referral(api.as('farsta.handlaggare'));
  other = await referral(api.as('farsta.handlaggare'));
  await api.as('farsta.handlaggare').step(own, null, 'assign', { handler: 'farsta.handlaggare' });
}, 60_000);
afterAll(() => api.close());

/** Reads a file as a colleague at a Stockholm time. */
async function read(login: string, file: string, at: string, purpose?: string): Promise<void> {
  api.set(at);
  const { engine, directory, accessLog } = api.runtime;
  const person = await directory.person(login, api.now);
  const found = (await engine.files.read([file])).get(file);
  if (person === null || found == null) throw new Error(`${login} ${file}`);
  const reader: Reader = { person, via: 'token:0', isSession: false, ...(purpose && { purpose }) };
  await accessLog.read(reader, aboutNow(api.runtime, found), 'file');
}

async function made(at: string): Promise<number> {
  api.set(at);
  const { pool, engine, directory } = api.runtime;
  return makeReviews({ pool, vault: engine.ports.vault, registers: directory }, api.now);
}

interface Item {
  readonly rule: Rule;
  readonly login: string;
  readonly subject: string;
  readonly day: string;
  readonly month: string;
}

/** The items of a rule, by login and day. */
async function items(rule: Rule): Promise<string[]> {
  const { rows } = await api.runtime.pool.query<Item>(
    `select rule, login, subject, day::text as day, month from review_item where rule = $1 order by day, login, subject`,
    [rule],
  );
  const names: Record<string, string> = { [own]: 'own', [other]: 'other', '': 'many' };
  return rows.map(({ login, subject, day, month }) => `${login} ${names[subject] ?? '?'} ${day} ${month}`);
}

const all = async (): Promise<object[]> => {
  const { rows } = await api.runtime.pool.query<object>(
    'select rule, login, subject, day, month, stream, seq from review_item order by rule, login, subject, day, seq',
  );
  return rows;
};

describe('what comes up for review', () => {
  it('is a reading without assignment and without a stated reason, once a day', async () => {
    await read('farsta.handlaggare', own, '2021-01-04T10:00');
    await read('farsta.chef', own, '2021-01-04T10:01', 'follow-up');
    await read('shis.handlaggare', own, '2021-01-04T10:02');
    await read('shis.handlaggare', own, '2021-01-04T15:00');
    await read('shis.handlaggare', own, '2021-01-05T10:00');
    await made('2021-01-05T12:00');
    expect(await items('unstated')).toEqual([
      'shis.handlaggare own 2021-01-04 2021-01',
      'shis.handlaggare own 2021-01-05 2021-01',
    ]);
    expect(await made('2021-01-05T12:01')).toBe(0);
  });

  it('is no reading of a flat, and none by the command line', async () => {
    const dwelling = await flat(api.as('shis.handlaggare'), facilityFlat('3101', 2));
    await api.as('shis.handlaggare').get(`/api/v1/files/${dwelling}`);
    expect(await made('2021-01-05T13:00')).toBe(0);
  });

  it('is each emergency access, also two of the same case on a day', async () => {
    for (const at of ['2021-01-06T10:00', '2021-01-06T13:00']) {
      api.set(at);
      const opening = { reason: 'danger', note: `Kl. ${at.slice(11)}` };
      const got = await api.as('skarholmen.handlaggare').post(`/api/v1/files/${own}/emergency`, opening);
      expect(got.status).toBe(201);
    }
    await made('2021-01-06T14:00');
    const item = 'skarholmen.handlaggare own 2021-01-06 2021-01';
    expect(await items('emergency')).toEqual([item, item]);
    expect(await made('2021-01-06T14:01')).toBe(0);
  });

  it('is a reading at night, 22 to 6 in Stockholm, also when the clocks are changed', async () => {
    const times = ['21:59', '22:00', '23:59'].map((time) => `2021-03-27T${time}`);
    const morning = ['01:59', '03:00', '05:59', '06:00'].map((time) => `2021-03-28T${time}`);
    for (const at of [...times.slice(0, 1), ...morning.slice(3)]) await read('farsta.handlaggare', own, at);
    await made('2021-03-28T06:10');
    expect(await items('night')).toEqual([]);
    await read('farsta.handlaggare', own, '2021-10-30T21:59');
    await read('farsta.handlaggare', own, '2021-10-31T06:00');
    await made('2021-10-31T06:10');
    expect(await items('night')).toEqual([]);
    await read('farsta.handlaggare', own, '2021-10-31T22:00');
    await read('farsta.handlaggare', own, '2021-11-01T05:59');
    await made('2021-11-01T08:00');
    expect(await items('night')).toEqual([
      'farsta.handlaggare own 2021-10-31 2021-10',
      'farsta.handlaggare own 2021-11-01 2021-11',
    ]);
  });

  it('is counted to the day and month of Stockholm', async () => {
    await read('shis.kollega', own, '2021-11-30T23:59');
    await read('shis.kollega', own, '2021-12-01T00:00');
    await made('2021-12-01T08:00');
    expect((await items('night')).slice(2)).toEqual([
      'shis.kollega own 2021-11-30 2021-11',
      'shis.kollega own 2021-12-01 2021-12',
    ]);
  });

  it('is a reader with the surname of somebody in the household', async () => {
    const data = {
      login: 'farsta.eva',
      name: 'Eva Berg-Testsson',
      organisation: 'farsta',
      role: 'caseworker',
    };
    await api.runtime.registers.put('person', data, { at: '2021-12-01T00:00:00Z', by: 'casebook' });
    await read('farsta.eva', own, '2021-12-02T10:00', 'absence');
    await made('2021-12-02T11:00');
    expect(await items('surname')).toEqual(['farsta.eva own 2021-12-02 2021-12']);
    expect(surnamesOf('Eva Berg-Testsson')).toEqual(['Berg', 'Testsson']);
    expect(surnamesOf('Eva')).toEqual(['Eva']);
    expect(surnamesOf('')).toEqual([]);
  });

  it('is a reader who lives, or has lived, at the address of the family', async () => {
    const home = async (login: string, address: string): Promise<void> => {
      const put = await api
        .as('system.forvaltare')
        .post('/api/v1/registers/home', { data: { login, address } });
      expect(put.body).toEqual({ changed: true });
    };
    await home('farsta.chef', 'Storgatan 12 a lgh 1002');
    await home('farsta.chef', 'Annanstans 1');
    await home('farsta.handlaggare', 'Storgatan 12 B');
    const said = { address: 'Storgatan 12A, 123 45 Farsta' };
    expect((await api.as('farsta.handlaggare').step(other, null, 'updateHousehold', said)).status).toBe(200);
    await read('farsta.chef', other, '2021-12-02T12:00', 'absence');
    await read('farsta.handlaggare', other, '2021-12-02T12:00', 'absence');
    await made('2021-12-02T12:30');
    expect(await items('address')).toEqual(['farsta.chef other 2021-12-02 2021-12']);
    for (const table of ['home', 'register_change', 'case_file', 'event', 'term']) {
      const { rows } = await api.runtime.pool.query(`select t::text as row from ${table} t`);
      expect([table, /storgatan/i.test(JSON.stringify(rows))]).toEqual([table, false]);
    }
  });

  it('is a protected household, whoever read it', async () => {
    const owner = createPool(api.runtime.home.ownerUrl, { max: 1 });
    await owner.query(`update case_file set record = record || '{"protection": "marking"}' where id = $1`, [
      other,
    ]);
    await owner.end();
    api.runtime.engine.files.forget([other]);
    await read('farsta.handlaggare', other, '2021-12-03T10:00', 'contact');
    await made('2021-12-03T11:00');
    expect(await items('protected')).toEqual(['farsta.handlaggare other 2021-12-03 2021-12']);
  });

  it('is more than twenty different households within an hour, once', async () => {
    const files = [];
    for (let n = 0; n < 21; n++) files.push(await referral(api.as('farsta.handlaggare')));
    for (const [n, file] of files.slice(0, 20).entries())
      await read('farsta.chef', file, `2021-12-06T10:${String(n).padStart(2, '0')}`, 'follow-up');
    for (let n = 0; n < 5; n++)
      await read('farsta.chef', files[0] as string, `2021-12-06T10:00:0${n}`, 'follow-up');
    await made('2021-12-06T10:40');
    expect(await items('many')).toEqual([]);
    await read('farsta.chef', files[20] as string, '2021-12-06T11:00:04', 'follow-up');
    await made('2021-12-06T11:01');
    expect(await items('many')).toEqual([]);
    for (const file of files) await read('shis.chef', file, '2021-12-07T09:00', 'follow-up');
    await made('2021-12-07T10:00');
    expect(await items('many')).toEqual(['shis.chef many 2021-12-07 2021-12']);
  });
});

describe('the sample of a month', () => {
  it('is drawn when the month has ended: five percent, twenty at least, and the same whenever it is drawn', async () => {
    const drawn = (await items('sample')).map((one) => one.split(' ').at(-1));
    expect(new Set(drawn)).toEqual(new Set(['2021-01', '2021-03', '2021-10', '2021-11']));
    await made('2021-12-31T23:59');
    expect((await items('sample')).filter((one) => one.endsWith('2021-12'))).toEqual([]);
    await made('2022-01-01T00:00');
    const first = await all();
    const inDecember = first.filter((one) => JSON.stringify(one).includes('"sample"')).length;
    expect((await items('sample')).filter((one) => one.endsWith('2021-12'))).toHaveLength(20);
    const owner = createPool(api.runtime.home.ownerUrl, { max: 1 });
    await owner.query(`delete from review_item; delete from setting where name = 'reviewed-until'`);
    await owner.end();
    await made('2022-01-15T12:00');
    expect(await all()).toEqual(first);
    expect(inDecember).toBeGreaterThan(20);
  });

  it('is made once however many nodes make it at the same time', async () => {
    const before = await all();
    const owner = createPool(api.runtime.home.ownerUrl, { max: 1 });
    await owner.query(`delete from review_item; delete from setting where name = 'reviewed-until'`);
    await owner.end();
    const counts = await Promise.all([1, 2, 3, 4].map(() => made('2022-01-15T12:00')));
    expect(await all()).toEqual(before);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(before.length);
  });
});
