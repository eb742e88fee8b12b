import type { Command } from 'commander';
import type { Cli } from './cli.js';
import { help } from './words.js';

/** `serve`: the server, as `npm start` starts it. */
export function serveCommand(program: Command, cli: Cli): void {
  program
    .command('serve')
    .description(cli.say(help.serve))
    .action(async () => void (await import('../main.js')));
}
