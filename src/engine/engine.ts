import type { Pool } from 'pg';
import type { Command, Done, Prepared } from './command.js';
import { Committer, type Beaten } from './committer.js';
import { faultOf } from './database-faults.js';
import type { Plan, Rules } from './decide.js';
import { FileKeys } from './file-keys.js';
import { FileStore } from './file-store.js';
import { newFileId } from './file-id.js';
import { firstAnswer, takenAt } from './first-answer.js';
import { Lanes } from './lanes.js';
import type { FileState } from './model.js';
import type { Clock, Directory } from './ports.js';
import { prepare } from './prepare.js';
import type { Preparing } from './preparing.js';
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

/** Who was answered once is answered again, also after losing sight of the file. */
const anything = {
  gate: {
    mayAct: () => null,
    mayDecide: () => ({ ok: true as const, line: '' }),
    maySee: () => true,
  },
  directory: { exists: async () => true },
};

/** Makes steps durable: a person's click, the import and the sweep all go through here. */
export class Engine {
  readonly files: FileStore;
  readonly keys: FileKeys;
  readonly thinking: Thinking;
  private readonly committer: Committer;
  private readonly lanes = new Lanes();

  constructor(readonly ports: EnginePorts) {
    this.committer = new Committer(ports.pool, ports.registry);
    this.files = new FileStore(ports.pool);
    this.keys = new FileKeys(ports.pool, ports.vault);
    this.thinking = new Thinking(ports, this.files, ports.pool);
  }

  /**
   * Takes one command: acknowledged only when it is on disk. Refusals are returned, and nothing of them was written; only
   * bugs and outages are thrown, and then the same command, sent again, tells whether it was taken.
   */
  async execute(command: Command): Promise<Done | Refusal> {
    if (this.ports.pool.waitingCount > MOST_WAITING) return refuse('busy', words.busy);
    const lane = command.asked.file ?? command.id;
    const answer = await this.untilFirst(lane, (fresh) => this.attempt(command, fresh));
    return answer === 'again' ? refuse('busy', words.busy) : answer;
  }

  /** What a command would do, other files included; reads fresh and writes nothing. */
  async preview(command: Command): Promise<Plan | Refusal> {
    const prepared = await prepare(this.preparing(true), command);
    return isRefusal(prepared) ? prepared : this.thinking.command(prepared, true);
  }

  /** Delivers one file's due deadlines up to `until`. False when there was nothing to do, or others were always first. */
  async advance(file: string, until: string, importedAt?: string): Promise<boolean> {
    const answer = await this.untilFirst(file, async () => {
      const plan = await this.thinking.advance(file, until, true, importedAt);
      if (isRefusal(plan) || plan.files.length === 0) return false;
      return (await this.write(plan, null)) === null ? true : 'again';
    });
    return answer === true;
  }

  /** What preparing a command asks, files read in a given way. */
  preparingWith(file: (id: string) => Promise<FileState | null>): Preparing {
    const { registry, gate, directory, vault, clock } = this.ports;
    return { registry, gate, directory, vault, keys: this.keys, now: () => clock.now(), file };
  }

  preparing(fresh: boolean): Preparing {
    return this.preparingWith(async (id) => (await this.files.read([id], fresh)).get(id) ?? null);
  }

  /**
   * Tries until nobody else was first. Those of this node who were beaten go one by one, so that they do not beat each
   * other. A connection that was lost leaves open whether the step was written: that is thrown, never answered.
   */
  async untilFirst<T>(lane: string, attempt: (fresh: boolean) => Promise<T | 'again'>): Promise<T | 'again'> {
    let lost: unknown;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (tries > 0) await backOff(tries);
      try {
        const answer = await (tries === 0 ? attempt(false) : this.lanes.take(lane, () => attempt(true)));
        if (answer !== 'again') return answer;
      } catch (error) {
        if (faultOf(error) !== 'again') throw error;
        lost = error;
      }
    }
    if (lost !== undefined) throw lost;
    return 'again';
  }

  private async attempt(command: Command, fresh: boolean): Promise<Done | Refusal | 'again'> {
    const prepared = await prepare(this.preparing(fresh), command);
    if (isRefusal(prepared)) return this.refusedAtOnce(command, prepared, fresh);
    const plan = await this.thinking.command(prepared, fresh);
    if (isRefusal(plan)) return (await firstAnswer(this.ports.pool, prepared)) ?? (fresh ? plan : 'again');
    const fault = await this.write(plan, prepared);
    if (fault === null) return doneOf(plan);
    return fault === 'stale' ? 'again' : ((await firstAnswer(this.ports.pool, prepared)) ?? 'again');
  }

  /** A no that an old copy of a file may have led to is asked again; one to a command taken earlier gives way to its first answer. */
  private async refusedAtOnce(
    command: Command,
    no: Refusal,
    fresh: boolean,
  ): Promise<Done | Refusal | 'again'> {
    if (no.code === 'invalid-data' && no.isOfItsDay !== true) return no;
    if (!fresh) return 'again';
    const { pool, vault } = this.ports;
    const { id, by, asked } = command;
    const file = asked.file ?? newFileId(vault.mac({ command: id, by: by.login }));
    const there = (await this.files.read([file])).get(file) ?? null;
    const at = there && (await takenAt(pool, file, id));
    if (at === null) return no;
    const then = await prepare({ ...this.preparing(true), ...anything, now: () => at }, command);
    return isRefusal(then) ? no : ((await firstAnswer(pool, then)) ?? no);
  }

  private async write(plan: Plan, prepared: Prepared | null): Promise<Beaten | null> {
    const writes = writesOf(plan, prepared);
    let beaten: Beaten | null = null;
    try {
      beaten = await this.committer.commit(writes);
    } finally {
      this.files.forget(writes.map((w) => w.after.id));
    }
    if (beaten !== null) return beaten;
    for (const write of writes) this.written(write);
    if (prepared !== null) this.keys.keep(prepared.fresh);
    await noteIncidents(this.ports.pool, plan, this.ports.clock.now());
    return null;
  }

  /** Keeps what was just written, so that the next step need not read it. */
  written(write: { readonly after: FileState; readonly key?: Buffer }): void {
    this.files.keep(write.after);
    if (write.key !== undefined) this.keys.written(write.after.id, write.key);
  }
}
