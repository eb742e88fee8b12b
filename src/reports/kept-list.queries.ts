import type { Pool } from 'pg';
import type { Kept } from './kept.js';
import type { Parameters } from './report.js';

/** A line of the list of kept reports. */
export type KeptLine = Pick<Kept, 'id' | 'report' | 'parameters' | 'madeBy' | 'madeAt'>;

const LIST = `select id, report, parameters, made_by as "madeBy", made_at as "madeAt" from kept_report
where $1 = 'inside' or parameters->>'audience' = 'public' order by made_at desc, id offset $2 limit $3`;

/** The kept reports that an audience may see, the newest first. */
export async function keptList(
  pool: Pool,
  reader: Parameters['audience'],
  from: number,
  limit: number,
): Promise<readonly KeptLine[]> {
  const query = { name: 'kept-list', text: LIST, values: [reader, from, limit] };
  const { rows } = await pool.query<Omit<KeptLine, 'madeAt'> & { madeAt: Date }>(query);
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

/** Whether an audience may see a kept report: the public only what was made for it. */
export const mayRead = (reader: Parameters['audience'], { parameters }: Pick<Kept, 'parameters'>): boolean =>
  reader === 'inside' || parameters['audience'] === 'public';
