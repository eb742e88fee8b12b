import { verify, type VerifyResult } from '../../src/audit/verify.js';
import { createPool } from '../../src/platform/database.js';
import { startRuntime } from '../../src/runtime.js';
import { Served, type Caller } from '../api/served.js';
import { referral } from '../api/stories.js';
import { child } from '../support/cast.js';
import type { Pool } from 'pg';

let api: Served;
let owner: Pool;
/** Two that are at rest, one that goes on, one of which somebody was born on a 15th. */
let [first, second, going, research, merged] = ['', '', '', '', ''];
const farsta = () => api.as('farsta.handlaggare');
const culling = () => api.runtime.culling;
/** Somebody five years on, when the first tokens are no longer good. */
async function later(login: string): Promise<Caller> {
  const made = await api.runtime.tokens.create(login, 30, api.now);
  return api.nobody.with({ authorization: `Bearer ${made.ok ? made.token : ''}` });
}

beforeAll(async () => {
  api = await Served.open({ at: '2014-02-01T09:00' });
  owner = createPool(api.runtime.home.ownerUrl, { max: 2 });
  for (let n = 0; n < 3; n++) {
    const file = await referral(farsta(), { members: [child('child-1', '2012-06-01')] });
    [first, second, going] = [second, going, file];
  }
  research = await referral(farsta(), { members: [child('child-1', '2012-06-15')] });
  const reading = { reason: 'contact', note: 'Mormor ringde' };
  await api.as('farsta.chef').post(`/api/v1/files/${first}/purpose`, reading);
  const alvsjo = api.as('alvsjo.handlaggare');
  merged = await referral(alvsjo, { district: 'alvsjo', members: [child('child-1', '2012-06-01')] });
  for (const file of [first, second, research, merged]) {
    const by = file === merged ? alvsjo : farsta();
    await by.step(file, null, 'note', { note: 'Ringde skolan.' });
    const { status } = await by.step(file, 1, 'discard');
    if (status !== 200) throw new Error(`${status}`);
  }
}, 60_000);
afterAll(async () => {
  await owner.end();
  await api.close();
});

const found = (): Promise<VerifyResult> =>
  verify(owner, api.runtime.registry, { vault: api.runtime.engine.ports.vault });
const left = async (file: string): Promise<number> => {
  const tables = ['file_key', 'sealed', 'term', 'access_note'];
  const counts = tables.map((table) => `(select count(*)::int from ${table} where file_id = $1)`);
  const { rows } = await owner.query<{ n: number }>(`select ${counts.join(' + ')} as n`, [file]);
  return rows[0]?.n ?? 0;
};

describe('a household’s file', () => {
  it('is due five years after the last entry, when nothing goes on in it, and not when somebody is born on the 15th', async () => {
    api.set('2019-01-31T12:00');
    expect(await culling().due()).toEqual({
      ...{ organisations: [], forResearch: 0, inReview: 0, next: '2019-02-01' },
    });
    api.set('2019-02-01T00:00');
    const one = { oldest: '2014-02-01', latest: '2020-12-31' };
    const organisations = [
      { organisation: 'alvsjo', files: 1, ...one },
      { organisation: 'farsta', files: 2, ...one },
    ];
    expect(await culling().due()).toEqual({ organisations, forResearch: 1, inReview: 0, next: null });
  });

  it('is put forward by one person, who can take it back, and cannot cull it', async () => {
    const proposal = (await culling().propose('farsta', 'system.forvaltare')) as number;
    expect((await culling().due()).organisations).toMatchObject([{ organisation: 'alvsjo' }]);
    expect(await culling().propose('farsta', 'farsta.chef')).toBeNull();
    expect(await culling().cull(proposal, 'system.forvaltare')).toBeNull();
    expect(await left(first)).toBeGreaterThan(0);
    expect(await culling().takeBack(proposal, 'system.forvaltare')).toBe(true);
    expect(await culling().cull(proposal, 'farsta.chef')).toBeNull();
    expect((await culling().due()).organisations).toContainEqual(expect.objectContaining({ files: 2 }));
  });

  it('is not culled when something has happened in it since, and the other one is gone to the last word', async () => {
    const proposal = (await culling().propose('farsta', 'system.forvaltare')) as number;
    const noted = await (
      await later('farsta.handlaggare')
    ).step(second, null, 'note', { note: 'Hörde av sig.' });
    expect(noted.status).toBe(200);
    const before = await owner.query('select count(*) as n from event');
    const digests = (await owner.query('select digest from sealed where file_id = $1', [first])).rows.map(
      (row: { digest: string }) => row.digest,
    );
    expect((await api.runtime.engine.keys.unseal(first, digests)).size).toBe(digests.length);
    expect(await culling().cull(proposal, 'farsta.chef')).toBe(1);
    expect(await api.runtime.engine.keys.unseal(first, digests)).toEqual(new Map());
    expect([await left(first), (await left(second)) > 0, (await left(going)) > 0]).toEqual([0, true, true]);
    expect((await owner.query('select count(*) as n from event')).rows).toEqual(before.rows);
    expect(await culling().cull(proposal, 'farsta.chef')).toBeNull();
    expect((await culling().proposals())[0]).toMatchObject({
      ...{ files: 2, culled: 1, proposedBy: 'system.forvaltare', culledBy: 'farsta.chef' },
    });
  });

  it('is for nobody to come to after that, and takes no step', async () => {
    for (const login of ['farsta.handlaggare', 'farsta.chef', 'socialforvaltningen.granskare']) {
      const reader = await later(login);
      expect((await reader.get(`/api/v1/files/${second}`)).status).toBe(200);
      expect((await reader.get(`/api/v1/files/${first}`)).status).toBe(404);
    }
    const handler = await later('farsta.handlaggare');
    const list = (await handler.get('/api/v1/files?limit=200')).text;
    expect([list.includes(second), list.includes(first)]).toEqual([true, false]);
    expect((await handler.step(first, null, 'note', { note: 'Ny' })).status).toBe(404);
    const by = await api.runtime.directory.person('farsta.handlaggare', api.now);
    if (by === null) throw new Error('nobody');
    const asked = { event: 'note', file: first, data: { note: 'Ny' } };
    const refused = await api.runtime.engine.execute({ id: 'late', by, asked, recordedAt: api.now });
    expect(refused).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('is for nobody to come to on a node that starts after that', async () => {
    const node = await startRuntime(api.runtime.config, { now: () => api.now });
    const by = await node.directory.person('farsta.handlaggare', api.now);
    if (by === null) throw new Error('nobody');
    const asked = { event: 'note', file: first, data: { note: 'Ny' } };
    const refused = await node.engine.execute({ id: 'later', by, asked, recordedAt: api.now });
    await node.close();
    expect(refused).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('goes over to the successor of its district as every other does, which needs nothing of what is gone', async () => {
    const proposal = (await culling().propose('alvsjo', 'system.forvaltare')) as number;
    expect(await culling().cull(proposal, 'farsta.chef')).toBe(1);
    api.set('2020-07-01T08:00');
    expect(await api.runtime.sweep.run()).toMatchObject({ transfers: 1 });
    const { rows } = await owner.query('select subject from incident');
    expect([rows, await left(merged)]).toEqual([[], 0]);
  });

  it('has a chain that holds, and facts as they were', async () => {
    const { ok, notes } = await found();
    expect({ ok, notes }).toMatchObject({ ok: true, notes: [{ kind: 'culled', count: 2 }] });
  });

  it('is found when something of it is left, when one person culled it, and when a key is gone that nobody culled', async () => {
    await owner.query(`insert into term values ($1, 'x')`, [first]);
    expect((await found()).findings).toMatchObject([{ kind: 'culling', file: first }]);
    await owner.query('delete from term where file_id = $1', [first]);
    await owner.query('update culling set proposal = 0 where file_id = $1', [first]);
    expect((await found()).findings).toMatchObject([{ kind: 'culling', file: first }]);
    await owner.query('delete from culling where file_id = $1', [first]);
    const kinds = (await found()).findings.map(({ kind, file }) => [kind, file]);
    expect(kinds).toEqual([['sealed', first]]);
  });
});

it('the app may not cull by itself, nor write who did', async () => {
  const { pool } = api.runtime;
  for (const text of [
    'delete from file_key',
    'delete from sealed',
    `update culling_proposal set culled_by = 'x'`,
    'delete from culling',
    'insert into culling (file_id, version, kept) values (1, 1, 1)',
  ])
    await expect(pool.query(text)).rejects.toMatchObject({ code: '42501' });
});
