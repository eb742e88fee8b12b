import type { Reading } from '../access/guarded-reading.js';
import type { Reader } from '../access/access-entry.js';
import type { Registry } from '../engine/registry.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { readCursor, writeCursor } from './cursor.js';
import { listQuery, type Place, type Wanted } from './list.queries.js';
import { stateLabel, workflowLabel } from './process-view.js';
import type { FileList, ListedFile, ListedProcess } from './shapes.js';
import { kindOfSearch } from './search.js';
import { depthOf, seesProcess, showsWho, type Disclosing } from './sight.js';

interface FileRow {
  readonly id: string;
  readonly kind: 'household' | 'dwelling';
  readonly version: number;
  readonly district: string | null;
  readonly assignee: string | null;
  readonly handlers: readonly string[];
  readonly isProtected: boolean;
  readonly openedAt: Date;
  readonly recordedAt: Date;
  readonly since: Date | null;
  readonly process: number | null;
}

interface ProcessRow {
  readonly file: string;
  readonly number: number;
  readonly workflow: string;
  readonly version: number;
  readonly state: string;
  readonly states: string[];
  readonly open: boolean;
  readonly waitsFor: string | null;
  readonly enteredAt: Date;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly seenBy: readonly string[];
  /** For a search by who somebody is: what it discloses hangs on it. */
  readonly context: object | null;
}

const PROCESSES = `
select p.file_id as file, p.number, p.workflow, p.version, p.state, p.states, p.is_open as open,
  p.waits_for as "waitsFor", p.entered_at as "enteredAt", d.due::text as due, coalesce(d.overdue, false) as overdue,
  p.seen_by as "seenBy", case when $3 then p.stored->'context' end as context
from process p left join lateral
  (select min(due_on) as due, bool_or(due_at <= $2) as overdue from deadline d
   where d.file_id = p.file_id and d.process = p.number and not d.moves) as d on true
where p.file_id = any($1) order by p.file_id, p.number`;

/** Which page of a list, in which language. */
interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly language: Language;
}

/**
 * A page of the files that a reader wants and may see, logged with those that it shows; nothing personal stands in it.
 * `wanted` null: nothing can be found. `typed`: what was searched for, of which only a keyed hash is kept.
 */
export async function listed(
  runtime: Runtime,
  reader: Reader,
  wanted: Wanted | null,
  page: Page,
  typed?: string,
): Promise<FileList> {
  const list = wanted === null ? { files: [], next: null } : await pageOf(runtime, reader, wanted, page);
  const { terms: _, ...narrowed } = wanted ?? {};
  const by = Object.entries(narrowed).flatMap(([name, value]) => (value === undefined ? [] : name));
  const mac = runtime.engine.ports.vault.mac({ ...narrowed, typed });
  const query = { by: typed === undefined ? by : [kindOfSearch(typed)], mac };
  const files = list.files.map(({ id }) => id);
  await runtime.accessLog.other(reader, typed === undefined ? 'list' : 'search', { files, query });
  return list;
}

/** Of several ways to read what was searched for the first that finds something, else the last; null when there is none. */
export async function oneThatFinds(
  runtime: Runtime,
  reader: Reader,
  readings: readonly Wanted[],
  page: Page,
): Promise<Wanted | null> {
  for (const one of readings.slice(0, -1))
    if ((await pageOf(runtime, reader, one, page)).files.length > 0) return one;
  return readings.at(-1) ?? null;
}

/** A page of a list as it is, not logged: for a room that writes down more of it than that it is a list. */
export async function pageOf(
  runtime: Runtime,
  { person }: Reader,
  wanted: Wanted,
  page: Page,
): Promise<FileList> {
  const { registry, clock, engine, guarded } = runtime;
  const now = clock.now();
  const after = placeIn(page.cursor, wanted.workflow !== undefined);
  const query = listQuery(registry, person, wanted, { after, limit: page.limit, now });
  if (query === null) return { files: [], next: null };
  const byWho = wanted.terms !== undefined;
  const { rows, processes } = await guarded.as(person, now, async (db) => {
    const found = await db.query<FileRow>(query.text, [...query.values]);
    return { rows: found.rows, processes: await processesOf(db, found.rows, now, byWho) };
  });
  const files = rows.flatMap((row) => {
    const own = processes.get(row.id) ?? [];
    const kinds = own.map(({ seenBy }) => seenBy);
    if (!engine.ports.gate.maySee(person, { ...row, responsible: row.district }, kinds)) return [];
    const seen = own.filter(({ seenBy }) => seesProcess(person, seenBy));
    // Whoever no longer sees who a family is does not find it by that.
    if (byWho && !showsWho(depthOf(registry, row, person, seen.map(disclosing)))) return [];
    return fileInList(
      row,
      seen.map((one) => processInList(registry, one, page.language)),
    );
  });
  const last = rows.length < page.limit ? undefined : rows.at(-1);
  return { files, next: last === undefined ? null : cursorAfter(last) };
}

async function processesOf(
  db: Reading,
  files: readonly FileRow[],
  now: string,
  withContext: boolean,
): Promise<Map<string, ProcessRow[]>> {
  const ids = files.map(({ id }) => id);
  const { rows } = await db.query<ProcessRow>({
    name: 'listed_processes',
    text: PROCESSES,
    values: [ids, now, withContext],
  });
  const groups = new Map<string, ProcessRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.file)?.push(row);
  return groups;
}

const disclosing = ({ workflow, version, context }: ProcessRow): Disclosing => ({
  workflow,
  version,
  stored: { context: context ?? {} },
});

function placeIn(cursor: string | undefined, isWorkList: boolean): Place | undefined {
  if (!isWorkList) {
    const place = readCursor(cursor, ['number of file']);
    return place && { file: place[0] };
  }
  const place = readCursor(cursor, ['instant', 'number of file', 'number']);
  return place && { since: place[0], file: place[1], process: place[2] };
}

const cursorAfter = ({ id, since, process }: FileRow): string =>
  writeCursor(since === null ? [id] : [since.toISOString(), id, process ?? 0]);

function fileInList(row: FileRow, processes: ListedProcess[]): ListedFile {
  const { id, kind, version, district, assignee, openedAt, recordedAt } = row;
  const moments = { openedAt: openedAt.toISOString(), recordedAt: recordedAt.toISOString() };
  return { id, kind, version, district, assignee, ...moments, processes };
}

function processInList(registry: Registry, row: ProcessRow, language: Language): ListedProcess {
  const { file: _, version, enteredAt, seenBy: __, context: ___, ...rest } = row;
  return {
    ...rest,
    label: workflowLabel(registry, row.workflow, version, language),
    stateLabel: stateLabel(registry.pinned(row.workflow, version), row.state, language),
    enteredAt: enteredAt.toISOString(),
  };
}
