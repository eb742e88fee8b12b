import type { Day, Instant, Text } from '../../workflows/definition.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import { inside, type Inside, type Source } from './ask.js';
import { breakdownColumn, breakdownOf } from './breakdowns.js';
import { notesOf } from './notes.js';
import { openings } from './openings.js';
import { readParameters, type Asking } from './parameters.js';
import { reportNamed, reports } from './reports.js';
import type { Asked, Cell, Column, Narrowing, Parameters, Report, Row } from './report.js';
import { filledRows } from './rows.js';

/** A report's answer with everything that it must print. Texts in both languages; a format chooses one. */
export interface Answer {
  readonly ok: true;
  readonly report: string;
  readonly title: Text;
  readonly question: Text;
  readonly headline: Text | null;
  readonly parameters: Parameters;
  readonly definition: Text;
  readonly period: { readonly from: Day; readonly until: Day };
  readonly basis: Basis;
  readonly population: Text;
  readonly policy: readonly Text[];
  readonly notes: readonly Text[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly totals: Row;
  /** For each row the columns whose figures open to the cases behind them. */
  readonly opens: readonly (readonly string[])[];
  /** The reports that it is put together from, in order. */
  readonly parts: readonly Answer[];
}

/** What was known: all that was recorded to the end of `asKnownOn`; `lastEvent` the last of it that a fact rests on. */
export interface Basis {
  readonly asKnownOn: Day;
  /** Event id; null when there is none, for the public, and when it would name the file of a protected family. */
  readonly lastEvent: string | null;
  readonly lastRecordedAt: Instant | null;
  /** How many events the numbers rest on: one for each thing counted. */
  readonly events: number;
}

/** Runs a report. Refused: a name that no report has, parameters at fault, inside figures for a public reader. */
export async function answer(source: Source, name: string, asking: Asking): Promise<Answer | Refusal> {
  const report = reportNamed(name);
  if (isRefusal(report)) return report;
  const parameters = readParameters(report, asking);
  if (isRefusal(parameters)) return parameters;
  return inside(source, parameters, asking, (given) => made(report, parameters, asking, given));
}

async function made(report: Report, parameters: Parameters, asking: Asking, given: Inside): Promise<Answer> {
  const { asked, period, registers } = given;
  const { today } = asking;
  const columns = columnsOf(report, { asked, registers });
  const filled = await filledRows(report, columns, asked, breakdownOf(parameters, registers, today));
  const rows = filled.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])));
  const totals = await totalsOf(report, { asked, registers });
  const told = { parameters, period: { from: period.from, until: period.until }, rows, totals };
  const basis = await basisOf(given, parameters, today);
  return {
    ok: true,
    report: report.name,
    title: report.title,
    question: report.question,
    headline: report.headline?.(told) ?? null,
    definition: report.definition(parameters),
    basis: { ...basis, events: await eventsOf(columns, asked) },
    population: report.population,
    policy: report.policy(asked),
    notes: [...((await report.notes?.(asked)) ?? []), ...notesOf(parameters, today, rows)],
    columns,
    opens: await openings(rows, columns, asked),
    parts: asking.isAlone ? [] : await partsOf(report, parameters, asking, given),
    ...told,
  };
}

/** The reports that follow, of the same period and moment, each as it comes when nothing more is asked for. */
async function partsOf(
  { parts = [], narrowed = {} }: Report,
  { month: _month, tertial: _tertial, form: _form, sizes: _sizes, ...parameters }: Parameters,
  asking: Asking,
  given: Inside,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const asked = { ...given.asked, parameters };
  for (const part of reports.filter(({ name }) => parts.includes(name)))
    answers.push(narrow(await made(part, parameters, asking, { ...given, asked }), narrowed[part.name]));
  return answers;
}

/** A part with only the rows that answer the question; its sums are theirs. */
function narrow(part: Answer, narrowing: Narrowing | undefined): Answer {
  if (narrowing === undefined) return part;
  const kept = part.rows.map((row) => narrowing.belongs(row));
  const rows = part.rows.filter((_, at) => kept[at]);
  const sum = (name: string): Cell => {
    const cells = rows.map((row) => row[name] ?? null);
    const numbers = cells.filter((cell) => typeof cell === 'number');
    return numbers.length === cells.length ? numbers.reduce((all, one) => all + one, 0) : null;
  };
  return {
    ...part,
    rows,
    opens: part.opens.filter((_, at) => kept[at]),
    totals: Object.fromEntries(Object.keys(part.totals).map((name) => [name, sum(name)])),
    headline: narrowing.headline(rows),
  };
}

async function eventsOf(columns: readonly Column[], { tally }: Asked): Promise<number> {
  const measures = new Set(columns.flatMap(({ counts }) => counts ?? []).map(({ measure }) => measure));
  let events = 0;
  for (const measure of measures) for (const { units } of await tally(measure)) events += units;
  return events;
}

/** The columns of a report as asked for: a breakdown has one more, and fewer of the others. */
export function columnsOf(
  report: Report,
  { asked, registers }: Pick<Inside, 'asked' | 'registers'>,
): Column[] {
  const { by, audience } = asked.parameters;
  const columns = report.columns(asked);
  if (by === null) return [...columns];
  const kept = columns.filter(
    ({ leftOut }) => leftOut === undefined || (leftOut === 'of-public-breakdowns' && audience === 'inside'),
  );
  return [breakdownColumn(by, registers, asked.houseNamed), ...kept];
}

/** Totals of the city: never hidden. */
async function totalsOf(report: Report, { asked }: Pick<Inside, 'asked' | 'registers'>): Promise<Row> {
  const totals: Record<string, Cell> = { ...(await report.sums?.(asked)) };
  for (const column of report.columns(asked).filter(({ name }) => report.totals?.includes(name))) {
    let sum = 0;
    for (const { measure } of column.counts ?? [])
      for (const { count } of await asked.tally(measure)) sum += count;
    totals[column.name] = sum;
  }
  return totals;
}

async function basisOf(
  { lastEvent }: Inside,
  { asKnownOn, audience }: Parameters,
  today: Day,
): Promise<Omit<Basis, 'events'>> {
  const last = await lastEvent();
  return {
    asKnownOn: asKnownOn ?? today,
    lastEvent: audience === 'public' ? null : (last?.id ?? null),
    lastRecordedAt: last?.at.toISOString() ?? null,
  };
}
