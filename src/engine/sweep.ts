import { addDays, daysBetween } from '../domain/days.js';
import { dayOf, midnight } from '../domain/zone.js';
import { commit } from './commit.js';
import { faultOf, isOutage } from './database-faults.js';
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

/** A child of an open household who turns 18 on a day. */
export interface Grown {
  readonly file: string;
  readonly ref: string;
  readonly on: string;
}

/** Who turns 18 on some days, the earliest first; and what the files of those are found by. */
export interface Birthdays {
  on(days: readonly string[]): Promise<readonly Grown[]>;
  termOf(day: string): Buffer;
}

/** A district that ended, and the one its open files go to from `on`. */
export interface Merger {
  readonly from: string;
  readonly to: string;
}

/** How far back the first look for birthdays goes, and the longest one, in days. */
const FIRST_LOOK = 1;
const LONGEST_LOOK = 400;
const SEEN_TO = 'came-of-age-until';
const KEEP_SEEN_TO = `
insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`;

const DUE = `
select file_id, min(due_at) as due_at from (
  select d.file_id, d.due_at from deadline d
  where d.reminded_at is null and d.moves and d.due_at <= $1 and not exists
    (select from incident i where i.file_id = d.file_id and i.closed_at is null and i.next_try > $2
       and i.subject not like 'message %')
  order by d.due_at limit $3) as first group by file_id order by 2, 1`;

const REMIND = `
select remind(r.file_id, r.process, r.key, r.due_at, $2, coalesce(r.waits_for, 'system'), 'overdue') as first
from (select d.file_id, d.process, d.key, d.due_at, p.waits_for from deadline d
      join process p on p.file_id = d.file_id and p.number = d.process
      where d.reminded_at is null and not d.moves and d.due_at <= $1 order by d.due_at limit $3) as r
order by r.file_id collate "C", r.process, r.key`;

/**
 * Delivers what has come due. Any number of nodes may run it at once: it reads without locks and lets the version check of
 * each commit say who was first. A file that a person holds is left for the next sweep; one that cannot be delivered
 * becomes an incident with a later try and blocks nobody.
 */
export class Sweep {
  constructor(
    private readonly engine: Engine,
    private readonly mergers: (day: string) => Promise<readonly Merger[]> = async () => [],
    readonly birthdays: Birthdays | null = null,
  ) {}

  /** Delivers every deadline due by `until` (default: now), then gives the reminders. Throws on an outage; the next run goes on. */
  async run(until: string = this.engine.ports.clock.now(), importedAt?: string): Promise<Swept> {
    let files = 0;
    let before = '';
    for (let due = await this.due(until); due.join() !== before; due = await this.due(until)) {
      before = due.join();
      files += await this.deliver(due, until, importedAt);
    }
    if (importedAt === undefined) await this.comeOfAge(until);
    const transfers = await this.transfer(until, importedAt);
    const reminders = await this.remind(until, importedAt);
    await closeIncidents(this.engine.ports.pool, this.engine.ports.clock.now());
    return { files, transfers, reminders };
  }

  /** Whoever has turned 18 since the last time; whom a fault kept back is told the next. What is told twice is taken once. */
  private async comeOfAge(until: string): Promise<void> {
    if (this.birthdays === null) return;
    const { pool } = this.engine.ports;
    const today = dayOf(until);
    const { rows } = await pool.query<{ value: string }>('select value from setting where name = $1', [
      SEEN_TO,
    ]);
    const before = rows[0]?.value ?? addDays(today, -FIRST_LOOK);
    const last = before < addDays(today, -LONGEST_LOOK) ? addDays(today, -LONGEST_LOOK) : before;
    if (last >= today) return;
    const days = Array.from({ length: daysBetween(last, today) }, (_, n) => addDays(last, n + 1));
    let seenTo = today;
    for (const one of await this.birthdays.on(days))
      if (!(await this.grown(one, until)) && one.on <= seenTo) seenTo = addDays(one.on, -1);
    await pool.query(KEEP_SEEN_TO, [SEEN_TO, JSON.stringify(seenTo)]);
  }

  /** Tells a household that one of its children has turned 18; false when it could not be told. */
  async grown({ file, ref, on }: Grown, recordedAt: string, importedAt?: string): Promise<boolean> {
    const command = {
      id: `of-age:${ref}:${on}`,
      by: ENGINE,
      asked: { event: 'comesOfAge', file, data: { ref } },
      ...{ occurredAt: midnight(on), recordedAt },
      ...(importedAt === undefined ? {} : { importedAt }),
    };
    const answer = await this.orIncident(file, () => this.engine.execute(command));
    return answer !== null && !(isRefusal(answer) && answer.code === 'busy');
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

  /** Decides file by file and writes what touches separate files together; what clashes is taken alone. Counts the files. */
  private async deliver(ids: readonly string[], until: string, importedAt?: string): Promise<number> {
    const together = new Map<string, Plan>();
    const alone: string[] = [];
    const touched = new Set<string>();
    for (const id of ids) {
      const plan = await this.think(id, until, importedAt);
      if (plan === null) continue;
      if (plan.files.some((f) => touched.has(f.id))) alone.push(id);
      else {
        plan.files.forEach((f) => touched.add(f.id));
        together.set(id, plan);
      }
    }
    let delivered = 0;
    if (await this.write([...together.values()])) delivered = [...together.values()].filter(hasEvents).length;
    else alone.unshift(...together.keys());
    for (const id of alone) if (await this.advance(id, until, importedAt)) delivered++;
    return delivered;
  }

  /** Writes the plans in one commit. False when one of them could not be: then each has to be tried by itself. */
  private async write(plans: readonly Plan[]): Promise<boolean> {
    const { pool, registry, clock } = this.engine.ports;
    const writes = plans.flatMap((plan) => writesOf(plan, null));
    try {
      if (writes.length > 0) await commit(pool, registry, writes);
    } catch (error) {
      this.engine.files.forget(writes.map((write) => write.after.id));
      if (faultOf(error) === null && isOutage(error)) throw error;
      return false;
    }
    for (const write of writes) this.engine.written(write);
    for (const plan of plans) await noteIncidents(pool, plan, clock.now());
    return true;
  }

  private think(id: string, until: string, importedAt?: string): Promise<Plan | null> {
    return this.orIncident(id, async () => {
      const plan = await this.engine.thinking.advance(id, until, true, importedAt);
      return isRefusal(plan) || plan.files.length === 0 ? null : plan;
    });
  }

  private async advance(id: string, until: string, importedAt?: string): Promise<boolean> {
    return (await this.orIncident(id, () => this.engine.advance(id, until, importedAt))) ?? false;
  }

  /** What one file throws is an incident of that file and stops no other; only an outage stops the sweep. */
  private async orIncident<T>(id: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (isOutage(error)) throw error;
      const { pool, clock } = this.engine.ports;
      const message = error instanceof Error ? error.name : 'unknown';
      await noteIncident(pool, { file: id, subject: 'file', code: 'error', message }, clock.now());
      return null;
    }
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
        const command = {
          id: `merger:${from}:${to}`,
          by: ENGINE,
          asked: { event: 'transferDistrict', file: id, data: { to } },
          recordedAt: until,
          ...(importedAt === undefined ? {} : { importedAt }),
        };
        const answer = await this.orIncident(id, () => this.engine.execute(command));
        if (answer !== null && !isRefusal(answer) && !answer.repeated) moved++;
      }
    }
    return moved;
  }
}

function hasEvents(plan: Plan): boolean {
  return plan.files.some((draft) => draft.events.length > 0);
}
