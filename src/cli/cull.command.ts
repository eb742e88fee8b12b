import { Option, type Command } from 'commander';
import type { CullingsDue } from '../audit/culling/culling.js';
import { COMMAND_LINE_LOGIN } from '../register/roles.js';
import type { Runtime } from '../runtime.js';
import { json, type Cli } from './cli.js';
import { help, words } from './words.js';

interface Wish {
  readonly dryRun?: boolean;
  readonly format: 'table' | 'json';
}

/**
 * `cull [--dry-run]`: puts forward the files whose time has come. It counts as the first of two persons: nothing is gone
 * until a system administrator culls them on the page of culling.
 */
export function cullCommand(program: Command, cli: Cli): void {
  program
    .command('cull')
    .description(cli.say(help.cull))
    .option('--dry-run', cli.say(help.dryRun))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action(({ dryRun = false, format }: Wish) =>
      cli.run(async (runtime) => {
        const due = await runtime.culling.due();
        const proposals = dryRun ? [] : await proposed(runtime, due);
        await cli.answer(format === 'json' ? json({ ...due, proposals }) : table(cli, due));
        if (due.organisations.length > 0)
          cli.tell(cli.say(dryRun ? words.nothingKept : words.cullingProposed));
        return 0;
      }),
    );
}

/** Puts the due files of each organisation forward, and writes down that it did. */
async function proposed({ culling, securityLog }: Runtime, due: CullingsDue): Promise<number[]> {
  const made: number[] = [];
  for (const { organisation } of due.organisations) {
    const proposal = await culling.propose(organisation, COMMAND_LINE_LOGIN);
    if (proposal === null) continue;
    await securityLog.record('culling-proposed', { login: COMMAND_LINE_LOGIN, ref: String(proposal) });
    made.push(proposal);
  }
  return made;
}

function table(cli: Cli, { organisations, forResearch, inReview, next }: CullingsDue): string {
  const rows = organisations.map(
    ({ organisation, files, oldest, latest }) => `${organisation}  ${files}  ${oldest}  ${latest}`,
  );
  const beside = [
    ...(organisations.length === 0 ? [cli.say(words.noneToCull(next))] : []),
    ...(forResearch > 0 ? [`${cli.say(words.forResearch)}: ${forResearch}`] : []),
    ...(inReview > 0 ? [`${cli.say(words.inReview)}: ${inReview}`] : []),
  ];
  return [...rows, ...beside, ''].join('\n');
}
