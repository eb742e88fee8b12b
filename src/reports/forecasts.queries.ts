import type { PoolClient } from 'pg';
import { REPLACES } from '../register/forecasts.queries.js';
import type { Period } from './period.js';
import type { Division } from './counting.js';
import type { Forecast } from './report.js';

const isFrozen = (row: string): string =>
  `${row}.handed_in < make_date($1, 1, 1) and ${row}.recorded_at < $2::timestamptz`;

/** For each district, form and size the version that was handed in last before the year began. */
const FROZEN = `
select district, form, size, low, high, handed_in::text as "handedIn" from forecast v
where year = $1 and ${isFrozen('v')} and not exists (select from forecast l where ${REPLACES} and ${isFrozen('l')})
order by district, form, size`;

/** The forecasts of a year, as known then; those of districts that were merged together since count as one's, if so asked. */
export async function forecastsOf(
  db: PoolClient,
  year: number,
  { knownBefore }: Period,
  division: Division,
): Promise<readonly Forecast[]> {
  const { rows } = await db.query<Forecast>({ name: 'forecasts', text: FROZEN, values: [year, knownBefore] });
  return rows.map((row) => ({ ...row, district: division(row.district) }));
}
