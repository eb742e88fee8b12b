import type { Text } from '../../workflows/definition.js';
import { householdTypes } from '../../workflows/files/household.whole.js';
import { householdTypes as answered } from '../register/schemas.js';
import { wholePercent } from '../domain/shares.js';
import { refusalsByType, staysByType } from './measures.queries.js';
import type { Asked, Column, Figure, Measure, Report, Row, Told } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { answersOf, howMany, newlyArrived } from './survey-answers.js';
import { units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Where the households of a row come from. The survey's are never summed with the others. */
const SOURCES = {
  survey: text('Kartläggningens svar', 'The survey’s answers'),
  placements: text('Hushåll som fått bostad', 'Placements'),
  refusals: text('Erbjudanden som hushåll tackat nej till', 'Offers refused by households'),
} as const;
type Source = keyof typeof SOURCES;

const types = Object.keys(answered) as (keyof typeof answered)[];
/** The survey asks families alone; of the homes many are for people without children. */
const TYPES: Readonly<Record<string, Text>> = { ...answered, ...householdTypes };
const of = (measure: Measure, source: Source, apart: boolean): Figure => ({
  measure,
  belongs: (keys, row) => row['source'] === source && (!apart || keys.code === row['type']),
});

const columns: readonly Column[] = [
  {
    name: 'source',
    label: text('Underlag', 'Source'),
    unit: null,
    key: true,
    words: (code) => SOURCES[code as Source],
  },
  {
    name: 'type',
    label: text('Hushållstyp', 'Household type'),
    unit: null,
    key: true,
    words: (code, { source }) =>
      source === 'survey' ? answered[code as keyof typeof answered] : TYPES[code],
  },
  {
    name: 'count',
    label: text('Antal', 'Count'),
    unit: null,
    counts: [of(staysByType, 'placements', true), of(refusalsByType, 'refusals', true)],
  },
  {
    name: 'base',
    label: text('Av', 'Out of'),
    unit: null,
    counts: [of(staysByType, 'placements', false), of(refusalsByType, 'refusals', false)],
    ofTotal: true,
  },
  { name: 'share', label: text('Andel', 'Share'), unit: units.percent },
];

async function rows(asked: Asked): Promise<Row[]> {
  const [round] = await asked.surveys();
  const answers = answersOf(round, asked.parameters);
  return (Object.keys(SOURCES) as Source[]).flatMap((source) =>
    types.map((type) => ({
      source,
      type,
      answered: howMany(answers.filter(({ householdType }) => householdType === type)),
      answers: howMany(answers),
    })),
  );
}

/** What the survey's rows count is answers, and no case. */
function derive(row: Row): Row {
  const own = row['source'] === 'survey' ? { count: row['answered'], base: row['answers'] } : row;
  const { count = null, base = null } = own;
  const told = typeof count === 'number' && typeof base === 'number';
  return { ...row, count, base, share: told ? wholePercent(count, base) : HIDDEN };
}

function headline({ rows }: Told): Text | null {
  const alone = rows.find(({ source, type }) => source === 'survey' && type === 'single-woman');
  const share = alone?.['share'];
  if (typeof share !== 'number') return null;
  return text(
    `${share} % av familjerna i kartläggningen är en ensamstående kvinna med barn (${alone?.['count']} av ${alone?.['base']}).`,
    `${share} % of the families in the survey are a single woman with children (${alone?.['count']} of ${alone?.['base']}).`,
  );
}

/** Household types by gender, as answered: in the survey, among those who got a home, and among refusals. */
export const equality: Report = {
  name: 'equality',
  title: text('Jämställdhet', 'Equality'),
  question: text(
    'Vilka hushåll saknar egen bostad, vilka får en och vilka tackar nej, efter kön?',
    'Which households have no home of their own, which get one and which refuse, by gender?',
  ),
  definition: () =>
    text(
      'Kartläggningen: svaren i den senaste omgången, ett för varje familj. Fått bostad: hushåll vars boende började under perioden. Tackat nej: erbjudanden som hushållet tackade nej till. Hushållstypen är den som hushållet har svarat, aldrig härledd ur namn eller nummer; vet ej är med i nämnaren. De tre underlagen räknas var för sig och summeras aldrig.',
      'The survey: the answers of the latest round, one for each family. Placements: households whose stay began in the period. Refusals: offers that the household refused. The type is the one that the household answered, never derived from names or numbers; not known stays in the denominator. The three sources are counted each by itself and never summed.',
    ),
  population: text(
    'Familjer i kartläggningen; hushåll med ett ärende i Husrum.',
    'Families in the survey; households with a case in Husrum.',
  ),
  parameters: [newlyArrived],
  apart: [],
  tellsNone: true,
  columns: () => columns,
  rows,
  derive,
  partsOf: ({ source }) => (source === 'survey' ? null : String(source)),
  policy: () => [
    text(
      'Nyanlända utesluts ur kartläggningens svar om inget annat väljs; bland ärendena är alla med.',
      'Newly arrived families are left out of the survey’s answers unless asked otherwise; of the cases all are counted.',
    ),
    text(
      'Hushållstypen i ärendena är den som står där i dag.',
      'The type of a household in the cases is the one that stands there today.',
    ),
  ],
  headline,
  chart: { title: text('Hushåll efter typ', 'Households by type'), column: 'share' },
};
