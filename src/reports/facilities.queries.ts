import type { PoolClient } from 'pg';
import type { Text } from '../../workflows/definition.js';

const NAMES = 'select distinct on (code) code, name from facility order by code, valid_from desc, id desc';

/** What the facilities are called now, by code. */
export async function facilityNames(db: PoolClient): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await db.query<{ code: string; name: string }>({ name: 'report-facilities', text: NAMES });
  return new Map(rows.map(({ code, name }) => [code, { sv: name, en: name }]));
}
