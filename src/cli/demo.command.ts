import type { Command } from 'commander';
import type { Imported } from '../casebook/import.js';
import type { LineRefusal } from '../casebook/line-refusal.js';
import type { Runtime } from '../runtime.js';
import type { Cli } from './cli.js';
import { imported } from './import.command.js';
import { importInto } from './importing.js';
import { showProgress } from './progress.js';
import { help, words } from './words.js';

/** What `demo/main` offers: the book of the demo years, line by line, and how many lines it will have. */
interface Demo {
  generate(scale?: number): AsyncIterable<string>;
}

/** How a load of the demo years is told of. */
export interface DemoTold {
  readonly refused?: (line: number, refusal: LineRefusal) => void;
  readonly progress?: (bytes: number) => void;
}

/** Loads the demo years; null when another import is under way. What is there already is left as it is. */
export async function loadDemo(
  runtime: Runtime,
  demo: Demo,
  scale = 1,
  told: DemoTold = {},
): Promise<Imported | null> {
  return importInto(runtime, whole(demo.generate(scale)), { book: 'demo', ...told });
}

/** The generator of the demo years, which stands beside the program. */
export async function findDemo(): Promise<Demo | null> {
  const place = new URL('../../demo/main.js', import.meta.url).href;
  const found = (await import(place).catch(() => ({}))) as Partial<Demo>;
  return typeof found.generate === 'function' ? (found as Demo) : null;
}

/** Each line with its end. */
async function* whole(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.endsWith('\n') ? line : `${line}\n`;
}

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

async function load(cli: Cli, scale: string): Promise<void> {
  if (!/^[1-9]\d{0,2}$|^1000$/.test(scale)) {
    cli.tell(cli.say(words.badScale));
    return cli.exit(2);
  }
  const demo = await findDemo();
  if (demo === null) {
    cli.tell(cli.say(words.noDemo));
    return cli.exit(2);
  }
  await cli.run(async (runtime) => {
    if (runtime.demo === null) {
      cli.tell(cli.say(words.onlyInDemo));
      return 2;
    }
    let bytes = 0;
    for await (const line of whole(demo.generate(Number(scale)))) bytes += Buffer.byteLength(line);
    return imported(cli, { format: 'table' }, showProgress(cli.say(words.loading), bytes), (told) =>
      loadDemo(runtime, demo, Number(scale), told),
    );
  });
}
