import type { Pool } from 'pg';
import { commit } from './commit.js';
import { nextTurn } from '../platform/back-off.js';
import { faultOf, isOutage, MovedOn } from './database-faults.js';
import type { FileWrite } from './payload.js';
import type { Registry } from './registry.js';

/** Commits under way at once; what comes meanwhile is written together by the next. */
const AT_ONCE = 2;
/** Steps in one commit. */
const MOST_TOGETHER = 32;

/** Why a step was not written: somebody was first, or this command is in the file already. */
export type Beaten = 'stale' | 'repeated';

interface Waiting {
  readonly writes: readonly FileWrite[];
  readonly answer: (beaten: Beaten | null) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Writes the steps of many callers. Each step is all or nothing by itself and is answered only when it is on disk; steps
 * that come while others are being written share one commit, if they are in other files, so that a busy node waits for the
 * disk once for many.
 */
export class Committer {
  private waiting: Waiting[] = [];
  private underWay = 0;
  /** Steps in the commits under way. */
  private inHand = 0;
  private called = false;

  constructor(
    private readonly pool: Pool,
    private readonly registry: Registry,
  ) {}

  /** Null when written; else who was first. Throws everything else, a lost connection too. */
  async commit(writes: readonly FileWrite[]): Promise<Beaten | null> {
    if (writes.length === 0) return null;
    return new Promise<Beaten | null>((answer, fail) => {
      this.waiting.push({ writes, answer, fail });
      this.soon();
    });
  }

  /** Callers that were answered together come back together: those of one turn share a commit. */
  private soon(): void {
    if (this.called) return;
    this.called = true;
    void nextTurn().then(() => {
      this.called = false;
      this.next();
    });
  }

  private next(): void {
    if (this.underWay >= AT_ONCE || this.waiting.length === 0) return;
    const steps = this.take();
    this.underWay++;
    this.inHand += steps.length;
    void this.together(steps).finally(() => {
      this.underWay--;
      this.inHand -= steps.length;
      this.soon();
    });
    this.next();
  }

  /** The steps that waited longest, no two in the same file: an even share, so that the others compute meanwhile. */
  private take(): Waiting[] {
    const most = Math.min(MOST_TOGETHER, Math.ceil((this.waiting.length + this.inHand) / AT_ONCE));
    const files = new Set<string>();
    const taken: Waiting[] = [];
    this.waiting = this.waiting.filter((one) => {
      if (taken.length === most || one.writes.some((w) => files.has(w.after.id))) return true;
      for (const { after } of one.writes) files.add(after.id);
      taken.push(one);
      return false;
    });
    return taken;
  }

  private async together(steps: readonly Waiting[]): Promise<void> {
    if (steps.length === 0) return;
    const writes = steps.flatMap((step) => step.writes);
    try {
      await commit(this.pool, this.registry, writes);
      for (const step of steps) step.answer(null);
    } catch (error) {
      await this.failed(steps, error);
    }
  }

  /** One in whose files somebody was first holds the others up, and so does one that cannot be written: they go without it. */
  private async failed(steps: readonly Waiting[], error: unknown): Promise<void> {
    if (error instanceof MovedOn) {
      const behind = steps.filter((step) => step.writes.some((w) => error.files.includes(w.after.id)));
      for (const step of behind) step.answer('stale');
      return this.together(steps.filter((step) => !behind.includes(step)));
    }
    if (steps.length > 1 && !isOutage(error)) {
      for (const step of steps) await this.together([step]);
      return;
    }
    const fault = faultOf(error);
    for (const step of steps)
      if (fault === 'stale' || fault === 'repeated') step.answer(fault);
      else step.fail(error);
  }
}
