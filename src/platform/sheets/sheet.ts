import { readText } from './csv.js';
import { SHEET_LIMITS, type SheetLimits, type SheetRow } from './rows.js';
import { textOf } from './text.js';
import { readXlsx } from './xlsx.js';
import { Unreadable, type FaultCode } from './unreadable.js';

/** The rows of a sheet, or what is wrong with the file: `row` where the fault is in one. */
export type Sheet = { readonly rows: readonly SheetRow[] } | SheetFault;

/** Why a file cannot be read as a sheet. The words are in `sheet.words.ts`. */
export interface SheetFault {
  readonly fault: FaultCode;
  readonly row?: number;
}

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const begins = (content: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => content[at] === byte);

/**
 * Reads a spreadsheet: a workbook (XLSX: its first sheet that is not hidden) or a text apart by semicolons, commas or tabs (CSV, in UTF-8,
 * UTF-16 or windows-1252, as Excel saves it). What it is shows in its bytes; its name says nothing. Empty rows are left out,
 * numbers are as they are kept (with a point), days as YYYY-MM-DD.
 */
export async function readSheet(content: Uint8Array, limits: SheetLimits = SHEET_LIMITS): Promise<Sheet> {
  return read(async () => {
    if (begins(content, ZIP)) return readXlsx(content, limits);
    if (begins(content, COMPOUND)) throw new Unreadable('old-format');
    return readText(textOf(content), limits);
  });
}

/** Reads cells that were copied out of a spreadsheet, or a CSV file's text. */
export async function readPasted(text: string, limits: SheetLimits = SHEET_LIMITS): Promise<Sheet> {
  return read(() => readText(text, limits));
}

async function read(rows: () => SheetRow[] | Promise<SheetRow[]>): Promise<Sheet> {
  try {
    const filled = (await rows()).filter(({ cells }) => cells.some((cell) => cell !== ''));
    return filled.length > 0 ? { rows: filled } : { fault: 'empty' };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { fault: error.code, ...(error.row !== undefined && { row: error.row }) };
  }
}
