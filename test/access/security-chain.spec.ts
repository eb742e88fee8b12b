import type { Pool } from 'pg';
import { SecurityLog } from '../../src/access/security-log.js';
import { Connection } from '../../src/audit/connection.js';
import { Findings } from '../../src/audit/findings.js';
import { verifySecurity } from '../../src/audit/security-events.js';
import { Security1700000000009 } from '../../src/migrations/0009-security.js';
import { createDataSource, createPool } from '../../src/platform/database.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let owner: Pool;
let app: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  owner = createPool(database.url, { max: 2 });
  app = createPool(database.url, { max: 2, options: '-c role=husrum_app' });
  const log = new SecurityLog(app, { now: () => '2021-02-01T08:00:00.120Z' });
  await log.record('sign-in', { login: 'farsta.handlaggare', ref: 'a"b\\ö' });
  await log.record('sign-in-refused', { ref: 'state' });
  await Promise.all(
    [1, 2, 3].map((n) => log.record('session-revoked', { login: 'shis.chef', by: 'x', ref: `r${n}` })),
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

/** What is found while somebody with the owner's connection has changed something, which is then put back. */
async function after(...statements: string[]): Promise<string[]> {
  const client = await owner.connect();
  const findings = new Findings(100);
  await client.query('begin');
  for (const statement of statements) expect((await client.query(statement)).rowCount).toBeGreaterThan(0);
  await verifySecurity(new Connection(client), findings);
  await client.query('rollback');
  client.release();
  for (const { sentence } of findings.kept) expect(sentence.sv).not.toBe(sentence.en);
  return findings.kept.map(({ kind, seq }) => `${kind} ${seq ?? 'end'}`);
}

describe('the chain of the security log', () => {
  it('is whole as it was written, also by many at once', async () => {
    expect(await after('select 1')).toEqual([]);
    const { rows } = await owner.query<{ seq: number }>('select seq from security_event order by seq');
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows an event that was changed, gone, cut off at the end, or taken away with the head', async () => {
    expect(await after(`update security_event set login = 'nobody' where seq = 2`)).toEqual([
      'security-column 2',
    ]);
    const rewritten = `update security_event set hash = sha256(canonical) where seq = 2`;
    expect(await after(rewritten)).toEqual(['security-hash 2', 'security-hash 3']);
    expect(await after(`update security_event set canonical = 'x' where seq = 3`)).toContain(
      'security-hash 3',
    );
    expect(await after('delete from security_event where seq = 2')).toEqual(['security-missing 2']);
    expect(await after('delete from security_event where seq = 5')).toEqual(['security-missing 5']);
    const cut = ['delete from security_event where seq = 5', 'update security_chain set last = 4'];
    expect(await after(...cut)).toEqual(['security-hash end']);
    expect(await after('delete from security_event')).toEqual(['security-missing 1']);
  });

  it('is written by the function alone', async () => {
    for (const statement of [
      'insert into security_event (at, event, seq, canonical, hash) select at, event, 9, canonical, hash from security_event',
      `update security_event set login = 'x'`,
      'delete from security_event',
      'update security_chain set last = 0',
    ])
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('takes up what was written before there was one', async () => {
    const source = await createDataSource(database.url).initialize();
    const runner = source.createQueryRunner();
    const migration = new Security1700000000009();
    const chain = async () => (await owner.query('select last, head from security_chain')).rows;
    const before = await chain();
    await migration.down(runner);
    await migration.up(runner);
    await source.destroy();
    expect(await chain()).toEqual(before);
    expect(await after('select 1')).toEqual([]);
  });
});
