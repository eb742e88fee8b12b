import type { Answer } from '../answer.js';
import type { Column, Row } from '../report.js';
import { accountOf, isWords, plain, sumWord, titleOf, totalsRow, wordsFor, type Language } from './shown.js';

const WIDTH = 100;
const GAP = '  ';

/** The answer as text for a terminal: aligned columns, then what the numbers mean and rest on. */
export function toTable(answer: Answer, language: Language): string {
  const lines = [titleOf(answer, language), '', ...grid(answer, language), ''];
  for (const [label, value] of accountOf(answer, language)) lines.push(...wrapped(`${label}: ${value}`));
  return [`${lines.join('\n')}\n`, ...answer.parts.map((part) => toTable(part, language))].join('\n');
}

function grid(answer: Answer, language: Language): string[] {
  const { columns, rows } = answer;
  const head = columns.map(({ label }) => label[language]);
  const body = rows.map((row) => columns.map((column) => cellOf(column, row, language)));
  const sums = totalsRow(answer);
  const foot = sums === null ? [] : [columns.map(({ name }, i) => sumCell(sums, name, i === 0, language))];
  const widths = head.map((_, i) =>
    Math.max(...[head, ...body, ...foot].map((line) => line[i]?.length ?? 0)),
  );
  const aligned = (line: string[]): string =>
    line
      .map((cell, i) =>
        columns[i] && isWords(columns[i]) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join(GAP)
      .trimEnd();
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length));
  return [
    aligned(head),
    rule,
    ...body.map(aligned),
    ...(foot.length > 0 ? [rule, ...foot.map(aligned)] : []),
  ];
}

/** Words with their code, so that a line can be found by either. */
function cellOf(column: Column, row: Row, language: Language): string {
  const words = wordsFor(column, row, language);
  const value = plain(row[column.name]);
  if (words !== undefined && words !== value) return `${words} (${value})`;
  return column.name === 'share' && typeof row[column.name] === 'number' ? `${value} %` : value;
}

const sumCell = (sums: Row, name: string, isFirst: boolean, language: Language): string =>
  isFirst ? sumWord[language] : name in sums ? plain(sums[name]) : '';

function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = `${GAP}${word}`;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
