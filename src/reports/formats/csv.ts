import { stringify } from 'csv-stringify/sync';
import type { Answer } from '../answer.js';
import type { Cell } from '../report.js';
import { linesOf } from './sheet.js';
import { accountOf, titleOf, type Language } from './shown.js';

/**
 * The answer as Swedish spreadsheets read it: semicolons, everything quoted, UTF-8 with BOM, CRLF; a cell that would be
 * taken for a formula gets an apostrophe. Below the numbers, after an empty line, what they mean; every line is as wide.
 */
export function toCsv(answer: Answer, language: Language): string {
  const all = [answer, ...answer.parts].flatMap((one, at): Cell[][] => [
    ...(at === 0 ? [] : [['']]),
    ...linesOf(one, language),
    ...[[''], [titleOf(one, language)], ...accountOf(one, language)],
  ]);
  const width = Math.max(2, ...all.map((line) => line.length));
  const wide = all.map((line) => [...line, ...Array<string>(width - line.length).fill('')]);
  return stringify(wide, {
    bom: true,
    delimiter: ';',
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
