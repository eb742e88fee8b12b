import type { Pool } from 'pg';
import type { Done, Prepared } from './command.js';
import type { EventBody } from './model.js';
import { refuse, type Refusal } from './refusals.js';
import { words } from './words.js';

/** The answer that a command got when it was first taken; null when it never was. The same id with other content is refused. */
export async function firstAnswer(
  pool: Pool,
  command: Pick<Prepared, 'file' | 'id' | 'request'>,
): Promise<Done | Refusal | null> {
  const { rows } = await pool.query<{ seq: number; request: string; canonical: Buffer }>({
    name: 'first_answer',
    text: 'select seq, request, canonical from event where file_id = $1 and command = $2',
    values: [command.file, command.id],
  });
  const [row] = rows;
  if (row === undefined) return null;
  if (row.request !== command.request) return refuse('key-reused', words.keyReused);
  const body = JSON.parse(row.canonical.toString('utf8')) as EventBody;
  const proposed = body.proposal !== undefined;
  return {
    ok: true,
    file: command.file,
    seq: row.seq,
    process: body.process ?? null,
    repeated: true,
    proposed,
  };
}

/** When a file recorded a command, or null when it never did. */
export async function takenAt(pool: Pool, file: string, command: string): Promise<string | null> {
  const { rows } = await pool.query<{ recorded_at: Date }>(
    'select recorded_at from event where file_id = $1 and command = $2',
    [file, command],
  );
  return rows[0]?.recorded_at.toISOString() ?? null;
}
