import type { PoolClient } from 'pg';
import type { Period } from './period.js';
import type { Division } from './counting.js';
import type { Forecast } from './report.js';

/** For each district and form the version that was handed in last before the year began. */
const FROZEN = `
select distinct on (district, form) district, form, low, high, handed_in::text as "handedIn" from forecast
where year = $1 and handed_in < make_date($1, 1, 1) and recorded_at < $2::timestamptz
order by district, form, handed_in desc, id desc`;

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
