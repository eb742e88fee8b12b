import type { Command } from 'commander';
import { COMMAND_LINE } from '../access/access-entry.js';
import { aboutNow } from '../access/about-now.js';
import { proofOf, type Proof } from '../audit/proof.js';
import type { Runtime } from '../runtime.js';
import { json, type Cli } from './cli.js';
import { help, words } from './words.js';

/** `checkpoint`: signs where every chain ends now, and prints it. Kept elsewhere it shows what was rewritten since. */
export function checkpointCommand(program: Command, cli: Cli): void {
  program
    .command('checkpoint')
    .description(cli.say(help.checkpoint))
    .action(() =>
      cli.run(async ({ checkpoints }) => {
        await cli.answer(json(await checkpoints.make()));
        return 0;
      }),
    );
}

/** `prove EVENT`: prints a proof that can be checked without this program. Exit 1 when no checkpoint covers the event. */
export function proveCommand(program: Command, cli: Cli): void {
  program
    .command('prove')
    .description(cli.say(help.prove))
    .argument('<event>', cli.say(help.proveEvent))
    .action((event: string) =>
      cli.run(async (runtime) => {
        const proof = await proven(runtime, event);
        if (proof === null) cli.tell(cli.say(words.noProof));
        else await cli.answer(json(proof));
        return proof === null ? 1 : 0;
      }),
    );
}

const EVENT = /^([0-9a-hjkmnp-tv-z]{11}):([1-9]\d{0,8})$/;

/** A proof holds the event, so that giving it is a reading. */
async function proven(runtime: Runtime, event: string): Promise<Proof | null> {
  const [, id = '', seq] = EVENT.exec(event) ?? [];
  const file = (await runtime.engine.files.read([id])).get(id);
  const proof = file == null ? null : await proofOf(runtime.pool, id, Number(seq));
  if (file != null && proof !== null)
    await runtime.accessLog.read(COMMAND_LINE, aboutNow(runtime, file), 'proof', { event });
  return proof;
}
