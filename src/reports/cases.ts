import type { Day } from '../../workflows/definition.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { columnsOf } from './answer.js';
import { inside, type Inside, type Source } from './ask.js';
import { breakdownOf } from './breakdowns.js';
import { unitsOf } from './counting.js';
import { mayOpen } from './openings.js';
import { readParameters, type Asking } from './parameters.js';
import type { Column, Parameters, Report, Row } from './report.js';
import { reportNamed } from './reports.js';
import { filledRows, inPart } from './rows.js';

/** One thing that a figure counts: the case file behind it, and the day it counts. */
export interface Counted {
  readonly file: string;
  readonly day: Day;
  readonly district: string | null;
}

/** What stands behind one figure. A face shows the files that the reader may see, and hides the rest. */
export interface Cases {
  readonly ok: true;
  readonly parameters: Parameters;
  readonly row: Row;
  readonly column: Column;
  /** The columns that tell which row it is. */
  readonly keys: readonly Column[];
  /** The files in order of their ids. */
  readonly files: readonly string[];
  /** Everything counted, by day. */
  readonly counted: readonly Counted[];
}

/**
 * What stands behind the figure in `column` of the row with these keys (`{ form: 'transitional' }`, and `district` or
 * `month` in a breakdown). A total's row opens to all. Refused: the public, a column that counts nothing, keys at fault, and
 * a figure that is hidden or so small that the list would point out a family with protected identity.
 */
export async function cases(
  source: Source,
  name: string,
  asking: Asking,
  rowKey: Readonly<Record<string, unknown>>,
  column: string,
): Promise<Cases | Refusal> {
  const report = reportNamed(name);
  if (isRefusal(report)) return report;
  const parameters = readParameters(report, asking);
  if (isRefusal(parameters)) return parameters;
  if (parameters.audience === 'public')
    return refuse('not-permitted', {
      sv: 'Ärendena bakom offentliga siffror visas inte.',
      en: 'The cases behind public figures are not shown.',
    });
  return inside(source, parameters, asking, (given) => found(report, given, asking.today, rowKey, column));
}

async function found(
  report: Report,
  given: Inside,
  today: Day,
  rowKey: Readonly<Record<string, unknown>>,
  name: string,
): Promise<Cases | Refusal> {
  const { db, asked, period, division, registers } = given;
  const { parameters } = asked;
  const columns = columnsOf(report, given);
  const keys = columns.filter(({ key }) => key);
  const column = columns.find((one) => one.name === name);
  const fault = faultOf(rowKey, keys, column, columns);
  if (fault !== null || column?.counts === undefined) return fault as Refusal;
  const rows = await filledRows(report, columns, asked, breakdownOf(parameters, registers, today));
  const row = rows.find((one) => keys.every((key) => one[key.name] === rowKey[key.name]));
  if (row !== undefined && row[name] !== 0 && !(await mayOpen(row, column, asked))) return hiddenFigure;
  const counted: Counted[] = [];
  for (const { measure, belongs } of column.counts)
    for (const unit of await unitsOf(db, measure, period, division))
      if (inPart(unit, rowKey as Row) && belongs(unit, rowKey as Row))
        counted.push({ file: unit.file, day: unit.day, district: unit.district });
  counted.sort((a, b) => (a.day === b.day ? (a.file < b.file ? -1 : 1) : a.day < b.day ? -1 : 1));
  const files = [...new Set(counted.map(({ file }) => file))].sort();
  return { ok: true, parameters, row: rowKey as Row, column, keys, files, counted };
}

const hiddenFigure = refuse('not-permitted', {
  sv: 'Siffran är för liten för att kunna öppnas utan att peka ut någon.',
  en: 'The figure is too small to be opened without pointing somebody out.',
});

function faultOf(
  rowKey: Readonly<Record<string, unknown>>,
  keys: readonly Column[],
  column: Column | undefined,
  columns: readonly Column[],
): Refusal | null {
  const names = keys.map(({ name }) => name);
  if (!isRowKey(rowKey, names))
    return refuse('invalid-data', {
      sv: `Ange raden med: ${names.join(', ')}.`,
      en: `Name the row by: ${names.join(', ')}.`,
    });
  if (column?.counts !== undefined) return null;
  const counting = columns.flatMap(({ counts, name }) => (counts ? [name] : [])).join(', ');
  return refuse('invalid-data', {
    sv: `Bakom den kolumnen står inga ärenden. Välj en av: ${counting}.`,
    en: `No cases stand behind that column. Choose one of: ${counting}.`,
  });
}

function isRowKey(rowKey: Readonly<Record<string, unknown>>, keys: readonly string[]): rowKey is Row {
  const given = Object.keys(rowKey);
  return (
    given.length === keys.length &&
    keys.every((key) => typeof rowKey[key] === 'string' || (key === 'district' && rowKey[key] === null))
  );
}
