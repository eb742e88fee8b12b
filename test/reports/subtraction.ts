import type { Answer, Cell, Report, Row } from '../../src/reports/index.js';
import { HIDDEN, SMALL } from '../../src/reports/small-numbers.js';

/** A number as somebody who reckons may believe in it: the least and the most that it can be. */
type Range = readonly [least: number, most: number];
/** Numbers that come to a sum which is known, or is itself a number of the answers. */
interface Sum {
  readonly parts: readonly string[];
  readonly whole: string;
}

/** The answers to one report: whole, and told apart. */
export type Answers = readonly Answer[];

const keysOf = ({ columns }: Answer): string[] => columns.flatMap(({ name, key }) => (key ? [name] : []));
const countsOf = ({ columns }: Answer): string[] =>
  columns.flatMap(({ name, counts, comesTo }) => (counts && !comesTo ? [name] : []));
const APART = ['district', 'month', 'house'];

/** Which number: its answer's breakdown, its row, its column. */
export const cellOf = (answer: Answer, row: Row, column: string): string =>
  [answer.parameters.by ?? 'all', ...keysOf(answer).map((name) => `${name}=${row[name] ?? ''}`), column].join(
    ' ',
  );

/** Every number of the answers by which number it is. */
export function cellsOf(answers: Answers): Map<string, Cell> {
  return new Map(
    answers.flatMap((answer) =>
      answer.rows.flatMap((row) =>
        countsOf(answer).map((column) => [cellOf(answer, row, column), row[column] ?? null] as const),
      ),
    ),
  );
}

/** The true answer with the rows of nothing that the shown one has. */
function withZeros(answer: Answer, shown: Answer): Answer {
  const rowOf = (row: Row): string => cellOf(answer, row, '');
  const there = new Set(answer.rows.map(rowOf));
  const none = Object.fromEntries(countsOf(answer).map((column) => [column, 0]));
  const zeros = shown.rows.filter((row) => !there.has(rowOf(row))).map((row) => ({ ...row, ...none }));
  return { ...answer, rows: [...answer.rows, ...zeros] };
}

/** What adds up to what in the true answers: parts of a breakdown to the whole, and the rows of a group to their sum. */
function sumsOf(report: Report, truth: Answers): Sum[] {
  const [whole, ...apart] = truth as [Answer, ...Answer[]];
  const broken = whole.rows.flatMap((row) =>
    apart.flatMap((answer) => {
      const own = keysOf(whole);
      const parts = answer.rows.filter((part) => own.every((name) => part[name] === row[name]));
      return countsOf(answer)
        .filter((column) => countsOf(whole).includes(column))
        .map((column) => ({
          parts: parts.map((part) => cellOf(answer, part, column)),
          whole: cellOf(whole, row, column),
        }));
    }),
  );
  return [...broken, ...truth.flatMap((answer) => [...grouped(report, answer), ...totalled(answer)])];
}

/** The rows that are parts of one total, apart by what the breakdown tells; the total is taken for known. */
function grouped(report: Report, answer: Answer): Sum[] {
  if (report.partsOf === undefined) return [];
  const place = (row: Row): string => APART.map((name) => row[name] ?? '').join(' ');
  const groups = new Map<string, Row[]>();
  for (const row of answer.rows) {
    const group = report.partsOf(row);
    if (group === null) continue;
    const name = `${place(row)} ${group}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].flatMap(([name, rows]) =>
    countsOf(answer).flatMap((column): Sum[] => {
      const parts = rows.map((row) => cellOf(answer, row, column));
      if (answer.parameters.by === null) return [{ parts, whole: `known ${name} ${column}` }];
      const whole = answer.rows.find(
        (row) => report.partsOf?.(row) === null && place(row) === place(rows[0] as Row),
      );
      return whole === undefined ? [] : [{ parts, whole: cellOf(answer, whole, column) }];
    }),
  );
}

const WHOLES: readonly unknown[] = ['total', 'all', 'all-ends'];

/** A row that is the total of others in its place, and these. */
function totalled(answer: Answer): Sum[] {
  const isWhole = (row: Row): boolean => keysOf(answer).some((name) => WHOLES.includes(row[name]));
  return answer.rows.filter(isWhole).flatMap((whole) => {
    const own = keysOf(answer).filter((name) => !WHOLES.includes(whole[name]));
    const parts = answer.rows.filter(
      (row) => !isWhole(row) && own.every((name) => row[name] === whole[name]),
    );
    return countsOf(answer).map((column) => ({
      parts: parts.map((row) => cellOf(answer, row, column)),
      whole: cellOf(answer, whole, column),
    }));
  });
}

/**
 * The small numbers that somebody works out who has every answer that is shown, knows what adds up to what, and knows the rule
 * by which numbers are hidden: true numbers of 1 to 4 that are shown, or that can be nothing else.
 */
export function workedOut(report: Report, counted: Answers, shown: Answers): string[] {
  const truth = counted.map((answer, at) => withZeros(answer, shown[at] as Answer));
  const [real, seen] = [cellsOf(truth), cellsOf(shown)];
  const ranges = new Map<string, Range>();
  for (const [name, cell] of real) {
    const told = seen.has(name) ? (seen.get(name) as Cell) : null;
    if (typeof told === 'number') ranges.set(name, [told, told]);
    else if (told === SMALL) ranges.set(name, [0, 4]);
    else ranges.set(name, [told === HIDDEN && Number(cell) >= 5 ? 5 : 0, Infinity]);
  }
  const sums = sumsOf(report, truth).filter(({ parts, whole }) => {
    const sum = parts.reduce((all, part) => all + Number(real.get(part)), 0);
    if (whole.startsWith('known ')) ranges.set(whole, [sum, sum]);
    return parts.length > 1 && (whole.startsWith('known ') || sum === real.get(whole));
  });
  for (let round = 0; round < 20 && narrowed(sums, ranges); round++);
  return [...real].flatMap(([name, cell]) => {
    const [least, most] = ranges.get(name) as Range;
    const isSecret = typeof cell === 'number' && cell > 0 && cell < 5 && !name.startsWith('all ');
    return isSecret && least === most ? [`${name}: ${cell}`] : [];
  });
}

/** Narrows what each number can be by what it adds up to with others; whether anything was. */
function narrowed(sums: readonly Sum[], ranges: Map<string, Range>): boolean {
  const of = (name: string): Range => ranges.get(name) as Range;
  let any = false;
  const narrow = (name: string, least: number, most: number): void => {
    const [low, high] = of(name);
    if (least <= low && most >= high) return;
    ranges.set(name, [Math.max(low, least), Math.min(high, most)]);
    any = true;
  };
  for (const { parts, whole } of sums) {
    const low = parts.reduce((all, part) => all + of(part)[0], 0);
    const high = parts.reduce((all, part) => all + of(part)[1], 0);
    narrow(whole, low, high);
    for (const part of parts) {
      const others = parts.filter((one) => one !== part);
      const least = others.reduce((all, one) => all + of(one)[0], 0);
      const most = others.reduce((all, one) => all + of(one)[1], 0);
      narrow(part, of(whole)[0] - most, of(whole)[1] - least);
    }
  }
  return any;
}
