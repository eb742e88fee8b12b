import type { CellObject } from 'write-excel-file/node';
import type { Answer } from '../answer.js';
import type { Cell } from '../report.js';
import { linesOf } from './sheet.js';
import { accountOf, titleOf, type Language } from './shown.js';

/** The answer as a workbook: the numbers as numbers, a sheet for each table; on the last sheet what they mean. */
export async function toXlsx(answer: Answer, language: Language): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const all = [answer, ...answer.parts];
  const first = language === 'sv' ? 'Siffror' : 'Figures';
  const account = all.flatMap((one) => [[titleOf(one, language), ''], ...accountOf(one, language)]);
  return writeXlsxFile([
    ...all.map((one, at) => sheetOf(one, at === 0 ? first : one.title[language], language)),
    {
      sheet: language === 'sv' ? 'Definitioner' : 'Definitions',
      data: account.map(([label = '', value = '']) => [
        { ...typed(label), fontWeight: 'bold' as const },
        { ...typed(value), wrap: true },
      ]),
      columns: [{ width: 24 }, { width: 100 }],
    },
  ]).toBuffer();
}

/** One table. A spreadsheet takes 31 letters as the name of a sheet. */
function sheetOf(answer: Answer, name: string, language: Language) {
  const [head = [], ...body] = linesOf(answer, language);
  return {
    sheet: name.slice(0, 31),
    data: [
      head.map((cell) => ({ ...typed(cell), fontWeight: 'bold' as const })),
      ...body.map((line) => line.map(typed)),
    ],
    columns: head.map((cell, i) => ({ width: widthOf([cell, ...body.map((line) => line[i] ?? null)]) })),
    stickyRowsCount: 1,
  };
}

const typed = (cell: Cell): CellObject =>
  cell === null
    ? {}
    : typeof cell === 'number'
      ? { value: cell, type: Number, format: Number.isInteger(cell) ? '0' : '0.0' }
      : { value: cell, type: String };

const widthOf = (cells: readonly Cell[]): number =>
  Math.min(60, Math.max(...cells.map((cell) => String(cell ?? '').length)) + 2);
