import { commit } from './commit.js';
import { faultOf } from './database-faults.js';
import type { Plan } from './decide.js';
import { ENGINE } from './deciding.js';
import type { Engine } from './engine.js';
import { closeIncidents, noteIncident, noteIncidents } from './incidents.js';
import { isRefusal } from './refusals.js';
import { writesOf } from './writes.js';

/** Files whose deadlines are delivered in one commit. */
const FILES_AT_ONCE = 100;
const REMINDERS_AT_ONCE = 500;

/** What one sweep did. */
export interface Swept {
  readonly files: number;
  readonly reminders: number;
  readonly transfers: number;
}

/** A district that ended, and the one its open files go to from `on`. */
export interface Merger {
  readonly from: string;
  readonly to: string;
}

const DUE = `
select file_id, min(due_at) as due_at from (
  select d.file_id, d.due_at from deadline d
  where d.reminded_at is null and d.moves and d.due_at <= $1 and not exists
    (select from incident i where i.file_id = d.file_id and i.closed_at is null and i.next_try > $2)
  order by d.due_at limit $3) as first group by file_id order by 2, 1`;

const REMIND = `
select remind(r.file_id, r.process, r.key, r.due_at, $2, coalesce(r.waits_for, 'system'), 'overdue') as first
from (select d.file_id, d.process, d.key, d.due_at, p.waits_for from deadline d
      join process p on p.file_id = d.file_id and p.number = d.process
      where d.reminded_at is null and not d.moves and d.due_at <= $1 order by d.due_at limit $3) as r`;

/**
 * Delivers what has come due. Any number of nodes may run it at once: it reads without locks and lets the version check of
 * each commit say who was first. A file that a person holds is left for the next sweep; one that cannot be delivered
 * becomes an incident with a later try and blocks nobody.
 */
export class Sweep {
  constructor(
    private readonly engine: Engine,
    private readonly mergers: (day: string) => Promise<readonly Merger[]> = async () => [],
  ) {}

  /** Delivers every deadline due by `until` (default: now), then gives the reminders. */
  async run(until: string = this.engine.ports.clock.now(), importedAt?: string): Promise<Swept> {
    let files = 0;
    for (;;) {
      const due = await this.due(until);
      if (due.length === 0) break;
      const done = await this.deliver(due, until, importedAt);
      files += done;
      if (done === 0) break;
    }
    return {
      files,
      transfers: await this.transfer(until, importedAt),
      reminders: await this.remind(until, importedAt),
    };
  }

  private async due(until: string): Promise<string[]> {
    const now = this.engine.ports.clock.now();
    const { rows } = await this.engine.ports.pool.query<{ file_id: string }>({
      name: 'sweep_due',
      text: DUE,
      values: [until, now, FILES_AT_ONCE],
    });
    return rows.map((row) => row.file_id);
  }

  /** Decides file by file and writes what touches separate files together; what clashes is taken alone. */
  private async deliver(ids: readonly string[], until: string, importedAt?: string): Promise<number> {
    const { pool, registry } = this.engine.ports;
    const plans: Plan[] = [];
    const touched = new Set<string>();
    const alone: string[] = [];
    for (const id of ids) {
      const plan = await this.think(id, until, importedAt);
      if (plan === null) continue;
      if (plan.files.some((f) => touched.has(f.id))) alone.push(id);
      else {
        plan.files.forEach((f) => touched.add(f.id));
        plans.push(plan);
      }
    }
    const writes = plans.flatMap((plan) => writesOf(plan, null));
    try {
      if (writes.length > 0) await commit(pool, registry, writes);
      for (const write of writes) this.engine.written(write);
      for (const plan of plans) await this.noteOrClose(plan);
    } catch (error) {
      this.engine.files.forget(touched);
      if (faultOf(error) === null) throw error;
      alone.push(...plans.map((plan) => plan.files[0]?.id ?? ''));
    }
    for (const id of alone) await this.engine.advance(id, until, importedAt);
    return writes.length + alone.length;
  }

  private async think(id: string, until: string, importedAt?: string): Promise<Plan | null> {
    const { pool, clock } = this.engine.ports;
    try {
      const plan = await this.engine.thinking.advance(id, until, true, importedAt);
      return isRefusal(plan) || plan.files.length === 0 ? null : plan;
    } catch (error) {
      if (faultOf(error) !== null) return null;
      const message = error instanceof Error ? error.name : 'unknown';
      await noteIncident(pool, { file: id, subject: 'file', code: 'error', message }, clock.now());
      return null;
    }
  }

  private async noteOrClose(plan: Plan): Promise<void> {
    const { pool, clock } = this.engine.ports;
    await noteIncidents(pool, plan, clock.now());
    for (const draft of plan.files)
      if (draft.poisoned.length === 0 && draft.events.length > 0)
        await closeIncidents(pool, draft.id, clock.now());
  }

  private async remind(until: string, importedAt?: string): Promise<number> {
    if (importedAt !== undefined) return 0;
    let given = 0;
    for (;;) {
      const { rows } = await this.engine.ports.pool.query<{ first: boolean }>(REMIND, [
        until,
        this.engine.ports.clock.now(),
        REMINDERS_AT_ONCE,
      ]);
      given += rows.filter((row) => row.first).length;
      if (rows.length < REMINDERS_AT_ONCE) return given;
    }
  }

  /** On the day of a merger every open household file of the old district is transferred, as the engine's own step. */
  private async transfer(until: string, importedAt?: string): Promise<number> {
    let moved = 0;
    for (const { from, to } of await this.mergers(until)) {
      const { rows } = await this.engine.ports.pool.query<{ id: string }>(
        `select id from case_file where kind = 'household' and district = $1 order by id`,
        [from],
      );
      for (const { id } of rows) {
        const answer = await this.engine.execute({
          id: `merger:${from}:${to}`,
          by: ENGINE,
          asked: { event: 'transferDistrict', file: id, data: { to } },
          recordedAt: until,
          ...(importedAt === undefined ? {} : { importedAt }),
        });
        if (!isRefusal(answer)) moved++;
      }
    }
    return moved;
  }
}
