import { verify, verifyFile } from '../../src/audit/verify.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
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

  it('finds nothing in what the engine wrote', async () => {
    const result = await verify(e.ownerPool, e.registry, { vault: e.vault });
    expect(result).toMatchObject({ ok: true, findings: [], notes: [] });
  });

  it('verifies one file alone', async () => {
    const result = await verifyFile(e.ownerPool, e.registry, s.busy, { vault: e.vault });
    expect(result).toMatchObject({ ok: true, files: 1, events: 17, findings: [] });
  });
});
