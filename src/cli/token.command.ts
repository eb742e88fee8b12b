import { Option, type Command } from 'commander';
import { isRefusal } from '../engine/refusals.js';
import { json, type Cli } from './cli.js';
import { refusalText } from './refusal-text.js';
import { help, words } from './words.js';

const DEFAULT_DAYS = '30';

/** `token create|list|revoke`. */
export function tokenCommand(program: Command, cli: Cli): void {
  const token = program.command('token').description(cli.say(help.token));
  token
    .command('create')
    .description(cli.say(help.tokenCreate))
    .requiredOption('--user <login>', cli.say(help.tokenUser))
    .option('--days <number>', cli.say(help.tokenDays), DEFAULT_DAYS)
    .option('--label <text>', cli.say(help.tokenLabel), '')
    .option('--role <role>', cli.say(help.tokenRole))
    .option('--organisation <code>', cli.say(help.tokenOrganisation))
    .option('--scope <scope...>', cli.say(help.tokenScope))
    .action((options: Creating) => create(cli, options));
  token
    .command('list')
    .description(cli.say(help.tokenList))
    .option('--user <login>', cli.say(help.tokenOf))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action((options: Listing) => list(cli, options));
  token
    .command('revoke')
    .description(cli.say(help.tokenRevoke))
    .argument('<id>', cli.say(help.tokenId))
    .action((id: string) => revoke(cli, id));
}

interface Creating {
  readonly user: string;
  readonly days: string;
  readonly label: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly scope?: readonly string[];
}

/** The token alone stands on stdout, so that a script can take it from there. */
function create(cli: Cli, { user, days, scope = [], ...wishes }: Creating): Promise<void> {
  return cli.run(async ({ tokens, clock }) => {
    const made = await tokens.create(user, /^\d{1,4}$/.test(days) ? Number(days) : Number.NaN, clock.now(), {
      ...wishes,
      scopes: scope,
    });
    if (isRefusal(made)) {
      cli.tell(refusalText(made, cli.language));
      return made.code === 'invalid-data' ? 2 : 1;
    }
    await cli.answer(`${made.token}\n`);
    cli.tell(`${made.id}  ${made.expires}`);
    return 0;
  });
}

interface Listing {
  readonly user?: string;
  readonly format: 'table' | 'json';
}

function list(cli: Cli, { user, format }: Listing): Promise<void> {
  return cli.run(async ({ tokens }) => {
    const found = await tokens.list(user);
    const rows = found.map(({ id, login, acting, scopes, expires, revoked, label }) =>
      [
        ...[
          id,
          login,
          acting === null ? '–' : `${acting.organisation}/${acting.role}`,
          scopes?.join(',') ?? '–',
        ],
        ...[expires, revoked ?? '–', label],
      ]
        .join('  ')
        .trimEnd(),
    );
    await cli.answer(format === 'json' ? json(found) : rows.map((row) => `${row}\n`).join(''));
    return 0;
  });
}

function revoke(cli: Cli, id: string): Promise<void> {
  return cli.run(async ({ tokens, clock }) => {
    const revoked = await tokens.revoke(id, clock.now());
    cli.tell(cli.say(revoked ? words.revoked : words.noToken));
    return revoked ? 0 : 1;
  });
}
