/** One row that holds something: its number, as a spreadsheet counts, and its cells as text, without blanks around them. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What may be read of one sheet; a file that asks for more is refused before it costs more. */
export interface SheetLimits {
  /** The bytes of a workbook's parts together, when they are unpacked. */
  readonly unpacked: number;
  readonly rows: number;
  readonly columns: number;
}

/** Enough for every household or flat of a city, and little enough to be read while others wait. */
export const SHEET_LIMITS: SheetLimits = { unpacked: 20 * 1024 * 1024, rows: 10_000, columns: 60 };
