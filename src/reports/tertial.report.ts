import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { allocationsByCompany, declinedByCompany, rejectionsByCompany } from './bridge.queries.js';
import type { Asked, Column, Keys, Parameter, Report, Row, Told } from './report.js';
import { inOrder, units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const ends = { '1': '04-30', '2': '08-31', year: '12-31' } as const;

const whichPart: Parameter = {
  name: 'tertial',
  label: text('Del av året', 'Part of the year'),
  choices: [
    ['', text('till den sista dagen', 'to the last day')],
    ['1', text('tertial 1, januari–april', 'tertial 1, January–April')],
    ['2', text('tertial 2, januari–augusti', 'tertial 2, January–August')],
    ['year', text('hela året', 'the whole year')],
  ],
  says: text('Välj 1, 2 eller year (hela året).', 'Choose 1, 2 or year.'),
  schema: z.enum(['1', '2', 'year']).nullable().default(null),
};

const sameCompany = (keys: Keys, row: Row): boolean => keys.house === row['company'];
const columns = ({ houseNamed }: Asked): readonly Column[] => [
  {
    name: 'company',
    label: text('Bostadsbolag', 'Housing company'),
    unit: null,
    key: true,
    words: houseNamed,
  },
  {
    ...{ name: 'allocated', label: text('Förmedlade', 'Allocated'), unit: units.flats },
    counts: [{ measure: allocationsByCompany, belongs: sameCompany }],
  },
  {
    ...{ name: 'declined', label: text('Avböjda av SHIS', 'Declined by SHIS'), unit: units.flats },
    counts: [{ measure: declinedByCompany, belongs: sameCompany }],
  },
  {
    ...{
      name: 'rejected',
      label: text('Hushåll som bolaget sade nej till', 'Households rejected'),
      unit: units.households,
    },
    counts: [{ measure: rejectionsByCompany, belongs: sameCompany }],
  },
];

async function rows({ tally }: Asked): Promise<Row[]> {
  const met = [
    ...(await tally(allocationsByCompany)),
    ...(await tally(declinedByCompany)),
    ...(await tally(rejectionsByCompany)),
  ];
  return inOrder(
    [],
    met.flatMap(({ house }) => house ?? []),
  ).map((company) => ({ company }));
}

function headline({ totals, period: { from, until } }: Told): Text {
  return text(
    `${from} till ${until}: ${totals['allocated']} förmedlade lägenheter, ${totals['declined']} avböjda av SHIS och ${totals['rejected']} hushåll som bolagen sade nej till.`,
    `${from} to ${until}: ${totals['allocated']} flats allocated, ${totals['declined']} declined by SHIS and ${totals['rejected']} households rejected by the companies.`,
  );
}

/** The year so far for the tertial report: company by company, then the reports it is put together from. */
export const tertial: Report = {
  name: 'tertial',
  title: text('Tertialrapport', 'Tertial report'),
  question: text(
    'Hur har året gått hittills: målet, placeringarna, nejen, de tomma dagarna och inventeringen, och per bolag?',
    'How has the year gone so far: the goal, placements, refusals, empty days and forecast, and per company?',
  ),
  definition: () =>
    text(
      'Från årets början till tertialets slut: tertial 1 till och med april, tertial 2 till och med augusti, hela året till och med december. Överst per bostadsbolag: förmedlade lägenheter, lägenheter som SHIS avböjde och hushåll som bolaget sade nej till. Därefter de rapporter som ingår, var och en med sin egen definition.',
      'From the beginning of the year to the end of the tertial: tertial 1 to the end of April, tertial 2 to the end of August, the year to the end of December. First by housing company: flats allocated, flats that SHIS declined and households that the company rejected. Then the reports that it is put together from, each with its own definition.',
    ),
  population: text('Lägenheter från bostadsbolagen.', 'Flats from the housing companies.'),
  parameters: [whichPart],
  span: ({ year, tertial: part }) => (part == null ? {} : { until: `${year}-${ends[part]}` }),
  apart: [],
  parts: ['yearly-goal', 'placements', 'refusals', 'vacancy', 'forecast'],
  columns,
  rows,
  partsOf: () => 'all',
  policy: () => [
    text(
      'Bolaget är det som står på lägenheten i dag.',
      'The company is the one that stands on the flat today.',
    ),
  ],
  notes: () => [
    text(
      'Källans tabeller slutar sista september och sista oktober 2021; ingen av dem är ett tertial.',
      'The source’s tables end with September and October 2021; neither is a tertial.',
    ),
  ],
  totals: ['allocated', 'declined', 'rejected'],
  headline,
  chart: { title: text('Förmedlade per bolag', 'Allocated by company'), column: 'allocated' },
};
