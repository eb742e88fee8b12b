import { CsvError, parse } from 'csv-parse/sync';
import type { SheetLimits, SheetRow } from './rows.js';
import { Unreadable } from './unreadable.js';

/** Excel's own first line, which tells what the cells are apart by. */
const SEP = /^sep=(.)\r?\n/i;
/** Tabs as cells are copied, semicolons as Excel saves in Swedish, commas as others do. */
const BETWEEN = ['\t', ';', ','];

/** The rows of a text of cells. A cell in quotation marks may hold what they are apart by, and new lines. */
export function readText(text: string, { rows, columns }: SheetLimits): SheetRow[] {
  const told = SEP.exec(text);
  const body = text.slice(told?.[0].length ?? 0);
  const skipped = told === null ? 0 : 1;
  const read = parsed(body, told?.[1] ?? betweenIn(body), rows + 1);
  if (read.length > rows) throw new Unreadable('too-many-rows');
  return read.map((cells, at) => {
    const row = at + 1 + skipped;
    if (cells.length > columns) throw new Unreadable('too-many-columns', row);
    return { row, cells: cells.map((cell) => cell.trim()) };
  });
}

/** What the cells of the first line that holds something are apart by, outside its quotation marks. */
function betweenIn(text: string): string {
  const line = /^.*\S.*$/m.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  return BETWEEN.find((one) => line.includes(one)) ?? '\t';
}

function parsed(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, { delimiter, to, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('open-quote', Number(error['records']) + 1);
    throw error;
  }
}
