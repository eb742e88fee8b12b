import type { Text } from '../../workflows/definition.js';
import { wholePercent } from '../domain/shares.js';
import type { LimitBand } from '../domain/five-year-clock.js';
import { openStays } from './limits.queries.js';
import type { Cell, Column, Report, Row, Told } from './report.js';
import { HIDDEN } from './small-numbers.js';
import { units } from './words.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** The bands in their order, with the pattern that each is drawn in. */
const bands: Readonly<Record<LimitBand, readonly [words: Text, pattern: number]>> = {
  'over-24': [text('Mer än 24 månader kvar', 'More than 24 months left'), 0],
  '12-24': [text('12–24 månader kvar', '12–24 months left'), 0],
  '6-12': [text('6–12 månader kvar', '6–12 months left'), 3],
  '3-6': [text('3–6 månader kvar', '3–6 months left'), 3],
  'under-3': [text('Mindre än 3 månader kvar', 'Less than 3 months left'), 3],
  exceeded: [text('Femårsgränsen passerad', 'The five-year limit passed'), 5],
  exception: [text('Undantag', 'Exception'), 4],
};
const kinds: Readonly<Record<number, Text>> = {
  0: text('mer än ett år kvar', 'more than a year left'),
  3: text('sista året', 'the last year'),
  5: text('passerad', 'passed'),
  4: text('undantag', 'exception'),
};
const patternOf = (row: Row): number => bands[row['band'] as LimitBand]?.[1] ?? 0;

const columns: readonly Column[] = [
  {
    name: 'band',
    label: text('Tid kvar', 'Time left'),
    unit: null,
    key: true,
    words: (code) => bands[code as LimitBand]?.[0],
  },
  {
    name: 'count',
    label: text('Boenden', 'Stays'),
    unit: units.stays,
    counts: [{ measure: openStays, belongs: (keys, row) => keys.code === row['band'] }],
  },
  {
    name: 'base',
    label: text('Av', 'Out of'),
    unit: units.stays,
    counts: [{ measure: openStays, belongs: () => true }],
    ofTotal: true,
    leftOut: 'of-public-breakdowns',
  },
  { name: 'share', label: text('Andel', 'Share'), unit: units.percent, leftOut: 'of-public-breakdowns' },
];

function derive(row: Row): Row {
  const { count, base } = row;
  return {
    ...row,
    share: typeof count === 'number' && typeof base === 'number' ? wholePercent(count, base) : HIDDEN,
  };
}

function headline({ rows, totals, parameters: { by } }: Told): Text | null {
  const of = (...names: readonly LimitBand[]): Cell[] =>
    rows.filter(({ band }) => names.includes(band as LimitBand)).map(({ count }) => count as Cell);
  const [passed, soon] = [of('exceeded'), of('under-3', '3-6')];
  if (by !== null || [...passed, ...soon].some((cell) => typeof cell === 'string')) return null;
  const sum = (cells: readonly Cell[]): number => cells.reduce<number>((all, cell) => all + Number(cell), 0);
  return text(
    `${totals['count']} familjer bor i en genomgångsbostad. ${sum(soon)} har högst ett halvår kvar av de fem åren och ${sum(passed)} har passerat gränsen.`,
    `${totals['count']} families live in a transitional flat. ${sum(soon)} have half a year or less left of the five years and ${sum(passed)} have passed the limit.`,
  );
}

/** How much time families have left of their five years. */
export const fiveYearLimit: Report = {
  name: 'five-year-limit',
  title: text('Femårsgränsen', 'The five-year limit'),
  question: text(
    'Hur mycket tid har familjerna kvar av de fem åren, och hur många har passerat gränsen?',
    'How much time do families have left of the five years, and how many have passed the limit?',
  ),
  definition: () =>
    text(
      'Genomgångsbostäder som det bodde någon i den sista dagen, efter tiden till den sista tillåtna dagen. Den ligger fem kalenderår efter boendets början, minus de dagar som hushållet bott i genomgångsbostad tidigare; uppehåll räknas inte. Gränsen är passerad från nästa midnatt. Den som har exakt 24, 12, 6 eller 3 månader kvar räknas i gruppen ovanför. Ett undantag räknas från den dag det medgavs till dess sista dag.',
      'Transitional flats lived in on the last day, by the time to the last permitted day. That is five calendar years after the stay began, less the days of earlier transitional stays of the household; gaps do not count. The limit is passed from the next midnight. A stay exactly 24, 12, 6 or 3 months from it belongs to the band above. An exception counts from the day it was granted to its last day.',
    ),
  population: text(
    'Boenden i genomgångsbostad som pågick den sista dagen.',
    'Transitional stays that went on that day.',
  ),
  parameters: [],
  apart: ['district'],
  tellsNone: true,
  columns: () => columns,
  rows: async () => Object.keys(bands).map((band) => ({ band })),
  derive,
  partsOf: () => 'all',
  policy: () => [
    text(
      'De fem åren följer hushållet, inte lägenheten (stadens eget antagande; källan talar om kontraktet).',
      'The five years belong to the household, not to the flat (the city’s own assumption; the source speaks of the contract).',
    ),
  ],
  notes: () => [
    text(
      'Hur många som har en utflyttningsplan räknas inte här ännu; planen står i varje ärende.',
      'How many have an exit plan is not counted here yet; the plan stands in each case.',
    ),
  ],
  totals: ['count'],
  headline,
  chart: {
    title: text('Boenden efter tid kvar', 'Stays by time left'),
    column: 'count',
    apart: (row) => ({ pattern: patternOf(row), label: kinds[patternOf(row)] as Text }),
  },
};
