import type { z } from 'zod';
import type { Day, Text } from '../../workflows/definition.js';
import type { ReasonLists } from './reason-lists.js';

/** One value of an answer: a code, a number, `null` for none (shown "–"), or the mark of a hidden number. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** A yearly goal as set on `from`: so many flats of these forms together. */
export interface Goal {
  readonly forms: readonly string[];
  readonly goal: number;
  readonly from: Day;
  /** The council’s decision, where it was told. */
  readonly reference: string | null;
}

/** What a district expects of a year: from `low` to `high` households of a form, and of a size if told, frozen as handed in. */
export interface Forecast {
  readonly district: string;
  readonly form: string;
  readonly size: string | null;
  readonly low: number;
  readonly high: number;
  readonly handedIn: Day;
}

/** A round of the survey: how many answered what; or, where only totals are known, those. */
export interface SurveyRound {
  readonly year: number;
  readonly heldOn: Day;
  readonly families: number | null;
  /** Whole percent. */
  readonly lastingShare: number | null;
  readonly answers: readonly {
    readonly situation: string;
    readonly newlyArrived: boolean;
    readonly householdType: string;
    readonly count: number;
  }[];
}

/** One line of the dialogue log. `report` and `until` (its cut-off) where a report was sent. */
export interface DialogueLine {
  readonly day: Day;
  readonly kind: string;
  readonly parties: readonly string[];
  readonly note: string | null;
  readonly report: string | null;
  readonly until: Day | null;
}

/** Which organisations are districts of the city, and what they are called. */
export interface Districts {
  /** Codes of those there are on the last day (today, for today's division). */
  readonly codes: readonly string[];
  isDistrict(code: string): boolean;
  nameOf(code: string): Text | undefined;
}

/** What is told of each thing counted. `month` as `2021-03`; `district` the code of the one responsible on its day. */
export interface Keys {
  readonly district: string | null;
  readonly month: string;
  readonly form: string | null;
  readonly formKind: string | null;
  readonly channel: string | null;
  readonly party: string | null;
  readonly stage: string | null;
  readonly reason: string | null;
  /** What the report sorts it by: an outcome, a band of time left. */
  readonly code: string | null;
  /** Code of the facility that a flat stands in, or of the company that owns it. */
  readonly house: string | null;
  /** How much of it there is, in days; null where things are only counted. */
  readonly value: number | null;
}

/**
 * How many there are with the same keys, in how many units (a span of days is one, and counts its days), and how many of
 * these are of families with protected identity.
 */
export type Tally = Keys & { readonly count: number; readonly units: number; readonly protected: number };

/**
 * Something that is counted: SQL that gives one row (`file`, `day` and the keys) for each distinct id in the period from
 * `$1` to `$2`, as known before `$3`. Figure and drill-down both rest on it, so they cannot differ.
 */
export interface Measure {
  readonly name: string;
  readonly units: string;
}

/** A measure, and which of what it counts belongs to a row. */
export interface Figure {
  readonly measure: Measure;
  belongs(keys: Keys, row: Row): boolean;
}

/** One column. Without `counts` it is a key or prose (with `words`, if its codes have any) or derived from other columns. */
export interface Column {
  readonly name: string;
  readonly label: Text;
  readonly unit: Text | null;
  readonly key?: true;
  /** Words or a day, and no figure. */
  readonly prose?: true;
  words?(code: string, row: Row): Text | undefined;
  readonly counts?: readonly Figure[];
  /** What the values of the counted come to, instead of how many there are; `of` is the column that tells how many. */
  readonly comesTo?: { readonly of: string; from(values: readonly number[]): number | null };
  /** The same for all rows of one total, so no part of it: nothing to hide. */
  readonly ofTotal?: true;
  /** Adds up, with its neighbours, to another column of the row: one hidden could be told from the others. */
  readonly addsUp?: true;
  /** Left out of a breakdown, or of the public's breakdown, where it would make no sense or give a hidden number away. */
  readonly leftOut?: 'of-breakdowns' | 'of-public-breakdowns';
}

/** What the rows of a report can be told apart by. */
export type By = 'district' | 'month' | 'house';

/** What a report was asked for, read and completed. */
export interface Parameters {
  readonly year: number;
  readonly until: Day;
  readonly asKnownOn: Day | null;
  readonly division: 'then' | 'now';
  readonly audience: 'inside' | 'public';
  /** Rows apart by district, by month, or by facility and company. */
  readonly by: By | null;
  /** The first day, where it is not that of the year. */
  readonly from?: Day;
  readonly month?: number | null;
  readonly tertial?: '1' | '2' | 'year' | null;
  readonly count?: string;
  readonly newlyArrived?: 'exclude' | 'only' | 'include';
  /** Which housing form a forecast is of. */
  readonly form?: string;
  /** Whether households are told apart by their size. */
  readonly sizes?: 'together' | 'apart';
}

/** One parameter: its schema reads the text that a face was given; `says` what to write instead when it cannot. */
export interface Parameter {
  readonly name: keyof Parameters;
  readonly label: Text;
  /** What there is to choose from, the usual first; absent where a year or a day is written. */
  readonly choices?: readonly (readonly [value: string, label: Text])[];
  readonly says: Text;
  readonly schema: z.ZodType;
}

/** What a report may look at. `tally` counts a measure in the period; the same measure is counted once. */
export interface Asked {
  readonly parameters: Parameters;
  readonly goals: readonly Goal[];
  readonly reasons: ReasonLists;
  tally(measure: Measure): Promise<readonly Tally[]>;
  /** The year's forecasts. */
  forecasts(): Promise<readonly Forecast[]>;
  /** The rounds of the survey held by the last day, the latest first. */
  surveys(): Promise<readonly SurveyRound[]>;
  /** What the dialogue log has of the period. */
  dialogue(): Promise<readonly DialogueLine[]>;
  readonly districts: Districts;
  /** What a facility or company is called. */
  houseNamed(code: string): Text | undefined;
}

/** What a report's numbers come to, for those who tell it in a sentence. */
export interface Told {
  readonly parameters: Parameters;
  readonly period: { readonly from: Day; readonly until: Day };
  readonly rows: readonly Row[];
  readonly totals: Row;
}

/** The picture of a report: one bar for each row. */
export interface Chart {
  readonly title: Text;
  /** The column whose numbers are drawn, and one that they are drawn against. */
  readonly column: string;
  readonly against?: string;
  /** The column of the least, where they are drawn against a range whose most is `against`. */
  readonly from?: string;
  /** What they are drawn against is for the whole year, so the part of it that has gone is marked. */
  readonly isOfYear?: true;
  /** What tells some bars from others, beside their colour: pattern 0 is the plain one. */
  apart?(row: Row): { readonly label: Text; readonly pattern: number };
}

/** The rows of a report that answer another's question. */
export interface Narrowing {
  belongs(row: Row): boolean;
  headline(rows: readonly Row[]): Text | null;
}

/** The definition of one report; `answer` makes the numbers out of it. */
export interface Report {
  readonly name: string;
  readonly title: Text;
  /** What the report answers, as a question. */
  readonly question: Text;
  /** What is counted, in words. */
  definition(parameters: Parameters): Text;
  /** Whom or what the numbers are drawn from. */
  readonly population: Text;
  /** Parameters beside those that every report has. */
  readonly parameters: readonly Parameter[];
  columns(asked: Asked): readonly Column[];
  /** The rows in their order, with their keys and what is not counted. */
  rows(asked: Asked): Promise<readonly Row[]>;
  /** Fills what follows from the counts of a row. */
  derive?(row: Row): Row;
  /** The part of the year that was asked for, where it is not all of it; with its last day known, the day it begins. */
  span?(parameters: Parameters, until?: Day): { readonly from?: Day; readonly until?: Day };
  /** Reports that follow it, asked for the same time. */
  readonly parts?: readonly string[];
  /** Of which parts only some rows answer its question, and what these say in a sentence. */
  readonly narrowed?: Readonly<Record<string, Narrowing>>;
  /** Headings for its parts, in their order. */
  readonly chapters?: Readonly<Record<string, Text>>;
  /** What the data cannot tell. */
  readonly cannotTell?: readonly Text[];
  /** What its rows can be told apart by; districts and months if nothing is said. */
  readonly apart?: readonly By[];
  /** Rows that count nothing are told too, though they are parts of a total. */
  readonly tellsNone?: true;
  /** Rows with the same answer are parts of one total, so small numbers among them are hidden from the public; null = itself a total. */
  partsOf?(row: Row): string | null;
  /** The values and choices that the numbers rest on. */
  policy(asked: Asked): readonly Text[];
  notes?(asked: Asked): readonly Text[] | Promise<readonly Text[]>;
  /** Columns that are summed below the rows. */
  readonly totals?: readonly string[];
  /** Sums that follow from no column that counts. */
  sums?(asked: Asked): Promise<Row>;
  /** The key figure in a sentence; null where the rows as asked for do not tell it. */
  headline?(told: Told): Text | null;
  readonly chart?: Chart;
  /** Columns that are told side by side for two cut-offs. */
  readonly compared?: readonly string[];
}
