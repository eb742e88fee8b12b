import type { Day } from '../../workflows/definition.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { answer, columnsOf, type Answer } from './answer.js';
import { inside, type Inside, type Source } from './ask.js';
import { breakdownOf } from './breakdowns.js';
import { toldSince } from './changes.queries.js';
import { unitsOf, type Unit } from './counting.js';
import { differencesOf, type Difference } from './differences.js';
import { toJson } from './formats/json.js';
import { readParameters, type Asking } from './parameters.js';
import { periodOf } from './period.js';
import { reportNamed } from './reports.js';
import type { Column, Measure, Report, Row } from './report.js';
import { filledRows, inPart } from './rows.js';
import { TOTAL } from './words.js';

/** One thing that a figure counts now and did not as known on the day, or the other way round. */
export interface Changed {
  readonly as: 'entered' | 'left';
  readonly file: string;
  readonly day: Day;
  readonly district: string | null;
  /** The first figure that it belongs to: the keys of its row, and its column. */
  readonly row: Row;
  readonly column: string;
  /** The event by which that was known, `<file>:<seq>`; null where it follows from other cases. */
  readonly event: string | null;
  /** Whether that event corrects an earlier one; else what happened was only registered later. */
  readonly isCorrection: boolean;
}

/** What was learnt of a report since the day that it was asked for as known on. */
export interface Changes {
  readonly ok: true;
  readonly then: Answer;
  readonly now: Answer;
  readonly differences: readonly Difference[];
  /** What had happened by that day and counts otherwise since, by day; none for the public. */
  readonly changed: readonly Changed[];
  /** How many of the things counted now happened after that day. */
  readonly happenedSince: number;
}

/**
 * How a report as known on a day differs from what it gives now: figure by figure, and case by case with the event by which
 * it came to be known. Refused: what the report itself refuses, and when no such day is given.
 */
export async function changes(source: Source, name: string, asking: Asking): Promise<Changes | Refusal> {
  const report = reportNamed(name);
  if (isRefusal(report)) return report;
  const parameters = readParameters(report, asking);
  if (isRefusal(parameters)) return parameters;
  const { asKnownOn } = parameters;
  if (asKnownOn === null) return noDay;
  const then = await answer(source, name, asking);
  if (isRefusal(then)) return then;
  const { asKnownOn: _known, ['as-known-on']: _same, ...others } = asking.parameters;
  const now = await answer(source, name, { ...asking, parameters: { ...others, until: parameters.until } });
  if (isRefusal(now)) return now;
  const found =
    parameters.audience === 'public'
      ? { changed: [], happenedSince: 0 }
      : await inside(source, { ...parameters, asKnownOn: null }, asking, (given) =>
          caseByCase(report, given, { asKnownOn, today: asking.today }),
        );
  const differences = differencesOf(toJson(then, 'sv'), toJson(now, 'sv'));
  return { ok: true, then, now, differences, ...found };
}

const says = {
  sv: 'Ange Som det var känt: skillnaden räknas från den dagen.',
  en: 'Give As known on: the difference is counted from that day.',
};
const noDay = refuse('invalid-data', says, { fields: [{ path: 'asKnownOn', message: says }] });

async function caseByCase(
  report: Report,
  given: Inside,
  { asKnownOn, today }: { readonly asKnownOn: Day; readonly today: Day },
): Promise<Pick<Changes, 'changed' | 'happenedSince'>> {
  const { db, asked, period, division, registers } = given;
  const { parameters } = asked;
  const before = periodOf({ ...parameters, asKnownOn });
  const columns = columnsOf(report, given);
  const rows = await filledRows(report, columns, asked, breakdownOf(parameters, registers, today));
  const figures = figuresOf(columns, rows);
  const all: Omit<Changed, 'event' | 'isCorrection'>[] = [];
  for (const measure of new Set(columns.flatMap(({ counts = [] }) => counts.map((one) => one.measure)))) {
    const then = await unitsOf(db, measure, before, division);
    const now = await unitsOf(db, measure, period, division);
    all.push(...without(now, then).flatMap((unit) => placedIn(figures, measure, unit, 'entered')));
    all.push(...without(then, now).flatMap((unit) => placedIn(figures, measure, unit, 'left')));
  }
  const earlier = all.filter(({ day }) => day <= asKnownOn).sort(byDay);
  const files = [...new Set(earlier.map(({ file }) => file))].sort();
  const told = await toldSince(db, files, String(before.knownBefore));
  const changed = earlier.map((one): Changed => {
    const own = told.filter(({ file }) => file === one.file);
    const by =
      own.findLast(({ isCorrection, day }) => isCorrection && day === one.day) ??
      own.findLast(({ isCorrection }) => isCorrection) ??
      own.find(({ day }) => day === one.day) ??
      // What left without a correction was told anew, for another day.
      (one.as === 'left' ? own[0] : undefined);
    return { ...one, event: by?.event ?? null, isCorrection: by?.isCorrection ?? false };
  });
  return { changed, happenedSince: all.length - earlier.length };
}

interface FigureAt {
  readonly row: Row;
  readonly column: Column;
}

/** Each figure; totals last, so that what is counted is told where it stands by itself. */
function figuresOf(columns: readonly Column[], rows: readonly Row[]): FigureAt[] {
  const isTotal = (row: Row) => Object.values(row).includes(TOTAL);
  const sorted = [...rows.filter((row) => !isTotal(row)), ...rows.filter(isTotal)];
  const keys = columns.filter(({ key }) => key);
  const named = sorted.map((row) => Object.fromEntries(keys.map(({ name }) => [name, row[name] ?? null])));
  return named.flatMap((row) => columns.map((column) => ({ row, column })));
}

/** Where a thing is counted; nowhere when the report leaves it out. */
function placedIn(
  figures: readonly FigureAt[],
  measure: Measure,
  unit: Unit,
  as: Changed['as'],
): Omit<Changed, 'event' | 'isCorrection'>[] {
  const { file, day, district } = unit;
  const at = figures.find(
    ({ row, column: { counts = [] } }) =>
      inPart(unit, row) && counts.some((one) => one.measure === measure && one.belongs(unit, row)),
  );
  return at === undefined ? [] : [{ as, file, day, district, row: at.row, column: at.column.name }];
}

/** The units that the others have not, each as often as it is missing there. */
function without(units: readonly Unit[], others: readonly Unit[]): Unit[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return units.filter((unit) => {
    const count = left.get(keyOf(unit)) ?? 0;
    left.set(keyOf(unit), count - 1);
    return count <= 0;
  });
}

const keyOf = (unit: Unit): string => JSON.stringify(Object.entries(unit).sort());

const byDay = (one: { day: Day; file: string }, other: { day: Day; file: string }): number =>
  one.day === other.day ? (one.file < other.file ? -1 : 1) : one.day < other.day ? -1 : 1;
