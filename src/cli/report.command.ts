import { Option, type Command } from 'commander';
import { COMMAND_LINE } from '../access/access-entry.js';
import { dayOf } from '../domain/zone.js';
import { isRefusal } from '../engine/refusals.js';
import { COMMAND_LINE_LOGIN } from '../register/roles.js';
import {
  answer,
  formats,
  formatted,
  keep,
  parametersOf,
  reports,
  type Asking,
  type Format,
  type Source,
} from '../reports/index.js';
import type { Runtime } from '../runtime.js';
import type { Cli, ExitCode } from './cli.js';
import { refusalText } from './refusal-text.js';
import { help, words } from './words.js';

type Options = Readonly<Record<string, unknown>> & { readonly format: Format; readonly keep?: boolean };

/** `report NAME`: exit 1 when the report may not be given so, 2 when its parameters are at fault. */
export function reportCommand(program: Command, cli: Cli): void {
  const names = reports.map(({ name }) => name).join(', ');
  const command = program
    .command('report')
    .description(cli.say(help.report))
    .argument('<name>', `${cli.say(help.reportName)}: ${names}`)
    .addOption(new Option('--format <format>', cli.say(help.reportFormat)).choices(formats).default('table'));
  command.option('--keep', cli.say(help.reportKeep));
  const known = new Map(reports.flatMap(parametersOf).map((one) => [one.name, one]));
  for (const { name, label } of known.values()) command.option(`--${dashed(name)} <value>`, cli.say(label));
  command.action((name: string, options: Options) =>
    cli.run((runtime) => report(cli, runtime, name, options)),
  );
}

async function report(
  cli: Cli,
  { pool, directory, registry, clock, accessLog }: Runtime,
  name: string,
  { format, language: _, keep: isKept, ...parameters }: Options,
): Promise<ExitCode> {
  if ((format === 'xlsx' || format === 'pdf') && process.stdout.isTTY) {
    cli.tell(cli.say(words.binary));
    return 2;
  }
  const workflows = registry.all().map(({ workflow }) => workflow);
  const source = { pool, registers: directory, workflows };
  const asking = { today: dayOf(clock.now()), reader: 'inside', parameters } as const;
  if (isKept) return keepReport(cli, source, accessLog, name, asking, clock.now());
  const made = await answer(source, name, asking);
  await accessLog.report(COMMAND_LINE, name, format, made);
  if (isRefusal(made)) {
    cli.tell(refusalText(made, cli.language));
    return made.code === 'not-permitted' ? 1 : 2;
  }
  await cli.answer(await formatted(made, format, cli.language));
  return 0;
}

/** Prints the name that the report is kept under. */
async function keepReport(
  cli: Cli,
  source: Source,
  accessLog: Runtime['accessLog'],
  name: string,
  asking: Asking,
  at: string,
): Promise<ExitCode> {
  const kept = await keep(source, name, asking, { login: COMMAND_LINE_LOGIN, at });
  await accessLog.report(COMMAND_LINE, name, 'kept', isRefusal(kept) ? kept : kept.made);
  if (isRefusal(kept)) {
    cli.tell(refusalText(kept, cli.language));
    return kept.code === 'not-permitted' ? 1 : 2;
  }
  await cli.answer(`${kept.id}\n`);
  return 0;
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
