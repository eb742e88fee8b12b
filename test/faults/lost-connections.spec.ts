import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Command } from '../../src/engine/command.js';
import { faultOf } from '../../src/engine/database-faults.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { sendAll } from './clients.js';
import { cuttingProxy, type Cut, type CuttingProxy } from './cutting-proxy.js';
import { potsAndGivers } from './pots.workflows.js';
import { acknowledgedLines, amiss, chance, givenAndKept, potsAndGiversIn, recorded } from './world.js';

describe('a lost connection', () => {
  let db: TestDatabase;
  let proxy: CuttingProxy;
  /** Far: by way of the proxy. Near: without it. */
  let far: TestEngine;
  let near: TestEngine;
  let pots: string[];
  let givers: string[];
  beforeEach(async () => {
    db = await freshDatabase();
    proxy = await cuttingProxy(db.url);
    far = testEngine({ ...db, url: proxy.url }, { workflows: potsAndGivers });
    near = testEngine(db, { workflows: potsAndGivers });
    ({ pots, givers } = await potsAndGiversIn(near, 3, 5));
  });
  afterEach(async () => {
    await Promise.all([far.close(), near.close()]);
    await proxy.close();
    await db.drop();
  });

  const someCommands = (count: number, seed: number) =>
    givenAndKept(near, { pots, givers }, { count, seed, name: 'p' });

  async function expectEachOnce(
    commands: readonly Command[],
    clients: number,
    sent?: () => Promise<void>,
  ): Promise<void> {
    const { done, refused } = await sendAll([far.engine], commands, clients).finally(sent);
    expect([...refused.values()]).toEqual([]);
    expect(done.size).toBe(commands.length);
    expect(await recorded(near.ownerPool, 'p-')).toEqual(acknowledgedLines(done));
    expect(await amiss(near)).toEqual([]);
  }

  it.each<[Cut, number]>([
    ['answer lost', 1],
    ['never arrived', 2],
    ['half sent', 3],
  ])('at the commit (%s) is made good by trying again, and nothing happens twice', async (how, seed) => {
    const random = chance(seed);
    proxy.atCommit = () => (random() < 0.3 ? how : null);
    await expectEachOnce(someCommands(48, seed), 6);
    expect(proxy.cuts()).toBeGreaterThan(5);
  });

  it('after any number of bytes is made good too', async () => {
    const random = chance(4);
    proxy.bytes = () => 1500 + random() * 12_000;
    await expectEachOnce(someCommands(48, 4), 6);
    expect(proxy.cuts()).toBeGreaterThan(5);
  });

  it('while a file is opened leaves one file, with a key that opens what was sealed', async () => {
    let cuts = 0;
    proxy.atCommit = () => (cuts++ === 0 ? 'answer lost' : null);
    const opening = near.command({ id: 'p-open', open: 'giver', data: { household } });
    const answer = await far.engine.execute(opening);
    expect(answer).toMatchObject({ ok: true, seq: 1, repeated: true });
    expect(await near.engine.execute(opening)).toEqual(answer);
    const { file } = answer as { file: string };
    const give = { event: 'give', data: { pot: { ref: `${pots[0]}/1` }, amount: 1, note: 'Hej' } };
    await far.do({ file, process: 1, ...give });
    expect(await amiss(near)).toEqual([]);
  });

  it('whose outcome stays unknown is thrown and never called a refusal; the same command then tells', async () => {
    const [file = ''] = givers;
    const keep = near.command({ id: 'p-keep', file, process: 1, event: 'keep', data: { amount: 1 } });
    proxy.atCommit = () => {
      proxy.closed = true;
      return 'answer lost';
    };
    const thrown = await far.engine.execute(keep).catch((error: unknown) => error);
    expect(faultOf(thrown)).toBe('again');
    proxy.closed = false;
    proxy.atCommit = () => null;
    const answer = await far.engine.execute(keep);
    expect(answer).toMatchObject({ ok: true, file, seq: 2, repeated: true });
    expect(await recorded(near.ownerPool, 'p-')).toEqual([`p-keep ${file}:2`]);
  });

  it('ended by the server in the middle of the load, again and again, doubles nothing', async () => {
    const killer = new pg.Client({ connectionString: db.url, application_name: 'killer' });
    killer.on('error', () => undefined);
    await killer.connect();
    const random = chance(6);
    let [ended, over] = [0, false];
    const killing = async () => {
      while (!over) {
        const { rowCount } = await killer.query(
          `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
             where datname = current_database() and application_name = 'husrum' order by pid offset $1 limit 2) as a`,
          [Math.floor(random() * 6)],
        );
        ended += rowCount ?? 0;
        await setTimeout(random() * 20);
      }
    };
    const killed = killing();
    const stop = () => ((over = true), killed);
    await expectEachOnce(someCommands(96, 6), 12, stop);
    await killer.end();
    expect(ended).toBeGreaterThan(5);
  });
});
