import type { Text } from '../../../workflows/definition.js';
import type { Answer } from '../answer.js';
import { reportNamed } from '../reports.js';
import { isRefusal } from '../../engine/refusals.js';
import { linesOf } from './sheet.js';
import { accountOf, plain, titleOf, type Language } from './shown.js';

/** A piece of a paper: a heading, a paragraph, or a table whose first line is its head. */
export type Piece =
  | { readonly heading: string }
  | { readonly text: string }
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
  const chapters = isRefusal(report) ? undefined : report.chapters;
  const limits = (isRefusal(report) ? undefined : report.cannotTell) ?? [];
  const inOrder = [...answer.parts].sort((one, other) => placeOf(chapters, one) - placeOf(chapters, other));
  const { period, basis } = answer;
  const pieces: Piece[] = [
    { text: `${said('until', language)} ${period.until}. ${said('known', language)} ${basis.asKnownOn}.` },
    ...partOf(answer, language, null),
    ...inOrder.flatMap((part) =>
      partOf(part, language, chapters?.[part.report]?.[language] ?? part.title[language]),
    ),
    ...(limits.length > 0
      ? [{ heading: said('limits', language) }, ...limits.map((one) => ({ text: one[language] }))]
      : []),
    { heading: said('counted', language) },
    ...[answer, ...inOrder].flatMap((one): Piece[] => [
      { caption: titleOf(one, language), table: [[one.title[language], ''], ...accountOf(one, language)] },
    ]),
  ];
  return { title: titleOf(answer, language), pieces };
}

const placeOf = (chapters: Readonly<Record<string, Text>> | undefined, { report }: Answer): number => {
  const at = Object.keys(chapters ?? {}).indexOf(report);
  return at < 0 ? 99 : at;
};

function partOf(answer: Answer, language: Language, heading: string | null): Piece[] {
  const lead = answer.headline?.[language];
  return [
    ...(heading === null ? [] : [{ heading }]),
    ...(lead === undefined ? [] : [{ text: lead }]),
    ...(answer.rows.length === 0
      ? []
      : [{ caption: answer.title[language], table: tableOf(answer, language) }]),
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
  const hasSums = Object.keys(answer.totals).length > 0;
  return lines.map((line, at) => {
    const isSum = hasSums && at === lines.length - 1;
    const cells = line.map((cell, i) =>
      isSum && isKey[i] && cell === null ? '' : shown(cell, at, language),
    );
    const own = cells
      .filter((_, i) => kept[i])
      .map((cell) => (at === 0 && isWide ? withoutUnit(cell) : cell));
    return isSum ? [cells[0] ?? '', ...own.slice(1)] : own;
  });
}

const withoutUnit = (head: string): string => head.replace(/ \([^)]*\)$/, '');

const shown = (cell: string | number | null, line: number, language: Language): string =>
  line === 0
    ? String(cell).replace(language === 'sv' ? ', i klartext' : ', in words', '')
    : typeof cell === 'number'
      ? cell.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB').replace('-', '−')
      : plain(cell);
