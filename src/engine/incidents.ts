import type { Pool } from 'pg';
import type { Plan } from './decide.js';

/** What went wrong with one subject of a file, told without personal data. */
export interface IncidentReport {
  readonly file: string;
  /** `deadline <process>/<key>`, `file`, or `message <key>`. */
  readonly subject: string;
  readonly code: string;
  readonly message: string;
}

const NOTE = `
insert into incident as i (file_id, subject, code, message, attempts, first_at, last_at, next_try)
values ($1, $2, $3, $4, 1, $5, $5, $5::timestamptz + interval '1 minute')
on conflict (file_id, subject) do update set code = $3, message = $4, last_at = $5, closed_at = null,
  first_at = case when i.closed_at is null then i.first_at else $5 end,
  attempts = case when i.closed_at is null then i.attempts + 1 else 1 end,
  next_try = $5::timestamptz + case when i.closed_at is null
    then least(interval '1 minute' * power(2, least(i.attempts, 10)), interval '6 hours') else interval '1 minute' end
where i.closed_at is not null or i.next_try <= $5`;

const CLOSE_OVER = `
update incident i set closed_at = $1
where i.closed_at is null and (i.subject like 'deadline %' or i.subject = 'file' and i.next_try <= $1) and not exists (
  select from deadline d where d.file_id = i.file_id and d.moves and d.due_at <= $1
    and i.subject in ('file', 'deadline ' || d.process || '/' || d.key))`;

/**
 * Opens an incident, or counts one more attempt; the next try comes later each time (1 minute, doubled, at most 6 hours).
 * What others come upon before the next try is no attempt of its own.
 */
export async function noteIncident(pool: Pool, report: IncidentReport, at: string): Promise<void> {
  await pool.query(NOTE, [report.file, report.subject, report.code, report.message, at]);
}

const DUE_AT_ONCE = `
update incident set next_try = $2 where file_id = $1 and closed_at is null and subject not like 'message %'`;

/** The next sweep tries the timers of a file again, all together as it does. False when none of them has an incident. */
export async function tryTimersAgain(pool: Pool, file: string, at: string): Promise<boolean> {
  return ((await pool.query(DUE_AT_ONCE, [file, at])).rowCount ?? 0) > 0;
}

/** Closes the incidents that are over: deadlines not due any more (delivered, moved or gone), files that a later try did not fail. */
export async function closeIncidents(pool: Pool, at: string): Promise<void> {
  await pool.query(CLOSE_OVER, [at]);
}

/** Notes the deadlines that a plan had to leave undelivered. */
export async function noteIncidents(pool: Pool, plan: Plan, at: string): Promise<void> {
  for (const draft of plan.files)
    for (const { key, sentences } of draft.poisoned) {
      const message = sentences.map((s) => s.sv).join(' ');
      await noteIncident(
        pool,
        { file: draft.id, subject: `deadline ${key}`, code: 'undelivered', message },
        at,
      );
    }
}
