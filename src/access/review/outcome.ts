import type { Pool } from 'pg';
import type { Person } from '../../engine/model.js';
import type { Clock } from '../../engine/ports.js';
import { refuse, type Refusal } from '../../engine/refusals.js';
import type { AccessLog } from '../access-log.js';
import { words } from '../words.js';
import { addOutcome, listReviews, type ReviewItem } from './review.queries.js';
import type { Outcome } from './review.words.js';

/** What giving an outcome works with. */
interface Ports {
  readonly pool: Pool;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
}

/** What a reviewer says of one item. */
export interface GivenOutcome {
  readonly outcome: Outcome;
  readonly note?: string | undefined;
}

/** One item that a person may review; undefined when it is not there, or not theirs. */
export const reviewItem = async (pool: Pool, person: Person, id: number): Promise<ReviewItem | undefined> =>
  (await listReviews(pool, person, { id }, { after: 0, limit: 1 }))[0];

/** Writes down what a review came to and gives the item as it stands then. The note is sealed with the key of the file. */
export async function giveOutcome(
  { pool, accessLog, clock }: Ports,
  person: Person,
  id: number,
  { outcome, note }: GivenOutcome,
): Promise<ReviewItem | Refusal> {
  const item = await reviewItem(pool, person, id);
  if (item === undefined) return refuse('not-found', words.noItem);
  if (person.onBehalfOf === item.login) return refuse('not-permitted', words.notYourReview);
  const sealed = note === undefined ? null : await accessLog.sealNote(item.stream, note);
  if (note !== undefined && sealed === null)
    return refuse('invalid-data', words.noNote, { fields: [{ path: 'note', message: words.noNote }] });
  const given = { item: id, outcome, note: sealed?.ciphertext ?? null };
  await addOutcome(pool, { ...given, by: person.login, at: clock.now() });
  return (await reviewItem(pool, person, id)) as ReviewItem;
}
