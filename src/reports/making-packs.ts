import type { PoolClient } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { ENGINE } from '../engine/deciding.js';
import { isRefusal } from '../engine/refusals.js';
import type { Source } from './ask.js';
import { keep } from './kept.js';
import { packsDue, type Pack } from './packs.js';
import type { Parameters } from './report.js';

/** For those who work with the cases, and for the others with small numbers hidden. */
const AUDIENCES: readonly Parameters['audience'][] = ['inside', 'public'];
/** Whoever holds it makes the packs; the other nodes leave them. */
const LOCK = `select pg_try_advisory_lock(hashtext('husrum packs')) as mine`;
const UNLOCK = `select pg_advisory_unlock(hashtext('husrum packs'))`;
const MADE = `select from kept_report where report = $1 and made_by = $2 and parameters @> $3::jsonb limit 1`;
const ANYTHING = 'select from fact where occurred_on <= $1 limit 1';

/**
 * Makes the packs whose time has come and keeps them, each once however many nodes there are and however often it is run.
 * Where nothing had happened by its last day there is nothing to make. How many were made.
 */
export async function makePacksDue(source: Source, now: Instant): Promise<number> {
  const db = await source.pool.connect();
  try {
    const { rows } = await db.query<{ mine: boolean }>(LOCK);
    if (rows[0]?.mine !== true) return 0;
    return await madeOf(db, source, now).finally(() => db.query(UNLOCK));
  } finally {
    db.release();
  }
}

async function madeOf(db: PoolClient, source: Source, now: Instant): Promise<number> {
  let made = 0;
  for (const pack of packsDue(dayOf(now)))
    for (const audience of AUDIENCES) if (await isMade(db, source, pack, audience, now)) made++;
  return made;
}

/** False when it was made before, or there is nothing to tell. */
async function isMade(
  db: PoolClient,
  source: Source,
  { report, parameters, until }: Pack,
  audience: Parameters['audience'],
  now: Instant,
): Promise<boolean> {
  const asked = { ...parameters, until, audience };
  const before = await db.query(MADE, [report, ENGINE.login, JSON.stringify(asked)]);
  if (before.rowCount !== 0 || (await db.query(ANYTHING, [until])).rowCount === 0) return false;
  const asking = { today: dayOf(now), reader: 'inside' as const, parameters: { ...parameters, audience } };
  const kept = await keep(source, report, asking, { login: ENGINE.login, at: now });
  if (isRefusal(kept)) throw new Error(`a pack cannot be made: ${kept.sentences[0]?.en}`);
  return true;
}
