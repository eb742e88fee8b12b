import { canonical, link } from '../engine/canonical.js';
import { securityWords as words } from './access-words.js';
import type { Connection } from './connection.js';
import type { Findings } from './findings.js';
import { pgMoment } from './tables.js';

const ROWS_AT_ONCE = 1_000;

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly canonical: Buffer;
  readonly hash: Buffer;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** What an event of the security log is found under. */
const LOG = { file: 'security' } as const;

const CURSOR = `declare verify_security no scroll cursor for
select seq, at::text as at, canonical, hash,
  jsonb_build_object('event', event, 'login', login, 'by', by, 'ref', ref) as columns
from security_event order by seq`;

/** Verifies the chain of the security log: every event, its columns, and the end. */
export async function verifySecurity(connection: Connection, findings: Findings): Promise<void> {
  await connection.query(CURSOR);
  let [seq, head]: [number, Uint8Array] = [0, new Uint8Array()];
  for (;;) {
    const { rows } = await connection.query<Row>(`fetch ${ROWS_AT_ONCE} from verify_security`);
    for (const row of rows) {
      const missing = row.seq - seq - 1;
      const place = { ...LOG, seq: row.seq };
      if (missing > 0) findings.add('security-missing', { ...LOG, seq: seq + 1 }, words.gap(missing));
      else if (!link(head, row.canonical).equals(row.hash)) findings.add('security-hash', place, words.hash);
      compare(row, findings);
      [seq, head] = [row.seq, row.hash];
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await end(connection, findings, seq, head);
}

async function end(connection: Connection, findings: Findings, seq: number, head: Uint8Array): Promise<void> {
  const { rows } = await connection.query<{ last: number; head: Buffer }>(
    'select last, head from security_chain',
  );
  const last = rows[0] ?? { last: 0, head: Buffer.alloc(0) };
  if (last.last > seq) findings.add('security-missing', { ...LOG, seq: seq + 1 }, words.gap(last.last - seq));
  else if (last.last < seq || !last.head.equals(head)) findings.add('security-hash', LOG, words.head);
}

/** The bytes are RFC 8785 of what they say, and the columns beside them say the same. */
function compare({ seq, at, columns, canonical: bytes }: Row, findings: Findings): void {
  const place = { ...LOG, seq };
  const said = parsed(bytes);
  if (said === null || said['seq'] !== seq) return findings.add('security-hash', place, words.hash);
  for (const [name, value] of Object.entries({ ...columns, at })) {
    const due = name === 'at' ? pgMoment(String(said['at'])) : (said[name] ?? null);
    if (value !== due) findings.add('security-column', place, words.column(name));
  }
}

function parsed(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return bytes.equals(Buffer.from(canonical(value))) ? value : null;
  } catch {
    return null;
  }
}
