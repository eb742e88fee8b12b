import type { Text } from '../../workflows/definition.js';
import { wholePercent } from '../domain/shares.js';
import { choices, offersChosen } from './measures.queries.js';
import type { Asked, Column, Report, Row } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { inOrder, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What is told of a choice without a reason that somebody picked. */
const OWN: Readonly<Record<string, Text>> = {
  first: text('Den som föreslogs först', 'The one proposed first'),
  'not-asked': text('En annan, innan skäl krävdes', 'Another, before a reason was needed'),
};
const WHAT: Readonly<Record<string, Text>> = {
  offer: text('Erbjudande av en lägenhet', 'Offer of a flat'),
  ownStock: text('Egen lägenhet som passade men valdes bort', 'Own flat that fitted and was set aside'),
};
const LISTS: Readonly<Record<string, string>> = { offer: 'instead', ownStock: 'ownStock' };

async function rows({ reasons, tally }: Asked): Promise<Row[]> {
  const met = await tally(choices);
  return Object.keys(WHAT).flatMap((what) => {
    const own = met.filter(({ stage }) => stage === what).flatMap(({ reason }) => reason ?? []);
    const order = [...Object.keys(OWN), ...reasons.codes(LISTS[what] ?? '', 'shis')];
    return inOrder(order, own).map((reason) => ({ what, reason }));
  });
}

const columns = ({ reasons }: Asked): readonly Column[] => [
  {
    ...{ name: 'what', label: text('Val', 'Choice'), unit: null, key: true },
    words: (code) => WHAT[code],
  },
  {
    ...{ name: 'reason', label: text('Skäl', 'Reason'), unit: null, key: true },
    words: (code, row) => OWN[code] ?? reasons.words(LISTS[String(row['what'])] ?? '', code),
  },
  {
    ...{ name: 'count', label: text('Antal', 'Count'), unit: units.answers },
    counts: [
      {
        measure: choices,
        belongs: ({ stage, reason }, row) => stage === row['what'] && reason === row['reason'],
      },
    ],
  },
  {
    ...{ name: 'base', label: text('Av erbjudanden', 'Out of offers'), unit: units.answers },
    counts: [{ measure: offersChosen, belongs: (_, row) => row['what'] === 'offer' }],
    ofTotal: true,
    leftOut: 'of-public-breakdowns',
  },
  {
    ...{ name: 'share', label: text('Andel', 'Share'), unit: units.percent },
    leftOut: 'of-public-breakdowns',
  },
];

/** How often another than the first was chosen, and why. */
export const choicesReport: Report = {
  name: 'choices',
  title: text('Förslag och val', 'Proposals and choices'),
  question: text(
    'Hur ofta erbjöds en lägenhet någon annan än den som föreslogs först, och av vilka skäl?',
    'How often was a flat offered to another than the one proposed first, and for what reasons?',
  ),
  definition: () =>
    text(
      'Varje erbjudande från kön räknas en gång, efter dagen då det gjordes: antingen till den familj som lägenheten föreslogs för först, eller till en annan med sitt skäl. Egna lediga lägenheter som passade enligt matchningen och som en handläggare valde bort räknas efter sökningens dag.',
      'Each offer from the queue counts once, by the day it was made: either to the family that the flat was proposed to first, or to another with its reason. Own free flats that fitted by the match and that a handler set aside count by the day of the search.',
    ),
  population: text(
    'Erbjudanden från kön och sökningar i egna anläggningar under perioden.',
    'Offers from the queue and searches of the own stock in the period.',
  ),
  parameters: [],
  columns,
  rows,
  derive: (row) => ({
    ...row,
    base: row['what'] === 'offer' ? (row['base'] ?? null) : null,
    share: row['what'] === 'offer' ? shareOf(row) : null,
  }),
  partsOf: (row) => String(row['what']),
  policy: () => [
    text(
      'Sedan 2021-12-01 behöver ett erbjudande till någon annan än den första ett skäl.',
      'Since 2021-12-01 an offer to another than the first needs a reason.',
    ),
  ],
  totals: [],
  chart: { title: text('Val efter skäl', 'Choices by reason'), column: 'count' },
};

const shareOf = ({ count, base }: Row): number | string =>
  typeof count === 'number' && typeof base === 'number' ? (wholePercent(count, base) ?? 0) : HIDDEN;
