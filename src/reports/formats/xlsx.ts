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
  const sheets = [
    ...all.map((one, at) => sheetOf(one, at === 0 ? first : one.title[language], language)),
    {
      sheet: language === 'sv' ? 'Definitioner' : 'Definitions',
      data: account.map(([label = '', value = '']) => tall([{ ...typed(label), ...BOLD }, typed(value)])),
      columns: [{ width: 34 }, { width: WIDEST }],
    },
  ];
  const printed = sheets.map((sheet) => ({ ...sheet, orientation: 'landscape' as const }));
  return writeXlsxFile(printed, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

/** One table. A spreadsheet takes 31 letters as the name of a sheet. */
function sheetOf(answer: Answer, name: string, language: Language) {
  const [head = [], ...body] = linesOf(answer, language);
  return {
    sheet: name.slice(0, 31),
    data: [
      head.map((cell) => ({ ...typed(cell), ...BOLD })),
      ...body.map((line) => tall(line.map((cell) => typed(cell)))),
    ],
    columns: head.map((cell, i) => ({ width: widthOf([cell, ...body.map((line) => line[i] ?? null)]) })),
    stickyRowsCount: 1,
  };
}

const BOLD = { fontWeight: 'bold' as const };
/** The width of the widest column, in letters, and the height of a line, in points. */
const WIDEST = 100;
const LINE = 15;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A number and a day as such, all else as text. */
function typed(cell: Cell): CellObject {
  if (cell === null) return {};
  if (typeof cell === 'number')
    return { value: cell, type: Number, format: Number.isInteger(cell) ? '0' : '0.0' };
  return DAY.test(cell)
    ? { value: new Date(cell), type: Date, format: 'yyyy-mm-dd', align: 'left' }
    : { value: cell, type: String };
}

/** A row as tall as its longest text needs: a spreadsheet does not see to that by itself. */
function tall(cells: readonly CellObject[]): CellObject[] {
  const longest = Math.max(...cells.map(({ value }) => (typeof value === 'string' ? value.length : 0)));
  if (longest <= WIDEST) return [...cells];
  const height = Math.ceil(longest / WIDEST) * LINE;
  return cells.map((cell) => ({ ...cell, height, wrap: true, alignVertical: 'top' as const }));
}

const widthOf = (cells: readonly Cell[]): number =>
  Math.min(WIDEST, Math.max(...cells.map((cell) => String(cell ?? '').length)) + 3);
