import { once } from 'node:events';
import type { Text } from '../../workflows/definition.js';
import { readConfig } from '../platform/config.js';
import { startRuntime, type Runtime } from '../runtime.js';

/** 0: done, and the answer is yes. 1: the answer is no. 2: it could not be asked: usage, configuration, no database. */
export type ExitCode = 0 | 1 | 2;

export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** Where a command line is called. */
export interface Terminal {
  readonly environment: NodeJS.ProcessEnv;
  /** Writes to stdout; waits while whoever reads is slower. */
  out(content: string | Uint8Array): Promise<void>;
  /** Writes to stderr. */
  err(text: string): void;
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  environment: process.env,
  async out(content) {
    if (!process.stdout.write(content)) await once(process.stdout, 'drain');
  },
  err: (text) => void process.stderr.write(text),
};

/** What every command is handed: where answers and messages go, in which language, and the program to run on. */
export interface Cli {
  readonly language: Language;
  say(text: Text): string;
  /** The answer, on stdout. */
  answer(content: string | Uint8Array): Promise<void>;
  /** A message, on stderr. */
  tell(message: string): void;
  /** What the process exits with; the last one set counts. */
  exit(code: ExitCode): void;
  /** Starts the program, does the work and closes it. */
  run(work: (runtime: Runtime) => Promise<ExitCode>): Promise<void>;
}

/** A command line in one language; `exit` is told what to exit with. */
export function cliAt(terminal: Terminal, language: Language, exit: Cli['exit']): Cli {
  return {
    language,
    say: (text) => text[language],
    answer: (content) => terminal.out(content),
    tell: (message) => terminal.err(`${message}\n`),
    exit,
    async run(work) {
      const runtime = await startRuntime(readConfig(terminal.environment));
      try {
        exit(await work(runtime));
      } finally {
        await runtime.close();
      }
    },
  };
}

/** The language asked for anywhere on the command line, which help and faults are told in too. */
export function languageIn(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  const given = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at >= 0 && given === 'en' ? 'en' : 'sv';
}

/** A value as JSON, easy to read. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
