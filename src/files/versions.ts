import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';

/** How often files have been written to, by their number. */
export type Versions = ReadonlyMap<string, number>;

interface Row {
  readonly id: string;
  readonly version: number;
}

const VERSIONS = 'select id, version from case_file where id = any($1)';
const BY = `
select convert_from(canonical, 'UTF8')::jsonb ->> 'by' as by, recorded_at as at from event
where file_id = $1 and seq = $2`;

const mapOf = (rows: readonly Row[]): Versions => new Map(rows.map(({ id, version }) => [id, version]));

/** The versions of some files, as far as a person may see them. Numbers of changes alone, so nothing of a file is read. */
export async function versionsSeen(
  { guarded, clock }: Runtime,
  person: Person,
  ids: readonly string[],
): Promise<Versions> {
  const query = { name: 'versions_seen', text: VERSIONS, values: [ids] };
  return mapOf(await guarded.as(person, clock.now(), async (db) => (await db.query<Row>(query)).rows));
}

/** The versions of files that somebody has been found to see. */
export async function versionsOf({ pool }: Runtime, ids: readonly string[]): Promise<Versions> {
  return mapOf((await pool.query<Row>({ name: 'versions', text: VERSIONS, values: [ids] })).rows);
}

/** Who made a change, and when; null when there is no such change. */
export async function changedBy(
  { pool }: Runtime,
  file: string,
  version: number,
): Promise<{ readonly by: string; readonly at: Date } | null> {
  return (await pool.query<{ by: string; at: Date }>(BY, [file, version])).rows[0] ?? null;
}
