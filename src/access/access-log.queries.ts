import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import type { FileKeys } from '../engine/file-keys.js';
import type { Vault } from '../engine/vault.js';
import type { EntryBody, What, Why } from './access-entry.js';

/** Whose readings, of what time: of a file (with `lists` the lists too that showed it) or of a person. */
export interface Sought {
  readonly file?: string | undefined;
  readonly lists?: boolean | undefined;
  readonly login?: string | undefined;
  /** The first moment, and the first that is left out. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** Where a page ends. */
export interface LogPlace {
  readonly at: Instant;
  readonly stream: string;
  readonly seq: number;
}

/** An entry as read, its hash, and the note when it is still kept. */
export interface ReadEntry {
  readonly body: EntryBody;
  /** What was hashed. */
  readonly canonical: string;
  readonly hash: string;
  readonly note: string | null;
}

/** What reading the log works with. */
export interface ReadPorts {
  readonly pool: Pool;
  readonly keys: FileKeys;
  readonly vault: Vault;
}

interface Row {
  readonly canonical: Buffer;
  readonly hash: string;
  readonly sealed: Buffer | null;
}

const PAGE = (where: string): string => `
select e.canonical, encode(e.hash, 'hex') as hash, n.ciphertext as sealed
from access_entry e left join access_note n using (stream, seq)
where ${where} and ($2::timestamptz is null or e.at >= $2) and ($3::timestamptz is null or e.at < $3)
  and ($4::timestamptz is null or (e.at, e.stream, e.seq) < ($4, $5::text, $6::int))
order by e.at desc, e.stream desc, e.seq desc limit $7`;

/** A page of the log, the newest first. */
export async function readLog(
  ports: ReadPorts,
  { file, lists, login, from, until }: Sought,
  page: { readonly after?: LogPlace | undefined; readonly limit: number },
): Promise<ReadEntry[]> {
  const ofFile = lists ? '(e.stream = $1 or e.files @> array[$1::text])' : 'e.stream = $1';
  const { after, limit } = page;
  const place = [after?.at ?? null, after?.stream ?? null, after?.seq ?? null];
  const values = [file ?? login, from ?? null, until ?? null, ...place, limit];
  const { rows } = await ports.pool.query<Row>(PAGE(file === undefined ? 'e.login = $1' : ofFile), values);
  return Promise.all(rows.map((row) => entryOf(ports, row)));
}

const ONE = `
select e.canonical, encode(e.hash, 'hex') as hash, n.ciphertext as sealed
from access_entry e left join access_note n using (stream, seq) where e.stream = $1 and e.seq = $2`;

/** One entry of the log. Throws when it is not there: no entry is ever taken away. */
export async function entryAt(
  ports: ReadPorts,
  { stream, seq }: Pick<LogPlace, 'stream' | 'seq'>,
): Promise<ReadEntry> {
  const { rows } = await ports.pool.query<Row>(ONE, [stream, seq]);
  if (rows[0] === undefined) throw new Error(`no entry ${seq} in the log`);
  return entryOf(ports, rows[0]);
}

async function entryOf(ports: ReadPorts, { canonical, hash, sealed }: Row): Promise<ReadEntry> {
  const text = canonical.toString('utf8');
  const body = JSON.parse(text) as EntryBody;
  const note = sealed === null ? null : await openNote(ports, body.file ?? '', sealed);
  return { body, canonical: text, hash, note };
}

/** The text of a note; null when the file's key is gone, and with it every note. */
export async function openNote(
  { keys, vault }: Pick<ReadPorts, 'keys' | 'vault'>,
  file: string,
  sealed: Buffer,
): Promise<string | null> {
  const { key, wrapped } = await keys.forSealing(file, false);
  return wrapped === undefined ? (vault.unseal(key, sealed) as string) : null;
}

/** One who has read a file on a day: how often, first when, and for what. */
export interface FamilyReader {
  readonly login: string;
  readonly organisation: string;
  readonly day: string;
  readonly first: Date;
  readonly times: number;
  readonly what: readonly What[];
  /** Of the readings; none for steps. */
  readonly why: readonly Why[];
  readonly reasons: readonly string[];
}

/** Readings and steps of a file, by person and day. A step has no why beside it: it is work in the case. */
const READERS = `
with seen as (
  select login, organisation, at, what, why, reason from access_entry
  where stream = $1 and not refused and what not in ('readers', 'log-of-file', 'purpose', 'emergency-end')
  union all
  select said ->> 'by', said ->> 'organisation', recorded_at, 'step', null, null
  from event, lateral (select convert_from(canonical, 'UTF8')::jsonb as said) as s
  where file_id = $1 and said -> 'cause' ->> 'kind' = 'person'
)
select login, organisation, (at at time zone 'Europe/Stockholm')::date::text as day, min(at) as first,
  count(*)::int as times, array_agg(distinct what) as what, array_remove(array_agg(distinct why), null) as why,
  array_remove(array_agg(distinct reason), null) as reasons
from seen group by 1, 2, 3 order by first, login`;

/** Who has read a file, for the family: the oldest first. Attempts that were refused showed nothing, and are left out. */
export async function familyReaders(pool: Pool, file: string): Promise<FamilyReader[]> {
  return (await pool.query<FamilyReader>(READERS, [file])).rows;
}
