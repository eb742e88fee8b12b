import type { Reader } from '../access/access-entry.js';
import type { Reading } from '../access/guarded-reading.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import { readCursor, writeCursor } from './cursor.js';
import { prepared } from './prepared.js';
import { workQuery, type Narrowed, type WorkKey, type WorkPlace } from './work-list.queries.js';
import { workLists, type ListName } from './work-lists.js';
import { filesOf } from './work-rows.queries.js';
import { rowsOf, type WorkRow } from './work-rows.js';

/** Which page of which list. */
export interface WorkAsked extends Narrowed {
  readonly list: ListName;
  readonly after?: string | undefined;
  readonly desc?: boolean | undefined;
  readonly limit: number;
}

/** A page of a work list. `next`: where the next one begins, null at the end. */
export interface WorkPageRead {
  readonly rows: readonly WorkRow[];
  readonly next: string | null;
}

/**
 * A page of a work list as far as its reader may see it, logged with the files that it shows. A term is told once for each
 * thing to do, so a file may stand in a list twice. Throws `UnknownCursor` for a place that was never given out.
 */
export async function workPage(runtime: Runtime, reader: Reader, asked: WorkAsked): Promise<WorkPageRead> {
  const [page] = (await workPages(runtime, reader, [asked])) as [WorkPageRead];
  return page;
}

/** Several lists at once, as they stand on one page: read in one go, and logged as one reading. */
export async function workPages(
  runtime: Runtime,
  reader: Reader,
  all: readonly WorkAsked[],
): Promise<WorkPageRead[]> {
  const { guarded, clock, accessLog, engine } = runtime;
  const { person } = reader;
  const now = clock.now();
  const queries = all.map(({ list, after, desc, limit, ...narrowed }) =>
    workQuery(person, workLists[list].holds, narrowed, {
      after: placeIn(after),
      desc,
      limit: limit + 1,
      now,
    }),
  );
  const read = async (db: Reading) => {
    const found: WorkKey[][] = [];
    for (const query of queries)
      found.push(query === null ? [] : (await db.query<WorkKey>(prepared(query))).rows);
    const ids = new Set(found.flat().map(({ file }) => file));
    return { keys: found, stored: await filesOf(db, [...ids]) };
  };
  const { keys, stored } = await guarded.as(person, now, read, 'force_generic_plan');
  const shown = keys.map((found, at) => found.slice(0, all[at]?.limit));
  const rows = await rowsOf(runtime, person, shown, stored);
  const files = [...new Set(rows.flat().map(({ file }) => file))];
  const by = [...new Set(all.flatMap((one) => Object.keys(one).filter((key) => key !== 'limit')))].sort();
  const query = { by, mac: engine.ports.vault.mac(all.map((one) => ({ ...one }))) };
  await accessLog.other(reader, 'list', { files, query });
  return rows.map((those, at) => {
    const last = (shown[at]?.length ?? 0) < (keys[at]?.length ?? 0) ? shown[at]?.at(-1) : undefined;
    return { rows: those, next: last ? cursorAt(last) : null };
  });
}

/** Some files as rows, each once, as far as a person may see them. Nothing is logged yet: whoever shows them logs first. */
export async function workRows(runtime: Runtime, person: Person, ids: readonly string[]): Promise<WorkRow[]> {
  const { guarded, clock } = runtime;
  const stored = await guarded.as(person, clock.now(), (db) => filesOf(db, ids), 'force_generic_plan');
  const keys = ids.map((file) => ({ ...FILE_ALONE, file }));
  return (await rowsOf(runtime, person, [keys], stored)).flat();
}

/** What families are called in a list, by file, as far as a person may know. Nothing is logged: whoever shows them logs. */
export async function namesOf(
  runtime: Runtime,
  person: Person,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await workRows(runtime, person, ids);
  return new Map(rows.flatMap(({ file, name }) => (name === null ? [] : [[file, name] as const])));
}

const FILE_ALONE = { at: new Date(0), process: 0, task: 0, day: null, moves: null, leaf: null };

function placeIn(cursor: string | undefined): WorkPlace | undefined {
  const place = readCursor(cursor, ['instant', 'number of file', 'number', 'number']);
  return place && { at: place[0], file: place[1], process: place[2], task: place[3] };
}

const cursorAt = ({ at, file, process, task }: WorkKey): string =>
  writeCursor([at.toISOString(), file, process, task]);
