import cliProgress from 'cli-progress';
import type { Cli } from './cli.js';

const EVERY_MS = 2_000;

/** Shows on stderr how far something has come. */
export interface Progress {
  add(amount: number): void;
  /** Writes a message without tearing the bar. */
  tell(message: string): void;
  stop(): void;
}

/** A bar in a terminal; elsewhere a line every other second. */
export function showProgress(cli: Cli, label: string, total: number): Progress {
  return process.stderr.isTTY ? bar(label, total) : lines(cli, label, total);
}

function bar(label: string, total: number): Progress {
  const options = { format: `${label} {bar} {percentage} %  {eta_formatted}`, stream: process.stderr };
  const shown = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
  shown.start(total, 0);
  return {
    add: (amount) => shown.increment(amount),
    tell: (message) => void process.stderr.write(`\r\u001B[K${message}\n`),
    stop: () => shown.stop(),
  };
}

function lines(cli: Cli, label: string, total: number): Progress {
  let done = 0;
  const timer = setInterval(() => cli.tell(`${label}: ${percent(done, total)} %`), EVERY_MS).unref();
  return {
    add: (amount) => void (done += amount),
    tell: (message) => cli.tell(message),
    stop: () => clearInterval(timer),
  };
}

const percent = (done: number, total: number): number =>
  total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
