import { readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive } from './processes.js';

let count = 0;

/** Puts this process on the list of those that use the server, and gives the name of its entry. */
export async function signIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${await identify(process.pid)}.${++count}`;
  await writeFile(join(folder, name), '', { mode: 0o600 });
  return name;
}

/** Takes an entry off the list, and with it those of processes that died; gives how many are left. */
export async function signOut(folder: string, name: string): Promise<number> {
  await rm(join(folder, name), { force: true });
  const names = await readdir(folder).catch(() => []);
  const alive = await Promise.all(names.map((user) => isAlive(user.split('.')[0] ?? '')));
  const dead = names.filter((_, index) => !alive[index]);
  await Promise.all(dead.map((user) => rm(join(folder, user), { force: true })));
  return names.length - dead.length;
}

/** As `signOut`, for a process that is exiting and cannot wait; entries of the dead count as users. */
export function signOutNow(folder: string, name: string): number {
  rmSync(join(folder, name), { force: true });
  return readdirSync(folder).length;
}
