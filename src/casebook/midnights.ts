import type { Pool } from 'pg';
import type { Day, Instant } from '../../workflows/definition.js';
import { addDays, daysBetween } from '../domain/days.js';
import { dayOf, midnight } from '../domain/zone.js';
import type { Batch } from '../engine/batch.js';
import type { FileState } from '../engine/model.js';
import type { Grown, Sweep } from '../engine/sweep.js';
import type { Merger } from '../register/districts.js';

/** Files with a deadline due, the earliest of each; those with an incident whose next try is later are left alone. */
const DUE = `
select d.file_id as file, min(d.due_at) as at from deadline d
where d.reminded_at is null and d.moves and d.due_at <= $1 and not exists
  (select from incident i where i.file_id = d.file_id and i.closed_at is null and i.next_try > $2)
group by d.file_id`;

/** What bringing every file up to a moment needs. */
export interface MidnightPorts {
  readonly pool: Pool;
  /** Takes the mergers of districts, and knows who turns 18. */
  readonly sweep: Pick<Sweep, 'run' | 'grown' | 'birthdays'>;
  /** Every merger of districts that has taken place by a day. */
  mergersDue(day: Day): Promise<readonly Merger[]>;
}

interface Due {
  readonly file: string;
  readonly at: Instant;
}

interface Midnight {
  readonly at: Instant;
  readonly merger: boolean;
  readonly grown: readonly Grown[];
  readonly files: readonly Due[];
}

/**
 * Brings all files up to a moment, one midnight after the other, since deadlines and mergers fall at midnight only: what
 * falls on one day is delivered everywhere before what falls on the next.
 */
export class Midnights {
  private day: Day = '';
  private mergedUntil: Instant = '';
  private grown: readonly Grown[] = [];
  private read: { readonly flushes: number; readonly until: Instant; readonly due: readonly Due[] } | null =
    null;

  /** @param importedAt gives the moment of the import, which stands in the events beside that when each fell due. */
  constructor(
    private readonly ports: MidnightPorts,
    private readonly batch: Batch,
    private readonly importedAt: () => Instant,
  ) {}

  async reach(moment: Instant): Promise<void> {
    if (dayOf(moment) === this.day) return;
    const tried = new Set<string>();
    this.grown = await this.birthdays(dayOf(moment));
    for (let due = await this.due(moment, tried); due !== null; due = await this.due(moment, tried)) {
      for (const { file, at } of due.files) {
        tried.add(`${file} ${at}`);
        await this.batch.advance(file, at, this.importedAt());
      }
      for (const one of due.grown) await this.grow(one, due.at);
      if (due.merger) await this.merge(due.at);
    }
    this.day = dayOf(moment);
  }

  /** What falls on the next midnight on which anything does, in order of files. */
  private async due(until: Instant, tried: ReadonlySet<string>): Promise<Midnight | null> {
    const files = (await this.files(until)).filter(({ file, at }) => !tried.has(`${file} ${at}`));
    const merger = await this.nextMerger(until);
    const grown = this.grown.map(({ on }) => midnight(on));
    const at = [...files.map((one) => one.at), ...grown, ...(merger === undefined ? [] : [merger])].sort()[0];
    if (at === undefined) return null;
    const falling = files.filter((one) => one.at === at);
    return {
      at,
      merger: merger === at,
      grown: this.grown.filter(({ on }) => midnight(on) === at),
      files: falling.sort((one, other) => (one.file < other.file ? -1 : 1)),
    };
  }

  /** What the database has due, and in its place what the batch has not written yet. */
  private async files(until: Instant): Promise<Due[]> {
    const kept = await this.inDatabase(until);
    const changed = new Map([...this.batch.changed()].map((file) => [file.id, nextDue(file)]));
    const due = kept.filter(({ file }) => !changed.has(file));
    for (const [file, at] of changed) if (at !== undefined && at <= until) due.push({ file, at });
    return due;
  }

  /** Read anew only when something was written since. */
  private async inDatabase(until: Instant): Promise<readonly Due[]> {
    const { flushes } = this.batch;
    if (this.read?.flushes === flushes && this.read.until === until) return this.read.due;
    const query = { name: 'files_due', text: DUE, values: [until, this.importedAt()] };
    const { rows } = await this.ports.pool.query<{ file: string; at: Date }>(query);
    const due = rows.map(({ file, at }) => ({ file, at: at.toISOString() }));
    this.read = { flushes, until, due };
    return due;
  }

  private async nextMerger(until: Instant): Promise<Instant | undefined> {
    const mergers = await this.ports.mergersDue(dayOf(until));
    return mergers.map(({ on }) => midnight(on)).find((at) => at > this.mergedUntil && at <= until);
  }

  /** Who turns 18 from the day after the last one reached on. */
  private async birthdays(until: Day): Promise<readonly Grown[]> {
    const { birthdays } = this.ports.sweep;
    if (birthdays === null || this.day === '' || until <= this.day) return [];
    const days = Array.from({ length: daysBetween(this.day, until) }, (_, n) => addDays(this.day, n + 1));
    if (days.some((day) => this.batch.seals(birthdays.termOf(day)))) await this.batch.flush();
    return birthdays.on(days);
  }

  private async grow(one: Grown, at: Instant): Promise<void> {
    this.grown = this.grown.filter((other) => other !== one);
    await this.batch.flush();
    await this.ports.sweep.grown(one, at, this.importedAt());
  }

  private async merge(at: Instant): Promise<void> {
    await this.batch.flush();
    await this.ports.sweep.run(at, this.importedAt());
    this.mergedUntil = at;
    this.read = null;
  }
}

function nextDue({ deadlines }: FileState): Instant | undefined {
  return deadlines
    .filter(({ moves }) => moves)
    .map(({ at }) => at)
    .sort()[0];
}
