import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What one call of the built program did. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const MAIN = join(process.cwd(), 'dist', 'src', 'cli', 'main.js');

/** Calls the built command line as a process of its own. */
export function husrum(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Called> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env, maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
    });
  });
}
