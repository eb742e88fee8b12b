import type { Command } from 'commander';
import { COMMAND_LINE } from '../access/access-entry.js';
import { aboutNow } from '../access/about-now.js';
import { exportCasebook } from '../casebook/export.js';
import type { Cli } from './cli.js';
import { help, words } from './words.js';

/** `export`: the casebook on stdout. Exit 1 when there is no such file. */
export function exportCommand(program: Command, cli: Cli): void {
  program
    .command('export')
    .description(cli.say(help.export))
    .option('--file <number>', cli.say(help.exportFile))
    .action(({ file }: { readonly file?: string }) =>
      cli.run(async ({ pool, engine, registry, clock, accessLog }) => {
        const one = file === undefined ? null : ((await engine.files.read([file])).get(file) ?? null);
        if (file !== undefined && one === null) {
          cli.tell(cli.say(words.noCase));
          return 1;
        }
        if (one === null) await accessLog.other(COMMAND_LINE, 'casebook', {});
        else await accessLog.read(COMMAND_LINE, aboutNow({ registry, clock }, one), 'export');
        for await (const line of exportCasebook({ pool, keys: engine.keys, registry }, file))
          await cli.answer(line);
        return 0;
      }),
    );
}
