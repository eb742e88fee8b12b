import type { Pool } from 'pg';
import { canonical } from '../../src/engine/canonical.js';
import { createPool } from '../../src/platform/database.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { story, type Story } from './story.js';

const REFUSED = '42501';
const tables = ['case_file', 'process', 'event', 'deadline', 'fact', 'hold', 'file_key', 'sealed', 'term'];

describe('privileges', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let s: Story;
  let app: Pool;
  let auditor: Pool;
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db);
    s = await story(e);
    app = e.pool;
    auditor = createPool(db.url, { max: 2, options: '-c role=husrum_auditor' });
  });
  afterAll(async () => {
    await auditor.end();
    await e.close();
    await db.drop();
  });

  const statements = (table: string): [string, string][] => [
    ['insert', `insert into ${table} select * from ${table}`],
    ['update', `update ${table} set ${table === 'case_file' ? 'id' : 'file_id'} = 'x'`],
    ['delete', `delete from ${table}`],
    ['truncate', `truncate ${table}`],
  ];
  const codeOf = (pool: Pool, text: string, values: unknown[] = []) =>
    pool.query(text, values).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );

  describe.each(tables)('the app and %s', (table) => {
    it.each(statements(table))('%s is refused', async (_, text) => {
      expect(await codeOf(app, text)).toBe(REFUSED);
    });
    it('may read', async () => {
      expect(await codeOf(app, `select * from ${table} limit 1`)).toBe('done');
    });
  });

  describe.each([...tables, 'outbox', 'incident', 'setting'])('the auditor and %s', (table) => {
    const file = table === 'setting' ? 'name' : 'file_id';
    it.each(statements(table))('%s is refused', async (_, text) => {
      expect(await codeOf(auditor, text.replace('file_id', file))).toBe(REFUSED);
    });
  });

  it.each(['case_file', 'process', 'event', 'deadline', 'fact', 'hold', 'outbox', 'incident'])(
    'the auditor may read %s',
    async (table) => {
      expect(await codeOf(auditor, `select * from ${table} limit 1`)).toBe('done');
    },
  );

  it.each(['file_key', 'term', 'setting'])('the auditor may not read %s', async (table) => {
    expect(await codeOf(auditor, `select * from ${table} limit 1`)).toBe(REFUSED);
  });

  it.each([
    ['insert', `insert into outbox select * from outbox`],
    ['delete', 'delete from outbox'],
    ['update of the receiver', `update outbox set whom = 'shis'`],
    ['update of the template', `update outbox set template = 'x'`],
    ['deletion of incidents', 'delete from incident'],
  ])('the app and the outbox: %s is refused', async (_, text) => {
    expect(await codeOf(app, text)).toBe(REFUSED);
  });

  it.each([
    ['drop', 'drop table event'],
    ['alter', 'alter table event drop column hash'],
    ['a trigger', 'create trigger t before insert on event for each row execute function commit_file()'],
    ['a table of its own', 'create table mine (x int)'],
    [
      'another function',
      'create or replace function commit_step(p jsonb) returns void language sql as $$ $$',
    ],
  ])('the app cannot change the schema: %s', async (_, text) => {
    expect(await codeOf(app, text)).toBe(REFUSED);
  });

  it('nobody can log in as engine, app or auditor', async () => {
    const { rows } = await e.ownerPool.query(
      `select rolname, rolcanlogin, rolsuper from pg_roles where rolname like 'husrum\\_%' and rolname <> 'husrum_owner'
       and rolname in ('husrum_engine', 'husrum_app', 'husrum_auditor') order by 1`,
    );
    expect(rows).toEqual(
      ['husrum_app', 'husrum_auditor', 'husrum_engine'].map((rolname) => ({
        rolname,
        rolcanlogin: false,
        rolsuper: false,
      })),
    );
  });

  it('neither app nor auditor is a member of the engine’s role', async () => {
    const { rows } = await e.ownerPool.query(
      `select pg_has_role(r, 'husrum_engine', 'member') as member from unnest(array['husrum_app', 'husrum_auditor']) as r`,
    );
    expect(rows).toEqual([{ member: false }, { member: false }]);
  });

  it.each(['commit_file($1, 0, $2)', 'commit_step($2)', `remind($1, 1, 'k', now(), now(), 'a', 'b')`])(
    'the auditor cannot call %s',
    async (call) => {
      const values = call.startsWith('remind') ? [s.idle] : call.includes('$1') ? [s.idle, '{}'] : ['{}'];
      const text = call.includes('$1') ? call : call.replace('$2', '$1');
      expect(await codeOf(auditor, `select ${text}`, values)).toBe(REFUSED);
    },
  );

  describe('commit_file', () => {
    const event = (file: string, seq: number) => canonical({ file, seq, step: `${file}:${seq}` });
    const call = (file: string, expected: number, bodies: string[], more: object = {}) =>
      codeOf(app, 'select commit_file($1, $2, $3)', [
        file,
        expected,
        JSON.stringify({ bodies, recordedAt: '2021-04-10T08:00:00.000Z', recorded: '{2021-04-10}', ...more }),
      ]);

    it.each([
      ['a version that has passed', 3, 4],
      ['a version to come', 5, 6],
    ])('is stale with %s', async (_, expected, seq) => {
      expect(await call(s.idle, expected, [event(s.idle, seq)])).toBe('HS001');
    });
    it('does not open a file that is there', async () => {
      const row = { kind: 'household', record: {}, openedAt: '2021-04-10T08:00:00.000Z' };
      expect(await call(s.idle, 0, [event(s.idle, 1)], row)).toBe('HS001');
    });
    it.each([4, 6, 0, -1])('refuses event number %i after 4', async (seq) => {
      expect(await call(s.idle, 4, [event(s.idle, seq)])).toBe('HS002');
    });
    it('refuses an event of another file', async () => {
      expect(await call(s.idle, 4, [event(s.busy, 5)])).toBe('HS002');
    });
    it('refuses a file that is not there', async () => {
      expect(await call('nowhere', 3, [event('nowhere', 4)])).toBe('HS001');
    });
    it('refuses to write anything without an event', async () => {
      expect(await call(s.idle, 4, [])).toBe('HS002');
    });
    it('left nothing behind', async () => {
      const { rows } = await e.ownerPool.query('select version from case_file where id = $1', [s.idle]);
      expect(rows).toEqual([{ version: expect.any(Number) }]);
    });

    it('writes rows of its own file only, whatever the rows say', async () => {
      const held = `{"(${s.busy},another,${s.idle}/1,1)"}`;
      expect(await call(s.idle, 4, [event(s.idle, 5)], { held })).toBe('done');
      const { rows } = await e.ownerPool.query(`select file_id from hold where name = 'another'`);
      expect(rows).toEqual([{ file_id: s.idle }]);
    });
  });
});
