import type { Asked, By, Cell, Column, Figure, Keys, Measure, Report, Row, Tally } from './report.js';
import { HIDDEN, isSmall, protect } from './small-numbers.js';
import { TOTAL } from './words.js';

/** Parts of the city, of the year or of the stock: the key that tells them apart, and its values in order; null = none. */
export interface Breakdown {
  readonly by: By;
  values(tallies: Iterable<readonly Tally[]>): readonly (string | null)[];
}

type Tallies = ReadonlyMap<Measure, readonly Tally[]>;

/** Whether something counted belongs to a row's part of the city or the year; every row is of the whole without breakdown. */
export function inPart(keys: Keys, row: Row): boolean {
  return (
    (row['district'] === undefined || row['district'] === TOTAL || row['district'] === keys.district) &&
    (row['month'] === undefined || row['month'] === keys.month) &&
    (row['house'] === undefined || row['house'] === keys.house)
  );
}

/** The rows of a report, counted, apart by district or month if asked, with small numbers hidden from the public. */
export async function filledRows(
  report: Report,
  columns: readonly Column[],
  asked: Asked,
  breakdown: Breakdown | null,
): Promise<Row[]> {
  const tallies = await tallied(columns, asked);
  const isPublic = asked.parameters.audience === 'public';
  const parts = columns
    .filter(({ counts, ofTotal, comesTo }) => counts !== undefined && !ofTotal && comesTo === undefined)
    .map(({ name }) => name);
  const wholes = (await report.rows(asked)).map((row) => counted(row, columns, tallies));
  const hides = hiding(columns, tallies, isPublic);
  const shown = report.partsOf === undefined ? wholes : hidden(wholes, parts, report.partsOf, hides);
  const values = breakdown?.values(tallies.values()) ?? [];
  const rows = shown.flatMap((whole) => {
    if (breakdown === null) return [whole];
    const apart = values.map((value) => counted({ [breakdown.by]: value, ...whole }, columns, tallies));
    return hiddenParts(whole, apart, parts, hides);
  });
  const counting = columns.filter(({ counts }) => counts !== undefined).map(({ name }) => name);
  const told = report.tellsNone === true ? counting : parts;
  const mayBeEmpty = breakdown === null && (report.partsOf === undefined || report.tellsNone === true);
  const safe = breakdown === null ? rows : withoutTotals(rows, report, columns);
  return safe
    .filter((row) => mayBeEmpty || told.some((name) => row[name] !== 0 && row[name] !== null))
    .map((row) => report.derive?.(row) ?? row)
    .map((row) => withoutValuesOfHidden(row, columns));
}

/**
 * The parts of a breakdown, without what their hidden numbers could be worked out from: once one is hidden, so are the
 * totals of each part, in columns and rows, and columns that add up to another.
 */
function withoutTotals(rows: readonly Row[], report: Report, columns: readonly Column[]): readonly Row[] {
  const counting = columns.filter(({ counts }) => counts !== undefined);
  if (!rows.some((row) => counting.some(({ name }) => typeof row[name] === 'string'))) return rows;
  const totals = counting.filter(({ ofTotal, addsUp }) => ofTotal === true || addsUp === true);
  const hide = (names: readonly Column[]) => Object.fromEntries(names.map(({ name }) => [name, HIDDEN]));
  return rows.map((row) => ({ ...row, ...hide(report.partsOf?.(row) === null ? counting : totals) }));
}

/** What a hidden number of things come to would tell of them. */
function withoutValuesOfHidden(row: Row, columns: readonly Column[]): Row {
  const secret = columns.filter(
    ({ comesTo }) => comesTo !== undefined && typeof row[comesTo.of] === 'string',
  );
  return { ...row, ...Object.fromEntries(secret.map(({ name }) => [name, HIDDEN])) };
}

function counted(row: Row, columns: readonly Column[], tallies: Tallies): Row {
  const filled: Record<string, Cell> = { ...row };
  for (const { name, counts, comesTo } of columns)
    if (counts !== undefined && comesTo !== undefined)
      filled[name] = comesTo.from(counts.flatMap((figure) => valuesFor(row, figure, tallies)));
    else if (counts !== undefined)
      filled[name] = counts.reduce((sum, figure) => sum + sumFor(row, figure, tallies), 0);
  return filled;
}

function valuesFor(row: Row, { measure, belongs }: Figure, tallies: Tallies): number[] {
  const own = (tallies.get(measure) ?? []).filter((one) => inPart(one, row) && belongs(one, row));
  return own.flatMap(({ value, count }) => (value === null ? [] : Array<number>(count).fill(value)));
}

function sumFor(row: Row, { measure, belongs }: Figure, tallies: Tallies): number {
  let sum = 0;
  for (const one of tallies.get(measure) ?? []) if (inPart(one, row) && belongs(one, row)) sum += one.count;
  return sum;
}

async function tallied(columns: readonly Column[], { tally }: Asked): Promise<Tallies> {
  const tallies = new Map<Measure, readonly Tally[]>();
  for (const { measure } of columns.flatMap(({ counts }) => counts ?? []))
    tallies.set(measure, await tally(measure));
  return tallies;
}

/** Whether the small numbers of one column are hidden in a group of rows that are parts of one total. */
type Hides = (group: readonly Row[], column: string) => boolean;

/** From the public always; from anybody where a family with protected identity is among fewer than five. */
function hiding(columns: readonly Column[], tallies: Tallies, isPublic: boolean): Hides {
  const guarded = new Map<Measure, readonly Tally[]>();
  for (const [measure, all] of tallies)
    guarded.set(
      measure,
      all.filter((one) => one.protected > 0),
    );
  const pointsOut = (row: Row, name: string): boolean => {
    const counts = columns.find((column) => column.name === name)?.counts ?? [];
    return isSmall(row[name]) && counts.some((figure) => sumFor(row, figure, guarded) > 0);
  };
  return (group, name) => isPublic || group.some((row) => pointsOut(row, name));
}

/** The same rows with the small numbers of each group hidden, column by column. */
function hidden(
  rows: readonly Row[],
  parts: readonly string[],
  groupOf: (row: Row) => string | null,
  hides: Hides,
): Row[] {
  const names = new Set(rows.flatMap((row) => groupOf(row) ?? []));
  const groups = [...names].map((group) => rows.flatMap((row, at) => (groupOf(row) === group ? [at] : [])));
  const result = [...rows];
  for (const group of groups)
    for (const name of parts.filter((one) =>
      hides(
        group.map((at) => rows[at] as Row),
        one,
      ),
    ))
      protect(group.map((at) => rows[at]?.[name] as number)).forEach((cell, i) => {
        const at = group[i] as number;
        result[at] = { ...result[at], [name]: cell };
      });
  return result;
}

/** The parts of one row, with the small ones hidden. What is hidden of the whole is hidden of each part. */
function hiddenParts(whole: Row, apart: readonly Row[], parts: readonly string[], hides: Hides): Row[] {
  const secret = parts.filter((name) => typeof whole[name] === 'string').map((name) => [name, HIDDEN]);
  return hidden(apart, parts, () => '', hides).map((row) => ({ ...row, ...Object.fromEntries(secret) }));
}
