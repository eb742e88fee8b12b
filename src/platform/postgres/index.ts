import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chooseAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { openCluster, type Cluster } from './cluster.js';
import { onLastBreath } from './leaving.js';
import { withLock } from './lock.js';
import { provision } from './provision.js';
import { findRunning, startServer, stopServer, waitUntilReady, type RunningServer } from './server.js';
import { signIn, signOut } from './users.js';

/** A PostgreSQL server that this process may use until it lets go of it. */
export interface Postgres {
  /** Connection string of `husrum_owner`, who owns the database `husrum` and may make databases and roles. */
  readonly url: string;
  /** Lets go; the last process that does stops the server. May be called more than once. */
  release(): Promise<void>;
}

/**
 * Joins the embedded server of a data folder, or starts it; several processes share one. The data is kept.
 * SIGINT, SIGTERM and a plain exit let go of it too. After a crash of either side the next call recovers.
 * @param dataDir HUSRUM_DATA; the server's data is in its `postgres` folder, its log in `postgres.log`.
 * @param options `durable: false` trades safety against a crash for speed; for tests only.
 * @throws Error that says what to do.
 */
export async function acquirePostgres(dataDir: string, options = { durable: true }): Promise<Postgres> {
  const folder = resolve(dataDir);
  const users = join(folder, 'users');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return withLock(join(folder, 'postgres.lock'), async () => {
    const { cluster, server } = await joinOrStart(folder, options.durable);
    const name = await signIn(users);
    const forget = onLastBreath({ folder, users, name, pid: server.pid }, () => release());
    let released: Promise<void> | undefined;
    const release = (): Promise<void> => (released ??= letGo(folder, users, name, cluster).finally(forget));
    return { url: ownerUrl(cluster, server), release };
  });
}

async function joinOrStart(
  folder: string,
  durable: boolean,
): Promise<{ cluster: Cluster; server: RunningServer }> {
  const [binaries, account] = await Promise.all([findBinaries(), chooseAccount()]);
  const cluster = await openCluster(folder, binaries, account);
  const [logFile, preferredPort] = [join(folder, 'postgres.log'), await lastPort(folder)];
  const server =
    (await runningServer(cluster)) ??
    (await startServer(cluster, { binaries, account, logFile, preferredPort, durable }));
  await provision(cluster, server.port);
  await writeFile(running(folder), JSON.stringify({ ...server, password: cluster.password }), {
    mode: 0o600,
  });
  return { cluster, server };
}

/** The server that runs, once it answers; undefined when none does, or it ended while we waited. */
async function runningServer(cluster: Cluster): Promise<RunningServer | undefined> {
  const found = await findRunning(cluster.directory);
  if (!found || (await waitUntilReady(cluster, found))) return found;
  if (!(await findRunning(cluster.directory))) return undefined;
  throw new Error(`PostgreSQL (process ${found.pid}) runs but does not answer. Stop it, then try again.`);
}

async function letGo(folder: string, users: string, name: string, cluster: Cluster): Promise<void> {
  await withLock(join(folder, 'postgres.lock'), async () => {
    if ((await signOut(users, name)) > 0) return;
    const server = await findRunning(cluster.directory);
    if (server) await stopServer(server);
    await rm(running(folder), { force: true });
  });
}

/** The port of a server that crashed, since whoever still uses it will try there again. */
async function lastPort(folder: string): Promise<number | undefined> {
  const text = await readFile(running(folder), 'utf8').catch(() => '{}');
  try {
    return (JSON.parse(text) as Partial<RunningServer>).port;
  } catch {
    return undefined;
  }
}

function running(folder: string): string {
  return join(folder, 'running.json');
}

function ownerUrl(cluster: Cluster, server: RunningServer): string {
  return `postgres://husrum_owner:${cluster.password}@127.0.0.1:${server.port}/husrum`;
}
