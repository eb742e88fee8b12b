import { addYears, daysBetween } from '../../domain/days.js';
import { wholePercent } from '../../domain/shares.js';
import type { Language } from '../../platform/language.js';
import { numerals } from '../../platform/numerals.js';
import {
  plain,
  sumWord,
  wordsFor,
  type Answer,
  type Cell,
  type Chart,
  type Column,
  type Row,
} from '../../reports/index.js';
import type { BarView, CellView, ChartView, Grouped, RowView, TableView } from '../pages/report-view.js';
import { text } from '../pages/reports.words.js';

/** The row that stands for all others, and what parts the keys of a row in an address. */
const TOTAL = 'total';
const BETWEEN = '~';
/** More bars than this are no picture. */
const MOST_BARS = 60;

/** How a report is laid out: the key that the rows are called by, and those that they are grouped by. */
interface Layout {
  readonly along: Column;
  readonly groups: readonly Column[];
  readonly numbers: readonly Column[];
}

/** By the part in a breakdown, else by the last key. */
export function layoutOf({ columns, parameters }: Answer): Layout {
  const keys = columns.filter(({ key }) => key);
  const along = keys.find(({ name }) => name === parameters.by) ?? (keys.at(-1) as Column);
  return { along, groups: keys.filter((key) => key !== along), numbers: columns.filter(({ key }) => !key) };
}

/** Which row it is, as it stands in an address. */
export const rowKeyOf = (columns: readonly Column[], row: Row): string =>
  columns.flatMap(({ key, name }) => (key ? [String(row[name] ?? '')] : [])).join(BETWEEN);

/** The row that an address names; keys without a value are null. */
export const rowNamed = (keys: readonly Column[], given: string): Record<string, string | null> =>
  Object.fromEntries(
    given.split(BETWEEN).map((value, at) => [keys[at]?.name ?? `?${at}`, value === '' ? null : value]),
  );

/** What a row's key is called. */
export function called(column: Column, row: Row, language: Language): string {
  return wordsFor(column, row, language) ?? plain(row[column.name]);
}

/** A number as it is read in a language: thousands apart, a comma or point before decimals, "–" for none. */
export const figure = (value: Cell | undefined, language: Language): string =>
  typeof value === 'number' ? numerals(value, language) : plain(value);

/** The numbers as a table; `opened` gives the address behind a figure. */
export function tableOf(
  answer: Answer,
  language: Language,
  opened: (row: Row, column: string) => string,
): TableView {
  const layout = layoutOf(answer);
  const { along, numbers } = layout;
  const cellsOf = (row: Row, at: number): CellView[] =>
    numbers.map((column) => ({
      text: column.prose ? called(column, row, language) : figure(row[column.name], language),
      href: answer.opens[at]?.includes(column.name) ? opened(row, column.name) : null,
      isWords: column.prose === true,
    }));
  const lines = answer.rows.map((row, at) => ({
    row,
    line: { name: called(along, row, language), cells: cellsOf(row, at), isTotal: row[along.name] === TOTAL },
  }));
  const total = layout.groups.length > 0 ? -1 : lines.findIndex(({ line }) => line.isTotal);
  // What follows a total is no part of it.
  const [within, outside] = total < 0 ? [lines, []] : [lines.slice(0, total + 1), lines.slice(total + 1)];
  const sums = numbers.map(({ name }) => ({
    text: figure(answer.totals[name] ?? null, language),
    href: null,
  }));
  const hasSums = Object.keys(answer.totals).length > 0;
  return {
    caption: `${answer.title[language]} ${answer.period.from} – ${answer.period.until}`,
    heads: [
      { text: along.label[language], unit: null },
      ...numbers.map((column) => headOf(column, language)),
    ],
    groups: grouped(
      layout,
      within.filter(({ line }) => !line.isTotal),
      language,
    ),
    totals: [
      ...within.flatMap(({ line }) => (line.isTotal ? [line] : [])),
      ...outside.map(({ line }) => ({ ...line, name: text[language].outside(line.name) })),
      ...(hasSums ? [{ name: sumWord[language], cells: sums, isTotal: true }] : []),
    ],
  };
}

/** A column's head with its unit, where that is not the same word: households are counted in households. */
function headOf({ label, unit, prose }: Column, language: Language): TableView['heads'][number] {
  const isSame = unit?.[language].toLowerCase() === label[language].toLowerCase();
  return {
    ...{ text: label[language], isWords: prose === true },
    unit: isSame ? null : (unit?.[language] ?? null),
  };
}

/** Lines of equal groups together, in the order in which they come. */
function grouped<T>(
  { groups }: Layout,
  lines: readonly { readonly row: Row; readonly line: T }[],
  language: Language,
): Grouped<T>[] {
  const found = new Map<string, T[]>();
  for (const { row, line } of lines) {
    const title = groups.map((column) => called(column, row, language)).join(' · ');
    found.set(title, [...(found.get(title) ?? []), line]);
  }
  return [...found].map(([title, rows]) => ({ title: groups.length === 0 ? null : title, rows }));
}

/** The numbers as a picture; null when there is none to draw. */
export function chartOf(answer: Answer, chart: Chart | undefined, language: Language): ChartView | null {
  const layout = layoutOf(answer);
  const bars = chart === undefined ? [] : answer.rows.filter((row) => isDrawn(row, layout, chart));
  if (chart === undefined || bars.length === 0 || bars.length > MOST_BARS) return null;
  const lines = bars.map((row) => ({ row, line: barOf(row, layout, { chart, answer }, language) }));
  const kinds = chart.apart === undefined ? [] : bars.map((row) => chart.apart?.(row));
  const key = new Map(kinds.flatMap((kind) => (kind ? [[kind.pattern, kind.label[language]] as const] : [])));
  const { label, unit } = answer.columns.find(({ name }) => name === chart.column) ?? {};
  const title = chart.title[language];
  return {
    title,
    says: `${title}${unit ? `, ${unit[language]}` : ''}. ${text[language].chartSays(bars.length)}`,
    groups: grouped(layout, lines, language),
    key: key.size > 1 ? [...key].map(([pattern, label]) => ({ pattern, label })) : [],
    range: chart.from === undefined ? null : { label: text[language].range, dot: label?.[language] ?? '' },
    elapsed: chart.isOfYear && isAgainst(answer, chart) ? elapsedOf(answer, language) : null,
  };
}

/** A sum says nothing beside ranges that it is the sum of. */
const isDrawn = (row: Row, { along }: Layout, chart: Chart): boolean =>
  (row[chart.column] !== 0 || isWhole(row, chart)) && (chart.from === undefined || row[along.name] !== TOTAL);

const isWhole = (row: Row, { against }: Chart): boolean =>
  against !== undefined && typeof row[against] === 'number';

const isAgainst = ({ columns }: Answer, { against }: Chart): boolean =>
  against !== undefined && columns.some(({ name }) => name === against);

function elapsedOf({ period: { from, until } }: Answer, language: Language): ChartView['elapsed'] {
  const percent = wholePercent(daysBetween(from, until) + 1, daysBetween(from, addYears(from, 1))) ?? 0;
  return { percent, label: text[language].elapsed(percent), against: text[language].against };
}

function barOf(
  row: Row,
  { along }: Layout,
  { chart, answer }: { readonly chart: Chart; readonly answer: Answer },
  language: Language,
): BarView {
  const numberIn = (column: string | undefined): number | null => {
    const found = column === undefined ? null : row[column];
    return typeof found === 'number' ? found : null;
  };
  const value = row[chart.column];
  const [from, whole] = [numberIn(chart.from), numberIn(chart.against)];
  const isShare = answer.columns.find(({ name }) => name === chart.column)?.unit?.en === 'percent';
  const beside =
    whole === null
      ? isShare && typeof value === 'number'
        ? ' %'
        : ''
      : from === null
        ? ` ${text[language].of} ${figure(whole, language)}`
        : ` (${figure(from, language)}–${figure(whole, language)})`;
  return {
    name: called(along, row, language),
    ...{ value: numberIn(chart.column), against: whole, from },
    text: `${figure(value, language)}${beside}`,
    pattern: chart.apart?.(row).pattern ?? 0,
  };
}

/** Two answers of one report side by side: each compared column of the first, of the second, and the difference. */
export function comparedOf(
  [one, other]: readonly [Answer, Answer],
  compared: readonly string[],
  language: Language,
): TableView {
  const layout = layoutOf(one);
  const columns = layout.numbers.filter(({ name }) => compared.includes(name));
  const say = text[language];
  const moment = ({ period, basis }: Answer): string => say.at(period.until, basis.asKnownOn);
  const rows = new Map<string, { row: Row; first?: Row; second?: Row }>();
  for (const row of one.rows) rows.set(rowKeyOf(one.columns, row), { row, first: row });
  for (const row of other.rows) {
    const key = rowKeyOf(other.columns, row);
    rows.set(key, { ...(rows.get(key) ?? { row }), second: row });
  }
  const lines = [...rows.values()].map(({ row, first, second }) => ({
    row,
    line: {
      name: called(layout.along, row, language),
      cells: columns.flatMap(({ name }) =>
        besideEachOther(countOf(first, name), countOf(second, name), language),
      ),
      isTotal: row[layout.along.name] === TOTAL,
    } satisfies RowView,
  }));
  return {
    caption: `${say.compare}: ${moment(one)}; ${moment(other)}`,
    heads: [
      { text: layout.along.label[language], unit: null },
      ...columns.flatMap(({ label }) => [
        { text: label[language], unit: moment(other) },
        { text: label[language], unit: moment(one) },
        { text: say.difference, unit: null },
      ]),
    ],
    groups: grouped(
      layout,
      lines.filter(({ line }) => !line.isTotal),
      language,
    ),
    totals: lines.flatMap(({ line }) => (line.isTotal ? [line] : [])),
  };
}

/** What has no row in one of the two has nothing to count there. */
const countOf = (row: Row | undefined, name: string): Cell => (row === undefined ? 0 : (row[name] ?? null));

/** The one compared with stands first, as it is the earlier as a rule. */
function besideEachOther(one: Cell, other: Cell, language: Language): CellView[] {
  const isNumber = typeof one === 'number' && typeof other === 'number';
  const difference = isNumber ? one - other : null;
  const sign = difference !== null && difference > 0 ? '+' : '';
  const said = [other, one, difference].map((value) => figure(value, language));
  return [said[0], said[1], `${sign}${said[2]}`].map((shown = '') => ({
    text: shown,
    href: null,
  }));
}

/** The table as lines of cells apart by tabs, for another program, with its source line last. */
export function copiedOf({ heads, groups, totals }: TableView, source: string): string {
  const line = ({ name, cells }: RowView, title: string | null): string =>
    [...(title === null ? [] : [title]), name, ...cells.map((cell) => cell.text)].join('\t');
  const isGrouped = groups.some(({ title }) => title !== null);
  return [
    [
      ...(isGrouped ? [''] : []),
      ...heads.map(({ text: head, unit }) => (unit ? `${head} (${unit})` : head)),
    ].join('\t'),
    ...groups.flatMap(({ title, rows }) => rows.map((row) => line(row, title))),
    ...totals.map((row) => line(row, isGrouped ? '' : null)),
    source,
  ].join('\n');
}
