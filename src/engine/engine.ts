import type { Pool } from 'pg';
import { Batch } from './batch.js';
import type { Command, Done, Prepared } from './command.js';
import { commit } from './commit.js';
import { faultOf } from './database-faults.js';
import type { Plan, Rules } from './decide.js';
import { FileKeys } from './file-keys.js';
import { FileStore } from './file-store.js';
import { firstAnswer } from './first-answer.js';
import type { FileState } from './model.js';
import type { Clock, Directory } from './ports.js';
import { prepare, type Preparing } from './prepare.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { Thinking } from './thinking.js';
import { backOff } from '../platform/back-off.js';
import type { Vault } from './vault.js';
import { words } from './words.js';
import { doneOf, writesOf } from './writes.js';
import { noteIncidents } from './incidents.js';

/** What the engine needs to run. */
export interface EnginePorts extends Rules {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly vault: Vault;
}

const MOST_TRIES = 12;
/** Calls that may wait for a connection before the engine says that it is busy. */
const MOST_WAITING = 400;

/** Makes steps durable: a person's click, the import and the sweep all go through here. */
export class Engine {
  readonly files: FileStore;
  readonly keys: FileKeys;
  readonly thinking: Thinking;
  private readonly preparing: Preparing;

  constructor(readonly ports: EnginePorts) {
    this.files = new FileStore(ports.pool);
    this.keys = new FileKeys(ports.pool, ports.vault);
    this.thinking = new Thinking(ports, this.files, ports.pool);
    this.preparing = this.preparingWith(async (id) => (await this.files.read([id])).get(id) ?? null);
  }

  /** Takes one command: acknowledged only when it is on disk. Refusals are returned; only bugs and outages are thrown. */
  async execute(command: Command): Promise<Done | Refusal> {
    if (this.ports.pool.waitingCount > MOST_WAITING) return refuse('busy', words.busy);
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      if (attempt > 0) await backOff(attempt);
      const answer = await this.attempt(command, attempt > 0);
      if (answer !== 'again') return answer;
    }
    return refuse('busy', words.busy);
  }

  /** What a command would do, other files included; reads fresh and writes nothing. */
  async preview(command: Command): Promise<Plan | Refusal> {
    const prepared = await prepare(this.preparing, command);
    return isRefusal(prepared) ? prepared : this.thinking.command(prepared, true);
  }

  /** Delivers one file's due deadlines up to `until`. False when there was nothing to do. */
  async advance(file: string, until: string, importedAt?: string): Promise<boolean> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      if (attempt > 0) await backOff(attempt);
      const plan = await this.thinking.advance(file, until, true, importedAt);
      if (isRefusal(plan) || plan.files.length === 0) return false;
      if ((await this.write(plan, null)) === null) return true;
    }
    return false;
  }

  /** Takes many commands in order, written together by the hundred. Each has its own answer; one refused leaves nothing. */
  batch(): Batch {
    return new Batch(this);
  }

  preparingWith(file: (id: string) => Promise<FileState | null>): Preparing {
    const { registry, gate, directory, vault, clock } = this.ports;
    return { registry, gate, directory, vault, keys: this.keys, now: () => clock.now(), file };
  }

  private async attempt(command: Command, fresh: boolean): Promise<Done | Refusal | 'again'> {
    try {
      if (fresh && 'file' in command.asked && command.asked.file !== undefined)
        await this.files.read([command.asked.file], true);
      const prepared = await prepare(this.preparing, command);
      if (isRefusal(prepared)) return prepared.code === 'not-found' && !fresh ? 'again' : prepared;
      const plan = await this.thinking.command(prepared, fresh);
      if (isRefusal(plan)) return (await firstAnswer(this.ports.pool, prepared)) ?? (fresh ? plan : 'again');
      const fault = await this.write(plan, prepared);
      if (fault === null) return doneOf(plan);
      return fault === 'stale' ? 'again' : ((await firstAnswer(this.ports.pool, prepared)) ?? 'again');
    } catch (error) {
      if (faultOf(error) === null) throw error;
      return 'again';
    }
  }

  private async write(plan: Plan, prepared: Prepared | null): Promise<ReturnType<typeof faultOf>> {
    const writes = writesOf(plan, prepared);
    try {
      await commit(this.ports.pool, this.ports.registry, writes);
    } catch (error) {
      const fault = faultOf(error);
      this.files.forget(writes.map((w) => w.after.id));
      if (fault === null) throw error;
      return fault;
    }
    for (const write of writes) this.written(write);
    await noteIncidents(this.ports.pool, plan, this.ports.clock.now());
    return null;
  }

  /** Keeps what was just written, so that the next step need not read it. */
  written(write: { readonly after: FileState; readonly key?: Buffer }): void {
    this.files.keep(write.after);
    if (write.key !== undefined) this.keys.written(write.after.id, write.key);
  }
}
