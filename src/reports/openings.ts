import type { Asked, Column, Row } from './report.js';
import { inPart } from './rows.js';
import { isSmall } from './small-numbers.js';

/**
 * Whether a figure may be opened to the cases behind it: it counts something, is not hidden, and is not so small that a
 * list that leaves out a family with protected identity would point it out.
 */
export async function mayOpen(
  row: Row,
  { name, counts, comesTo }: Column,
  { tally }: Asked,
): Promise<boolean> {
  const cell = row[name];
  if (counts === undefined || comesTo !== undefined || typeof cell !== 'number' || cell === 0) return false;
  if (!isSmall(cell)) return true;
  for (const { measure, belongs } of counts)
    if ((await tally(measure)).some((one) => one.protected > 0 && inPart(one, row) && belongs(one, row)))
      return false;
  return true;
}

/** For each row the columns whose figures open; none for the public. */
export async function openings(
  rows: readonly Row[],
  columns: readonly Column[],
  asked: Asked,
): Promise<string[][]> {
  if (asked.parameters.audience === 'public') return rows.map(() => []);
  return Promise.all(
    rows.map(async (row) => {
      const opened = await Promise.all(columns.map((column) => mayOpen(row, column, asked)));
      return columns.flatMap(({ name }, at) => (opened[at] ? [name] : []));
    }),
  );
}
