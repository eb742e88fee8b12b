import { numerals } from '../../platform/numerals.js';
import type { Answer } from '../answer.js';
import type { Cell, Chart, Row } from '../report.js';
import { TOTAL } from '../words.js';
import { plain, wordsFor, type Language } from './shown.js';

/** One bar on paper. `against`: what it is drawn against; `pattern` 0 is the plain one. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly against: number | null;
  readonly text: string;
  readonly pattern: number;
}

/** A picture on paper: bars with their numbers, and what it shows in words for those who have it read aloud. */
export interface Bars {
  readonly title: string;
  readonly says: string;
  readonly bars: readonly Bar[];
  /** What the patterns mean; empty when there is one only. */
  readonly key: readonly { readonly pattern: number; readonly label: string }[];
}

/** More bars than this are no picture. */
const MOST = 24;

/** A report's numbers as bars for a paper; null when there is none to draw, or too many. */
export function barsOf(answer: Answer, chart: Chart | undefined, language: Language): Bars | null {
  if (chart === undefined) return null;
  const rows = answer.rows.filter((row) => isDrawn(row, chart));
  if (rows.length === 0 || rows.length > MOST) return null;
  const keys = answer.columns.filter(({ key }) => key);
  const along = keys.at(-1);
  const told = new Set(
    rows.map((row) =>
      keys
        .slice(0, -1)
        .map(({ name }) => row[name])
        .join('~'),
    ),
  );
  const shown = told.size > 1 ? keys : along === undefined ? [] : [along];
  const bars = rows.map((row): Bar => {
    const against = chart.against === undefined ? null : numberIn(row[chart.against]);
    const value = numberIn(row[chart.column]) ?? 0;
    const number = numerals(value, language);
    return {
      name: shown.map((key) => wordsFor(key, row, language) ?? plain(row[key.name])).join(', '),
      ...{ value, against, pattern: chart.apart?.(row).pattern ?? 0 },
      text: against === null ? number : `${number} ${language === 'sv' ? 'av' : 'of'} ${against}`,
    };
  });
  const kinds = chart.apart === undefined ? [] : rows.map((row) => chart.apart?.(row));
  const labels = new Map(
    kinds.flatMap((kind) => (kind ? [[kind.pattern, kind.label[language]] as const] : [])),
  );
  const title = chart.title[language];
  return {
    ...{ title, bars },
    says: `${title}: ${bars.map(({ name, text }) => `${name} ${text}`).join('; ')}.`,
    key: labels.size > 1 ? [...labels].map(([pattern, label]) => ({ pattern, label })) : [],
  };
}

/** What is hidden or not there is not drawn, nor a sum beside a range that it is the sum of. */
const isDrawn = (row: Row, { column, against, from }: Chart): boolean => {
  const isTotal = Object.values(row).includes(TOTAL);
  const isGoal = against !== undefined && typeof row[against] === 'number';
  return typeof row[column] === 'number' && (row[column] !== 0 || isGoal) && !(from !== undefined && isTotal);
};

const numberIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
