import type { Lookups } from '../../workflows/definition.js';
import type { Command, Done, Prepared } from './command.js';
import { commit } from './commit.js';
import type { FileWrite } from './payload.js';
import { faultOf } from './database-faults.js';
import type { Plan } from './decide.js';
import type { Engine } from './engine.js';
import { noteIncidents } from './incidents.js';
import type { FileState } from './model.js';
import type { LookupRequest } from './ports.js';
import { prepare } from './prepare.js';
import { isRefusal, type Refusal } from './refusals.js';
import { Thinking } from './thinking.js';
import { doneOf, writesOf } from './writes.js';

/** How many steps are written together. */
const SIZE = 100;
/** A sealed value larger than this, in bytes, waits for no other step. */
const LARGE = 1_000_000;

/** What a look-up has to find in the database; the household is taken from the step itself, with what it has sealed. */
const READS: Partial<Record<keyof Lookups, 'nothing' | 'its file'>> = {
  household: 'nothing',
  stays: 'its file',
  handlers: 'nothing',
  dwelling: 'nothing',
  carried: 'nothing',
  staysThere: 'nothing',
};

/** One command of a batch and how it was answered. */
export interface BatchItem {
  readonly command: Command;
  readonly answer: Done | Refusal;
}

/** A last look at a step that would be taken; what it returns stands in the way. */
export type Unfit = (plan: Plan, command: Command) => Refusal | null;

interface Pending {
  readonly plan: Plan;
  /** Takes it once more, by itself, after a commit that failed. */
  readonly again: () => Promise<unknown>;
}

/**
 * Takes commands and deadlines in order. Each is decided on the files as the earlier ones left them and written with up
 * to a hundred others in one commit. An answer counts only once `flush` has resolved: if somebody else was in one of the
 * files by then, all are taken again one by one, and `retaken` has how each command was answered that time.
 */
export class Batch {
  /** Answers that take the place of those that `take` gave; whoever reads them empties the list. */
  readonly retaken: BatchItem[] = [];
  /** How often pending steps have been sent to the database. */
  flushes = 0;
  private readonly over = new Map<string, FileState>();
  private pending: Pending[] = [];
  private readonly writes = new Map<string, FileWrite>();
  /** What was sealed by the steps not yet written is as fresh as what the present one seals. */
  private fresh = new Map<string, unknown>();

  private readonly thinking: Thinking;

  constructor(
    private readonly engine: Engine,
    private readonly unfit: Unfit = () => null,
  ) {
    const { ports, files } = engine;
    const { lookup } = ports;
    // A deadline brings nothing of its own, and may need what the commands before it have sealed.
    const unwritten = (request: LookupRequest) =>
      request.fresh.size > 0 ? request : { ...request, fresh: this.fresh };
    const read = (request: LookupRequest) =>
      this.whenWritten(request).then(() => lookup.read(unwritten(request)));
    const now = (request: LookupRequest) => lookup.now(unwritten(request));
    this.thinking = new Thinking({ ...ports, lookup: { now, read } }, files, ports.pool);
  }

  /** The answer, provided that `flush` succeeds. */
  async take(command: Command): Promise<Done | Refusal> {
    const preparing = this.engine.preparingWith((id) => this.file(id));
    const keys = { forSealing: (file: string, isNew: boolean) => this.keyFor(file, isNew) };
    const read = await prepare(
      {
        ...preparing,
        keys: keys as typeof preparing.keys,
        // What was sealed a moment ago is written before it is read.
        unseal: async (file, digests) => {
          if (this.over.has(file)) await this.flush();
          return this.engine.keys.unseal(file, digests);
        },
      },
      command,
    );
    if (isRefusal(read)) return this.alone(command);
    const prepared = { ...read, fresh: this.sealing(read.fresh) };
    const plan = await this.thinking.command(prepared, false, this.over);
    // A look-up may have had everything before this command written, and forgotten.
    this.sealing(read.fresh);
    if (isRefusal(plan)) return this.alone(command);
    const unfit = this.unfit(plan, command);
    if (unfit !== null) return unfit;
    const again = async () => this.retaken.push({ command, answer: await this.engine.execute(command) });
    await this.add(plan, prepared, again);
    return doneOf(plan);
  }

  private sealing(fresh: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
    for (const [digest, value] of fresh) this.fresh.set(digest, value);
    return this.fresh;
  }

  /** Delivers one file's due deadlines up to `until`; one that cannot be delivered becomes an incident. */
  async advance(file: string, until: string, importedAt?: string): Promise<void> {
    const plan = await this.thinking.advance(file, until, false, importedAt, this.over);
    if (isRefusal(plan) || plan.files.length === 0) return;
    await this.add(plan, null, () => this.engine.advance(file, until, importedAt));
  }

  /** Takes a command by itself, after what is pending: its answer counts at once. */
  async alone(command: Command): Promise<Done | Refusal> {
    await this.flush();
    return this.engine.execute(command);
  }

  /** A file as the commands taken so far leave it; null when there is none. */
  async file(id: string): Promise<FileState | null> {
    return this.over.get(id) ?? (await this.engine.files.read([id])).get(id) ?? null;
  }

  /** The files that differ from those in the database, as the commands taken so far leave them. */
  changed(): IterableIterator<FileState> {
    return this.over.values();
  }

  /** Whether what is pending brings a word by which its file is found. */
  seals(term: Buffer): boolean {
    return [...this.writes.values()].some(({ terms }) => terms.some(({ word }) => word.equals(term)));
  }

  /** Writes what is pending. */
  async flush(): Promise<void> {
    const pending = this.pending;
    const writes = [...this.writes.values()];
    const { fresh } = this;
    this.pending = [];
    this.writes.clear();
    this.over.clear();
    this.fresh = new Map();
    if (pending.length === 0) return;
    this.flushes++;
    const { pool, clock } = this.engine.ports;
    this.engine.files.forget(writes.map((w) => w.after.id));
    if (await this.written(writes)) {
      for (const write of writes) this.engine.written(write);
      this.engine.keys.keep(fresh);
      for (const { plan } of pending) await noteIncidents(pool, plan, clock.now());
    } else for (const { again } of pending) await again();
  }

  /** False when somebody else was first, or when it is not known. */
  private async written(writes: readonly FileWrite[]): Promise<boolean> {
    const { pool, registry } = this.engine.ports;
    try {
      await commit(pool, registry, writes);
      return true;
    } catch (error) {
      if (faultOf(error) === null) throw error;
      return false;
    }
  }

  /** A key made earlier in this batch is not in the database yet. */
  private async keyFor(file: string, isNew: boolean) {
    const wrapped = this.writes.get(file)?.key;
    if (wrapped !== undefined) return { key: this.engine.ports.vault.unwrap(wrapped) };
    return this.engine.keys.forSealing(file, isNew);
  }

  /** A look-up reads the database: what it may depend on has to be there first. */
  private async whenWritten({ name, file }: LookupRequest): Promise<void> {
    const reads = READS[name] ?? 'every file';
    if (reads === 'every file' || (reads === 'its file' && this.over.has(file))) await this.flush();
  }

  private async add(plan: Plan, prepared: Prepared | null, again: Pending['again']): Promise<void> {
    this.pending.push({ plan, again });
    for (const write of writesOf(plan, prepared)) {
      this.over.set(write.after.id, write.after);
      const earlier = this.writes.get(write.after.id);
      this.writes.set(write.after.id, earlier === undefined ? write : joined(earlier, write));
    }
    const isLarge = prepared?.sealed.some(({ ciphertext }) => ciphertext.length > LARGE) ?? false;
    if (this.pending.length >= SIZE || isLarge) await this.flush();
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
    // Who sent the later step was let through by what the earlier one made of the file.
    ...(one.actor === undefined ? {} : { actor: one.actor }),
  };
}
