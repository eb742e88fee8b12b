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
  return linesOf(await pool.query<LineRow>(query));
}

type LineRow = Omit<KeptLine, 'madeAt'> & { readonly madeAt: Date };

const linesOf = ({ rows }: { readonly rows: readonly LineRow[] }): KeptLine[] =>
  rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));

/** Whether an audience may see a kept report: the public only what was made for it. */
export const mayRead = (reader: Parameters['audience'], { parameters }: Pick<Kept, 'parameters'>): boolean =>
  reader === 'inside' || parameters['audience'] === 'public';

/** A fact by where it stands. */
export interface FactPlace {
  readonly file: string;
  readonly seq: number;
  readonly ordinal: number;
}

/** The facts happened by the last day of the report, and were known when it was kept. */
const RESTING = `select id, report, parameters, made_by as "madeBy", made_at as "madeAt" from kept_report k
where ($1 = 'inside' or parameters->>'audience' = 'public') and exists (select from fact f
  join jsonb_to_recordset($2::jsonb) as x(file text, seq numeric, ordinal int)
    on f.file_id = x.file and f.seq = x.seq and f.ordinal = x.ordinal
  where f.occurred_on <= (k.parameters->>'until')::date and f.recorded_at < least(k.known_before,
    ((k.parameters->>'asKnownOn')::date + 1)::timestamp at time zone 'Europe/Stockholm'))
order by made_at desc, id`;

/** The kept reports that an audience may see whose figures may rest on some of these facts, the newest first. */
export async function keptRestingOn(
  pool: Pool,
  reader: Parameters['audience'],
  facts: readonly FactPlace[],
): Promise<readonly KeptLine[]> {
  if (facts.length === 0) return [];
  const query = { name: 'kept-resting', text: RESTING, values: [reader, JSON.stringify(facts)] };
  return linesOf(await pool.query<LineRow>(query));
}

/** A kept report of which something has been corrected since, in so many cases. */
export type CorrectedLine = KeptLine & { readonly cases: number };

/** What was known when a report was kept, happened by its last day, and has been taken back since. */
const CORRECTED = `select k.id, k.report, k.parameters, k.made_by as "madeBy", k.made_at as "madeAt", c.cases
from kept_report k cross join lateral (select count(distinct f.file_id)::int as cases from fact f
  where f.voided_at >= k.known_before and f.recorded_at < k.known_before
  and f.occurred_on <= (k.parameters->>'until')::date) c
where ($1 = 'inside' or k.parameters->>'audience' = 'public') and c.cases > 0
order by k.made_at desc, k.id limit $2`;

/** The kept reports that an audience may see and that rest on what has been corrected since, the newest first. */
export async function keptCorrected(
  pool: Pool,
  reader: Parameters['audience'],
  limit: number,
): Promise<readonly CorrectedLine[]> {
  const query = { name: 'kept-corrected', text: CORRECTED, values: [reader, limit] };
  const { rows } = await pool.query<LineRow & { readonly cases: number }>(query);
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}
