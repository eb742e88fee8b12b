import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const COMMAND_TRIES = 20;
const COMMAND_WAIT_MS = 50;

/**
 * A process by more than its number, since numbers come round again: `<pid>-<when it started>`.
 * Undefined when no such process runs.
 */
export async function identify(pid: number): Promise<string | undefined> {
  const started = platform() === 'linux' ? await startedTicks(pid) : await ps(pid, 'lstart=');
  return started ? `${pid}-${started.replace(/\W+/g, '')}` : undefined;
}

/** Whether the process that `identify` once named is still the one running under that number. */
export async function isAlive(identity: string): Promise<boolean> {
  return (await identify(Number.parseInt(identity, 10))) === identity;
}

/**
 * The command line of a process, or undefined when it does not run. While a process turns into another program its
 * command line is empty for a moment, and to take that for "gone" would start a second server on the same data.
 */
export async function commandLine(pid: number): Promise<string | undefined> {
  for (let tries = 0; tries < COMMAND_TRIES; tries++) {
    const text = platform() === 'linux' ? await commandNow(pid) : await ps(pid, 'command=');
    if (text || !(await identify(pid))) return text;
    await sleep(COMMAND_WAIT_MS);
  }
  return undefined;
}

async function commandNow(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return text.replaceAll('\0', ' ').trim() || undefined;
}

async function startedTicks(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  // The second field is the program's name in brackets and may hold spaces, so count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const zombie = fields[0] === 'Z' || fields[0] === 'X';
  return zombie ? undefined : fields[19];
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  const answer = await run('ps', ['-o', column, '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return answer.stdout.trim() || undefined;
}
