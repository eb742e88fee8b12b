import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive } from './processes.js';

const RETRY_MS = 50;
const PATIENCE_MS = 90_000;

/**
 * Runs `work` while holding the lock file `path`, which names its holder; a lock whose holder died is taken over.
 * @throws Error that names the holder when the lock is not free within 90 seconds; whatever `work` throws.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const claim = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(claim, (await identify(process.pid)) ?? '', { mode: 0o600 });
  try {
    await take(path, claim);
    try {
      return await work();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    await rm(claim, { force: true });
  }
}

async function take(path: string, claim: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += RETRY_MS) {
    if (await tryTake(path, claim)) return;
    if (await isStale(path)) await breakStale(path, claim);
    else await sleep(RETRY_MS);
  }
  const holder = await readFile(path, 'utf8').catch(() => 'nobody');
  throw new Error(
    `Another Husrum (process ${Number.parseInt(holder, 10)}) keeps ${path}. Stop it, then try again.`,
  );
}

/** Linking a file that is already written makes the lock and its content appear in one go. */
async function tryTake(path: string, claim: string): Promise<boolean> {
  try {
    await link(claim, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  const holder = await readFile(path, 'utf8').catch(() => undefined);
  return holder !== undefined && !(await isAlive(holder));
}

/** Under a second lock, since of two that saw the same dead holder the slower would remove the faster one's lock. */
async function breakStale(path: string, claim: string): Promise<void> {
  const breaker = `${path}.break`;
  if (!(await tryTake(breaker, claim))) {
    if (await isStale(breaker)) await rm(breaker, { force: true });
    await sleep(RETRY_MS);
    return;
  }
  try {
    if (await isStale(path)) await rm(path, { force: true });
  } finally {
    await rm(breaker, { force: true });
  }
}
