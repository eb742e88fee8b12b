import { once } from 'node:events';
import { argv, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { fileKinds } from '../../workflows/files/index.js';
import type { Command } from '../../src/engine/command.js';
import { Engine } from '../../src/engine/engine.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { Registry } from '../../src/engine/registry.js';
import { Vault } from '../../src/engine/vault.js';
import { untilAnswered } from './clients.js';
import { potsAndGivers } from './pots.workflows.js';

/*
 * An engine in a process of its own, for tests that kill it: `node node.js <database address> <clients>`. Each line that it
 * reads is a list of commands, taken by so many clients at once; each line that it writes is one answer, written when it is
 * known and before the next command is taken. It ends when nothing more comes.
 */
const [url = '', clients = '1'] = argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 8, options: '-c role=husrum_app' });
pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
// The same key and clock as in `testEngine`, which takes twice as long to load.
const engine = new Engine({
  pool,
  registry: new Registry(potsAndGivers, fileKinds),
  vault: new Vault(Buffer.alloc(32, 7)),
  clock: { now: () => '2021-03-01T09:00:00.000Z' },
  gate: { mayAct: () => null, mayDecide: () => ({ ok: true as const, line: 'test' }), maySee: () => true },
  lookup: { now: () => undefined, read: async () => null },
  directory: { exists: async () => true },
});

async function client(queue: Iterator<Command>): Promise<void> {
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    const { id } = next.value;
    const answer = await untilAnswered([engine], next.value);
    const told = isRefusal(answer) ? { code: answer.code } : { file: answer.file, seq: answer.seq };
    // A pipe is written to before this returns: what is acknowledged here has left the process.
    stdout.write(`${JSON.stringify({ id, ...told })}\n`);
  }
}

stdout.write('{"ready":true}\n');
const lines = createInterface({ input: stdin });
const closed = once(lines, 'close');
const work: Promise<unknown>[] = [];
lines.on('line', (line) => {
  const queue = (JSON.parse(line) as Command[]).values();
  work.push(...Array.from({ length: Number(clients) }, () => client(queue)));
});
await closed;
await Promise.all(work);
await pool.end();
