import type { Pool } from 'pg';
import { noteIncident } from './incidents.js';
import type { Clock } from './ports.js';

const AT_ONCE = 50;
/** After so many failures a message is given up. */
export const MOST_ATTEMPTS = 10;
/** How long one node may work on a message before another may try it. */
const LEASE = '2 minutes';

/** A message that leaves the system: whom it is for, by which template, about which file. Never personal data. */
export interface Message {
  readonly file: string;
  readonly key: string;
  readonly process: number;
  readonly whom: string;
  readonly template: string;
}

/** Takes messages to people: a log, mail. Throws when a message could not be handed over. */
export interface Receiver {
  deliver(message: Message): Promise<void>;
}

const CLAIM = `
with next as materialized (
  select file_id, key from outbox where sent_at is null and next_try <= $1 and attempts < ${MOST_ATTEMPTS}
  order by next_try, file_id, key limit 1 for update skip locked)
update outbox o set attempts = o.attempts + 1, next_try = $1::timestamptz + interval '${LEASE}'
from next n where o.file_id = n.file_id and o.key = n.key
returning o.file_id as file, o.key, o.process, o.whom, o.template, o.attempts`;

const SENT = `
with sent as (update outbox set sent_at = $3 where file_id = $1 and key = $2)
update incident set closed_at = $3 where file_id = $1 and subject = 'message ' || $2 and closed_at is null`;

/** An incident that somebody has let try again tells of its last attempt. */
const LATER = `
with later as (
  update outbox set next_try = $3::timestamptz + $4 * interval '1 minute' where file_id = $1 and key = $2)
update incident set last_at = $3 where file_id = $1 and subject = 'message ' || $2 and closed_at is null`;

/** Messages whose last attempt never came to an end: whoever made it died. */
const GIVEN_UP = `
insert into incident (file_id, subject, code, message, attempts, first_at, last_at, next_try)
select file_id, 'message ' || key, 'undelivered-message', 'interrupted', 1, $1, $1, next_try from outbox
where sent_at is null and attempts >= ${MOST_ATTEMPTS} and next_try <= $1
on conflict (file_id, subject) do nothing`;

const AGAIN = `
update outbox o set attempts = 0, next_try = $3 from incident i
where o.file_id = $1 and o.key = $2 and o.sent_at is null
  and i.file_id = o.file_id and i.subject = 'message ' || o.key and i.closed_at is null`;

const NOT_SENT = `
with given_up as (
  update outbox set attempts = ${MOST_ATTEMPTS} where file_id = $1 and key = $2 and sent_at is null returning file_id, key)
update incident i set closed_at = $3, not_sent_because = $4 from given_up g
where i.file_id = g.file_id and i.subject = 'message ' || g.key and i.closed_at is null`;

/** A message that has an incident is due at once, its attempts counted anew. False when it is not given up any more. */
export async function sendAgain(
  pool: Pool,
  { file, key }: Pick<Message, 'file' | 'key'>,
  at: string,
): Promise<boolean> {
  return (await pool.query(AGAIN, [file, key, at])).rowCount === 1;
}

/** A message that has an incident stays unsent, for a reason, and its incident ends. False when it has none any more. */
export async function leaveUnsent(
  pool: Pool,
  { file, key }: Pick<Message, 'file' | 'key'>,
  because: string,
  at: string,
): Promise<boolean> {
  return (await pool.query(NOT_SENT, [file, key, at, because])).rowCount === 1;
}

/**
 * Hands over the messages that are due: at least once, with a longer pause after each failure (1 minute, doubled, at most
 * 6 hours); after ten failures an incident on the message, never on the case. Each is claimed by itself, so that a slow
 * one does not outlast the lease of those behind it. Returns how many were handed over.
 */
export async function workOutbox(pool: Pool, receiver: Receiver, clock: Clock): Promise<number> {
  await pool.query(GIVEN_UP, [clock.now()]);
  let sent = 0;
  for (let taken = 0; taken < AT_ONCE; taken++) {
    const { rows } = await pool.query<Message & { attempts: number }>(CLAIM, [clock.now()]);
    if (rows[0] === undefined) break;
    const { attempts, ...message } = rows[0];
    try {
      await receiver.deliver(message);
      await pool.query(SENT, [message.file, message.key, clock.now()]);
      sent++;
    } catch (error) {
      await failed(pool, message, attempts, error, clock.now());
    }
  }
  return sent;
}

async function failed(
  pool: Pool,
  message: Message,
  attempts: number,
  error: unknown,
  at: string,
): Promise<void> {
  const minutes = Math.min(2 ** (attempts - 1), 360);
  await pool.query(LATER, [message.file, message.key, at, minutes]);
  if (attempts < MOST_ATTEMPTS) return;
  const told = error instanceof Error ? error.name : 'unknown';
  const subject = `message ${message.key}`;
  await noteIncident(pool, { file: message.file, subject, code: 'undelivered-message', message: told }, at);
}
