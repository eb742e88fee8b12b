import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';

const run = promisify(execFile);

/** The major version whose data directories the packaged programs can read. */
const MAJOR = '18';

/** A data directory that exists, and the password of its superuser `postgres` and of `husrum_owner`. */
export interface Cluster {
  readonly directory: string;
  readonly password: string;
}

/**
 * Opens the data directory `<dataDir>/postgres`, made on the first call. It is made beside its place and moved there
 * whole, password and all, so that a start that was cut short leaves nothing half done.
 * @throws Error that says what to do when the directory cannot be made or belongs to another PostgreSQL version.
 */
export async function openCluster(dataDir: string, binaries: Binaries, account: Account): Promise<Cluster> {
  const directory = join(dataDir, 'postgres');
  const version = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await makeCluster(directory, binaries, account);
  else if (version.trim() !== MAJOR) throw new Error(otherVersion(directory, version.trim()));
  const password = await readFile(join(directory, 'husrum.password'), 'utf8');
  return { directory, password: password.trim() };
}

async function makeCluster(directory: string, binaries: Binaries, account: Account): Promise<void> {
  const unfinished = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (account.ids) await giveTo(account.ids, dirname(directory), [unfinished, passwordFile]);
  await initialise(unfinished, passwordFile, binaries, account);
  await rename(passwordFile, join(unfinished, 'husrum.password'));
  await rename(unfinished, directory);
}

async function initialise(
  target: string,
  passwordFile: string,
  binaries: Binaries,
  account: Account,
): Promise<void> {
  const [program, ...args] = [
    ...account.prefix,
    binaries.initdb,
    ...['--pgdata', target, '--username', 'postgres', '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--data-checksums'],
    // The built-in locale is the same on every machine; Swedish order is asked for where it is shown.
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
  ] as [string, ...string[]];
  await run(program, args, { ...account.ids }).catch((error: Error & { stderr?: string }) => {
    throw new Error(
      `PostgreSQL could not make its data directory ${target}: ${error.stderr?.trim() || error.message}\n` +
        'Check the free space and the rights of that folder, or set DATABASE_URL to a server of your own.',
    );
  });
}

/** The account has to pass through the data folder; the keys that lie in it stay closed by their own rights. */
async function giveTo(
  ids: NonNullable<Account['ids']>,
  folder: string,
  paths: readonly string[],
): Promise<void> {
  await chmod(folder, 0o711);
  for (const path of paths) await chown(path, ids.uid, ids.gid);
}

function otherVersion(directory: string, version: string): string {
  return (
    `${directory} was written by PostgreSQL ${version}, and this Husrum brings PostgreSQL ${MAJOR}. ` +
    'Export with the Husrum that wrote it and import here, or point HUSRUM_DATA to another folder.'
  );
}
