import { verify, verifyFile, type VerifyProgress } from '../../src/audit/verify.js';
import { Registry } from '../../src/engine/registry.js';
import { createPool } from '../../src/platform/database.js';
import { fileKinds } from '../../workflows/files/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { smallWorkflows, testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { story, type Story } from './story.js';

describe('verify', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let s: Story;
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db);
    s = await story(e);
  });
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  it('finds nothing wrong in what the engine wrote', async () => {
    const result = await verify(e.ownerPool, e.registry, { vault: e.vault });
    const nothing = { ok: true, found: 0, counts: {}, findings: [], notes: [] };
    expect(result).toEqual({ ...nothing, files: 6, events: 31, facts: 14 });
  });

  it('tells how far it has come', async () => {
    const told: VerifyProgress[] = [];
    await verify(e.ownerPool, e.registry, { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ files: 6, events: 31, ofFiles: 6, ofEvents: 31 });
  });

  it('verifies one file alone', async () => {
    const result = await verifyFile(e.ownerPool, e.registry, s.busy, { vault: e.vault });
    expect(result).toMatchObject({ ok: true, files: 1, events: 17, findings: [] });
  });

  it('says of a file that is not there that none was verified', async () => {
    expect(await verifyFile(e.ownerPool, e.registry, `'; drop table event; --`)).toMatchObject({ files: 0 });
    expect(await verify(e.ownerPool, e.registry)).toMatchObject({ ok: true });
  });

  it('runs with the auditor’s rights, and notes what they do not reach', async () => {
    const pool = createPool(db.url, { max: 1, options: '-c role=husrum_auditor' });
    const { ok, events, notes } = await verify(pool, e.registry);
    await pool.end();
    const { rows } = await e.ownerPool.query(
      `select name as of from unnest(array['sealed', 'file_key']) as name
       where not has_table_privilege('husrum_auditor', name, 'select')`,
    );
    expect({ ok, events }).toEqual({ ok: true, events: 31 });
    expect(notes.map(({ kind, of }) => ({ kind, of }))).toEqual(
      rows.map((row) => ({ kind: 'not-read', ...row })),
    );
  });

  it('only notes that a definition’s wording has changed', async () => {
    const [errand, ...others] = smallWorkflows as [(typeof smallWorkflows)[0], ...typeof smallWorkflows];
    const reworded = { ...errand, label: { sv: 'Uppdrag', en: 'Task' } };
    const { ok, notes } = await verify(e.ownerPool, new Registry([reworded, ...others], fileKinds));
    expect({ ok, notes }).toMatchObject({
      ok: true,
      notes: [{ kind: 'definition', of: 'errand 1', count: 19 }],
    });
  });

  it('finds that a version is not here, once for each process', async () => {
    const without = smallWorkflows.filter((workflow) => workflow.name !== 'helper');
    const { findings } = await verify(e.ownerPool, new Registry(without, fileKinds));
    const kind = 'unknown-version';
    expect(findings).toMatchObject([
      { kind, file: s.busy, process: 2 },
      { kind, file: s.busy, process: 3 },
    ]);
  });

  it('finds that the version of a file’s first process is not here', async () => {
    const without = smallWorkflows.filter((workflow) => workflow.name !== 'errand');
    const { counts } = await verify(e.ownerPool, new Registry(without, fileKinds));
    expect(counts).toEqual({ 'unknown-version': 3 });
  });

  it('counts every finding and keeps the first of each kind', async () => {
    const without = smallWorkflows.filter((workflow) => workflow.name !== 'errand');
    const { found, findings } = await verify(e.ownerPool, new Registry(without, fileKinds), {
      mostOfAKind: 2,
    });
    expect({ found, kept: findings.length }).toEqual({ found: 3, kept: 2 });
  });

  it('sees one moment while people go on working', async () => {
    const opened = Array.from({ length: 30 }, () =>
      e.do({ open: 'errand', data: { household, what: 'x', weight: 1 } }),
    );
    const results = [
      verify(e.ownerPool, e.registry),
      verify(e.ownerPool, e.registry),
      verify(e.ownerPool, e.registry),
    ];
    await Promise.all(opened);
    for (const { found } of await Promise.all(results)) expect(found).toBe(0);
  });
});

it('a step gives the same facts in the same order, whether its file was in memory or read', async () => {
  const db = await freshDatabase();
  const e = testEngine(db);
  const facts: unknown[] = [];
  for (const afresh of [false, true]) {
    const { file } = await e.do({ open: 'errand', data: { household, what: 'x', weight: 1 } });
    await e.do({ file, process: 1, event: 'begin', data: {} });
    if (afresh) e.engine.files.forget([file]);
    await e.do({ file, process: 1, event: 'finish', data: {} });
    const { rows } = await e.ownerPool.query(
      `select ordinal, kind, data ->> 'state' as state from fact where file_id = $1 order by seq, ordinal`,
      [file],
    );
    facts.push(rows);
  }
  expect(facts[1]).toEqual(facts[0]);
  await e.close();
  await db.drop();
});
