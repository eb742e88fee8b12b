import { Command, CommanderError, Option } from 'commander';
import { DefinitionError } from '../engine/check/index.js';
import { ConfigError } from '../platform/config.js';
import {
  cliAt,
  languageIn,
  languages,
  processTerminal,
  type Cli,
  type ExitCode,
  type Terminal,
} from './cli.js';
import { accessLogCommand } from './access-log.command.js';
import { checkpointCommand, proveCommand } from './checkpoint.command.js';
import { cullCommand } from './cull.command.js';
import { demoCommand } from './demo.command.js';
import { doctorCommand } from './doctor.command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { reportCommand } from './report.command.js';
import { reportVerifyCommand } from './report-verify.command.js';
import { serveCommand } from './serve.command.js';
import { tokenCommand } from './token.command.js';
import { verifyCommand } from './verify.command.js';
import { help, words } from './words.js';

const commands = [
  serveCommand,
  importCommand,
  exportCommand,
  reportCommand,
  reportVerifyCommand,
  verifyCommand,
  checkpointCommand,
  proveCommand,
  cullCommand,
  accessLogCommand,
  tokenCommand,
  doctorCommand,
  demoCommand,
];

/** Runs one command line, without the program's own name. Returns what to exit with. */
export async function runCommand(
  argv: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const cli = cliAt(terminal, languageIn(argv), (given) => (code = given));
  try {
    await programOf(cli, terminal).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    cli.tell(failure(cli, error));
    return 2;
  }
  return code;
}

function programOf(cli: Cli, terminal: Terminal): Command {
  const program = new Command('husrum')
    .description(cli.say(help.program))
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.out(text), writeErr: (text) => terminal.err(text) })
    .helpOption('-h, --help', cli.say(help.help))
    .helpCommand(false);
  for (const add of commands) add(program, cli);
  for (const command of withEach(program)) command.addOption(languageOption(cli));
  return program;
}

function withEach(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withEach)];
}

function languageOption(cli: Cli): Option {
  return new Option('--language <language>', cli.say(help.language)).choices(languages).default('sv');
}

/** A fault whose words are our own is told; of any other only what kind it is, since its words may hold personal data. */
function failure(cli: Cli, error: unknown): string {
  if (error instanceof ConfigError || error instanceof DefinitionError) return error.message;
  if (!(error instanceof Error)) return cli.say(words.failed);
  const { code } = error as { code?: unknown };
  if (error.constructor === Error && code === undefined) return error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const kind = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return [`${cli.say(words.failed)}: ${kind}`, ...frames.slice(0, 5)].join('\n');
}
