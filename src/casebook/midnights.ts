import type { Pool } from 'pg';
import type { Day, Instant } from '../../workflows/definition.js';
import { dayOf, midnight } from '../domain/zone.js';
import type { Batch } from '../engine/batch.js';
import type { FileState } from '../engine/model.js';
import type { Sweep } from '../engine/sweep.js';
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
  /** Takes the mergers of districts. */
  readonly sweep: Pick<Sweep, 'run'>;
  /** Every merger of districts that has taken place by a day. */
  mergersDue(day: Day): Promise<readonly Merger[]>;
}

interface Due {
  readonly file: string;
  readonly at: Instant;
}

/**
 * Brings all files up to a moment, one midnight after the other, since deadlines and mergers fall at midnight only: what
 * falls on one day is delivered everywhere before what falls on the next.
 */
export class Midnights {
  private day: Day = '';
  private mergedUntil: Instant = '';

  /** @param importedAt the present moment, which stands in the events beside the moment when each fell due. */
  constructor(
    private readonly ports: MidnightPorts,
    private readonly batch: Batch,
    private readonly importedAt: Instant,
  ) {}

  async reach(moment: Instant): Promise<void> {
    if (dayOf(moment) === this.day) return;
    const tried = new Set<string>();
    for (;;) {
      const due = (await this.due(moment)).filter(({ file, at }) => !tried.has(`${file} ${at}`));
      const merger = await this.nextMerger(moment);
      const next = [...due.map(({ at }) => at), ...(merger === undefined ? [] : [merger])].sort()[0];
      if (next === undefined) break;
      for (const { file, at } of due.filter((one) => one.at === next)) {
        tried.add(`${file} ${at}`);
        await this.batch.advance(file, at, this.importedAt);
      }
      if (next === merger) await this.merge(merger);
    }
    this.day = dayOf(moment);
  }

  /** In order of files: what the database has, and in its place what the batch has not written yet. */
  private async due(until: Instant): Promise<Due[]> {
    const changed = new Map([...this.batch.changed()].map((file) => [file.id, nextDue(file)]));
    const query = { name: 'files_due', text: DUE, values: [until, this.importedAt] };
    const { rows } = await this.ports.pool.query<{ file: string; at: Date }>(query);
    const kept = rows.filter(({ file }) => !changed.has(file));
    const found = kept.map(({ file, at }) => ({ file, at: at.toISOString() }));
    for (const [file, at] of changed) if (at !== undefined && at <= until) found.push({ file, at });
    return found.sort((one, other) => (one.file < other.file ? -1 : 1));
  }

  private async nextMerger(until: Instant): Promise<Instant | undefined> {
    const mergers = await this.ports.mergersDue(dayOf(until));
    return mergers.map(({ on }) => midnight(on)).find((at) => at > this.mergedUntil && at <= until);
  }

  private async merge(at: Instant): Promise<void> {
    await this.batch.flush();
    await this.ports.sweep.run(at, this.importedAt);
    this.mergedUntil = at;
  }
}

function nextDue({ deadlines }: FileState): Instant | undefined {
  return deadlines
    .filter(({ moves }) => moves)
    .map(({ at }) => at)
    .sort()[0];
}
