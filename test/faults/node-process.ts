import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from '../../src/engine/command.js';

/** One answer of a node: where the command stands in a chain, or why it was refused. */
export interface Told {
  readonly id: string;
  readonly file?: string;
  readonly seq?: number;
  readonly code?: string;
}

/** An engine in a process of its own. */
export interface NodeProcess {
  /** Has it take commands; those that it was given before go on. */
  take(commands: readonly Command[]): void;
  /** Resolves when it has told so many answers in all, or has ended. */
  told(count: number): Promise<void>;
  /** Every answer it has told, in order. */
  readonly answers: readonly Told[];
  /** Ends it when it has taken what it was given. */
  finish(): Promise<void>;
  /** Ends it at once, whatever it is doing (SIGKILL). */
  kill(): Promise<void>;
}

const program = () => resolve('dist/test/faults/node.js');

const running = new Set<NodeProcess>();

/** Ends every node that is still running, for tests that failed half-way. */
export async function killNodes(): Promise<void> {
  await Promise.all([...running].map((node) => node.kill()));
}

/** Starts a node on a database; it is ready when this resolves. */
export async function startNode(url: string, clients: number): Promise<NodeProcess> {
  const child = spawn(process.execPath, [program(), url, String(clients)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers: Told[] = [];
  const lines = createInterface({ input: child.stdout });
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  let heard = (): void => undefined;
  lines.on('line', (line) => {
    const told = JSON.parse(line) as Told & { ready?: true };
    if (told.ready !== true) answers.push(told);
    heard();
  });
  child.stdin.on('error', () => undefined);
  await Promise.race([once(lines, 'line'), ended]);
  const node: NodeProcess = {
    answers,
    take: (commands) => void child.stdin.write(`${JSON.stringify(commands)}\n`),
    told: (count) =>
      Promise.race([
        ended.then(() => undefined),
        new Promise<void>((enough) => {
          heard = () => {
            if (answers.length >= count) enough();
          };
          heard();
        }),
      ]),
    async finish() {
      child.stdin.end();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  running.add(node);
  void ended.finally(() => running.delete(node));
  return node;
}
