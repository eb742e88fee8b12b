import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import { surveyRounds } from './surveys.queries.js';
import { totalsOf } from './survey-answers.js';

/** A round of the survey in sums: its families that are not newly arrived, and how many percent of them in lasting housing. */
export interface RoundSummed {
  readonly year: number;
  readonly heldOn: Day;
  readonly families: number | null;
  readonly lasting: number | null;
}

const ALL = { from: '0001-01-01', until: '9999-12-31', knownBefore: 'infinity' } as const;

/** Every round in sums, the latest first: counted, or as its totals say. */
export async function roundsSummed(pool: Pool): Promise<readonly RoundSummed[]> {
  return (await surveyRounds(pool, ALL)).map((round) => summed(round));
}

const summed = (round: Awaited<ReturnType<typeof surveyRounds>>[number]): RoundSummed => ({
  year: round.year,
  heldOn: round.heldOn,
  ...totalsOf(round, {}),
});

/** The same of responses that are not imported yet. */
export function responsesSummed(
  year: number,
  heldOn: Day,
  responses: readonly {
    readonly situation: string;
    readonly newlyArrived: boolean;
    readonly householdType: string;
  }[],
): RoundSummed {
  const answers = responses.map((one) => ({ ...one, count: 1 }));
  return summed({ year, heldOn, families: null, lastingShare: null, answers });
}
