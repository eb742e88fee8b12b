import type { PoolClient } from 'pg';
import type { Day } from '../../workflows/definition.js';
import type { KnownBefore } from './period.js';
import type { Goal } from './report.js';

const IN_FORCE = `
select distinct on (forms) forms, goal, valid_from::text as "from", reference from goal
where year = $1 and valid_from <= $2 and recorded_at < $3::timestamptz
order by forms, valid_from desc, id desc`;

/** The goals of a year in force on a day, as known before a moment: for each set of forms the one set last. */
export async function goalsInForce(
  db: Pick<PoolClient, 'query'>,
  year: number,
  on: Day,
  knownBefore: KnownBefore,
): Promise<readonly Goal[]> {
  return (await db.query<Goal>({ name: 'goals-in-force', text: IN_FORCE, values: [year, on, knownBefore] }))
    .rows;
}
