/** One figure that is not as it was: in which report, row and column. */
export interface Difference {
  readonly report: string;
  /** The keys of the row, as they stand in it. */
  readonly row: string;
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface Told {
  readonly report: string;
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly totals: Readonly<Record<string, unknown>>;
  readonly parts?: readonly Told[];
}

/** Every figure in which two answers of one report differ, both as JSON; rows that only one of them has too. */
export function differencesOf(before: object, after: object): Difference[] {
  const [one, other] = [before as Told, after as Told];
  const own = [
    ...rowsApart(one.report, byKey(one), byKey(other)),
    ...rowsApart(one.report, new Map([['', one.totals]]), new Map([['', other.totals]])),
  ];
  const parts = (one.parts ?? []).flatMap((part) => {
    const same = other.parts?.find(({ report }) => report === part.report);
    return same === undefined ? [] : differencesOf(part, same);
  });
  return [...own, ...parts];
}

type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Rows by their words: what is no number tells which row it is. */
const byKey = ({ rows, columns }: Told): Rows => new Map(rows.map((row) => [keyOf(columns, row), row]));
/** What tells which row of a report it is. */
export const keyOf = (columns: Told['columns'], row: Told['rows'][number]): string =>
  columns
    .flatMap(({ name }) => (typeof row[name] === 'string' && !isHidden(row[name]) ? [row[name]] : []))
    .join(' · ');
const isHidden = (cell: unknown): boolean => cell === '<5' || cell === '..';

function rowsApart(report: string, before: Rows, after: Rows): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key) ?? {}, after.get(key) ?? {}];
    return Object.keys({ ...one, ...other })
      .filter((column) => (one[column] ?? null) !== (other[column] ?? null))
      .map((column) => ({
        report,
        row: key,
        column,
        before: one[column] ?? null,
        after: other[column] ?? null,
      }));
  });
}
