import { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { Imported } from '../casebook/import.js';
import type { LineRefusal } from '../casebook/line-refusal.js';
import type { Runtime } from '../runtime.js';
import type { Cli } from './cli.js';
import { imported } from './import.command.js';
import { importInto } from './importing.js';
import { showProgress } from './progress.js';
import { help, notFromOneTo, words } from './words.js';

/** The generator of the demo years: the book, line by line. */
interface Demo {
  /** The largest scale. */
  readonly MOST_COPIES: number;
  generate(scale?: number): Iterable<string>;
}

/** How a load of the demo years is told of. */
export interface DemoTold {
  readonly refused?: (line: number, refusal: LineRefusal) => void;
  readonly progress?: (bytes: number) => void;
}

/** Loads the demo years; null when another import is under way. What is there already is left as it is. */
export async function loadDemo(
  runtime: Runtime,
  { generate }: Pick<Demo, 'generate'>,
  scale = 1,
  told: DemoTold = {},
): Promise<Imported | null> {
  return importInto(runtime, Readable.from(generate(scale)), { book: 'demo', ...told });
}

/** The generator, which stands beside the program; null in an installation that left it out. */
export const findDemo = (): Promise<Demo | null> => import('../../demo/generate.js').catch(() => null);

/** `demo load`: exit 1 when a line was refused. */
export function demoCommand(program: Command, cli: Cli): void {
  program
    .command('demo')
    .description(cli.say(help.demo))
    .command('load')
    .description(cli.say(help.demoLoad))
    .option('--scale <number>', cli.say(help.demoScale), '1')
    .action(({ scale }: { readonly scale: string }) => load(cli, scale));
}

async function load(cli: Cli, given: string): Promise<void> {
  const scale = Number(given);
  const demo = await findDemo();
  if (demo === null || !Number.isInteger(scale) || scale < 1 || scale > demo.MOST_COPIES) {
    cli.tell(cli.say(demo === null ? words.noDemo : notFromOneTo(demo.MOST_COPIES)));
    return cli.exit(2);
  }
  await cli.run(async (runtime) => {
    if (runtime.demo === null) {
      cli.tell(cli.say(words.onlyInDemo));
      return 2;
    }
    let bytes = 0;
    for (const line of demo.generate(scale)) bytes += Buffer.byteLength(line);
    return imported(cli, { format: 'table' }, showProgress(cli, cli.say(words.loading), bytes), (told) =>
      loadDemo(runtime, demo, scale, told),
    );
  });
}
