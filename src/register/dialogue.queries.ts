import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import type { DialogueKind } from './dialogue.js';

/** One line of the dialogue log. `report`, its last day and `kept` where a report was sent. */
export interface DialogueEntry {
  readonly day: Day;
  readonly kind: DialogueKind;
  readonly parties: readonly string[];
  readonly note: string | null;
  readonly report: string | null;
  readonly until: Day | null;
  readonly kept: string | null;
}

const NEWEST = `select day::text, kind, parties, note, report, until::text, kept from dialogue
order by day desc, id desc offset $1 limit $2`;

/** The dialogue log, the newest first. */
export async function dialogueLog(
  pool: Pool,
  from: number,
  limit: number,
): Promise<readonly DialogueEntry[]> {
  const query = { name: 'dialogue-log', text: NEWEST, values: [from, limit] };
  return (await pool.query<DialogueEntry>(query)).rows;
}

const SENT = `select day::text, kind, parties, note, report, until::text, kept from dialogue
where kept = $1 order by day, id`;

/** When and to whom a kept report was sent. */
export async function sendingsOf(pool: Pool, kept: string): Promise<readonly DialogueEntry[]> {
  return (await pool.query<DialogueEntry>({ name: 'dialogue-sent', text: SENT, values: [kept] })).rows;
}
