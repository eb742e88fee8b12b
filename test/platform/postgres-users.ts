import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const built = pathToFileURL(resolve('dist/src/platform/postgres/index.js')).href;

/** Another Husrum process that has acquired the server of a data folder. */
export interface User {
  readonly process: ChildProcess;
  readonly url: string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a process that acquires the server and then waits, or does `then`. */
export async function startUser(folder: string, then = 'setInterval(() => {}, 1000)'): Promise<User> {
  const script = `const { acquirePostgres } = await import(${JSON.stringify(built)});
    const server = await acquirePostgres(${JSON.stringify(folder)}, { durable: false });
    process.stdout.write(server.url + '\\n'); ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown];
  return {
    process: child,
    url: String(line).trim(),
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

/** Runs one statement and gives its rows. */
export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The number of the server's first process, from PostgreSQL's own pid file. */
export async function serverPid(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Whether the server has been stopped and has put its files away. */
export function isStopped(folder: string): boolean {
  return !existsSync(join(folder, 'postgres', 'postmaster.pid'));
}

/** Waits until something is so, ten seconds at most. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((go) => setTimeout(go, 50));
  if (!holds()) throw new Error('It did not become so within ten seconds.');
}
