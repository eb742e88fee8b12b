import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';

const NAMES = `
select distinct on (code) code, name from facility where valid_from <= $1 order by code, valid_from desc, id desc`;

/** The names of SHIS's facilities on a day, by code. */
export async function facilityNames(pool: Pool, day: Day): Promise<ReadonlyMap<string, string>> {
  const query = { name: 'facility_names', text: NAMES, values: [day] };
  const { rows } = await pool.query<{ code: string; name: string }>(query);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
