import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import type { Imported } from '../casebook/import.js';
import type { LineRefusal } from '../casebook/line-refusal.js';
import { json, type Cli, type ExitCode } from './cli.js';
import { importInto } from './importing.js';
import { showProgress } from './progress.js';
import { refusalText, refusalView } from './refusal-text.js';
import { help, words } from './words.js';

/** Refused lines that the JSON answer lists; all are counted. */
const MOST_LISTED = 1_000;

interface Options {
  readonly dryRun?: boolean;
  readonly stopOnError?: boolean;
  readonly format: 'table' | 'json';
}

/** `import FILE`: exit 1 when a line was refused. */
export function importCommand(program: Command, cli: Cli): void {
  program
    .command('import')
    .description(cli.say(help.import))
    .argument('<file>', cli.say(help.importFile))
    .option('--dry-run', cli.say(help.dryRun))
    .option('--stop-on-error', cli.say(help.stopOnError))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action((file: string, options: Options) => importFile(cli, file, options));
}

async function importFile(cli: Cli, file: string, options: Options): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) {
    cli.tell(cli.say(words.noFile));
    return cli.exit(2);
  }
  await cli.run(async (runtime) => {
    const source = createReadStream(file);
    const wanted = { ...options, book: basename(file) };
    return imported(cli, options, showProgress(cli, cli.say(words.importing), found.size), (told) =>
      importInto(runtime, source, { ...wanted, ...told }),
    );
  });
}

/** Tells of one import as it goes and when it has ended. */
export async function imported(
  cli: Cli,
  { format, dryRun }: Pick<Options, 'format' | 'dryRun'>,
  progress: ReturnType<typeof showProgress>,
  work: (told: {
    refused: (line: number, refusal: LineRefusal) => void;
    progress: (bytes: number) => void;
  }) => Promise<Imported | null>,
): Promise<ExitCode> {
  const lines: object[] = [];
  const refused = (line: number, refusal: LineRefusal): void => {
    if (lines.length < MOST_LISTED) lines.push({ line, ...refusalView(refusal, cli.language) });
    progress.tell(`${cli.say(words.line)} ${line}: ${refusalText(refusal, cli.language)}`);
  };
  const done = await work({ refused, progress: (bytes) => progress.add(bytes) }).finally(() =>
    progress.stop(),
  );
  if (done === null) {
    cli.tell(cli.say(words.busy));
    return 1;
  }
  if (done.book === 'stopped') cli.tell(cli.say(words.stopped));
  if (dryRun === true) cli.tell(cli.say(words.nothingKept));
  const { taken, repeated, refused: no, recorded } = done;
  const counts = `${taken} ${cli.say(words.taken)}, ${repeated} ${cli.say(words.repeated)}, ${no} ${cli.say(words.refused)}`;
  const answer = { taken, repeated, refused: no, recorded, dryRun: dryRun === true, lines };
  await cli.answer(format === 'json' ? json(answer) : `${counts}\n`);
  return no === 0 ? 0 : 1;
}
