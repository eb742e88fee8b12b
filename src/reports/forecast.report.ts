import type { Text } from '../../workflows/definition.js';
import { addYears, daysBetween } from '../domain/days.js';
import { wholePercent } from '../domain/shares.js';
import { referred, stays } from './measures.queries.js';
import type { Asked, Column, Forecast, Keys, Parameters, Report, Row, Told } from './report.js';
import { TOTAL, units, wordsOf } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** The families that SHIS is asked for; other forms have no referral to count. */
const FORM = 'transitional';

/** Whether something counted belongs to a row: the total is of the city's districts; units that refer like one stand outside it. */
const belongsIn =
  ({ districts }: Asked) =>
  (keys: Keys, row: Row): boolean =>
    keys.form === FORM &&
    (row['district'] !== TOTAL || (keys.district !== null && districts.isDistrict(keys.district)));

const columns = (asked: Asked): readonly Column[] => [
  {
    name: 'district',
    label: text('Stadsdel', 'District'),
    unit: null,
    key: true,
    words: (code) => (code === TOTAL ? wordsOf('form', TOTAL) : asked.districts.nameOf(code)),
  },
  { name: 'low', label: text('Inventering, lägst', 'Forecast, fewest'), unit: units.families },
  { name: 'high', label: text('Inventering, högst', 'Forecast, most'), unit: units.families },
  {
    name: 'referred',
    label: text('Remitterade', 'Referred'),
    unit: units.households,
    counts: [{ measure: referred, belongs: belongsIn(asked) }],
  },
  {
    name: 'placed',
    label: text('Har fått bostad', 'Placed'),
    unit: units.households,
    counts: [{ measure: stays, belongs: belongsIn(asked) }],
  },
  { name: 'elapsed', label: text('Av året har gått', 'Of the year gone'), unit: units.percent },
  ...(isWholeYear(asked.parameters)
    ? [
        {
          name: 'inRange',
          label: text('Inom inventeringen (1 = ja, 0 = nej)', 'Within the forecast (1 = yes, 0 = no)'),
          unit: null,
        },
      ]
    : []),
];

const isWholeYear = ({ year, until }: Parameters): boolean => until === `${year}-12-31`;

function elapsedIn({ year, until }: Parameters): number | null {
  const first = `${year}-01-01`;
  return wholePercent(daysBetween(first, until) + 1, daysBetween(first, addYears(first, 1)));
}

/** Districts in the order of their names, the total after them, and last the units that are no districts. */
async function rows(asked: Asked): Promise<Row[]> {
  const forecasts = (await asked.forecasts()).filter(({ form }) => form === FORM);
  const counted = [...(await asked.tally(referred)), ...(await asked.tally(stays))];
  const met = counted.flatMap(({ form, district }) => (form === FORM ? (district ?? []) : []));
  const { codes, isDistrict, nameOf } = asked.districts;
  const named = (code: string): string => nameOf(code)?.sv ?? code;
  const all = [...new Set([...codes, ...met, ...forecasts.map(({ district }) => district)])].sort(
    (one, other) => named(one).localeCompare(named(other), 'sv'),
  );
  const elapsed = elapsedIn(asked.parameters);
  const row = (district: string, of: (code: string) => boolean): Row => ({
    district,
    elapsed,
    ...expected(forecasts.filter((one) => of(one.district))),
  });
  const alone = (code: string): Row => row(code, (one) => one === code);
  return [
    ...all.filter(isDistrict).map(alone),
    row(TOTAL, isDistrict),
    ...all.filter((code) => !isDistrict(code)).map(alone),
  ];
}

/** What some forecasts come to together; null where none was handed in. */
const expected = (some: readonly Forecast[]): { low: number | null; high: number | null } =>
  some.length === 0
    ? { low: null, high: null }
    : {
        low: some.reduce((sum, { low }) => sum + low, 0),
        high: some.reduce((sum, { high }) => sum + high, 0),
      };

/** Whether as many were referred as was expected; nothing is said of a hidden number, or without a forecast. */
function derive(row: Row): Row {
  const { low, high, referred: count } = row;
  const told = typeof low === 'number' && typeof high === 'number' && typeof count === 'number';
  return { ...row, inRange: told ? Number(low <= count && count <= high) : null };
}

function headline({ rows, period: { until } }: Told): Text | null {
  const total = rows.find(({ district }) => district === TOTAL);
  if (total === undefined || typeof total['placed'] !== 'number') return null;
  const { low, high, referred: sent, placed, elapsed } = total;
  if (low === null)
    return text('Ingen inventering är inlämnad för året.', 'No forecast was handed in for the year.');
  return text(
    `Stadsdelarna räknade med att remittera ${low}–${high} familjer. Till och med ${until} har de remitterat ${sent} och ${placed} familjer har fått bostad; ${elapsed} % av året har gått.`,
    `The districts expected to refer ${low}–${high} families. By ${until} they have referred ${sent}, and ${placed} families have got a home; ${elapsed} % of the year is gone.`,
  );
}

/** What the districts expected of the year, beside what has happened. */
export const forecastReport: Report = {
  name: 'forecast',
  title: text('Inventering av behov', 'Forecast'),
  question: text(
    'Hur många familjer räknade stadsdelarna med att remittera, och hur många har de remitterat och fått bostad åt?',
    'How many families did the districts expect to refer, and how many have been referred and got a home?',
  ),
  definition: () =>
    text(
      'Inventering: det som stadsdelen lämnade in senast före årets början; det ändras inte sedan. Remitterade: hushåll vars remiss skickades första gången under perioden, varje hushåll en gång. Har fått bostad: hushåll i genomgångsbostad vars boende började under perioden. Summan är stadens stadsdelar; enheter som remitterar som en stadsdel står utanför den.',
      'Forecast: what the district handed in last before the year began; it does not change after that. Referred: households whose referral was first sent in the period, each household once. Placed: households in transitional flats whose stay began in the period. The total is of the city’s districts; units that refer like one stand outside it.',
    ),
  population: text(
    'Familjer som remitteras till genomgångsbostad.',
    'Families referred to transitional flats.',
  ),
  parameters: [],
  apart: [],
  tellsNone: true,
  columns,
  rows,
  derive,
  partsOf: ({ district }) => (district === TOTAL ? null : 'districts'),
  policy: () => [
    text(
      'Remitterad och placerad är två saker: inventeringen gäller remisser, så bara de jämförs med den.',
      'Referred and placed are two things: the forecast is of referrals, so only those are held against it.',
    ),
  ],
  headline,
  chart: {
    title: text('Remitterade mot inventeringen', 'Referred against the forecast'),
    column: 'referred',
    against: 'high',
    from: 'low',
  },
};
