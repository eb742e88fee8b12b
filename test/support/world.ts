import { Temporal } from 'temporal-polyfill';
import type { Pool } from 'pg';
import type { Workflow } from '../../workflows/definition.js';
import { gate } from '../../src/access/gate.js';
import { verify, type VerifyResult } from '../../src/audit/verify.js';
import { dayOf } from '../../src/domain/zone.js';
import { Engine } from '../../src/engine/engine.js';
import { loadWorkflows, projectWorkflows } from '../../src/engine/load-workflows.js';
import type { EventBody, FileState, Process } from '../../src/engine/model.js';
import { Registry } from '../../src/engine/registry.js';
import { shownState } from '../../src/engine/shown.js';
import { Sweep, type Swept } from '../../src/engine/sweep.js';
import { Vault } from '../../src/engine/vault.js';
import { createPool } from '../../src/platform/database.js';
import { birthdaysOf } from '../../src/register/coming-of-age.js';
import { RegisterDirectory } from '../../src/register/directory.js';
import { lookupOf } from '../../src/register/lookup-of.js';
import { answer } from '../../src/reports/index.js';
import { Actor, type Running } from './actor.js';
import { freshDatabase, type TestDatabase } from './database.js';

export type { Running } from './actor.js';

/** A fact as it stands in the database. */
export interface ToldFact {
  readonly file: string;
  readonly kind: string;
  readonly on: string;
  readonly reason: string | null;
  readonly party: string | null;
  readonly stage: string | null;
  readonly channel: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WorldOptions {
  /** Where the clock stands first, Stockholm time. */
  readonly at: string;
  /** Further folders of workflows, beside the project's own. */
  readonly folders?: readonly string[];
  /** What each workflow is run as; by default as it is. */
  readonly as?: (workflow: Workflow) => Workflow;
}

/** The moment of a wall clock in Stockholm: `2020-01-10T10:00`, or a day (its midnight). */
export const stockholm = (local: string): string =>
  new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds,
  ).toISOString();

/** The process as a casebook and the charts name it. */
export const refOf = ({ file, process }: Running): { readonly ref: string } => ({
  ref: `${file}/${process}`,
});

/**
 * Husrum as it runs, on a database of its own: every workflow, the real gate, registers, look-ups and sweep, and the
 * privileges that the app has. Only the clock is the test's.
 */
export class World {
  private constructor(
    private readonly database: TestDatabase,
    private readonly time: { now: string },
    readonly pool: Pool,
    readonly registry: Registry,
    readonly directory: RegisterDirectory,
    readonly engine: Engine,
  ) {}

  static async open({ at, folders = [], as = (one) => one }: WorldOptions): Promise<World> {
    const { workflows, kinds } = await loadWorkflows([projectWorkflows(), ...folders]);
    const registry = new Registry(workflows.map(as), kinds);
    const database = await freshDatabase('cast');
    const pool = createPool(database.url, { max: 6, options: '-c role=husrum_app' });
    const directory = new RegisterDirectory(pool);
    const time = { now: stockholm(at) };
    const engine = engineOn(pool, registry, directory, { now: () => time.now });
    return new World(database, time, pool, registry, directory, engine);
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
  }

  get now(): string {
    return this.time.now;
  }

  /** Puts the clock to a Stockholm time; nobody sweeps. */
  set(local: string): void {
    this.time.now = stockholm(local);
  }

  /** Puts the clock to an instant. */
  setInstant(instant: string): void {
    this.time.now = instant;
  }

  /** Lets it become a Stockholm time: the server has swept by then. */
  async at(local: string): Promise<void> {
    this.set(local);
    await this.sweep();
  }

  sweep(engine = this.engine): Promise<Swept> {
    const mergers = (until: string) => this.directory.mergersDue(dayOf(until));
    return new Sweep(engine, mergers, birthdaysOf(engine)).run();
  }

  /** Another node on the same database and the same clock. */
  node(): Engine {
    return engineOn(this.pool, this.registry, this.directory, { now: () => this.time.now });
  }

  as(login: string): Actor {
    return new Actor(this, login);
  }

  /** The file as the database has it now. */
  async file(id: string): Promise<FileState> {
    const file = (await this.engine.files.read([id], true)).get(id);
    if (file == null) throw new Error(`there is no file ${id}`);
    return file;
  }

  async process({ file, process }: Running): Promise<Process> {
    const found = (await this.file(file)).processes.find(({ number }) => number === process);
    if (found === undefined) throw new Error(`there is no process ${process} in ${file}`);
    return found;
  }

  /** The state as shown: the primary region's leaf. */
  async state(running: Running): Promise<string> {
    return shownState(this.registry, await this.process(running)).state;
  }

  /** Every leaf as shown, the primary first. */
  async states(running: Running): Promise<readonly string[]> {
    return shownState(this.registry, await this.process(running)).states;
  }

  async context<C extends object>(running: Running): Promise<C> {
    return (await this.process(running)).stored.context as C;
  }

  /** The newest process of a workflow in a file. */
  async last(file: string, workflow: string): Promise<Running> {
    const found = (await this.file(file)).processes.findLast((one) => one.workflow === workflow);
    if (found === undefined) throw new Error(`${file} has no ${workflow}`);
    return { file, process: found.number };
  }

  /** The running deadlines of a process: the day of each, by name. */
  async deadlines({ file, process }: Running): Promise<Readonly<Record<string, string>>> {
    const due = (await this.file(file)).deadlines.filter((one) => one.process === process);
    return Object.fromEntries(due.map(({ name, day }) => [name, day]));
  }

  /** The free flats of the own stock in the order in which they should be offered to a household. */
  async freeFlats(file: string): Promise<readonly { readonly ref: string; readonly rooms: number }[]> {
    const { record, processes } = await this.file(file);
    const nothing = { referenced: null, fresh: new Map<string, unknown>() };
    const request = {
      name: 'freeFacilityDwellings' as const,
      file,
      ...{ record, processes },
      day: dayOf(this.now),
      ...nothing,
    };
    return (await this.engine.ports.lookup.read(request)) as { ref: string; rooms: number }[];
  }

  async events(file: string): Promise<EventBody[]> {
    const { rows } = await this.pool.query<{ body: EventBody }>(
      `select convert_from(canonical, 'UTF8')::jsonb as body from event where file_id = $1 order by seq`,
      [file],
    );
    return rows.map(({ body }) => body);
  }

  /** How much has been written: what must not change by a refusal. */
  async written(): Promise<string> {
    const { rows } = await this.pool.query<{ counts: string }>(
      `select concat_ws(' ', (select count(*) from event), (select count(*) from fact), (select count(*) from deadline),
        (select count(*) from outbox), (select count(*) from sealed), (select count(*) from file_key)) as counts`,
    );
    return rows[0]?.counts ?? '';
  }

  /** Facts that stand, of one kind and (if told) one file, in order of recording. */
  async facts(kind: string, file?: string): Promise<ToldFact[]> {
    const { rows } = await this.pool.query<ToldFact>(
      `select file_id as file, kind, occurred_on::text as "on", reason, party, stage, channel, data from fact
       where kind = $1 and ($2::text is null or file_id = $2) and voided_at is null
       order by recorded_at, file_id, seq, ordinal`,
      [kind, file ?? null],
    );
    return rows;
  }

  /** Messages to people: `<whom> <template>`, in order of file and key. */
  async messages(file: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ told: string }>(
      `select whom || ' ' || template as told from outbox where file_id = $1 order by created_at, key`,
      [file],
    );
    return rows.map(({ told }) => told);
  }

  /** The rows of a report as read inside, on the world's day. */
  async report(name: string, parameters: Readonly<Record<string, string>>) {
    const workflows = this.registry.all().map(({ workflow }) => workflow);
    const source = { pool: this.pool, registers: this.directory, workflows };
    const asking = { today: dayOf(this.now), reader: 'inside' as const, parameters };
    const answered = await answer(source, name, asking);
    if (!answered.ok) throw new Error(JSON.stringify(answered));
    return answered.rows;
  }

  /** Every chain, every event folded again, and all that is derived from them. */
  async verify(): Promise<VerifyResult> {
    const owner = createPool(this.database.url, { max: 1 });
    try {
      return await verify(owner, this.registry, { vault });
    } finally {
      await owner.end();
    }
  }
}

const vault = new Vault(Buffer.alloc(32, 7));

function engineOn(
  pool: Pool,
  registry: Registry,
  directory: RegisterDirectory,
  clock: { now(): string },
): Engine {
  const engine: Engine = new Engine({
    pool,
    registry,
    gate,
    directory,
    vault,
    clock,
    lookup: lookupOf({ pool, vault, directory, registry }, () => engine),
  });
  return engine;
}
