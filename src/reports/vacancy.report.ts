import type { Text } from '../../workflows/definition.js';
import { wholePercent } from '../domain/shares.js';
import { numerals } from '../platform/numerals.js';
import type { Asked, Column, Figure, Keys, Report, Row, Told } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { CAUSES, emptyDays, stockDays, type Cause } from './vacancy.queries.js';
import { inOrder, units, wordsOf } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const SOURCES = ['facility', 'agency'] as const;
/** The row of all empty days of a source. */
const ALL = 'all';

const causes: Readonly<Record<Cause | typeof ALL, Text>> = {
  'out-of-service': text('Ur bruk', 'Out of service'),
  turnaround: text('Iordningställs', 'Being made ready'),
  'accepted-not-started': text('Kontrakt skrivet, ej tillträdd', 'Lease signed, not begun'),
  reserved: text('Reserverad', 'Reserved'),
  free: text('Ledig', 'Free'),
  [ALL]: text('Alla tomma dagar', 'All empty days'),
};

const sameSource = (keys: Keys, row: Row): boolean => keys.channel === row['source'];
const empty: readonly Figure[] = [
  {
    measure: emptyDays,
    belongs: (keys, row) => sameSource(keys, row) && (row['cause'] === ALL || keys.code === row['cause']),
  },
];
/** Null when the cost of none of the days is known. */
const summed = (costs: readonly number[]): number | null =>
  costs.length === 0 ? null : costs.reduce((sum, one) => sum + one, 0);

const columns: readonly Column[] = [
  {
    name: 'source',
    label: text('Lägenheter', 'Flats'),
    unit: null,
    key: true,
    words: (code) => wordsOf('channel', code),
  },
  {
    name: 'cause',
    label: text('Varför lägenheten stod tom', 'Why the flat stood empty'),
    unit: null,
    key: true,
    words: (code) => causes[code as Cause],
  },
  { name: 'days', label: text('Tomma dagar', 'Empty days'), unit: units.flatDays, counts: empty },
  {
    name: 'base',
    label: text('Av dagar i beståndet', 'Out of days in stock'),
    unit: units.flatDays,
    counts: [{ measure: stockDays, belongs: sameSource }],
    ofTotal: true,
  },
  { name: 'share', label: text('Andel', 'Share'), unit: units.percent },
  {
    name: 'cost',
    label: text('Kostnad', 'Cost'),
    unit: units.kronor,
    counts: empty,
    comesTo: { of: 'days', from: summed },
  },
];

async function rows({ tally }: Asked): Promise<Row[]> {
  const met = (await tally(stockDays)).flatMap(({ channel }) => channel ?? []);
  return inOrder(SOURCES, ['facility', ...met]).flatMap((source) =>
    [...CAUSES, ALL].map((cause) => ({ source, cause })),
  );
}

function derive(row: Row): Row {
  const { days, base } = row;
  return {
    ...row,
    share: typeof days === 'number' && typeof base === 'number' ? wholePercent(days, base) : HIDDEN,
  };
}

function headline({ rows: all, parameters: { by } }: Told): Text | null {
  const of = (cause: string) => all.find((row) => row['source'] === 'facility' && row['cause'] === cause);
  const [whole, free] = [of(ALL), of('free')];
  const [days, share, cost] = [whole?.['days'], whole?.['share'], whole?.['cost']];
  if (by !== null || typeof days !== 'number' || typeof share !== 'number') return null;
  const sv = (value: unknown): string => numerals(Number(value), 'sv');
  const en = (value: unknown): string => numerals(Number(value), 'en');
  const [costs, costsToo] =
    typeof cost === 'number'
      ? [` Det kostade ${sv(cost)} kronor.`, ` That cost ${en(cost)} kronor.`]
      : ['', ''];
  return text(
    `Lägenheterna i SHIS anläggningar stod tomma ${sv(days)} dagar, ${share} % av tiden, varav ${sv(free?.['days'])} som lediga.${costs}`,
    `The flats of SHIS’s facilities stood empty for ${en(days)} days, ${share} % of the time, ${en(free?.['days'])} of them free.${costsToo}`,
  );
}

/** Empty days whose cost nobody has told. */
async function notes({ tally }: Asked): Promise<Text[]> {
  const unknown = (await tally(emptyDays))
    .filter(({ value }) => value === null)
    .reduce((sum, { count }) => sum + count, 0);
  if (unknown === 0) return [];
  return [
    text(
      `För ${unknown} av de tomma dagarna är kostnaden inte känd; de ingår inte i kostnaden.`,
      `The cost of ${unknown} of the empty days is not known; they are no part of the cost.`,
    ),
  ];
}

/** How long flats stand empty, why, and what that costs. */
export const vacancy: Report = {
  name: 'vacancy',
  title: text('Tomma dagar', 'Vacancy'),
  question: text(
    'Hur många dagar står lägenheterna tomma, varför, och vad kostar det?',
    'How many days do flats stand empty, why, and what does it cost?',
  ),
  definition: () =>
    text(
      'Dagar under perioden som lägenheter i beståndet inte omfattades av något kontrakt. Kontraktets första dag och dagen då lägenheten tömdes är inga tomma dagar. Varje tom dag har en orsak, den starkaste som rörde den: ur bruk, iordningställs, kontrakt skrivet men ej tillträdd, reserverad, ledig, i den ordningen. Andelen är av alla dagar som lägenheterna fanns i beståndet. Kostnaden är summan av kostnaden per tom dag, så som den gällde varje dag, för de dagar vars kostnad är känd. Lägenheter från Bostadsförmedlingen räknas från det att de godtogs till dess att de lämnade beståndet och står för sig.',
      'Days in the period on which flats in stock were covered by no lease. The first day of a lease and the day a flat was vacated are no empty days. Each empty day has one cause, the strongest that touched it: out of service, being made ready, lease signed but not begun, reserved, free, in that order. The share is of all days that the flats were in stock. The cost is the sum of the cost per empty day, as in force on each day, of the days whose cost is known. Flats from the agency count from when they were accepted until they left the stock, and stand apart.',
    ),
  population: text('Lägenheter i SHIS bestånd och inhyrda.', 'Flats of SHIS’s stock and those leased in.'),
  parameters: [],
  apart: ['month', 'house'],
  columns: () => columns,
  rows,
  derive,
  tellsNone: true,
  partsOf: ({ source, cause }) => (cause === ALL ? null : String(source)),
  policy: () => [
    text(
      'En lägenhet är i beståndet från sin första tomma dag till och med den dag då den lämnade det.',
      'A flat is in stock from its first empty day to the day it left, that day included.',
    ),
    text(
      'Anläggning och bolag är de som står på lägenheten i dag.',
      'Facility and company are those that stand on the flat today.',
    ),
  ],
  notes,
  headline,
  chart: {
    title: text('Tomma dagar efter orsak', 'Empty days by cause'),
    column: 'days',
    apart: ({ cause }) =>
      cause === ALL
        ? { pattern: 3, label: text('alla tillsammans', 'all together') }
        : { pattern: 0, label: text('en orsak', 'one cause') },
  },
  compared: ['days', 'cost'],
};
