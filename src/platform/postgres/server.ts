import { spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { commandLine, identify, isAlive } from './processes.js';

/** A server that runs: its first process, and its port on the loopback address. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** What starting needs. `durable: false` gives up safety against a crash for speed; for tests only. */
export interface StartOptions {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly logFile: string;
  readonly preferredPort?: number | undefined;
  readonly durable: boolean;
}

const POLL_MS = 50;
const START_MS = 60_000;
const STOP_MS = 30_000;
const ATTEMPTS = 10;

/** Nothing that a row holds may reach the log: no statements, no parameters, no "Key (name)=(…)" details. */
const QUIET = [
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
];
const HERE_ONLY = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC'];
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * The server that runs on this data directory, if one does. PostgreSQL's own pid file is asked, and not believed:
 * after a crash its number may belong to any other process.
 */
export async function findRunning(directory: string): Promise<RunningServer | undefined> {
  const lines = (await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  const command = (await commandLine(pid)) ?? '';
  return command.includes(`postgres -D ${directory} `) ? { pid, port } : undefined;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches the application only, and waits until it answers.
 * The caller has seen that none runs and holds the lock.
 * @throws Error with the end of PostgreSQL's log when it does not come up.
 */
export async function startServer(cluster: Cluster, options: StartOptions): Promise<RunningServer> {
  await rm(join(cluster.directory, 'postmaster.pid'), { force: true });
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? options.preferredPort : undefined);
    const pid = await launch(cluster.directory, port, options);
    if (await waitUntilReady(cluster, { pid, port })) return { pid, port };
    const end = await logEnd(options.logFile);
    // The port was taken meanwhile, or the last server's children are still letting go of its memory.
    if (attempt === ATTEMPTS || !/already in use|still in use|could not bind/.test(end))
      throw notStarted(end, options);
    await sleep(500);
  }
}

/** Stops a server the fast way (open transactions are rolled back, everything is written) and waits for its end. */
export async function stopServer(server: RunningServer): Promise<void> {
  const identity = (await identify(server.pid)) ?? '';
  interrupt(server.pid);
  for (let waited = 0; waited < STOP_MS; waited += POLL_MS) {
    if (!(await isAlive(identity))) return;
    await sleep(POLL_MS);
  }
  throw new Error(`PostgreSQL (process ${server.pid}) did not stop within ${STOP_MS / 1000} s; see its log.`);
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It ended by itself between being found and being told.
  }
}

async function launch(directory: string, port: number, options: StartOptions): Promise<number> {
  const settings = [...QUIET, ...HERE_ONLY, ...(options.durable ? [] : NOT_DURABLE)];
  const [program, ...args] = [
    ...options.account.prefix,
    options.binaries.postgres,
    ...['-D', directory, '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ] as [string, ...string[]];
  const log = await open(options.logFile, 'a', 0o600);
  const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd];
  const child = spawn(program, args, { ...options.account.ids, cwd: directory, detached: true, stdio });
  child.on('error', () => undefined);
  child.unref();
  await log.close();
  return child.pid ?? 0;
}

/** Waits until the server answers: after a crash it recovers first. False when it ended instead. */
export async function waitUntilReady(cluster: Cluster, { pid, port }: RunningServer): Promise<boolean> {
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    if (await accepts(cluster, port)) return true;
    if (!pid || !(await identify(pid))) return false;
    await sleep(POLL_MS);
  }
  return false;
}

async function accepts(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ ...superuser(cluster, port), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How to connect as the one that may make roles and databases. */
export function superuser(cluster: Cluster, port: number): pg.ClientConfig {
  return { host: '127.0.0.1', port, user: 'postgres', password: cluster.password, database: 'postgres' };
}

async function freePort(preferred = 0): Promise<number> {
  const server = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(preferred, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port ?? freePort();
}

async function logEnd(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
}

function notStarted(end: string, { logFile }: StartOptions): Error {
  return new Error(
    `PostgreSQL did not start. The end of ${logFile}:\n${end}\n` +
      'Check the free space and the rights of the data folder, or set DATABASE_URL to a server of your own.',
  );
}
