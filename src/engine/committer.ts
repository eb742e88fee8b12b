import type { Pool } from 'pg';
import { commit, write } from './commit.js';
import { faultOf, isOutage } from './database-faults.js';
import { payload, type FileWrite } from './payload.js';
import type { Registry } from './registry.js';

/** Commits under way at once; what comes meanwhile is written together by the next. */
const AT_ONCE = 2;
/** Steps in one commit: each has a savepoint of its own, of which PostgreSQL keeps 64 at hand. */
const MOST_TOGETHER = 32;

/** Why a step was not written: somebody was first, or this command is in the file already. */
export type Beaten = 'stale' | 'repeated';

interface Waiting {
  readonly write: FileWrite;
  readonly answer: (beaten: Beaten | null) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Writes the steps of many callers. Each step is all or nothing by itself and is answered only when it is on disk; steps
 * of single files that come while others are being written share one commit, so that a busy node waits for the disk once
 * for many. A step over several files goes alone.
 */
export class Committer {
  private waiting: Waiting[] = [];
  private underWay = 0;

  constructor(
    private readonly pool: Pool,
    private readonly registry: Registry,
  ) {}

  /** Null when written; else who was first. Throws everything else, a lost connection too. */
  async commit(writes: readonly FileWrite[]): Promise<Beaten | null> {
    const [only, ...more] = writes;
    if (only === undefined) return null;
    if (more.length > 0) return settled(commit(this.pool, this.registry, writes));
    return new Promise<Beaten | null>((answer, fail) => {
      this.waiting.push({ write: only, answer, fail });
      this.next();
    });
  }

  private next(): void {
    if (this.underWay >= AT_ONCE || this.waiting.length === 0) return;
    const together = this.take();
    this.underWay++;
    void this.together(together).finally(() => {
      this.underWay--;
      this.next();
    });
  }

  /** The steps that waited longest, one of each file, in the order in which files are always locked. */
  private take(): Waiting[] {
    const files = new Set<string>();
    const taken: Waiting[] = [];
    this.waiting = this.waiting.filter((one) => {
      if (taken.length === MOST_TOGETHER || files.has(one.write.after.id)) return true;
      files.add(one.write.after.id);
      taken.push(one);
      return false;
    });
    return taken.sort((a, b) => (a.write.after.id < b.write.after.id ? -1 : 1));
  }

  /** One that cannot be written at all would take the others along: then each goes alone. */
  private async together(steps: readonly Waiting[]): Promise<void> {
    try {
      const beaten = await (steps.length === 1 ? this.alone(steps[0] as Waiting) : this.many(steps));
      steps.forEach((step, index) => step.answer(beaten[index] ?? null));
    } catch (error) {
      if (steps.length === 1 || isOutage(error)) steps.forEach((step) => step.fail(error));
      else for (const step of steps) await this.together([step]);
    }
  }

  private async alone(step: Waiting): Promise<(Beaten | null)[]> {
    return [await settled(commit(this.pool, this.registry, [step.write]))];
  }

  private async many(steps: readonly Waiting[]): Promise<(Beaten | null)[]> {
    const payloads = steps.map((step) => payload(this.registry, step.write));
    try {
      const query = {
        name: 'commit_each',
        text: 'select commit_each($1) as faults',
        values: [JSON.stringify(payloads)],
      };
      const { rows } = await write(this.pool, query);
      const [row] = rows as { faults: (Beaten | '')[] }[];
      return (row?.faults ?? []).map((fault) => (fault === '' ? null : fault));
    } catch (error) {
      const beaten = beatenBy(error);
      return steps.map(() => beaten);
    }
  }
}

async function settled(done: Promise<void>): Promise<Beaten | null> {
  try {
    await done;
    return null;
  } catch (error) {
    return beatenBy(error);
  }
}

function beatenBy(error: unknown): Beaten {
  const fault = faultOf(error);
  if (fault === 'stale' || fault === 'repeated') return fault;
  throw error;
}
