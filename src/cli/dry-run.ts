import type { Pool, PoolClient } from 'pg';
import { dayOf } from '../domain/zone.js';
import { Engine } from '../engine/engine.js';
import { Sweep } from '../engine/sweep.js';
import { RegisterDirectory } from '../register/directory.js';
import { birthdaysOf } from '../register/coming-of-age.js';
import { lookupOf } from '../register/lookup-of.js';
import { RegisterBook } from '../register/register-book.js';
import type { Runtime } from '../runtime.js';

/** The parts of the program that an import runs on. */
export type Importing = Pick<Runtime, 'engine' | 'sweep' | 'registers' | 'directory'>;

/**
 * Does work on parts of the program that all share one transaction, and undoes it: everything is decided, looked up and
 * written as it would be, and nothing is kept. Until it ends, others wait for the files that it has touched.
 */
export async function undone<T>(runtime: Runtime, work: (parts: Importing) => Promise<T>): Promise<T> {
  const runner = runtime.source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  await runner.startTransaction();
  try {
    const pool = poolWithin(client);
    const directory = new RegisterDirectory(pool);
    const { registry, gate, vault, clock } = runtime.engine.ports;
    const lookup = lookupOf({ pool, vault, directory, registry }, () => engine);
    const engine: Engine = new Engine({ pool, registry, gate, vault, clock, directory, lookup });
    const sweep = new Sweep(engine, (until) => directory.mergersDue(dayOf(until)), birthdaysOf(engine));
    const registers = new RegisterBook(
      runner.manager,
      (word) => vault.term(word),
      () => directory.forget(),
      (workflow, name) => registry.policyUnit(workflow, name),
    );
    return await work({ engine, sweep, registers, directory });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** One connection in the place of many. Each statement stands or falls by itself, as it would outside a transaction. */
function poolWithin(client: PoolClient): Pool {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...asked: unknown[]): Promise<unknown> => {
    const answer = last.then(() => atomic(client, asked));
    last = answer.catch(() => undefined);
    return answer;
  };
  const nothing = (): void => undefined;
  const connection = { query, release: nothing, on: nothing, off: nothing };
  return { query, connect: async () => connection, waitingCount: 0 } as unknown as Pool;
}

async function atomic(client: PoolClient, asked: unknown[]): Promise<unknown> {
  await client.query('savepoint one_statement');
  try {
    const answer: unknown = await (client.query as (...args: unknown[]) => Promise<unknown>)(...asked);
    await client.query('release savepoint one_statement');
    return answer;
  } catch (error) {
    await client.query('rollback to savepoint one_statement');
    throw error;
  }
}
