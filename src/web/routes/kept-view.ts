import type { Text } from '../../../workflows/definition.js';
import type { Language } from '../../platform/language.js';
import {
  keyOf,
  parametersOf,
  reportNamed,
  type Answer,
  type Cell,
  type Checked,
  type Difference,
  type Kept,
  type KeptLine,
  type Row,
} from '../../reports/index.js';
import { isRefusal } from '../../engine/refusals.js';
import type { KeptReportPage } from '../pages/kept-report.page.js';
import type { DifferenceView } from '../pages/report-differences.js';
import { text } from '../pages/kept.words.js';
import { called, figure, tableOf } from './report-lines.js';

/** A kept report's bytes, read: its words in Swedish. */
interface Told {
  readonly report: string;
  readonly title: string;
  readonly definition: string;
  readonly population: string;
  readonly policy: readonly string[];
  readonly notes: readonly string[];
  readonly period: Answer['period'];
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: string | null;
  }[];
  readonly rows: readonly Row[];
  readonly totals: Row;
  readonly parts?: readonly Told[];
}

/** The answer that was kept. Its own Swedish words, and those of the answer of today in English where they say the same. */
export function answerKept({ bytes }: Kept, again: Answer): Answer {
  return answerTold(JSON.parse(bytes.toString()) as Told, again);
}

function answerTold(told: Told, again: Answer): Answer {
  const as = (sv: string, now: Text | null | undefined): Text => (now?.sv === sv ? now : { sv, en: sv });
  const all = (lines: readonly string[], now: readonly Text[]): Text[] =>
    lines.map((line) =>
      as(
        line,
        now.find(({ sv }) => sv === line),
      ),
    );
  const { rows, totals, period } = told;
  return {
    ...again,
    ...{ rows, totals, period, opens: [] },
    title: as(told.title, again.title),
    definition: as(told.definition, again.definition),
    population: as(told.population, again.population),
    policy: all(told.policy, again.policy),
    notes: all(told.notes, again.notes),
    columns: told.columns.map(({ name, label, unit }) => {
      const own = again.columns.find((column) => column.name === name);
      return { ...own, name, label: as(label, own?.label), unit: unit === null ? null : as(unit, own?.unit) };
    }),
    parts: (told.parts ?? []).flatMap((part) => {
      const own = again.parts.find(({ report }) => report === part.report);
      return own === undefined ? [] : [answerTold(part, own)];
    }),
  };
}

/** A report and those that it is put together from. */
const withParts = (answer: Answer): Answer[] => [answer, ...answer.parts.flatMap(withParts)];

/** The tables of a kept report. Nothing opens to cases: those are as they are now. */
export const tablesOf = (kept: Answer, language: Language): KeptReportPage['tables'] =>
  withParts(kept).map((one) => ({
    ...{ name: one.report, title: one.title[language] },
    table: tableOf(one, language, () => ''),
  }));

/** Figures that are not as they were kept, in words. */
export function differencesIn(
  differences: readonly Difference[],
  kept: Answer,
  { runs }: Pick<Checked, 'runs'>,
  language: Language,
): DifferenceView[] {
  const answers = [kept, runs.then, runs.now].flatMap(withParts);
  return differences.map((one) => {
    const own = answers.filter(({ report }) => report === one.report);
    const columns = own.flatMap((answer) => answer.columns);
    return {
      report: own[0]?.title[language] ?? one.report,
      row: one.row === '' ? text[language].sum : rowIn(own, one.row, language),
      column: columns.find(({ name }) => name === one.column)?.label[language] ?? one.column,
      ...{ before: figure(one.before as Cell, language), after: figure(one.after as Cell, language) },
    };
  });
}

/** What a row is called in the first of the answers that has it. */
function rowIn(answers: readonly Answer[], key: string, language: Language): string {
  for (const { columns, rows } of answers) {
    const row = rows.find((one) => keyOf(columns, one) === key);
    const keys = columns.filter(({ name, key: isKey }) => isKey && row?.[name] != null);
    if (row !== undefined && keys.length > 0)
      return keys.map((column) => called(column, row, language)).join(' · ');
  }
  return key;
}

/** What it was asked with, but for what goes without saying. */
export function askedIn({ report, parameters }: KeptLine, language: Language): string {
  const found = reportNamed(report);
  if (isRefusal(found)) return Object.values(parameters).join(', ');
  return parametersOf(found)
    .flatMap(({ name, label, choices }) => {
      const value = parameters[name];
      if (name === 'year' || value === undefined || value === '' || value === choices?.[0]?.[0]) return [];
      const choice = choices?.find(([code]) => code === value)?.[1][language];
      return [`${label[language]} ${choice ?? String(value)}`];
    })
    .join(', ');
}
