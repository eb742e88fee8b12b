import { z } from 'zod';
import type { Language } from '../../platform/language.js';
import { asText } from '../../platform/sheets/as-text.js';
import type { SheetLimits } from '../../platform/sheets/rows.js';
import { readPasted, readSheet, type Sheet } from '../../platform/sheets/sheet.js';
import { sheetFaultWords } from '../../platform/sheets/sheet.words.js';
import { Upload } from '../../platform/uploads.js';
import type { Fault } from '../parts.js';

/** A field of a form holds little more. What is longer comes cut off, so it is never taken. */
const MOST_BYTES = 60_000;
/** The most faults that are told at once. */
const MOST_FAULTS = 20;

/** The rows of a sheet in a form; `sheetSent` says whether they are too long. */
export const pastedRows = z.string().max(65_536).default('');
/** A file with a sheet in a form. */
export const sheetFile = z.instanceof(Upload).optional();

/** A sheet as a form brought it: a file, or rows that were pasted. */
export interface SheetSent {
  readonly from: 'file' | 'rows';
  readonly sheet: Sheet;
  /** What stands in the form from here on, so that a fault can be mended there and then. */
  readonly rows: string;
  readonly isTooLong: boolean;
}

const isLong = (rows: string): boolean => Buffer.byteLength(rows) > MOST_BYTES;

/** Reads the file of a form; where none was chosen, the rows that were pasted. */
export async function sheetSent(
  { file, rows }: { readonly file?: Upload | undefined; readonly rows: string },
  limits: SheetLimits,
): Promise<SheetSent> {
  if (file === undefined || file.name === '')
    return { from: 'rows', sheet: await readPasted(rows, limits), rows, isTooLong: isLong(rows) };
  const { content } = file;
  const sheet: Sheet = content === null ? { fault: 'too-large' } : await readSheet(content, limits);
  const text = 'rows' in sheet ? asText(sheet.rows, limits.rows) : rows;
  const isTooLong = isLong(text);
  return { from: 'file', sheet, rows: isTooLong ? rows : text, isTooLong };
}

/** Why a sheet cannot be read at all, beside the field that it came in; null when it can. */
export function sheetFault(
  { from, sheet, isTooLong }: SheetSent,
  limits: SheetLimits,
  say: { readonly noRows: string; readonly tooLong: string },
  language: Language,
): Fault | null {
  if (isTooLong) return { id: from, message: say.tooLong };
  if (!('fault' in sheet)) return null;
  if (sheet.fault === 'empty' && from === 'rows') return { id: 'file', message: say.noRows };
  return { id: from, message: sheetFaultWords(sheet, limits)[language] };
}

/** What is wrong in the rows of a sheet, the first of it, and how much more there is. */
export function rowFaults(
  faults: readonly { readonly row: number; readonly message: Readonly<Record<Language, string>> }[],
  say: { rowFault(row: number, message: string): string; moreFaults(count: number): string },
  language: Language,
): Fault[] {
  const told = faults
    .slice(0, MOST_FAULTS)
    .map(({ row, message }) => ({ id: 'rows', message: say.rowFault(row, message[language]) }));
  const more = faults.length - told.length;
  return more > 0 ? [...told, { id: 'rows', message: say.moreFaults(more) }] : told;
}
