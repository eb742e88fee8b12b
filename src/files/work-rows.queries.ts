import type { Instant } from '../../workflows/definition.js';
import type { Reading } from '../access/guarded-reading.js';
import { SILENT } from './work-list.queries.js';

/** A file of a list, as it is stored. */
export interface StoredFile {
  readonly id: string;
  readonly kind: 'household' | 'dwelling';
  readonly district: string | null;
  readonly assignee: string | null;
  readonly handlers: readonly string[];
  readonly isProtected: boolean;
  readonly record: object;
}

/** A process of such a file. `entered`: since when it stands in each of its leaves, by path. */
export interface StoredProcess {
  readonly file: string;
  readonly number: number;
  readonly workflow: string;
  readonly version: number;
  readonly state: string;
  readonly open: boolean;
  readonly enteredAt: Date;
  readonly context: Readonly<Record<string, unknown>>;
  readonly entered: Readonly<Record<string, Instant>>;
  readonly seenBy: readonly string[];
}

/** A term that somebody acts on. */
export interface StoredTerm {
  readonly file: string;
  readonly process: number;
  readonly name: string;
  readonly leaf: string;
  readonly day: string;
  readonly at: Date;
  readonly moves: boolean;
}

/** All that the rows of a list are made from, by file. */
export interface StoredFiles {
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly processes: ReadonlyMap<string, readonly StoredProcess[]>;
  readonly terms: ReadonlyMap<string, readonly StoredTerm[]>;
  /** Flats that are named by a process of these files, by their file. */
  readonly flats: ReadonlyMap<string, object>;
}

const FILES = `
select f.id, f.kind, f.district, f.assignee, f.handlers, f.record,
  coalesce(f.protected_until >= current_setting('husrum.day')::date, false) as "isProtected"
from case_file f where f.id = any($1)`;
const PROCESSES = `
select p.file_id as file, p.number, p.workflow, p.version, p.state, p.is_open as open, p.entered_at as "enteredAt",
  p.stored->'context' as context, p.stored->'entered' as entered, p.seen_by as "seenBy"
from process p where p.file_id = any($1) order by p.file_id, p.number`;
const TERMS = `
select d.file_id as file, d.process, d.name, d.state as leaf, d.due_on::text as day, d.due_at as at, d.moves
from deadline d where d.file_id = any($1) and d.name <> all($2) order by d.file_id, d.due_at, d.process`;
const FLATS = `select f.id, f.record from case_file f where f.id = any($1) and f.kind = 'dwelling'`;

/** Reads the files of a list with their processes, terms and flats. `db` reads as the person whose list it is. */
export async function filesOf(db: Reading, ids: readonly string[]): Promise<StoredFiles> {
  const files = (await named<StoredFile>(db, 'work_files', FILES, [ids])).rows;
  const processes = (await named<StoredProcess>(db, 'work_processes', PROCESSES, [ids])).rows;
  const terms = (await named<StoredTerm>(db, 'work_terms', TERMS, [ids, SILENT])).rows;
  const flats = processes.flatMap(({ context }) => flatIn(context) ?? []);
  const found =
    flats.length === 0 ? [] : (await named<StoredFile>(db, 'work_flats', FLATS, [[...new Set(flats)]])).rows;
  return {
    files: new Map(files.map((one) => [one.id, one])),
    processes: byFile(processes),
    terms: byFile(terms),
    flats: new Map(found.map(({ id, record }) => [id, record])),
  };
}

/** The file of the flat that a process is about. */
export function flatIn({ dwelling }: StoredProcess['context']): string | undefined {
  const { ref } = (dwelling ?? {}) as { readonly ref?: string };
  return ref?.split('/')[0];
}

const named = <R extends object>(db: Reading, name: string, text: string, values: unknown[]) =>
  db.query<R>({ name, text, values });

function byFile<T extends { readonly file: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.file, [...(groups.get(row.file) ?? []), row]);
  return groups;
}
