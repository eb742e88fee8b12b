import type { Pool } from 'pg';
import { answersFor, type Answered } from './answers.js';
import type { Prepared } from './command.js';
import { answering, decide, decideAdvance, type Need, type Plan, type Rules } from './decide.js';
import type { FileStore } from './file-store.js';
import type { FileState, Person } from './model.js';
import { isRefusal, type Refusal } from './refusals.js';
import type { World } from './step-draft.js';

/** Asks `decide` until it has read what it needs. */
export class Thinking {
  constructor(
    private readonly rules: Rules,
    private readonly files: FileStore,
    readonly pool: Pool,
  ) {}

  /** `fresh`: reads past the cache. `over`: files changed by earlier commands of a batch, not written yet. */
  async command(prepared: Prepared, fresh: boolean, over?: Overlay): Promise<Plan | Refusal> {
    const files =
      prepared.newFile && !fresh
        ? new Map<string, FileState | null>([[prepared.file, null]])
        : await this.files.read([prepared.file], fresh);
    const asked = notBefore(over?.get(prepared.file) ?? files.get(prepared.file), prepared);
    const plan = await this.think((world) => decide(world, asked, this.rules), files, fresh, over);
    if (fresh || isRefusal(plan) || (await this.isCurrent(plan, files, over))) return plan;
    return this.command(prepared, true, over);
  }

  /** Whether what a step only read is still as the cache has it: a commit compares the versions of what it writes. */
  private async isCurrent(
    plan: Plan,
    files: ReadonlyMap<string, FileState | null>,
    over?: Overlay,
  ): Promise<boolean> {
    const written = new Set(plan.files.map((draft) => draft.id));
    const read = [...files.values()].flatMap((f) =>
      f === null || written.has(f.id) || over?.has(f.id) ? [] : [f],
    );
    if (read.length === 0) return true;
    const now = await this.files.read(
      read.map((f) => f.id),
      true,
    );
    return read.every((f) => now.get(f.id)?.version === f.version);
  }

  advance(
    file: string,
    until: string,
    fresh: boolean,
    importedAt?: string,
    over?: Overlay,
  ): Promise<Plan | Refusal> {
    return this.think(
      (world) => decideAdvance(world, file, until, this.rules, importedAt),
      new Map(),
      fresh,
      over,
    );
  }

  /** Every event that the person may see of a file, each with its answer. */
  answers(file: FileState, person: Person, now: string): Promise<Answered[]> {
    const ask = (world: World) => answering(() => answersFor(world, file, person, now, this.rules));
    return this.think(ask, new Map([[file.id, file]]), false);
  }

  private async think<T extends object>(
    ask: (world: World) => T | { readonly need: Need },
    files: Map<string, FileState | null>,
    fresh: boolean,
    over?: Overlay,
  ): Promise<T> {
    const known = new Map<string, unknown>();
    for (const [id, file] of over ?? []) files.set(id, file);
    for (;;) {
      const answer = ask({ files, known });
      if (!('need' in answer)) return answer;
      await this.read(answer.need, files, known, fresh);
    }
  }

  private async read(
    need: Need,
    files: Map<string, FileState | null>,
    known: Map<string, unknown>,
    fresh: boolean,
  ): Promise<void> {
    if ('file' in need) {
      const found = await this.files.read([need.file], fresh);
      files.set(need.file, found.get(need.file) ?? null);
      return;
    }
    known.set(need.key, await this.rules.lookup.read(need.lookup));
  }
}

/** Files as earlier commands of a batch left them. */
export type Overlay = ReadonlyMap<string, FileState>;

/** What happens now happens after what the file has recorded: a node whose clock is behind goes by the file. */
function notBefore(file: FileState | null | undefined, command: Prepared): Prepared {
  const { occurredAt, recordedAt, importedAt } = command;
  const now = importedAt === undefined && occurredAt === recordedAt;
  if (file == null || !now || file.recordedAt <= recordedAt) return command;
  return { ...command, occurredAt: file.recordedAt, recordedAt: file.recordedAt };
}
