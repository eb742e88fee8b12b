import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquirePostgres, type Postgres } from '../../src/platform/postgres/index.js';
import { ask, eventually, isStopped, serverPid, startUser } from './postgres-users.js';

const FAST = { durable: false };

describe('the embedded server', () => {
  let folder: string;
  const held: Postgres[] = [];
  const acquire = async (options = FAST): Promise<Postgres> => {
    const server = await acquirePostgres(folder, options);
    held.push(server);
    return server;
  };
  const releaseAll = async (): Promise<void> => {
    for (const server of held.splice(0)) await server.release();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'husrum-postgres-'));
    const { url } = await acquire({ durable: true });
    await ask(url, 'CREATE TABLE kept (word text)');
    await ask(url, `INSERT INTO kept VALUES ('hej')`);
    await releaseAll();
  });
  afterEach(releaseAll);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keeps its data when the last user has stopped it', async () => {
    expect(isStopped(folder)).toBe(true);
    const { url } = await acquire();
    expect(await ask(url, 'SELECT word FROM kept')).toEqual([{ word: 'hej' }]);
  });

  it('syncs to disk, unless a test says otherwise', async () => {
    const { url } = await acquire({ durable: true });
    expect(await ask(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('gives an owner who is no superuser, and refuses anyone without the password', async () => {
    const { url } = await acquire();
    expect(
      await ask(url, 'SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = user'),
    ).toEqual([{ rolsuper: false, rolcreatedb: true, rolcreaterole: true }]);
    const stranger = new URL(url);
    stranger.password = 'wrong';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(folder, 'running.json'))).mode & 0o777).toBe(0o600);
  });

  it('is shared by a second process, and stops with the last of them', async () => {
    const { url, release } = await acquire();
    const other = await startUser(folder);
    expect(other.url).toBe(url);
    await release();
    expect(await ask(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await other.end('SIGTERM');
    expect(isStopped(folder)).toBe(true);
  });

  it('is started once by two processes that start at the same time', async () => {
    const users = await Promise.all([startUser(folder), startUser(folder)]);
    expect(users[0].url).toBe(users[1].url);
    await Promise.all(users.map((user) => user.end('SIGINT')));
    expect(isStopped(folder)).toBe(true);
  });

  it('stops when its user simply exits', async () => {
    const user = await startUser(folder, 'process.exit(0)');
    if (user.process.exitCode === null) await once(user.process, 'exit');
    await eventually(() => isStopped(folder));
  });

  it('outlives a user that is killed, and is taken over and stopped by the next', async () => {
    const killed = await startUser(folder);
    await killed.end('SIGKILL');
    const { url, release } = await acquire();
    expect(url).toBe(killed.url);
    await release();
    expect(isStopped(folder)).toBe(true);
  });

  it('comes back on the same port after it is killed itself', async () => {
    const user = await startUser(folder);
    process.kill(await serverPid(folder), 'SIGKILL');
    const { url } = await acquire();
    expect(url).toBe(user.url);
    expect(await ask(user.url, 'SELECT word FROM kept')).toEqual([{ word: 'hej' }]);
    await user.end('SIGTERM');
  });

  it('starts when everything was killed and its number has gone to another process', async () => {
    const user = await startUser(folder);
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    process.kill(Number(lines[0]), 'SIGKILL');
    await user.end('SIGKILL');
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));
    await writeFile(join(folder, 'postgres.lock'), `${process.pid}-1`);
    const { url } = await acquire();
    expect(await ask(url, 'SELECT word FROM kept')).toEqual([{ word: 'hej' }]);
  });

  it('starts when the first start was cut short while it made the data directory', async () => {
    const other = await mkdtemp(join(tmpdir(), 'husrum-postgres-'));
    await writeFile(join(other, 'postgres.password'), 'half');
    await writeFile(join(other, 'running.json'), '{"po');
    const server = await acquirePostgres(other, FAST);
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.release();
    await rm(other, { recursive: true, force: true });
  });

  it('says what to do with the data of another version', async () => {
    const version = join(folder, 'postgres', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(acquirePostgres(folder, FAST)).rejects.toThrow('Export with the Husrum that wrote it');
    await writeFile(version, '18\n');
  });
});
