import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../src/engine/command.js';
import { migrate } from '../../src/platform/database.js';
import { acquirePostgres, type Postgres } from '../../src/platform/postgres/index.js';
import { serverPid } from '../platform/postgres-users.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { sendAll } from './clients.js';
import { potsAndGivers } from './pots.workflows.js';
import { acknowledgedLines, amiss, givenAndKept, potsAndGiversIn, recorded } from './world.js';

/** A server of its own, with everything on that keeps it safe: the shared one of the tests trades that for speed. */
describe('PostgreSQL killed under load', () => {
  let folder: string;
  let server: Postgres;
  let e: TestEngine;
  let pots: string[];
  let givers: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'husrum-killed-'));
    server = await acquirePostgres(folder);
    await migrate(server.url);
    e = testEngine({ url: server.url, drop: async () => undefined }, { workflows: potsAndGivers });
    ({ pots, givers } = await potsAndGiversIn(e, 3, 5));
  });
  afterAll(async () => {
    await e.close();
    await server.release();
    await rm(folder, { recursive: true, force: true });
  });

  const someCommands = (name: string, count: number, seed: number) =>
    givenAndKept(e, { pots, givers }, { count, seed, name });

  /** Has clients send all of it, and does `harm` when a third is done. */
  async function whileSending(commands: readonly Command[], harm: () => Promise<void>): Promise<void> {
    let [answered, harmed] = [0, Promise.resolve()];
    const counting = {
      execute: async (command: Command) => {
        const answer = await e.engine.execute(command);
        if (++answered === Math.floor(commands.length / 3)) harmed = harm();
        return answer;
      },
    };
    const { done, refused } = await sendAll([counting], commands, 12);
    await harmed;
    expect([...refused.values()]).toEqual([]);
    expect(await recorded(e.ownerPool, commands[0]?.id.slice(0, 2) ?? '')).toEqual(acknowledgedLines(done));
    expect(await amiss(e)).toEqual([]);
  }

  it('in one of its workers, which makes all of it start anew, loses and doubles nothing', async () => {
    await whileSending(someCommands('w', 72, 1), async () => {
      const { rows } = await e.ownerPool.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'husrum' and pid <> pg_backend_pid() limit 1`,
      );
      kill(rows[0]?.pid);
    });
  });

  it('as a whole recovers when it is started again, and loses and doubles nothing', async () => {
    await whileSending(someCommands('p', 72, 2), async () => {
      kill(await serverPid(folder));
      const again = await acquirePostgres(folder);
      expect(again.url).toBe(server.url);
      const first = server;
      server = {
        url: again.url,
        release: async () => void (await Promise.all([first.release(), again.release()])),
      };
    });
  });
});

/** Number 0 would mean this very process and all that it started. */
function kill(pid = 0): void {
  if (!(pid > 1)) throw new Error('there is nothing to kill');
  process.kill(pid, 'SIGKILL');
}
