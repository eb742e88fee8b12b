import type { PoolClient } from 'pg';
import type { Period } from './period.js';
import type { DialogueLine } from './report.js';

const LINES = `select day::text, kind, parties, note, report, until::text from dialogue
  where day between $1 and $2 and recorded_at < $3::timestamptz order by day, id`;

/** What the dialogue log has of a period, as known then. */
export async function dialogueIn(
  db: PoolClient,
  { from, until, knownBefore }: Period,
): Promise<readonly DialogueLine[]> {
  const query = { name: 'dialogue', text: LINES, values: [from, until, knownBefore] };
  return (await db.query<DialogueLine>(query)).rows;
}
