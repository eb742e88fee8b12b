import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';

const FLATS = `select id, record->>'facility' as facility, record->>'number' as number, record->>'company' as company
  from case_file where id = any($1) and kind = 'dwelling'`;
const FACILITIES = `select distinct on (code) code, name from facility order by code, valid_from desc, id desc`;
const FACILITIES_ON = `select distinct on (code) code, name from facility where valid_from <= $1
  order by code, valid_from desc, id desc`;

/** What the facilities are called, by their codes. */
export async function facilityNames(pool: Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ code: string; name: string }>({
    name: 'facility_names',
    text: FACILITIES,
  });
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** What they were called on a day. */
async function facilityNamesOn(pool: Pool, day: Day): Promise<ReadonlyMap<string, string>> {
  const query = { name: 'facility_names_on', text: FACILITIES_ON, values: [day] };
  const { rows } = await pool.query<{ code: string; name: string }>(query);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** What a flat is called: its facility, or the company's name, and its number there. */
export function flatName(
  { facility, company, number }: FlatNamed,
  facilities: ReadonlyMap<string, string>,
  companies: ReadonlyMap<string, { readonly name: string }>,
): string {
  const house = facility
    ? (facilities.get(facility) ?? facility)
    : company && (companies.get(company)?.name ?? company);
  return [house, number].filter(Boolean).join(' ');
}
/** What of a flat's record its name is made from. */
export interface FlatNamed {
  readonly facility?: string | null;
  readonly company?: string | null;
  readonly number?: string | null;
}

/** What the flats among some refs (`<file>/<number>`) are called, by file; those that the person may not see are left out. */
export async function flatsCalled(
  { guarded, clock, pool, directory }: Runtime,
  person: Person,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(refs.map((ref) => ref.split('/')[0] as string))];
  if (ids.length === 0) return new Map();
  const query = { name: 'flats_called', text: FLATS, values: [ids] };
  const [{ rows }, facilities, { organisations }] = await Promise.all([
    guarded.as(person, clock.now(), (db) => db.query<FlatNamed & { id: string }>(query)),
    facilityNames(pool),
    directory.snapshot(),
  ]);
  return new Map(rows.map((row) => [row.id, flatName(row, facilities, organisations)]));
}

/** What a flat was called on a day: its facility by the name that it had then. Null for one that the person may not see. */
export async function flatNamedOn(
  { guarded, clock, pool, directory }: Runtime,
  person: Person,
  file: string,
  day: Day,
): Promise<string | null> {
  const query = { name: 'flats_called', text: FLATS, values: [[file]] };
  const [{ rows }, facilities, { organisations }] = await Promise.all([
    guarded.as(person, clock.now(), (db) => db.query<FlatNamed>(query)),
    facilityNamesOn(pool, day),
    directory.snapshot(),
  ]);
  return rows[0] === undefined ? null : flatName(rows[0], facilities, organisations);
}
