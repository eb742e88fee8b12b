import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { MOST_ATTEMPTS } from '../engine/outbox.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';

const QUEUED = `
select count(*)::int as waiting, min(created_at) as since from outbox
where sent_at is null and attempts < ${MOST_ATTEMPTS}`;

/** Messages that are still to be handed over: how many, and since when the oldest waits. */
export async function queuedMessages(
  pool: Pool,
): Promise<{ readonly waiting: number; readonly since: Instant | null }> {
  const { rows } = await pool.query<{ waiting: number; since: Date | null }>(QUEUED);
  return { waiting: rows[0]?.waiting ?? 0, since: rows[0]?.since?.toISOString() ?? null };
}

/** What the system runs with. */
export interface Versions {
  readonly workflows: readonly string[];
  readonly database: string;
  readonly node: string;
}

/** The versions of the workflows that begin today, of the database and of Node. */
export async function versionsOf({ pool, registry }: Runtime, language: Language): Promise<Versions> {
  const { rows } = await pool.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return {
    workflows: registry.all().map(({ workflow: { label, version } }) => `${label[language]} ${version}`),
    database: rows[0]?.version ?? '',
    node: process.versions.node,
  };
}
