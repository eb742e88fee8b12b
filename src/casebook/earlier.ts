import type { Pool } from 'pg';
import type { Done } from '../engine/command.js';
import { newFileId } from '../engine/file-id.js';
import type { EventBody } from '../engine/model.js';
import type { Vault } from '../engine/vault.js';

/** A command and the file that it was, or would be, taken in. */
export interface Sought {
  readonly file: string;
  readonly id: string;
}

const EARLIER = `
select e.file_id as file, e.command as id, e.seq, e.canonical
from unnest($1::text[], $2::text[]) as a(file, id) join event e on e.file_id = a.file and e.command = a.id`;

/** The answers that commands got in an earlier run of the book, asked for many at a time. */
export class EarlierAnswers {
  private readonly sought = new Set<string>();
  private readonly found = new Map<string, Done>();

  constructor(private readonly pool: Pool) {}

  /** Looks ahead, and forgets what it knew before. What is sought in vain costs nothing more. */
  async expect(commands: readonly Sought[]): Promise<void> {
    this.sought.clear();
    this.found.clear();
    if (commands.length === 0) return;
    const values = [commands.map(({ file }) => file), commands.map(({ id }) => id)];
    const query = { name: 'earlier_answers', text: EARLIER, values };
    const { rows } = await this.pool.query<Sought & { seq: number; canonical: Buffer }>(query);
    for (const command of commands) this.sought.add(keyOf(command));
    for (const { seq, canonical, ...command } of rows)
      this.found.set(keyOf(command), doneFrom(command.file, seq, canonical));
  }

  /** The answer of an earlier run; undefined when there was none. */
  async of(command: Sought): Promise<Done | undefined> {
    if (!this.sought.has(keyOf(command))) await this.expect([command]);
    return this.found.get(keyOf(command));
  }
}

/** The number of the event that a command made in a file; null when there is none. */
export async function eventOf(pool: Pool, file: string, command: string): Promise<number | null> {
  const { rows } = await pool.query<{ seq: number }>({
    name: 'event_of',
    text: 'select seq from event where file_id = $1 and command = $2',
    values: [file, command],
  });
  return rows[0]?.seq ?? null;
}

/** The file that an opening makes: the engine names it after the command, so the same line always opens the same file. */
export function openedFile(vault: Vault, command: string, by: string): string {
  return newFileId(vault.mac({ command, by }));
}

const keyOf = ({ file, id }: Sought): string => `${file} ${id}`;

function doneFrom(file: string, seq: number, canonical: Buffer): Done {
  const body = JSON.parse(canonical.toString('utf8')) as EventBody;
  const proposed = body.proposal !== undefined;
  return { ok: true, file, seq, process: body.process ?? null, repeated: true, proposed };
}
