import { dayOfSerial, dayStylesIn } from './dates.js';
import { Parts } from './parts.js';
import type { SheetLimits, SheetRow } from './rows.js';
import { stringsIn, unescaped } from './strings.js';
import { Unreadable } from './unreadable.js';
import { workbookIn } from './workbook.js';
import { readXml } from './xml.js';

/** A cell as it stands in the sheet's part. */
interface Cell {
  readonly column: number;
  readonly kind: string;
  readonly style: number;
  value: string;
}

/** The rows of a workbook's first visible sheet. Formulas are what they came to when it was saved. */
export async function readXlsx(content: Uint8Array, limits: SheetLimits): Promise<SheetRow[]> {
  const parts = await Parts.of(content, limits.unpacked);
  const book = await workbookIn(parts);
  const strings = await stringsIn(parts, book.strings);
  const isDay = await dayStylesIn(parts, book.styles);
  return rowsIn(parts.text(book.sheet), limits, ({ kind, style, value }) => {
    if (kind === 's') return strings[Number(value)] ?? '';
    if (kind === 'b') return value === '1' ? 'true' : 'false';
    if (kind === 'd') return value.slice(0, 10);
    if (kind !== 'n' || value === '') return unescaped(value);
    return isDay[style] === true ? dayOfSerial(Number(value), book.isFrom1904) : numberOf(value);
  });
}

/** A number with the fifteen figures that a spreadsheet shows, without the rest that binary leaves. */
const numberOf = (value: string): string => String(Number(Number(value).toPrecision(15)));

/** Only cells that are there are kept, so that a far one costs nothing, and none beyond the limits. */
async function rowsIn(
  pieces: AsyncIterable<string>,
  { rows: mostRows, columns }: SheetLimits,
  shown: (cell: Cell) => string,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let [row, column, isValue] = [0, 0, false];
  let cells: string[] = [];
  let cell: Cell | undefined;
  await readXml(pieces, {
    open(name, { r, t = 'n', s = '0' }) {
      if (name === 'row') [row, column, cells] = [r === undefined ? row + 1 : rowOf(r), 0, []];
      if (name === 'c') {
        column = r === undefined ? column + 1 : columnOf(r);
        cell = { column, kind: t, style: Number(s), value: '' };
      }
      isValue = name === 'v' || name === 't';
    },
    text(piece) {
      if (isValue && cell !== undefined) cell.value += piece;
    },
    close(name) {
      isValue = false;
      if (name === 'c' && cell !== undefined) {
        const value = shown(cell).trim();
        if (value !== '' && cell.column > columns) throw new Unreadable('too-many-columns', row);
        if (value !== '') put(cells, cell.column, value);
        cell = undefined;
      }
      if (name !== 'row' || cells.length === 0) return;
      if (rows.length === mostRows) throw new Unreadable('too-many-rows');
      rows.push({ row, cells });
    },
  });
  return rows.sort((a, b) => a.row - b.row);
}

function put(cells: string[], column: number, value: string): void {
  while (cells.length < column - 1) cells.push('');
  cells[column - 1] = value;
}

/** The number of a cell's column: A is 1, AA is 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  if (letters === '') throw new Unreadable('damaged');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function rowOf(reference: string): number {
  if (!/^[1-9][0-9]{0,6}$/.test(reference)) throw new Unreadable('damaged');
  return Number(reference);
}
