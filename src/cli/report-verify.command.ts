import { Option, type Command } from 'commander';
import { COMMAND_LINE } from '../access/access-entry.js';
import { isRefusal } from '../engine/refusals.js';
import { check, type Checked, type Difference } from '../reports/index.js';
import type { Runtime } from '../runtime.js';
import { json, type Cli, type ExitCode } from './cli.js';
import { refusalText } from './refusal-text.js';
import { help, words } from './words.js';

/** `report-verify ID`: runs a kept report again. Exit 1 when it does not give the same bytes. */
export function reportVerifyCommand(program: Command, cli: Cli): void {
  program
    .command('report-verify')
    .description(cli.say(help.reportVerify))
    .argument('<id>', cli.say(help.keptId))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action((id: string, { format }: { readonly format: 'table' | 'json' }) =>
      cli.run((runtime) => verifyKept(cli, runtime, id, format)),
    );
}

async function verifyKept(
  cli: Cli,
  { pool, directory, registry, accessLog }: Runtime,
  id: string,
  format: 'table' | 'json',
): Promise<ExitCode> {
  const workflows = registry.all().map(({ workflow }) => workflow);
  const checked = await check({ pool, registers: directory, workflows }, id);
  if (isRefusal(checked)) {
    cli.tell(refusalText(checked, cli.language));
    return 1;
  }
  await accessLog.other(COMMAND_LINE, 'report', {
    ...{ report: checked.kept.report, format },
    parameters: { kept: id },
  });
  const { kept, runs: _runs, ...found } = checked;
  const { bytes: _bytes, ...told } = kept;
  await cli.answer(format === 'json' ? json({ ...told, ...found }) : table(cli, checked));
  return checked.isWhole && checked.isSame ? 0 : 1;
}

function table(cli: Cli, { kept, isWhole, isSame, isSameDefinition, then, now }: Checked): string {
  const line = ({ report, row, column, before, after }: Difference): string =>
    `  ${report}  ${row}  ${column}: ${String(before ?? '–')} → ${String(after ?? '–')}`;
  return [
    `${kept.id}  ${kept.madeAt}  sha256 ${kept.sha256}`,
    cli.say(!isWhole ? words.keptSpoilt : isSame ? words.keptSame : words.keptDiffers),
    ...(isSameDefinition ? [] : [cli.say(words.otherDefinition)]),
    ...then.map(line),
    ...(now.length === 0
      ? [cli.say(words.nothingChangedSince)]
      : [cli.say(words.changedSince), ...now.map(line)]),
    '',
  ].join('\n');
}
