import { verify, type VerifyResult } from '../../src/audit/verify.js';
import { AccessLog1700000000005 } from '../../src/migrations/0005-access-log.js';
import { createDataSource, createPool } from '../../src/platform/database.js';
import { freshDatabase } from '../support/database.js';
import { entries } from '../api/readings.js';
import { Served } from '../api/served.js';
import { referral } from '../api/stories.js';
import type { Pool } from 'pg';

let api: Served;
let owner: Pool;
let file = '';
beforeAll(async () => {
  api = await Served.open();
  owner = createPool(api.runtime.home.ownerUrl, { max: 2 });
  file = await referral(api.as('farsta.handlaggare'));
  for (let n = 0; n < 4; n++) await api.as('farsta.handlaggare').get(`/api/v1/files/${file}`);
  await api.as('farsta.handlaggare').get('/api/v1/files');
  const body = { reason: 'contact', note: 'Mormor ringde' };
  await api.as('farsta.chef').post(`/api/v1/files/${file}/purpose`, body);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await api.close();
});

const found = async (): Promise<VerifyResult> =>
  verify(owner, api.runtime.registry, { vault: api.runtime.engine.ports.vault });

/** What is found while somebody with a superuser's connection has changed something, which is then put back. */
async function after(...statements: string[]): Promise<string[]> {
  const tables = ['access_stream', 'access_entry', 'access_note'];
  for (const table of tables) await owner.query(`create table kept_${table} as table ${table}`);
  for (const statement of statements) {
    const { rowCount } = await owner.query(statement, statement.includes('$1') ? [file] : []);
    expect(rowCount).toBeGreaterThan(0);
  }
  const { findings } = await found();
  for (const table of tables) {
    await owner.query(`delete from ${table}`);
    await owner.query(`insert into ${table} select * from kept_${table}`);
    await owner.query(`drop table kept_${table}`);
  }
  for (const { sentence } of findings) expect(sentence.sv).not.toBe(sentence.en);
  return findings.map((one) => `${one.kind} ${one.file === file ? 'file' : one.file}:${one.seq ?? ''}`);
}

const ENTRY = 'where stream = $1 and seq =';

describe('the chains of the log of readings', () => {
  it('are whole as they were written, one entry after the other', async () => {
    expect(await found()).toMatchObject({ ok: true, findings: [] });
    expect((await entries(api, file)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('show an entry that was changed', async () => {
    const text = `convert_to(replace(convert_from(canonical, 'UTF8'), 'farsta.handlaggare', 'skarholmen.chef'), 'UTF8')`;
    const kinds = await after(
      `update access_entry set canonical = ${text}, login = 'skarholmen.chef' ${ENTRY} 2`,
    );
    expect(kinds).toEqual(['access-hash file:2']);
  });

  it('show a column that says something else', async () => {
    expect(await after(`update access_entry set login = 'nobody', why = 'system' ${ENTRY} 3`)).toEqual([
      'access-column file:3',
      'access-column file:3',
    ]);
    expect(await after(`update access_entry set at = at + interval '1 microsecond' ${ENTRY} 3`)).toEqual([
      'access-column file:3',
    ]);
  });

  it('show an entry that is gone, in the midst, at the end, and a whole chain', async () => {
    expect(await after(`delete from access_entry ${ENTRY} 2`)).toEqual(['access-missing file:2']);
    expect(await after(`delete from access_note ${ENTRY} 5`, `delete from access_entry ${ENTRY} 5`)).toEqual([
      'access-missing file:5',
    ]);
    expect(await after(`delete from access_entry where stream = $1`)).toEqual(['access-missing file:1']);
  });

  it('show entries that changed places, and one put among them', async () => {
    const kinds = await after(
      `update access_entry set seq = 99 ${ENTRY} 2`,
      `update access_entry set seq = 2 ${ENTRY} 3`,
      `update access_entry set seq = 3 ${ENTRY} 99`,
    );
    expect(kinds).toEqual(expect.arrayContaining(['access-reordered file:2', 'access-reordered file:3']));
    const copied = await after(
      `insert into access_entry select stream, 6, at, login, organisation, what, refused, file_id, file_kind, protected, why,
         reason, files, canonical, hash from access_entry ${ENTRY} 1`,
    );
    expect(copied).toEqual(['access-hash file:6', 'access-reordered file:6', 'access-hash file:']);
  });

  it('show a head that was turned back with its entries', async () => {
    const kinds = await after(
      `delete from access_note ${ENTRY} 5`,
      `delete from access_entry ${ENTRY} 5`,
      `update access_stream set version = 4 where stream = $1`,
    );
    expect(kinds).toEqual(['access-hash file:']);
  });

  it('show a note that was changed or taken away', async () => {
    expect(await after(`update access_note set ciphertext = 'x' ${ENTRY} 5`)).toEqual(['access-note file:5']);
    expect(await after(`delete from access_note ${ENTRY} 5`)).toEqual(['access-note file:5']);
  });

  it('are whole when a file is culled: its key and notes go, its entries stay', async () => {
    const key = await owner.query('delete from file_key where file_id = $1 returning *', [file]);
    const { rows } = await owner.query<object>('delete from access_note returning *');
    const kinds = (await found()).findings.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('access'))).toEqual([]);
    const { file_id: id, number, wrapped } = key.rows[0] as Record<string, unknown>;
    await owner.query('insert into file_key values ($1, $2, $3)', [id, number, wrapped]);
    const note = rows[0] as Record<string, unknown>;
    await owner.query('insert into access_note values ($1, $2, $3, $4)', Object.values(note));
  });
});

describe('emergency accesses', () => {
  it('that the log does not tell of, or tells otherwise, are found', async () => {
    const { rowCount } = await owner.query(
      `insert into emergency_access (file_id, login, happened, at, until, stream, seq)
       values ($1, 'farsta.chef', 'opened', $2, $2, $1, 1)`,
      [file, api.now],
    );
    expect(rowCount).toBe(1);
    expect((await found()).findings).toMatchObject([{ kind: 'access-emergency', file, seq: 1 }]);
    await owner.query('delete from emergency_access');
    const opening = { reason: 'danger', note: 'Fara' };
    await api.as('skarholmen.handlaggare').post(`/api/v1/files/${file}/emergency`, opening);
    expect(await found()).toMatchObject({ ok: true });
    await owner.query(`update emergency_access set login = 'farsta.chef'`);
    expect((await found()).counts).toEqual({ 'access-emergency': 2 });
    await owner.query(`update emergency_access set login = 'skarholmen.handlaggare'`);
  });
});

describe('the migration', () => {
  it('can be taken down and made again', async () => {
    const database = await freshDatabase();
    const source = await createDataSource(database.url).initialize();
    const runner = source.createQueryRunner();
    const migration = new AccessLog1700000000005();
    await migration.down(runner);
    expect(await runner.hasTable('access_entry')).toBe(false);
    await migration.up(runner);
    expect(await runner.hasTable('review_outcome')).toBe(true);
    await runner.release();
    await source.destroy();
    await database.drop();
  });
});

describe('the app', () => {
  const REFUSED = '42501';
  const codeOf = (text: string, values: unknown[] = []) =>
    api.runtime.pool.query(text, values).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );

  it.each(['access_stream', 'access_entry', 'access_note'])('can only read %s', async (table) => {
    expect(await codeOf(`select * from ${table} limit 1`)).toBe('done');
    expect(await codeOf(`insert into ${table} select * from ${table}`)).toBe(REFUSED);
    expect(await codeOf(`update ${table} set stream = 'x'`)).toBe(REFUSED);
    expect(await codeOf(`delete from ${table}`)).toBe(REFUSED);
    expect(await codeOf(`truncate ${table}`)).toBe(REFUSED);
  });

  it.each([
    ['emergency_access', 'login'],
    ['alert', 'login'],
  ])('can only add to %s', async (table, column) => {
    expect(await codeOf(`update ${table} set ${column} = 'x'`)).toBe(REFUSED);
    expect(await codeOf(`delete from ${table}`)).toBe(REFUSED);
  });

  it('appends through the function only what follows', async () => {
    const log = (before: string, after: string) =>
      codeOf('select log_access($1, $2, $3, null)', ['x', before, after]);
    expect(await log('{"seq":', ',"stream":"y"}')).toBe('HS002');
    expect(await log('{"seq":9', ',"stream":"x"}')).toBe('HS002');
    expect(await log('{"note":"abc","seq":', ',"stream":"x"}')).toBe('HS002');
  });
});
