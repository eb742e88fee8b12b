import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { FromProvider, ToProvider } from './messages.js';
import type { DemoPerson } from './people.js';

const CLIENT = 'husrum';
const LONGEST_START_MS = 20_000;

/** The demo's identity provider, running. */
export interface DemoProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): Promise<void>;
}

/**
 * Starts the demo's identity provider: a process of its own, reachable from this machine only, at a port and with a secret
 * that are new each time. It gets nothing of this program's environment, and ends with it.
 * @param people tells who may be chosen; asked whenever somebody signs in.
 * @throws Error when it does not come up.
 */
export async function startDemoProvider(
  baseUrl: string,
  people: () => Promise<readonly DemoPerson[]>,
): Promise<DemoProvider> {
  const clientSecret = randomBytes(32).toString('base64url');
  const child = fork(new URL('main.js', import.meta.url), [], {
    execArgv: [],
    env: { NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const say = (message: ToProvider): void => void (child.connected && child.send(message));
  child.on('message', (message: FromProvider) => {
    if ('ask' in message)
      void people()
        .catch(() => [])
        .then((known) => say({ people: known, of: message.ask }));
  });
  const issuer = listening(child);
  say({ begin: { baseUrl, clientId: CLIENT, clientSecret } });
  return {
    issuer: await issuer,
    clientId: CLIENT,
    clientSecret,
    stop: () => stop(child),
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = (): void => reject(new Error('The identity provider of the demo did not start.'));
    const timer = setTimeout(failed, LONGEST_START_MS);
    child.once('exit', failed);
    child.once('error', failed);
    child.on('message', (message: FromProvider) => {
      if (!('issuer' in message)) return;
      clearTimeout(timer);
      resolve(message.issuer);
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
