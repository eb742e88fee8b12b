import type { Answer } from '../answer.js';
import type { Cell, Column, Row } from '../report.js';
import { headOf, sumWord, totalsRow, wordsFor, type Language } from './shown.js';

/** The numbers as lines of cells: a head, the rows, the sums. A code whose column has words is followed by them. */
export function linesOf(answer: Answer, language: Language): Cell[][] {
  const { columns, rows } = answer;
  const inWords = language === 'sv' ? 'i klartext' : 'in words';
  const head = columns.flatMap((column) => {
    const label = headOf(column, language);
    return column.words === undefined ? [label] : [label, `${label}, ${inWords}`];
  });
  const sums = totalsRow(answer);
  return [
    head,
    ...rows.map((row) => columns.flatMap((column) => cellsOf(column, row, language))),
    ...(sums === null ? [] : [sumLine(columns, sums, language)]),
  ];
}

function cellsOf(column: Column, row: Row, language: Language): Cell[] {
  const value = row[column.name] ?? null;
  return column.words === undefined ? [value] : [value, wordsFor(column, row, language) ?? value];
}

function sumLine(columns: readonly Column[], sums: Row, language: Language): Cell[] {
  const cells = columns.flatMap(({ name, words }): Cell[] =>
    words === undefined ? [sums[name] ?? null] : [sums[name] ?? null, null],
  );
  return [sumWord[language], ...cells.slice(1)];
}
