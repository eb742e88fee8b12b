import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/program.js';

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

/** The same call without a process of its own, which is most of what a call costs: for answers told as a process elsewhere. */
export async function calledHere(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Called> {
  const out: Uint8Array[] = [];
  let err = '';
  const code = await runCommand(args, {
    environment,
    out: async (content) => void out.push(Buffer.from(content)),
    err: (text) => void (err += text),
  });
  return { code, out: Buffer.concat(out).toString(), err };
}
