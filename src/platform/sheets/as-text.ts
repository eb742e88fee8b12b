import type { SheetRow } from './rows.js';

/** The rows as they would be copied, each where it stands, so that a fault's row is the same. */
export function asText(rows: readonly SheetRow[], mostRows: number): string {
  const lines: string[] = [];
  for (const { row, cells } of rows) {
    while (lines.length < row - 1 && row <= mostRows) lines.push('');
    lines.push(cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t'));
  }
  return lines.join('\n');
}
