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
  attempts = case when i.closed_at is null then i.attempts + 1 else 1 end,
  next_try = $5::timestamptz + least(interval '1 minute' * power(2, least(i.attempts, 10)), interval '6 hours')`;

/** Opens an incident, or counts one more attempt; the next try comes later each time (1 minute, doubled, at most 6 hours). */
export async function noteIncident(pool: Pool, report: IncidentReport, at: string): Promise<void> {
  await pool.query(NOTE, [report.file, report.subject, report.code, report.message, at]);
}

/** Closes the incidents of a file that are over. */
export async function closeIncidents(pool: Pool, file: string, at: string): Promise<void> {
  await pool.query('update incident set closed_at = $2 where file_id = $1 and closed_at is null', [file, at]);
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
