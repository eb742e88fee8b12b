import { tryTimersAgain } from '../engine/incidents.js';
import { leaveUnsent, sendAgain } from '../engine/outbox.js';
import { leaveMailUnsent, sendMailAgain } from '../notices/mail-work.js';
import type { Runtime } from '../runtime.js';
import { OPEN_INCIDENT } from './incidents.queries.js';
import type { NotSentBecause } from './not-sent.js';

type Here = Pick<Runtime, 'pool' | 'clock' | 'wall'>;

/** What an incident is about is tried again at once. False when it is over, or may have gone through all the same. */
export async function tryAgain({ pool, clock, wall }: Here, id: string): Promise<boolean> {
  const { file, mail, message: key } = await subjectOf(pool, id);
  if (file === undefined) return false;
  if (mail !== undefined) return sendMailAgain(pool, mail, wall.now());
  return key === undefined
    ? tryTimersAgain(pool, file, clock.now())
    : sendAgain(pool, { file, key }, clock.now());
}

/** The message or mail of an incident stays unsent, and the incident ends. False when it is over, or of a timer. */
export async function leave(
  { pool, clock, wall }: Here,
  id: string,
  because: NotSentBecause,
): Promise<boolean> {
  const { file, mail, message: key } = await subjectOf(pool, id);
  if (file === undefined) return false;
  if (mail !== undefined) return leaveMailUnsent(pool, mail, because, wall.now());
  return key !== undefined && leaveUnsent(pool, { file, key }, because, clock.now());
}

/** The file of an open incident, and the message or mail that it is about; nothing when none of that name is open. */
async function subjectOf(
  pool: Here['pool'],
  id: string,
): Promise<{ readonly file?: string; readonly mail?: string; readonly message?: string }> {
  const { rows } = await pool.query<{ file: string; subject: string }>(OPEN_INCIDENT, [id]);
  if (rows[0] === undefined) return {};
  const { file, subject } = rows[0];
  const [, isMail, key] = /^message (mail )?(.+)$/.exec(subject) ?? [];
  if (key === undefined) return { file };
  return isMail === undefined ? { file, message: key } : { file, mail: key };
}
