import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';

/** One version of a district's forecast of a year. */
export interface ForecastVersion {
  readonly district: string;
  readonly low: number;
  readonly high: number;
  readonly handedIn: Day;
  /** Whether a later version has taken its place. */
  readonly isReplaced: boolean;
}

const VERSIONS = `
select district, low, high, handed_in::text as "handedIn",
  row_number() over (partition by district order by handed_in desc, id desc) > 1 as "isReplaced"
from forecast where year = $1 and form = $2 order by district, handed_in desc, id desc`;

/** Every version of a year's forecasts of a form, the latest of each district first. */
export async function forecastVersions(
  pool: Pool,
  year: number,
  form: string,
): Promise<readonly ForecastVersion[]> {
  const query = { name: 'forecast-versions', text: VERSIONS, values: [year, form] };
  return (await pool.query<ForecastVersion>(query)).rows;
}
