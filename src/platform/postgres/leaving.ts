import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { signOutNow } from './users.js';

/** One process's use of a server. */
export interface Use {
  readonly folder: string;
  readonly users: string;
  readonly name: string;
  readonly pid: number;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const uses = new Map<Use, () => Promise<void>>();

/**
 * Lets go of the server when the process ends without having done so: on a signal that nobody else handles by
 * `release`, on a plain exit, which cannot wait, by telling the server to stop.
 * @returns forgets it all; for when the server has been let go of.
 */
export function onLastBreath(use: Use, release: () => Promise<void>): () => void {
  if (uses.size === 0) listen('on');
  uses.set(use, release);
  return () => {
    if (uses.delete(use) && uses.size === 0) listen('off');
  };
}

function listen(action: 'on' | 'off'): void {
  SIGNALS.forEach((signal) => process[action](signal, onSignal));
  process[action]('exit', onExit);
}

function onSignal(signal: NodeJS.Signals): void {
  // Whoever else listens shuts down in order and releases, or raises the signal again for us alone.
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...uses.values()].map((release) => release())).then(() =>
    process.kill(process.pid, signal),
  );
}

function onExit(): void {
  for (const use of uses.keys()) leaveNow(use);
}

function leaveNow({ folder, users, name, pid }: Use): void {
  try {
    const others = signOutNow(users, name);
    // Somebody who holds the lock is about to join, or to stop it.
    if (others === 0 && !existsSync(join(folder, 'postgres.lock'))) process.kill(pid, 'SIGINT');
  } catch {
    // It has stopped already, or its folder is gone.
  }
}
