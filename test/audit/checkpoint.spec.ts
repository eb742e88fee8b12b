import { Checkpoints } from '../../src/audit/checkpoint.js';
import { proofOf } from '../../src/audit/proof.js';
import { Signer } from '../../src/audit/signer.js';
import { verify } from '../../src/audit/verify.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { checkProof } from './check-proof.js';
import { story, type Story } from './story.js';
import { Tampering } from './tampering.js';

const signer = new Signer(Buffer.alloc(32, 9));

let db: TestDatabase;
let e: TestEngine;
let s: Story;
let checkpoints: Checkpoints;
const t = new Tampering(() => e.ownerPool);
beforeAll(async () => {
  db = await freshDatabase();
  e = testEngine(db);
  s = await story(e);
  checkpoints = new Checkpoints(e.pool, signer, e.clock);
  await checkpoints.make();
  await t.save();
});
afterEach(() => t.restore());
afterAll(async () => {
  await e.close();
  await db.drop();
});

const found = async () => {
  const { findings } = await verify(e.ownerPool, e.registry, {
    vault: e.vault,
    publicKey: signer.publicKey,
  });
  return findings.map(({ kind, file, seq }) => ({ kind, file, ...(seq === undefined ? {} : { seq }) }));
};

describe('a checkpoint', () => {
  it('covers every chain, and nothing is wrong with it', async () => {
    const { body } = (await checkpoints.read()) as NonNullable<Awaited<ReturnType<Checkpoints['read']>>>;
    expect(body).toMatchObject({ number: 1, chains: 6, events: 31, readings: 0, before: null });
    expect(await found()).toEqual([]);
  });

  it('finds a file whose end was cut off and whose every row was made to fit', async () => {
    await t.sql('delete from event where file_id = $1 and seq > 3', s.idle);
    await t.chain(s.idle);
    const kinds = (await found()).filter(({ kind }) => kind === 'checkpoint');
    expect(kinds).toEqual([{ kind: 'checkpoint', file: s.idle, seq: 4 }]);
  });

  it('finds an event that was written anew with the whole chain after it', async () => {
    await t.rewriteChained(s.busy, 1, (body) => (body.by = 'somebody.else'));
    expect(await found()).toContainEqual({ kind: 'checkpoint', file: s.busy, seq: 17 });
  });

  it('finds a file that is gone with all that is its own', async () => {
    for (const table of ['process', 'deadline', 'fact', 'hold', 'sealed', 'file_key', 'outbox'])
      await e.ownerPool.query(`delete from ${table} where file_id = $1`, [s.lent]);
    await t.sql('delete from event where file_id = $1', s.lent);
    await t.sql('delete from case_file where id = $1', s.lent);
    expect(await found()).toContainEqual({ kind: 'checkpoint', file: s.lent, seq: 2 });
  });

  it('proves each event to somebody who has nothing but the proof', async () => {
    const { rows } = await e.pool.query<{ file_id: string; seq: number }>('select file_id, seq from event');
    for (const { file_id: file, seq } of rows) {
      const proof = await proofOf(e.pool, file, seq);
      expect([file, seq, checkProof(JSON.stringify(proof))]).toEqual([file, seq, null]);
    }
    expect(await proofOf(e.pool, s.busy, 18)).toBeNull();
  });

  it('proves nothing that was changed afterwards', async () => {
    const proof = await proofOf(e.pool, s.busy, 5);
    const forged = (change: object): string | null => checkProof(JSON.stringify({ ...proof, ...change }));
    expect(forged({ event: proof?.event.replace('first.person', 'other.person') + ' ' })).not.toBeNull();
    expect(forged({ after: proof?.after.slice(1) })).not.toBeNull();
    expect(forged({ path: proof?.path.slice(1) })).not.toBeNull();
    expect(forged({ position: (proof?.position ?? 0) ^ 1 })).not.toBeNull();
    const other = new Signer(Buffer.alloc(32, 8));
    const signature = other.sign(Buffer.from(proof?.checkpoint.canonical ?? '')).toString('base64url');
    expect(forged({ checkpoint: { ...proof?.checkpoint, signature } })).toBe('not signed');
  });
});

describe('a row of checkpoints', () => {
  it('holds the ends that have moved, and each names the one before', async () => {
    e.clock.set('2021-04-11T08:00:00.000Z');
    await e.do({ file: s.idle, event: 'note', data: { note: 'Ringde.' } });
    const [one, two] = await Promise.all([checkpoints.make(), checkpoints.make()]);
    expect([...new Set([one.body.number, two.body.number])].at(-1)).toBeGreaterThan(1);
    const { rows } = await e.pool.query('select chain from checkpoint_head where number = 2');
    expect(rows).toEqual([{ chain: `events:${s.idle}` }]);
    expect(checkProof(JSON.stringify(await proofOf(e.pool, s.idle, 2)))).toBeNull();
    expect(await found()).toEqual([]);
    expect(await checkpoints.makeDaily()).toBeNull();
    await e.ownerPool.query('delete from checkpoint_head where number > 1');
    await e.ownerPool.query('delete from checkpoint where number > 1');
  });

  it.each([
    [
      'another root',
      `update checkpoint set canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '"root":"', '"root":"0'), 'UTF8')`,
    ],
    ['another signature', `update checkpoint set signature = sha256(signature) || sha256(signature)`],
    ['an end that was made to fit', `update checkpoint_head set head = sha256(head)`],
    [
      'an end that is gone',
      `delete from checkpoint_head where chain = (select min(chain) from checkpoint_head)`,
    ],
    ['another number', `update checkpoint set number = 2`],
  ])('that was changed is found: %s', async (_, sql) => {
    await e.ownerPool.query(
      'create table kept as table checkpoint; create table kept_head as table checkpoint_head',
    );
    await t.sql(sql);
    expect(await found()).toContainEqual({
      kind: 'checkpoint',
      file: expect.stringMatching(/^checkpoint:/) as string,
    });
    await e.ownerPool
      .query(`delete from checkpoint; delete from checkpoint_head; insert into checkpoint table kept;
      insert into checkpoint_head table kept_head; drop table kept, kept_head`);
  });

  it('signed with another key is found', async () => {
    const publicKey = new Signer(Buffer.alloc(32, 8)).publicKey;
    const { findings } = await verify(e.ownerPool, e.registry, { publicKey });
    expect(findings.map(({ kind }) => kind)).toEqual(['checkpoint']);
  });

  it.each(['update checkpoint set number = 9', 'delete from checkpoint', 'delete from checkpoint_head'])(
    'cannot be changed by the app: %s',
    async (sql) => {
      await expect(e.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
