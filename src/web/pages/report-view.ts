/** What the page of a report is made from: words and numbers as they are shown. */

/** A cell; a link where its figure opens to the cases behind it. */
export interface CellView {
  readonly text: string;
  readonly href: string | null;
  /** Words, and no figure: they begin at the left. */
  readonly isWords?: boolean;
}

/** A row: what it is called, and its cells under the heads. */
export interface RowView {
  readonly name: string;
  readonly cells: readonly CellView[];
  /** A sum of the others. */
  readonly isTotal: boolean;
}

/** Rows under a heading of their own; null = none. */
export interface Grouped<T> {
  readonly title: string | null;
  readonly rows: readonly T[];
}

/** A table of numbers. The first head stands over the rows' names. */
export interface TableView {
  readonly caption: string;
  readonly heads: readonly {
    readonly text: string;
    readonly unit: string | null;
    readonly isWords?: boolean;
  }[];
  readonly groups: readonly Grouped<RowView>[];
  readonly totals: readonly RowView[];
}

/** One bar; `value` null when its number is hidden. */
export interface BarView {
  readonly name: string;
  readonly value: number | null;
  readonly against: number | null;
  /** The least of a range whose most is `against`; then the value is a dot. */
  readonly from: number | null;
  readonly text: string;
  readonly pattern: number;
}

/** A picture of bars. */
export interface ChartView {
  readonly title: string;
  readonly says: string;
  readonly groups: readonly Grouped<BarView>[];
  /** What the patterns mean; empty when there is one only. */
  readonly key: readonly { readonly label: string; readonly pattern: number }[];
  /** What a range and the dot in it mean; null where there are bars. */
  readonly range: { readonly label: string; readonly dot: string } | null;
  /** How much of the year has gone, in whole percent, with its words; only where bars are drawn against a goal. */
  readonly elapsed: { readonly percent: number; readonly label: string; readonly against: string } | null;
}

/** One field of the form that says what the report is asked for. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Absent where a day is written. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
}
