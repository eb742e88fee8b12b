import type { Text } from '../../../workflows/definition.js';
import type { Answer } from '../answer.js';
import { reportNamed } from '../reports.js';
import { isRefusal } from '../../engine/refusals.js';
import { numerals } from '../../platform/numerals.js';
import { chaptersOf } from '../chapters.js';
import { barsOf, type Bars } from './bars.js';
import { linesOf } from './sheet.js';
import { accountOf, plain, titleOf, totalsRow, type Language } from './shown.js';

/** A piece of a paper: a heading, a paragraph, a picture, or a table whose first line is its head. */
export type Piece =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly figure: Bars }
  | { readonly table: readonly (readonly string[])[]; readonly caption: string };

const say: Readonly<Record<string, Text>> = {
  counted: { sv: 'Så räknas det', en: 'How it is counted' },
  limits: { sv: 'Vad uppgifterna inte kan säga', en: 'What the data cannot tell' },
  until: { sv: 'Till och med', en: 'Until' },
  known: { sv: 'Som det var känt', en: 'As known on' },
};
const said = (name: string, language: Language): string => say[name]?.[language] ?? '';

/** An answer as a paper is read: what it says, its tables, then how each is counted. */
export function paperOf(answer: Answer, language: Language): { title: string; pieces: Piece[] } {
  const report = reportNamed(answer.report);
  const limits = (isRefusal(report) ? undefined : report.cannotTell) ?? [];
  const inOrder = chaptersOf(answer, isRefusal(report) ? {} : report);
  const { period, basis } = answer;
  const pieces: Piece[] = [
    { text: `${said('until', language)} ${period.until}. ${said('known', language)} ${basis.asKnownOn}.` },
    ...partOf(answer, language, null),
    ...inOrder.flatMap(({ part, heading }) => partOf(part, language, heading[language])),
    ...(limits.length > 0
      ? [{ heading: said('limits', language) }, ...limits.map((one) => ({ text: one[language] }))]
      : []),
    { heading: said('counted', language) },
    ...accountsOf([answer, ...inOrder.map(({ part }) => part)], language),
  ];
  return { title: titleOf(answer, language), pieces };
}

/** How each is counted. What was said of the first already, such as its cut-off, is not said again of the others. */
function accountsOf(answers: readonly Answer[], language: Language): Piece[] {
  const told = new Set<string>();
  return answers.map((one) => {
    const lines = accountOf(one, language).filter((line) => !told.has(line.join()));
    if (one === answers[0]) for (const line of lines) told.add(line.join());
    return { caption: titleOf(one, language), table: [[one.title[language], ''], ...lines] };
  });
}

function partOf(answer: Answer, language: Language, heading: string | null): Piece[] {
  const lead = answer.headline?.[language];
  const report = reportNamed(answer.report);
  const figure = isRefusal(report) ? null : barsOf(answer, report.chart, language);
  return [
    ...(heading === null ? [] : [{ heading }]),
    ...(lead === undefined ? [] : [{ text: lead }]),
    ...(answer.rows.length === 0
      ? []
      : [{ caption: answer.title[language], table: tableOf(answer, language) }]),
    ...(figure === null ? [] : [{ figure }]),
  ];
}

/** Words in place of codes: a paper is read by people. The words of a code stand behind it. */
function tableOf(answer: Answer, language: Language): string[][] {
  const kept = answer.columns.flatMap(({ words }) => (words === undefined ? [true] : [false, true]));
  const isKey = answer.columns.flatMap(({ words, key }) =>
    words === undefined ? [key === true] : [true, true],
  );
  const lines = linesOf(answer, language);
  // Where there are many columns, the units stand on the page of the report only.
  const isWide = kept.filter(Boolean).length > 6;
  const heads = (lines[0] ?? []).filter((_, i) => kept[i]).map((cell) => withoutUnit(String(cell)));
  // Two that only their units tell apart keep them.
  const isTold = (head: string): boolean => heads.filter((one) => one === withoutUnit(head)).length === 1;
  const hasSums = totalsRow(answer) !== null;
  return lines.map((line, at) => {
    const isSum = hasSums && at === lines.length - 1;
    const cells = line.map((cell, i) =>
      isSum && isKey[i] && cell === null ? '' : shown(cell, at, language),
    );
    const own = cells
      .filter((_, i) => kept[i])
      .map((cell) => (at === 0 && isWide && isTold(cell) ? withoutUnit(cell) : cell));
    return isSum ? [cells[0] ?? '', ...own.slice(1)] : own;
  });
}

const withoutUnit = (head: string): string => head.replace(/ \([^)]*\)$/, '');

const shown = (cell: string | number | null, line: number, language: Language): string =>
  line === 0
    ? String(cell).replace(language === 'sv' ? ', i klartext' : ', in words', '')
    : typeof cell === 'number'
      ? numerals(cell, language)
      : plain(cell);
