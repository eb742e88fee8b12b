import { Option, type Command } from 'commander';
import { verify, type VerifyProgress, type VerifyResult } from '../audit/verify.js';
import { json, type Cli } from './cli.js';
import { showProgress, type Progress } from './progress.js';
import { help, words } from './words.js';

/** `verify`: exit 1 when anything is wrong. */
export function verifyCommand(program: Command, cli: Cli): void {
  program
    .command('verify')
    .description(cli.say(help.verify))
    .addOption(
      new Option('--format <format>', cli.say(help.json)).choices(['table', 'json']).default('table'),
    )
    .action(({ format }: { readonly format: 'table' | 'json' }) =>
      cli.run(async ({ pool, registry, engine, checkpoints }) => {
        const { vault } = engine.ports;
        const shown = watch(cli);
        const { publicKey } = checkpoints;
        const options = { vault, publicKey, onProgress: shown.onProgress };
        const result = await verify(pool, registry, options).finally(shown.stop);
        await cli.answer(format === 'json' ? json(view(cli, result)) : table(cli, result));
        return result.ok ? 0 : 1;
      }),
    );
}

function watch(cli: Cli): { onProgress(at: VerifyProgress): void; stop(): void } {
  let progress: Progress | undefined;
  let before = 0;
  return {
    onProgress({ events, ofEvents }) {
      progress ??= showProgress(cli, cli.say(words.verifying), ofEvents);
      progress.add(events - before);
      before = events;
    },
    stop: () => progress?.stop(),
  };
}

function view(cli: Cli, { findings, notes, ...summary }: VerifyResult): object {
  return {
    ...summary,
    findings: findings.map((one) => ({ ...one, sentence: cli.say(one.sentence) })),
    notes: notes.map((one) => ({ ...one, sentence: cli.say(one.sentence) })),
  };
}

function table(cli: Cli, { ok, files, events, facts, found, findings, notes }: VerifyResult): string {
  const summary = `${cli.say(ok ? words.allWell : words.notWell)} ${cli.say({
    sv: `${files} ärenden, ${events} händelser, ${facts} fakta; ${found} fel.`,
    en: `${files} files, ${events} events, ${facts} facts; ${found} faults.`,
  })}`;
  const faults = findings.map(({ kind, file, seq, process, sentence }) => {
    const where = `${file}${process === undefined ? '' : `/${process}`}${seq === undefined ? '' : `:${seq}`}`;
    return `${where}  [${kind}] ${cli.say(sentence)}`;
  });
  const more = notes.map(({ of, count, sentence }) => `(${of}: ${count}) ${cli.say(sentence)}`);
  return `${[summary, ...faults, ...more].join('\n')}\n`;
}
