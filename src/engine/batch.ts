import type { Command, Prepared } from './command.js';
import { commit, type FileWrite } from './commit.js';
import { faultOf } from './database-faults.js';
import type { Plan } from './decide.js';
import { doneOf, type Done, type Engine } from './engine.js';
import type { FileState } from './model.js';
import { nextState } from './next-state.js';
import { prepare } from './prepare.js';
import { isRefusal, type Refusal } from './refusals.js';
import { writesOf } from './writes.js';
import { noteIncidents } from './incidents.js';

/** How many steps are written together. */
const SIZE = 100;

/** One command of a batch and how it was answered. */
export interface BatchItem {
  readonly command: Command;
  readonly answer: Done | Refusal;
}

interface Pending {
  readonly command: Command;
  readonly plan: Plan;
  readonly prepared: Prepared;
}

/**
 * Takes commands in order. Each is decided on the files as the earlier ones left them and written with up to a hundred
 * others in one commit; if somebody else was in one of the files, they are taken again one by one. An answer counts
 * only once `flush` has resolved.
 */
export class Batch {
  private readonly over = new Map<string, FileState>();
  private pending: Pending[] = [];
  private readonly writes = new Map<string, FileWrite>();

  constructor(private readonly engine: Engine) {}

  async take(command: Command): Promise<Done | Refusal> {
    const preparing = this.engine.preparingWith(async (id) => this.over.get(id) ?? (await this.read(id)));
    const keys = { forSealing: (file: string, isNew: boolean) => this.keyFor(file, isNew) };
    const prepared = await prepare({ ...preparing, keys: keys as typeof preparing.keys }, command);
    if (isRefusal(prepared)) return this.alone(command);
    const overlay = { files: this.over, flush: () => this.flush() };
    const plan = await this.engine.thinking.command(prepared, false, overlay);
    if (isRefusal(plan)) return this.alone(command);
    this.add(plan, prepared, command);
    if (this.pending.length >= SIZE) await this.flush();
    return doneOf(plan);
  }

  /** Writes what is pending. */
  async flush(): Promise<void> {
    const pending = this.pending;
    const writes = [...this.writes.values()];
    this.pending = [];
    this.writes.clear();
    this.over.clear();
    if (pending.length === 0) return;
    try {
      await commit(this.engine.ports.pool, this.engine.ports.registry, writes);
      for (const write of writes) this.engine.written(write);
      for (const { plan } of pending)
        await noteIncidents(this.engine.ports.pool, plan, this.engine.ports.clock.now());
    } catch (error) {
      this.engine.files.forget(writes.map((w) => w.after.id));
      if (faultOf(error) === null) throw error;
      for (const { command } of pending) await this.engine.execute(command);
    }
  }

  /** A refusal is given only after a fresh look: written first, then asked alone. */
  private async alone(command: Command): Promise<Done | Refusal> {
    await this.flush();
    return this.engine.execute(command);
  }

  private async read(id: string): Promise<FileState | null> {
    return (await this.engine.files.read([id])).get(id) ?? null;
  }

  /** A key made earlier in this batch is not in the database yet. */
  private async keyFor(file: string, isNew: boolean) {
    const wrapped = this.writes.get(file)?.key;
    if (wrapped !== undefined) return { key: this.engine.ports.vault.unwrap(wrapped) };
    return this.engine.keys.forSealing(file, isNew);
  }

  private add(plan: Plan, prepared: Prepared, command: Command): void {
    this.pending.push({ command, plan, prepared });
    for (const draft of plan.files) this.over.set(draft.id, nextState(draft));
    for (const write of writesOf(plan, prepared)) {
      const earlier = this.writes.get(write.after.id);
      this.writes.set(write.after.id, earlier === undefined ? write : joined(earlier, write));
    }
  }
}

function joined(one: FileWrite, next: FileWrite): FileWrite {
  const key = one.key ?? next.key;
  return {
    before: one.before,
    after: next.after,
    events: [...one.events, ...next.events],
    facts: [...one.facts, ...next.facts],
    outbox: [...one.outbox, ...next.outbox],
    sealed: [...one.sealed, ...next.sealed],
    terms: [...one.terms, ...next.terms],
    ...(key === undefined ? {} : { key }),
  };
}
