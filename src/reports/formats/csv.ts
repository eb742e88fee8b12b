import { stringify } from 'csv-stringify/sync';
import type { Answer } from '../answer.js';
import { linesOf } from './sheet.js';
import { accountOf, titleOf, type Language } from './shown.js';

/**
 * The answer as Swedish spreadsheets read it: semicolons, everything quoted, UTF-8 with BOM, CRLF; a cell that would be
 * taken for a formula gets an apostrophe. Below the numbers, after an empty line, what they mean; every line is as wide.
 */
export function toCsv(answer: Answer, language: Language): string {
  const lines = linesOf(answer, language);
  const account = [['', ''], [titleOf(answer, language), ''], ...accountOf(answer, language)];
  const width = Math.max(...lines.map((line) => line.length));
  const wide = account.map((line) => [...line, ...Array<string>(Math.max(0, width - line.length)).fill('')]);
  return stringify([...lines, ...wide], {
    bom: true,
    delimiter: ';',
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
