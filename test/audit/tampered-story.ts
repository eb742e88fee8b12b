import type { FindingKind } from '../../src/audit/findings.js';
import { verify, type VerifyResult } from '../../src/audit/verify.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { story, type Story } from './story.js';
import { Tampering } from './tampering.js';

export interface Found {
  readonly kind: FindingKind;
  readonly file: string;
  readonly seq?: number;
}
export type Tampered = (t: Tampering, s: Story) => Promise<unknown>;
export type Expected = (s: Story) => readonly Found[];

/** The story lived through once for all the tests of a file, each of which finds it untouched. */
export function living() {
  let db: TestDatabase;
  let e: TestEngine;
  const s = {} as { -readonly [K in keyof Story]: Story[K] };
  const t = new Tampering(() => e.ownerPool);
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db);
    Object.assign(s, await story(e));
    await t.save();
  });
  afterEach(() => t.restore());
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  async function after(tampered: Tampered): Promise<VerifyResult> {
    await tampered(t, s);
    return verify(e.ownerPool, e.registry, { vault: e.vault });
  }

  /** Every expected finding is there, and nothing is said of files that none names. */
  async function expectFound(tampered: Tampered, expected: Expected): Promise<void> {
    const { ok, findings } = await after(tampered);
    const told = findings.map(({ kind, file, seq }) => ({
      kind,
      file,
      ...(seq === undefined ? {} : { seq }),
    }));
    expect(ok).toBe(false);
    for (const one of expected(s)) expect(told).toContainEqual(one);
    const named = new Set(expected(s).map((one) => one.file));
    expect(told.filter((one) => !named.has(one.file))).toEqual([]);
    for (const { sentence } of findings) expect(sentence.sv && sentence.en).toBeTruthy();
  }

  return { s, t, after, expectFound };
}
