import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';

/** An alert as its receiver reads it: who opened which file in an emergency, and why. */
export interface Alert {
  readonly id: number;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly file: string;
  readonly by: string;
  readonly organisation: string;
  readonly reason: string;
}

const ALERTS = `
select a.id, a.at, a.read_at as "readAt", e.file_id as file, e.login as by, e.organisation, e.reason
from alert a join access_entry e on e.stream = a.stream and e.seq = a.seq
where a.login = $1 and ($2::int is null or a.id < $2) order by a.id desc limit $3`;

/** A page of a person's alerts, the newest first. */
export async function listAlerts(
  pool: Pool,
  login: string,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<Alert[]> {
  return (await pool.query<Alert>(ALERTS, [login, page.before ?? null, page.limit])).rows;
}

/** Notes that a person has read an alert; the first time counts. False when there is no such alert for them. */
export async function markRead(pool: Pool, login: string, id: number, at: Instant): Promise<boolean> {
  const text = 'update alert set read_at = coalesce(read_at, $3) where id = $2 and login = $1';
  return ((await pool.query(text, [login, id, at])).rowCount ?? 0) > 0;
}

/** How many alerts a person has not read. */
export async function unreadAlerts(pool: Pool, login: string): Promise<number> {
  const text = 'select count(*)::int as count from alert where login = $1 and read_at is null';
  return (await pool.query<{ count: number }>(text, [login])).rows[0]?.count ?? 0;
}

/** Notes that a person has read their alerts up to one, as far as they were shown. Returns how many that were. */
export async function markAllRead(pool: Pool, login: string, upTo: number, at: Instant): Promise<number> {
  const text = 'update alert set read_at = $3 where login = $1 and id <= $2 and read_at is null';
  return (await pool.query(text, [login, upTo, at])).rowCount ?? 0;
}
