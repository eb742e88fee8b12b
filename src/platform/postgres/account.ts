import { execFile } from 'node:child_process';
import { platform } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How to run a PostgreSQL program as somebody who is not root, which PostgreSQL insists on. */
export interface Account {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** A real account, where the data has to belong to it; otherwise the caller's own. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'] as const;

/**
 * Chooses the account: oneself; for root a user namespace, in which root's own files belong to an ordinary user
 * (so that it works under a home that only root may enter); failing that the account "postgres", made if missing.
 * @throws Error that says what to do when root can have neither.
 */
export async function chooseAccount(): Promise<Account> {
  if (platform() === 'win32' || process.getuid?.() !== 0) return { prefix: [] };
  if (await namespaceWorks()) return { prefix: NAMESPACE };
  return { prefix: [], ids: (await postgresIds()) ?? (await makePostgresUser()) };
}

async function namespaceWorks(): Promise<boolean> {
  const [command, ...args] = NAMESPACE;
  return run(command, [...args, 'true']).then(
    () => true,
    () => false,
  );
}

async function postgresIds(): Promise<Account['ids']> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makePostgresUser(): Promise<Account['ids']> {
  await run('groupadd', ['--force', 'postgres']).catch(() => undefined);
  await run('useradd', ['--system', '--gid', 'postgres', 'postgres']).catch(() => undefined);
  const ids = await postgresIds();
  if (ids) return ids;
  throw new Error(
    'PostgreSQL refuses to run as root, and neither a user namespace (unshare --user) nor an account "postgres" ' +
      'could be had. Run as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
