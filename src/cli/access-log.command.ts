import { Option, type Command } from 'commander';
import { COMMAND_LINE } from '../access/access-entry.js';
import { readLog, type LogPlace, type ReadEntry } from '../access/access-log.queries.js';
import { aboutNow } from '../access/about-now.js';
import { purposeLabel } from '../access/purposes.js';
import { whatWords, whyWords, words as accessWords } from '../access/words.js';
import { addDays, isDay } from '../domain/days.js';
import { midnight } from '../domain/zone.js';
import type { Runtime } from '../runtime.js';
import { json, type Cli, type ExitCode } from './cli.js';
import { help, words } from './words.js';

const AT_ONCE = 1_000;

interface Options {
  readonly file?: string;
  readonly login?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: 'table' | 'json';
}

/** `access-log`: who has read a file, or what a person has read, the newest first. Exit 1 when there is no such file. */
export function accessLogCommand(program: Command, cli: Cli): void {
  program
    .command('access-log')
    .description(cli.say(help.accessLog))
    .option('--file <number>', cli.say(help.accessLogFile))
    .option('--login <login>', cli.say(help.accessLogLogin))
    .option('--from <date>', cli.say(help.accessLogFrom))
    .option('--to <date>', cli.say(help.accessLogTo))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action((options: Options) => accessLog(cli, options));
}

async function accessLog(cli: Cli, options: Options): Promise<void> {
  const { file, login, from, to } = options;
  const fault =
    (file === undefined) === (login === undefined)
      ? accessWords.fileOrLogin
      : [from, to].some((day) => day !== undefined && !isDay(day))
        ? words.noDay
        : null;
  if (fault === null) return cli.run((runtime) => told(cli, runtime, options));
  cli.tell(cli.say(fault));
  cli.exit(2);
}

async function told(cli: Cli, runtime: Runtime, { format, ...options }: Options): Promise<ExitCode> {
  if (!(await logReading(runtime, options))) {
    cli.tell(cli.say(words.noCase));
    return 1;
  }
  const entries = await allOf(runtime, options);
  const shown = entries.map(({ body, hash, note }) => ({ ...body, hash, note }));
  await cli.answer(format === 'json' ? json(shown) : entries.map((one) => `${line(cli, one)}\n`).join(''));
  return 0;
}

/** Reading the log is a reading. False when there is no such file. */
async function logReading(runtime: Runtime, { file, login }: Omit<Options, 'format'>): Promise<boolean> {
  const { accessLog: log, engine, directory } = runtime;
  if (file === undefined) {
    await log.logOf(COMMAND_LINE, login as string, await directory.snapshot());
    return true;
  }
  const found = (await engine.files.read([file])).get(file) ?? null;
  if (found !== null) await log.read(COMMAND_LINE, aboutNow(runtime, found), 'log-of-file');
  return found !== null;
}

async function allOf(
  runtime: Runtime,
  { file, login, from, to }: Omit<Options, 'format'>,
): Promise<ReadEntry[]> {
  const { pool, engine } = runtime;
  const ports = { pool, keys: engine.keys, vault: engine.ports.vault };
  const time = { from: from && midnight(from), until: to && midnight(addDays(to, 1)) };
  const all: ReadEntry[] = [];
  let after: LogPlace | undefined;
  do {
    const page = await readLog(ports, { file, login, ...time }, { after, limit: AT_ONCE });
    all.push(...page);
    after = page.length < AT_ONCE ? undefined : page.at(-1)?.body;
  } while (after !== undefined);
  return all;
}

function line(cli: Cli, { body }: ReadEntry): string {
  const { at, login, organisation, what, why, reason, refused, file } = body;
  const because = [cli.say(whyWords[why]), ...(reason === undefined ? [] : [cli.say(purposeLabel(reason))])];
  const no = refused ? ` ${cli.say(words.wasRefused)}` : '';
  return `${at}  ${login} (${organisation})  ${file ?? '–'}  ${cli.say(whatWords[what])}${no}  [${because.join(': ')}]`;
}
