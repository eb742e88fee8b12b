import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';

/** A round as it was last told, and how many have answered in it; `families` and `lastingShare` where only totals are known. */
export interface RoundTold {
  readonly year: number;
  readonly heldOn: Day;
  readonly families: number | null;
  readonly lastingShare: number | null;
  readonly responses: number;
}

const ROUNDS = `
select r.year, r.held_on::text as "heldOn", r.families, r.lasting_share as "lastingShare",
  (select count(*)::int from survey_response s where s.round = r.year) as responses
from (select distinct on (year) * from survey_round order by year, id desc) r order by r.year desc`;

/** Every round of the survey, the latest first. */
export async function roundsTold(pool: Pool): Promise<readonly RoundTold[]> {
  return (await pool.query<RoundTold>({ name: 'rounds-told', text: ROUNDS })).rows;
}
