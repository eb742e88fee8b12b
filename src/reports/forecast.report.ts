import type { Text } from '../../workflows/definition.js';
import { addYears, daysBetween } from '../domain/days.js';
import { wholePercent } from '../domain/shares.js';
import { happened } from './expected.queries.js';
import {
  forecastParameters,
  formIn,
  isApart,
  SIZES,
  sizeWords,
  TRANSITIONAL,
} from './forecast.parameters.js';
import type { Asked, Column, Forecast, Keys, Measure, Parameters, Report, Row, Told } from './report.js';
import { TOTAL, units, wordsOf } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const measuresOf = ({ parameters }: Asked): ReturnType<typeof happened> =>
  happened(formIn(parameters) === TRANSITIONAL, isApart(parameters));

/**
 * Whether a district or unit is part of the total: of the families that are referred that is the city's districts, and units
 * that refer like one stand outside it; of the other forms it is all.
 */
const isInTotal =
  ({ districts, parameters }: Asked) =>
  (code: string | null): boolean =>
    formIn(parameters) !== TRANSITIONAL || (code !== null && districts.isDistrict(code));

/** Whether something counted belongs to a row. */
const belongsIn =
  (asked: Asked) =>
  ({ form, district, code }: Keys, row: Row): boolean =>
    form === formIn(asked.parameters) &&
    (row['size'] === undefined || row['size'] === code) &&
    (row['district'] !== TOTAL || isInTotal(asked)(district));

const columns = (asked: Asked): readonly Column[] => {
  const { asked: wanted, placed } = measuresOf(asked);
  const isReferred = formIn(asked.parameters) === TRANSITIONAL;
  const counted = (name: string, label: Text, measure: Measure): Column => ({
    ...{ name, label, unit: units.households },
    counts: [{ measure, belongs: belongsIn(asked) }],
  });
  return [
    {
      ...{ name: 'district', label: text('Stadsdel', 'District'), unit: null, key: true },
      words: (code) => (code === TOTAL ? wordsOf('form', TOTAL) : asked.districts.nameOf(code)),
    },
    ...(isApart(asked.parameters) ? [bySize] : []),
    { name: 'low', label: text('Inventering, lägst', 'Forecast, fewest'), unit: units.families },
    { name: 'high', label: text('Inventering, högst', 'Forecast, most'), unit: units.families },
    counted('referred', isReferred ? text('Remitterade', 'Referred') : text('Beviljade', 'Granted'), wanted),
    counted('placed', text('Har fått bostad', 'Placed'), placed),
    { name: 'elapsed', label: text('Av året har gått', 'Of the year gone'), unit: units.percent },
    ...(isWholeYear(asked.parameters) ? [inRange] : []),
  ];
};

const bySize: Column = {
  ...{ name: 'size', label: text('Hushåll', 'Household'), unit: null, key: true },
  words: sizeWords,
};
const inRange: Column = {
  ...{ name: 'inRange', unit: null },
  label: text('Inom inventeringen (1 = ja, 0 = nej)', 'Within the forecast (1 = yes, 0 = no)'),
};

const isWholeYear = ({ year, until }: Parameters): boolean => until === `${year}-12-31`;

function elapsedIn({ year, until }: Parameters): number | null {
  const first = `${year}-01-01`;
  return wholePercent(daysBetween(first, until) + 1, daysBetween(first, addYears(first, 1)));
}

/** Those in the total in the order of their names, the total after them, and last those outside it. */
async function rows(asked: Asked): Promise<Row[]> {
  const form = formIn(asked.parameters);
  const forecasts = (await asked.forecasts()).filter((one) => one.form === form);
  const { asked: wanted, placed } = measuresOf(asked);
  const counted = [...(await asked.tally(wanted)), ...(await asked.tally(placed))].filter(
    (one) => one.form === form,
  );
  const { codes, nameOf } = asked.districts;
  const named = (code: string): string => nameOf(code)?.sv ?? code;
  const met = counted.flatMap(({ district }) => district ?? []);
  const all = [...new Set([...codes, ...met, ...forecasts.map(({ district }) => district)])].sort(
    (one, other) => named(one).localeCompare(named(other), 'sv'),
  );
  const counts = isInTotal(asked);
  const parts = partsIn(asked.parameters, forecasts, counted);
  return [
    ...all.filter(counts).flatMap((code) => parts(code, (one) => one === code)),
    ...parts(TOTAL, counts),
    ...all.filter((code) => !counts(code)).flatMap((code) => parts(code, (one) => one === code)),
  ];
}

/** The rows of a district or of all: one, or one for each size of which anything is told; the total tells each size. */
function partsIn(parameters: Parameters, forecasts: readonly Forecast[], counted: readonly Keys[]) {
  const elapsed = elapsedIn(parameters);
  return (district: string, of: (code: string) => boolean): Row[] => {
    const own = forecasts.filter((one) => of(one.district));
    if (!isApart(parameters)) return [{ district, elapsed, ...expected(own) }];
    const there = counted.filter((one) => one.district !== null && of(one.district));
    return SIZES.flatMap((size) => {
      const told = own.filter((one) => (one.size ?? 'unknown') === size);
      const isTold = told.length > 0 || there.some(({ code }) => code === size);
      return isTold || district === TOTAL ? [{ district, size, elapsed, ...expected(told) }] : [];
    });
  };
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

function headline({ rows, parameters, period: { until } }: Told): Text | null {
  const total = rows.find(({ district }) => district === TOTAL);
  if (isApart(parameters) || typeof total?.['placed'] !== 'number') return null;
  const { low, high, referred: sent, placed, elapsed } = total;
  if (low === null)
    return text('Ingen inventering är inlämnad för året.', 'No forecast was handed in for the year.');
  if (formIn(parameters) !== TRANSITIONAL)
    return text(
      `Inventeringen är ${low}–${high} hushåll. Till och med ${until} har ${sent} beviljats och ${placed} fått bostad; ${elapsed} % av året har gått.`,
      `The forecast is ${low}–${high} households. By ${until} it was granted to ${sent}, and ${placed} have got a home; ${elapsed} % of the year is gone.`,
    );
  return text(
    `Stadsdelarna räknade med att remittera ${low}–${high} familjer. Till och med ${until} har de remitterat ${sent} och ${placed} familjer har fått bostad; ${elapsed} % av året har gått.`,
    `The districts expected to refer ${low}–${high} families. By ${until} they have referred ${sent}, and ${placed} families have got a home; ${elapsed} % of the year is gone.`,
  );
}

const ofReferrals = text(
  'Inventering: det som stadsdelen lämnade in senast före årets början; det ändras inte sedan. Remitterade: hushåll vars remiss skickades första gången under perioden, varje hushåll en gång. Har fått bostad: hushåll i genomgångsbostad vars boende började under perioden. Summan är stadens stadsdelar; enheter som remitterar som en stadsdel står utanför den.',
  'Forecast: what the district handed in last before the year began; it does not change after that. Referred: households whose referral was first sent in the period, each household once. Placed: households in transitional flats whose stay began in the period. The total is of the city’s districts; units that refer like one stand outside it.',
);
const ofGrants = text(
  'Inventering: det som stadsdelen eller boendeenheten lämnade in senast före årets början; det ändras inte sedan. Beviljade: hushåll som beviljades insatsen under perioden, varje hushåll en gång. Har fått bostad: hushåll vars boende i formen började under perioden. Summan är alla.',
  'Forecast: what the district or the housing unit handed in last before the year began; it does not change after that. Granted: households to whom the form was granted in the period, each household once. Placed: households whose stay in the form began in the period. The total is of all.',
);
const ofSizes = text(
  ' Storleken är antalet personer i hushållet den dag som räknas, så som ärendet ser ut i dag. Det som lämnades in utan storlek står som inte känd.',
  ' The size is the number of persons in the household on the day that counts, as its case stands today. What was handed in without a size stands as not known.',
);

/** What the districts expected of the year, beside what has happened. */
export const forecastReport: Report = {
  name: 'forecast',
  title: text('Inventering av behov', 'Forecast'),
  question: text(
    'Hur många familjer räknade stadsdelarna med att remittera, och hur många har de remitterat och fått bostad åt?',
    'How many families did the districts expect to refer, and how many have been referred and got a home?',
  ),
  definition: (parameters) => {
    const { sv, en } = formIn(parameters) === TRANSITIONAL ? ofReferrals : ofGrants;
    return isApart(parameters) ? text(sv + ofSizes.sv, en + ofSizes.en) : text(sv, en);
  },
  population: text(
    'Hushåll som remitteras till genomgångsbostad, eller som en annan boendeform beviljas.',
    'Households referred to transitional flats, or to whom another housing form is granted.',
  ),
  parameters: forecastParameters,
  apart: [],
  tellsNone: true,
  columns,
  rows,
  derive,
  partsOf: ({ district, size }) => (district === TOTAL ? null : `districts ${size ?? ''}`),
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
