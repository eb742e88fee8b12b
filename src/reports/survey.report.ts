import type { Text } from '../../workflows/definition.js';
import { situations } from '../../workflows/files/household.js';
import { wholePercent } from '../domain/shares.js';
import type { Asked, Column, Report, Row, Told } from './report.js';
import { answersOf, howMany, newlyArrived, totalsOf } from './survey-answers.js';
import { units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const codes = Object.keys(situations) as (keyof typeof situations)[];

const columns: readonly Column[] = [
  {
    name: 'situation',
    label: text('Boende vid mättillfället', 'Housing at the time'),
    unit: null,
    key: true,
    words: (code) => situations[code as keyof typeof situations],
  },
  { name: 'count', label: text('Antal', 'Count'), unit: units.families },
  { name: 'share', label: text('Andel', 'Share'), unit: units.percent },
];

/** The situations in the table's order. A round that is known by its totals alone says nothing of them. */
async function rows(asked: Asked): Promise<Row[]> {
  const [round] = await asked.surveys();
  const answers = answersOf(round, asked.parameters);
  const all = howMany(answers);
  const known = (round?.answers.length ?? 0) > 0;
  return codes.map((situation) => {
    const count = howMany(answers.filter((one) => one.situation === situation));
    return { situation, count: known ? count : null, share: known ? wholePercent(count, all) : null };
  });
}

async function sums(asked: Asked): Promise<Row> {
  const [round] = await asked.surveys();
  const { families, lasting } = totalsOf(round, asked.parameters);
  return { count: families, families, lasting };
}

function headline({ totals: { families, lasting } }: Told): Text | null {
  if (typeof lasting !== 'number') return null;
  const of =
    families === null
      ? text('familjerna', 'the families')
      : text(`${families} familjer`, `${families} families`);
  return text(
    `${lasting} % av ${of.sv} bodde i något mer varaktigt: hos SHIS, i en försökslägenhet eller i en träningslägenhet.`,
    `${lasting} % of ${of.en} lived in something more lasting: with SHIS, in a trial flat or in a training flat.`,
  );
}

/** How families known to social services live, as they answered. */
export const survey: Report = {
  name: 'survey',
  title: text('Kartläggningen', 'The survey'),
  question: text(
    'Hur bor de familjer som saknar egen bostad, och hur många av dem bor i något mer varaktigt?',
    'How do families without a home of their own live, and how many of them in something more lasting?',
  ),
  definition: () =>
    text(
      'Svaren i den senaste omgång som hölls till och med den sista dagen, ett för varje familj. Andel: av alla svar, vet ej medräknat, varje andel avrundad för sig. Mer varaktigt boende: hos SHIS för familjer och för nyanlända, försöks- och träningslägenhet.',
      'The answers of the latest round held by the last day, one for each family. Share: out of all answers, not known included, each share rounded alone. More lasting housing: with SHIS for families and for newly arrived, trial and training flats.',
    ),
  population: text(
    'Familjer som socialtjänsten känner till och som saknar egen bostad. Ett register av svar, aldrig hämtat ur ärenden.',
    'Families known to social services that have no home of their own. A register of answers, never derived from cases.',
  ),
  parameters: [newlyArrived],
  apart: [],
  columns: () => columns,
  rows,
  sums,
  policy: () => [
    text(
      'Kartläggningen är vidare än hemlöshet: den som bor hos SHIS eller i en försökslägenhet räknas inte som hemlös, men är med.',
      'The survey is wider than homelessness: who lives with SHIS or in a trial flat is not counted as homeless, but is in it.',
    ),
  ],
  notes: async (asked) => {
    const [, ...earlier] = await asked.surveys();
    return earlier.map((round) => {
      const { families, lasting } = totalsOf(round, asked.parameters);
      const of =
        families === null
          ? text('antalet familjer är inte känt', 'the number of families is not known')
          : text(`${families} familjer`, `${families} families`);
      return text(
        `Omgången ${round.year}: ${lasting ?? '–'} % i mer varaktigt boende (${of.sv}).`,
        `The round of ${round.year}: ${lasting ?? '–'} % in lasting housing (${of.en}).`,
      );
    });
  },
  headline,
  chart: { title: text('Familjer efter boende', 'Families by housing'), column: 'count' },
};
