import type { Pool } from 'pg';
import { canonical } from '../../src/engine/canonical.js';
import { rowArray, textArray } from '../support/sql-rows.js';
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
    ['a trigger', 'create trigger t before insert on event for each row execute function commit_files()'],
    ['a table of its own', 'create table mine (x int)'],
    ['another function', 'create or replace function remind() returns void language sql as $$ $$'],
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

  const commit = (pool: Pool, values: readonly string[]) => {
    const places = values.map((_, at) => `$${at + 1}`).join(', ');
    return pool
      .query<{ stale: string[] | null }>(`select commit_files(${places}) as stale`, [...values])
      .then(
        ({ rows }) => (rows[0]?.stale == null ? 'done' : 'stale'),
        (error: { code?: string }) => error.code,
      );
  };

  it('the auditor can commit nothing, and remind nobody', async () => {
    expect(await commit(auditor, Array<string>(17).fill('{}'))).toBe(REFUSED);
    const remind = `select remind($1, 1, 'k', now(), now(), 'a', 'b')`;
    expect(await codeOf(auditor, remind, [s.idle])).toBe(REFUSED);
  });

  describe('commit_files', () => {
    const AT = '2021-04-10T08:00:00.000Z';
    const event = (file: string, seq: number) => ({
      file,
      text: canonical({ file, seq, step: `${file}:${seq}` }),
    });
    const target = (file: string, expected: number) => [
      file,
      'household',
      expected,
      null,
      null,
      null,
      null,
      AT,
      AT,
      null,
      '{}',
    ];
    /** Events and their files as given, for the files expected at a version; `held` as it would be written. */
    const call = (
      files: readonly (readonly [string, number])[],
      events: readonly { file: string; text: string }[],
      held: readonly (readonly unknown[])[] = [],
    ) => {
      const nothing = '{}';
      const nulls = textArray(events.map(() => null));
      return commit(app, [
        rowArray(files.map(([file, expected]) => target(file, expected))),
        textArray(events.map((one) => one.file)),
        textArray(events.map((one) => one.text)),
        nulls,
        nulls,
        textArray(events.map(() => AT)),
        ...Array<string>(8).fill(nothing),
        rowArray(held),
        nothing,
        nothing,
      ]);
    };

    it.each([
      ['a version that has passed', 3, 4],
      ['a version to come', 5, 6],
    ])('is stale with %s', async (_, expected, seq) => {
      expect(await call([[s.idle, expected]], [event(s.idle, seq)])).toBe('stale');
    });
    it('does not open a file that is there', async () => {
      expect(await call([[s.idle, 0]], [event(s.idle, 1)])).toBe('stale');
    });
    it('does not go on with a file that is not there', async () => {
      expect(await call([['nowhere', 3]], [event('nowhere', 4)])).toBe('stale');
    });
    it.each([4, 6, 0, -1])('refuses event number %i after 4', async (seq) => {
      expect(await call([[s.idle, 4]], [event(s.idle, seq)])).toBe('HS002');
    });
    it.each<[string, () => [[string, number][], { file: string; text: string }[]]]>([
      [
        'an event that says it is of another file',
        () => [[[s.idle, 4]], [{ ...event(s.busy, 5), file: s.idle }]],
      ],
      ['an event of a file that is not told', () => [[[s.idle, 4]], [event(s.idle, 5), event(s.busy, 5)]]],
      [
        'a file without an event',
        () => [
          [
            [s.idle, 4],
            ['nowhere', 0],
          ],
          [event(s.idle, 5)],
        ],
      ],
      [
        'a file told twice',
        () => [
          [
            [s.idle, 4],
            [s.idle, 4],
          ],
          [event(s.idle, 5)],
        ],
      ],
      ['no file and no event', () => [[], []]],
      ['a file told and no event', () => [[[s.idle, 4]], []]],
    ])('refuses %s', async (_, what) => {
      expect(await call(...what())).toBe('HS002');
    });
    it('left nothing behind', async () => {
      const { rows } = await e.ownerPool.query('select version from case_file where id = $1', [s.idle]);
      expect(rows).toEqual([{ version: 4 }]);
    });

    it('writes rows of the files it was told of only, whatever the rows say', async () => {
      const held = [
        [s.busy, 'another', `${s.idle}/1`, 1],
        [s.idle, 'own', `${s.idle}/1`, 1],
      ];
      expect(await call([[s.idle, 4]], [event(s.idle, 5)], held)).toBe('done');
      const { rows } = await e.ownerPool.query(
        `select file_id, name from hold where name in ('another', 'own')`,
      );
      expect(rows).toEqual([{ file_id: s.idle, name: 'own' }]);
    });
  });
});
