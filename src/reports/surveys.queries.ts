import type { PoolClient } from 'pg';
import type { Period } from './period.js';
import type { SurveyRound } from './report.js';

/** Every round held by a day, as last told by then, the latest first; each with what its families answered, counted. */
const ROUNDS = `
with round as (
  select distinct on (year) year, held_on, families, lasting_share from survey_round
  where held_on <= $1 and recorded_at < $2::timestamptz order by year, id desc)
select r.year, r.held_on::text as "heldOn", r.families, r.lasting_share as "lastingShare",
  coalesce((select jsonb_agg(a) from (
    select situation, newly_arrived as "newlyArrived", household_type as "householdType", count(*)::int as count
    from survey_response s where s.round = r.year and s.recorded_at < $2::timestamptz group by 1, 2, 3) a), '[]') as answers
from round r order by r.held_on desc`;

/** The rounds of the survey that had been held by the end of a period. */
export async function surveyRounds(
  db: Pick<PoolClient, 'query'>,
  { until, knownBefore }: Period,
): Promise<readonly SurveyRound[]> {
  const query = { name: 'survey-rounds', text: ROUNDS, values: [until, knownBefore] };
  return (await db.query<SurveyRound>(query)).rows;
}
