import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { columnsOf } from './answer.js';
import { inside, type Inside, type Source } from './ask.js';
import { unitsOf } from './counting.js';
import { readParameters, type Asking } from './parameters.js';
import type { Column, Row } from './report.js';
import { reportNamed } from './reports.js';
import { inPart } from './rows.js';

/** The case files behind one figure, in order of their ids. A face shows those that the reader may see, and hides the rest. */
export interface Cases {
  readonly ok: true;
  readonly files: readonly string[];
}

/**
 * What stands behind the figure in `column` of the row with these keys (`{ form: 'transitional' }`, and `district` or
 * `month` in a breakdown). A total's row opens to all. Refused: the public, a column that counts nothing, keys at fault.
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
  return inside(source, parameters, asking, (given) =>
    found(columnsOf(report, given), given, rowKey, column),
  );
}

async function found(
  columns: readonly Column[],
  { db, period, division }: Inside,
  rowKey: Readonly<Record<string, unknown>>,
  name: string,
): Promise<Cases | Refusal> {
  const keys = columns.filter(({ key }) => key).map((column) => column.name);
  if (!isRowKey(rowKey, keys))
    return refuse('invalid-data', {
      sv: `Ange raden med: ${keys.join(', ')}.`,
      en: `Name the row by: ${keys.join(', ')}.`,
    });
  const counts = columns.find((column) => column.name === name)?.counts;
  if (counts === undefined) {
    const names = columns.filter((column) => column.counts).map((column) => column.name);
    return refuse('invalid-data', {
      sv: `Bakom den kolumnen står inga ärenden. Välj en av: ${names.join(', ')}.`,
      en: `No cases stand behind that column. Choose one of: ${names.join(', ')}.`,
    });
  }
  const files = new Set<string>();
  for (const { measure, belongs } of counts)
    for (const unit of await unitsOf(db, measure, period, division))
      if (inPart(unit, rowKey) && belongs(unit, rowKey)) files.add(unit.file);
  return { ok: true, files: [...files].sort() };
}

function isRowKey(rowKey: Readonly<Record<string, unknown>>, keys: readonly string[]): rowKey is Row {
  const given = Object.keys(rowKey);
  return (
    given.length === keys.length &&
    keys.every((key) => typeof rowKey[key] === 'string' || (key === 'district' && rowKey[key] === null))
  );
}
