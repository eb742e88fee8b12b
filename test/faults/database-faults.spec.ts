import pg from 'pg';
import type { Command } from '../../src/engine/command.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { sendAll } from './clients.js';
import { potsAndGivers } from './pots.workflows.js';
import { raising } from './raising.js';
import { acknowledgedLines, amiss, potsAndGiversIn, recorded } from './world.js';

/** How many rows there are of everything that a step writes. */
const ROWS = `
select (select count(*) from case_file) as files, (select count(*) from process) as processes,
  (select count(*) from event) as events, (select count(*) from fact) as facts,
  (select count(*) from sealed) as sealed, (select count(*) from file_key) as keys,
  (select sum(version) from case_file) as versions, (select md5(string_agg(stored::text, file_id order by file_id)) from process) as states`;

describe('a fault of the database', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let pots: string[];
  let givers: string[];
  beforeEach(async () => {
    db = await freshDatabase();
    e = testEngine(db, { workflows: potsAndGivers });
    ({ pots, givers } = await potsAndGiversIn(e, 2, 5));
  });
  afterEach(async () => {
    await e.close();
    await db.drop();
  });

  const give = (id: string, file = givers[0] ?? '', pot = pots[0] ?? ''): Command =>
    e.command({
      id,
      file,
      process: 1,
      event: 'give',
      data: { pot: { ref: `${pot}/1` }, amount: 2, note: 'Hej' },
    });
  const keep = (id: string, file = givers[0] ?? ''): Command =>
    e.command({ id, file, process: 1, event: 'keep', data: { amount: 1 } });
  const rows = async () => (await e.ownerPool.query(ROWS)).rows[0] as object;
  const mixed = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      n % 2 === 0 ? give(`d-${n}`, givers[n % 5], pots[n % 2]) : keep(`d-${n}`, givers[n % 5]),
    );

  it.each([
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
    ['an administrator who ends the connection', '57P01'],
  ])('(%s) in every fourth step is made good by trying again', async (_, sqlstate) => {
    const stop = await raising(e.ownerPool, 'event', sqlstate, 'call % 4 = 0');
    const { done, refused } = await sendAll([e.engine], mixed(40), 8);
    await stop();
    expect([...refused.values()]).toEqual([]);
    expect(await recorded(e.ownerPool, 'd-')).toEqual(acknowledgedLines(done));
    expect(await amiss(e)).toEqual([]);
  });

  it('(a real deadlock with somebody who takes files in the other order) is made good too', async () => {
    const [first, second] = [givers[0] ?? '', pots[0] ?? ''].sort() as [string, string];
    const rival = new pg.Client({ connectionString: db.url });
    rival.on('error', () => undefined);
    await rival.connect();
    await rival.query('begin');
    const lock = (file: string) => rival.query('select from case_file where id = $1 for update', [file]);
    await lock(second);
    const taken = e.engine.execute(give('d-rival'));
    await untilWaiting();
    // Whom PostgreSQL undoes is its own choice; the rival gives way in either case.
    await lock(first).catch(() => undefined);
    await rival.query('commit');
    await rival.end();
    expect(await taken).toMatchObject({ ok: true, repeated: false });
    expect(await amiss(e)).toEqual([]);
  });

  async function untilWaiting(): Promise<void> {
    const waiting = `select from pg_locks l join pg_stat_activity a using (pid) where not granted and datname = current_database()`;
    while ((await e.ownerPool.query(waiting)).rowCount === 0);
  }

  it.each([
    ['facts', 'fact'],
    ['events', 'event'],
    ['sealed values', 'sealed'],
    ['states', 'process'],
  ])('(disk full at the %s) is thrown and leaves nothing; the next try works', async (_, table) => {
    const before = await rows();
    const stop = await raising(e.ownerPool, table, '53100', 'true');
    await expect(e.engine.execute(give('d-full'))).rejects.toMatchObject({ code: '53100' });
    const opening = e.command({ id: 'd-new', open: 'giver', data: { household } });
    if (table !== 'fact') await expect(e.engine.execute(opening)).rejects.toMatchObject({ code: '53100' });
    expect(await rows()).toEqual(before);
    await stop();
    expect(await e.engine.execute(give('d-full'))).toMatchObject({ ok: true, repeated: false });
    expect(await e.engine.execute(opening)).toMatchObject({ ok: true, repeated: false });
    expect(await amiss(e)).toEqual([]);
  });

  it('(disk full in the second of two files) leaves nothing in the first', async () => {
    const [first, second] = [givers[0] ?? '', pots[0] ?? ''].sort();
    const before = await rows();
    for (const file of [first, second]) {
      const stop = await raising(e.ownerPool, 'event', '53100', `new.file_id = '${file}'`);
      await expect(e.engine.execute(give('d-half'))).rejects.toMatchObject({ code: '53100' });
      expect(await rows()).toEqual(before);
      await stop();
    }
    expect(await e.engine.execute(give('d-half'))).toMatchObject({ ok: true, repeated: false });
    expect(await amiss(e)).toEqual([]);
  });

  it('that only one step has is that step’s alone, though many are written together', async () => {
    const [bad = '', ...good] = givers;
    const stop = await raising(e.ownerPool, 'event', 'P0001', `new.file_id = '${bad}'`);
    const commands = Array.from({ length: 40 }, (_, n) => keep(`d-${n}`, good[n % good.length]));
    const thrown = Promise.allSettled(
      Array.from({ length: 4 }, (_, n) => e.engine.execute(keep(`x-${n}`, bad))),
    );
    const { done } = await sendAll([e.engine], commands, 40);
    expect((await thrown).map((one) => one.status)).toEqual(Array(4).fill('rejected'));
    await stop();
    expect(done.size).toBe(commands.length);
    expect(await recorded(e.ownerPool, 'x-')).toEqual([]);
    expect(await recorded(e.ownerPool, 'd-')).toEqual(acknowledgedLines(done));
    expect(await amiss(e)).toEqual([]);
  });
});
