import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';

/** One version of a forecast of a year: of a form, and of a size of household or (null) of all together. */
export interface ForecastVersion {
  readonly district: string;
  readonly form: string;
  readonly size: string | null;
  readonly low: number;
  readonly high: number;
  readonly handedIn: Day;
  /** Whether a later version has taken its place. */
  readonly isReplaced: boolean;
}

/**
 * Whether a row `l` of the forecasts takes the place of the row `v`: told later, of the same size, or of all together where
 * the other is of a size.
 */
export const REPLACES = `l.year = v.year and l.district = v.district and l.form = v.form
  and (l.handed_in, l.id) > (v.handed_in, v.id) and (l.size is null or v.size is null or l.size = v.size)`;

const VERSIONS = `
select district, form, size, low, high, handed_in::text as "handedIn",
  exists (select from forecast l where ${REPLACES}) as "isReplaced"
from forecast v where year = $1 order by district, form, "isReplaced", handed_in desc, size nulls first, id desc`;

/** Every version of a year's forecasts, by district and form, those that count first. */
export async function forecastVersions(pool: Pool, year: number): Promise<readonly ForecastVersion[]> {
  return (await pool.query<ForecastVersion>({ name: 'forecast-versions', text: VERSIONS, values: [year] }))
    .rows;
}
