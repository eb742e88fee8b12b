import type { Text } from '../../workflows/definition.js';
import { z } from 'zod';
import { wholePercent } from '../domain/shares.js';
import type { Parameter, Parameters, SurveyRound } from './report.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Whose answers of a round are counted; by default those of families that are not newly arrived. */
export const newlyArrived: Parameter = {
  name: 'newlyArrived',
  label: text('Nyanlända familjer', 'Newly arrived families'),
  choices: [
    ['exclude', text('utan dem', 'without them')],
    ['only', text('bara dem', 'them only')],
    ['include', text('med dem', 'with them')],
  ],
  says: text('Välj exclude (utan), only (bara) eller include (med).', 'Choose exclude, only or include.'),
  schema: z.enum(['exclude', 'only', 'include']).default('exclude'),
};

/** Where a family lives in something more lasting: the city's own sum. */
const LASTING = ['shis-family', 'shis-newly-arrived', 'trial', 'training'];

type Answers = SurveyRound['answers'];
type Whose = Pick<Parameters, 'newlyArrived'>;

/** The answers of a round that are counted. */
export function answersOf(
  round: SurveyRound | undefined,
  { newlyArrived: whose = 'exclude' }: Whose,
): Answers {
  return (round?.answers ?? []).filter(
    (one) => whose === 'include' || one.newlyArrived === (whose === 'only'),
  );
}

/** How many answers there are in all. */
export const howMany = (answers: Answers): number => answers.reduce((sum, { count }) => sum + count, 0);

/** How many families a round had, and how many percent in lasting housing: counted, or as the totals say. Totals leave out the newly arrived. */
export function totalsOf(
  round: SurveyRound | undefined,
  parameters: Whose,
): { readonly families: number | null; readonly lasting: number | null } {
  if (round === undefined) return { families: null, lasting: null };
  if (round.answers.length === 0)
    return (parameters.newlyArrived ?? 'exclude') === 'exclude'
      ? { families: round.families, lasting: round.lastingShare }
      : { families: null, lasting: null };
  const answers = answersOf(round, parameters);
  const lasting = howMany(answers.filter(({ situation }) => LASTING.includes(situation)));
  return { families: howMany(answers), lasting: wholePercent(lasting, howMany(answers)) };
}
