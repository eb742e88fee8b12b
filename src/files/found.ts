import type { Reader } from '../access/access-entry.js';
import type { Runtime } from '../runtime.js';
import { facilityNames } from './called.js';
import { listQuery } from './list.queries.js';
import { kindOfSearch, numberOfFile, wantedBy } from './search.js';
import { seen, visibleTo, Where } from './where.js';
import type { Person } from '../engine/model.js';
import type { Query } from './list.queries.js';
import { workRows } from './work-list.js';
import type { WorkRow } from './work-rows.js';

/** What a search found. `exact`: the one file whose number was typed. */
export interface Found {
  readonly rows: readonly WorkRow[];
  readonly exact: string | null;
  readonly isMore: boolean;
}

const MOST = 50;

/**
 * What somebody finds by what they typed: a file by its number, families by whole words of names or a personal number, flats
 * by their number and facility. Whoever no longer sees who a family is does not find it by that. Logged with what was found and a keyed hash of what was typed. Not there and not theirs are
 * told alike.
 */
export async function found(runtime: Runtime, reader: Reader, typed: string): Promise<Found> {
  const { registry, engine, guarded, clock, accessLog } = runtime;
  const { person } = reader;
  const now = clock.now();
  const wanted = wantedBy(typed, person, engine.ports.vault);
  const kind = kindOfSearch(typed);
  const files = wanted.map((one) => listQuery(registry, person, one, { limit: MOST + 1, now }));
  const flats = kind === 'name' ? await flatQuery(runtime, person, typed) : null;
  const ids = await guarded.as(person, now, async (db) => {
    const all: string[] = [];
    for (const query of [...files, flats])
      if (query !== null)
        all.push(...(await db.query<{ id: string }>(query.text, [...query.values])).rows.map(({ id }) => id));
    return [...new Set(all)];
  });
  const all = await workRows(runtime, person, ids.slice(0, MOST));
  const number = numberOfFile(typed);
  const byWho = wanted.some(({ terms }) => terms !== undefined);
  const rows = byWho ? all.filter(({ file, isKnown }) => isKnown || file === number) : all;
  const query = { by: [kind], mac: engine.ports.vault.mac({ typed }) };
  await accessLog.other(reader, 'search', { files: rows.map(({ file }) => file), query });
  return { rows, isMore: ids.length > MOST, exact: rows.some(({ file }) => file === number) ? number : null };
}

/** Flats by their number, after the beginning of their facility's name if that was typed. Null when no number was. */
async function flatQuery({ pool }: Runtime, person: Person, typed: string): Promise<Query | null> {
  const words = typed.trim().toLowerCase().split(/\s+/);
  const number = words.at(-1) ?? '';
  if (!/\d/.test(number)) return null;
  const name = words.slice(0, -1).join(' ');
  const codes = [...(await facilityNames(pool))].flatMap(([code, one]) =>
    one.toLowerCase().startsWith(name) ? code : [],
  );
  const where = new Where();
  const visible = visibleTo(where, person);
  if (visible === null) return null;
  where
    .add(visible)
    .add(`p.workflow = 'dwelling'`)
    .add(seen(where, 'p', person));
  where.add(`lower(f.record->>'number') = ${where.value(number)}`);
  if (name !== '') where.add(`f.record->>'facility' = any(${where.value(codes)})`);
  const text = `select distinct f.id from process p join case_file f on f.id = p.file_id where ${where}
    order by f.id limit ${MOST + 1}`;
  return { text, values: where.values };
}
