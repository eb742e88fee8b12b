import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { noteIncident } from '../engine/incidents.js';
import type { Clock } from '../engine/ports.js';
import type { Snapshot } from '../register/snapshot.js';
import { addressOf } from './mail-address.js';
import { mailText } from './mail-text.js';
import { isMailTime } from './mail-time.js';
import { sql } from './mail.queries.js';
import { NotSent, type Mailer } from './mailer.js';
import type { Preferences } from './preferences.js';

const AT_ONCE = 50;
const MOST_ATTEMPTS = 10;

/** What the sending of mail asks. */
export interface MailPorts {
  readonly pool: Pool;
  readonly preferences: Preferences;
  readonly directory: { snapshot(): Promise<Snapshot> };
  /** The clock that the registers are read by, and the machine's own, by which mail goes. */
  readonly clock: Clock;
  readonly wall: Clock;
  readonly baseUrl: string;
}

interface Claimed {
  readonly id: string;
  readonly login: string;
  readonly file: string;
  readonly attempts: number;
  readonly count: number;
}

/**
 * Makes the mails that are due, and sends those that wait: each once at most. One that the server surely did not take is tried
 * again later (1 minute, doubled, at most 6 hours, ten times); one that may have gone is not. Both end in an incident, which
 * names a file and nobody. What the mail pointed at stands in the inbox whatever happens to it. Returns how many were sent.
 */
export async function workMail(ports: MailPorts, mailer: Mailer): Promise<number> {
  await makeMail(ports);
  await ports.pool.query(sql.interrupted, [ports.wall.now()]);
  let sent = 0;
  for (let taken = 0; taken < AT_ONCE; taken++) {
    const { rows } = await ports.pool.query<Claimed>(sql.claim, [ports.wall.now()]);
    if (rows[0] === undefined) break;
    if (await sendOne(ports, mailer, rows[0])) sent++;
  }
  return sent;
}

/** A mail that the server surely did not take is due at once, its attempts counted anew. False when there is none such. */
export async function sendMailAgain(pool: Pool, id: string, at: string): Promise<boolean> {
  return (await pool.query(sql.again, [id, at])).rowCount === 1;
}

/** A mail stays unsent, for a reason; its incident ends. False when it has none that is open. */
export async function leaveMailUnsent(pool: Pool, id: string, because: string, at: string): Promise<boolean> {
  return (await pool.query(sql.leftUnsent, [id, at, because])).rowCount === 1;
}

async function makeMail({ pool, preferences, wall }: MailPorts): Promise<void> {
  const { rows } = await pool.query<{ login: string; last: Date | null }>(sql.waiting);
  for (const { login, last } of rows)
    if (isMailTime(await preferences.of(login), last?.toISOString() ?? null, wall.now()))
      await pool.query(sql.make, [login, randomUUID(), wall.now()]);
}

/** To where they work now; who has left meanwhile gets none. */
async function sendOne(ports: MailPorts, mailer: Mailer, mail: Claimed): Promise<boolean> {
  const { pool, wall, directory, preferences, clock, baseUrl } = ports;
  const { id, login, count } = mail;
  const to = addressOf(await directory.snapshot(), login, clock.now());
  if (to === null) {
    await leaveMailUnsent(pool, id, 'nobody', wall.now());
    return false;
  }
  try {
    const { language } = await preferences.of(login);
    await mailer.send({ id, to, language, ...mailText(count, language, baseUrl) });
    await pool.query(sql.sent, [id, wall.now()]);
    return true;
  } catch (error) {
    await failed(ports, mail, error);
    return false;
  }
}

async function failed({ pool, wall }: MailPorts, mail: Claimed, error: unknown): Promise<void> {
  const { id, file, attempts } = mail;
  const now = wall.now();
  const surely = error instanceof NotSent;
  if (surely && attempts < MOST_ATTEMPTS) {
    await pool.query(sql.later, [id, now, Math.min(2 ** (attempts - 1), 360)]);
    return;
  }
  await pool.query(sql.givenUp, [id, now]);
  const code = surely ? 'undelivered-mail' : 'uncertain-mail';
  const message = error instanceof Error ? error.name : 'unknown';
  await noteIncident(pool, { file, subject: `message mail ${id}`, code, message }, now);
}
