import type { Pool } from 'pg';
import { noteIncident } from './incidents.js';
import type { Clock } from './ports.js';

const AT_ONCE = 50;
const MOST_ATTEMPTS = 10;
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
update outbox o set attempts = o.attempts + 1, next_try = $1::timestamptz + interval '${LEASE}'
from (select file_id, key from outbox where sent_at is null and next_try <= $1 and attempts < ${MOST_ATTEMPTS}
      order by next_try limit ${AT_ONCE} for update skip locked) as c
where o.file_id = c.file_id and o.key = c.key
returning o.file_id as file, o.key, o.process, o.whom, o.template, o.attempts`;

/**
 * Hands over the messages that are due: at least once, with a longer pause after each failure (1 minute, doubled, at most
 * 6 hours); after ten failures an incident on the message, never on the case. Returns how many were handed over.
 */
export async function workOutbox(pool: Pool, receiver: Receiver, clock: Clock): Promise<number> {
  const { rows } = await pool.query<Message & { attempts: number }>(CLAIM, [clock.now()]);
  let sent = 0;
  for (const { attempts, ...message } of rows) {
    try {
      await receiver.deliver(message);
      await pool.query('update outbox set sent_at = $3 where file_id = $1 and key = $2', [
        message.file,
        message.key,
        clock.now(),
      ]);
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
  await pool.query(
    `update outbox set next_try = $3::timestamptz + $4 * interval '1 minute' where file_id = $1 and key = $2`,
    [message.file, message.key, at, minutes],
  );
  if (attempts < MOST_ATTEMPTS) return;
  const told = error instanceof Error ? error.name : 'unknown';
  const subject = `message ${message.key}`;
  await noteIncident(pool, { file: message.file, subject, code: 'undelivered-message', message: told }, at);
}
