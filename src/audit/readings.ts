import { escapeLiteral } from 'pg';
import { canonical, link, sha256 } from '../engine/canonical.js';
import type { Connection } from './connection.js';
import type { Findings } from './findings.js';
import { pgMoment } from './tables.js';
import { accessWords as words } from './access-words.js';

const ROWS_AT_ONCE = 1_000;

/** One entry of the log of readings with its chain's end and its note; `seq` null for a chain without entries. */
interface Row {
  readonly stream: string;
  readonly version: number | null;
  readonly head: Buffer | null;
  readonly seq: number | null;
  readonly at: string;
  readonly canonical: Buffer;
  readonly hash: Buffer;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly note: Buffer | null;
  readonly has_key: boolean;
}

type Said = Readonly<Record<string, unknown>>;

/** Verifies the chains of the log of readings, all of them or one file's: every entry, its columns, its note, and each end. */
export async function verifyReadings(
  connection: Connection,
  findings: Findings,
  { file, seesKeys }: { readonly file: string | undefined; readonly seesKeys: boolean },
): Promise<void> {
  await connection.query(`declare verify_readings no scroll cursor for ${query(file, seesKeys)}`);
  let walk: ReadingsWalk | null = null;
  for (;;) {
    const { rows } = await connection.query<Row>(`fetch ${ROWS_AT_ONCE} from verify_readings`);
    for (const row of rows) {
      if (walk?.stream !== row.stream) {
        walk?.end();
        walk = new ReadingsWalk(row, findings);
      }
      if (row.seq !== null) walk.take(row, row.seq);
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  walk?.end();
}

function query(file: string | undefined, seesKeys: boolean): string {
  const key = seesKeys ? 'exists (select from file_key k where k.file_id = e.file_id)' : 'false';
  return `select stream, s.version, s.head, e.seq, e.at::text as at, e.canonical, e.hash, n.ciphertext as note,
    ${key} as has_key, jsonb_build_object('login', login, 'organisation', organisation, 'what', what, 'refused', refused,
      'file', e.file_id, 'kind', file_kind, 'protected', protected, 'why', why, 'reason', reason, 'files', files) as columns
  from access_stream s full join access_entry e using (stream) left join access_note n using (stream, seq)
  ${file === undefined ? '' : `where stream = ${escapeLiteral(file)}`} order by stream, e.seq`;
}

/** Walks one chain, entry by entry. */
class ReadingsWalk {
  readonly stream: string;
  private seq = 0;
  private head: Uint8Array | null = new Uint8Array();
  private readonly version: number;
  private readonly last: Uint8Array;

  constructor(
    { stream, version, head }: Row,
    private readonly findings: Findings,
  ) {
    this.stream = stream;
    this.version = version ?? 0;
    this.last = head ?? new Uint8Array();
  }

  take(row: Row, seq: number): void {
    const place = { file: this.stream, seq };
    const missing = seq - this.seq - 1;
    if (missing > 0) this.findings.add('access-missing', { ...place, seq: this.seq + 1 }, words.gap(missing));
    if (missing === 0 && this.head !== null && !link(this.head, row.canonical).equals(row.hash))
      this.findings.add('access-hash', place, words.hash);
    this.head = row.hash;
    this.seq = seq;
    const said = parsed(row.canonical);
    if (said === null) return this.findings.add('access-hash', place, words.noEntry);
    if (said['seq'] !== seq || said['stream'] !== this.stream)
      this.findings.add('access-reordered', place, words.reordered);
    this.compare(row, said, seq);
  }

  end(): void {
    const after = this.version - this.seq;
    if (after > 0)
      this.findings.add('access-missing', { file: this.stream, seq: this.seq + 1 }, words.gap(after));
    else if (after < 0 || !Buffer.from(this.head ?? []).equals(this.last))
      this.findings.add('access-hash', { file: this.stream }, words.head);
  }

  private compare({ at, columns, note, has_key: hasKey }: Row, said: Said, seq: number): void {
    const place = { file: this.stream, seq };
    for (const [name, value] of Object.entries({ ...columns, at }))
      if (canonical(value) !== canonical(columnOf(said, name)))
        this.findings.add('access-column', place, words.column(name));
    const digest = said['note'];
    const isThere = note !== null && sha256(note) === digest;
    const isCulled = note === null && (digest === undefined || !hasKey);
    if (!isThere && !isCulled) this.findings.add('access-note', place, words.note);
  }
}

/** What a column must hold by its entry. */
function columnOf(said: Said, name: string): unknown {
  if (name === 'at') return pgMoment(String(said['at']));
  if (name === 'refused' || name === 'protected') return said[name] ?? false;
  return said[name] ?? (name === 'files' ? [] : null);
}

function parsed(bytes: Buffer): Said | null {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as unknown;
    const isEntry =
      typeof value === 'object' && value !== null && bytes.equals(Buffer.from(canonical(value)));
    return isEntry ? (value as Said) : null;
  } catch {
    return null;
  }
}
