import { Option, type Command } from 'commander';
import type { Runtime } from '../runtime.js';
import { json, type Cli } from './cli.js';
import { checks, type Check } from '../files/checks.queries.js';
import { help, words } from './words.js';

/** `doctor`: exit 1 when there is anything that a person should look at. */
export function doctorCommand(program: Command, cli: Cli): void {
  program
    .command('doctor')
    .description(cli.say(help.doctor))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action(({ format }: { readonly format: 'table' | 'json' }) =>
      cli.run(async (runtime) => {
        const found = await checks(runtime.pool, runtime.registry, runtime.clock.now());
        const ok = found.every(({ count }) => count === 0);
        const settings = settingsOf(runtime);
        const view = found.map(({ says, ...one }) => ({ ...one, says: cli.say(says) }));
        await cli.answer(
          format === 'json' ? json({ ok, settings, checks: view }) : table(cli, ok, settings, found),
        );
        return ok ? 0 : 1;
      }),
    );
}

/** What the program runs with; no secret, no address with a password. */
function settingsOf({ config, clock, demo, registry }: Runtime): Record<string, string> {
  const workflows = registry.all().map(({ workflow: { name, version } }) => `${name}@${version}`);
  return {
    database: config.database === undefined ? `embedded (${config.dataDir})` : 'DATABASE_URL',
    address: config.baseUrl,
    demo: demo === null ? '–' : (demo.today() ?? 'empty'),
    now: clock.now(),
    workflows: workflows.join(' '),
  };
}

function table(cli: Cli, ok: boolean, settings: Record<string, string>, found: readonly Check[]): string {
  const rows = found.flatMap(({ says, count, examples }) => [
    `${count === 0 ? '✓' : '✗'} ${count} ${cli.say(says)}`,
    ...examples.map((example) => `    ${example}`),
  ]);
  const set = Object.entries(settings).map(([name, value]) => `${name.padEnd(10)} ${value}`);
  return `${[...set, '', ...rows, '', cli.say(ok ? words.allWell : words.notWell)].join('\n')}\n`;
}
