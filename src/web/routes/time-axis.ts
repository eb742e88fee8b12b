import { addDays, addMonths, daysBetween, parseDay, type Day } from '../../domain/days.js';
import { groupOf, type Group, type OpenStay } from '../../files/tenancies.js';
import type { Axis, Bar, Overview } from '../pages/time-axis.js';

/** The first and the day after the last day of an axis of whole years. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The years that all of the stays, with their limits and exceptions, lie in. */
export function spanOf(stays: readonly OpenStay[], today: Day): Span {
  const begins = [
    today,
    ...stays.flatMap(({ start, earlier }) => [start, ...earlier.map(({ from }) => from)]),
  ];
  const ends = [today, ...stays.flatMap(({ limit, until }) => [limit, until ?? limit])];
  const first = begins.reduce((one, other) => (one < other ? one : other)).slice(0, 4);
  const last = ends.reduce((one, other) => (one > other ? one : other));
  return { from: `${first}-01-01`, to: `${parseDay(last).year + 1}-01-01` };
}

/** Where a day begins on the axis, in percent of its width to a hundredth. */
export const placeOn = ({ from, to }: Span, day: Day): number =>
  Math.round((10_000 * daysBetween(from, day)) / daysBetween(from, to)) / 100;

/** The axis itself: its years and today. */
export function axisOf(span: Span, today: Day): Axis {
  const [first, last] = [parseDay(span.from).year, parseDay(span.to).year];
  const years = Array.from({ length: last - first }, (_, n) => first + n);
  return {
    years: years.map((year) => ({ year, at: placeOn(span, `${year}-01-01`) })),
    today: placeOn(span, today),
  };
}

type Look = Bar['look'];
type Stretch = readonly [Look, from: Day, to: Day];
const left: Readonly<Record<Group, Look>> = {
  ...{ passed: 'over', exception: 'exception', final: 'left-late', planning: 'left-soon', later: 'left' },
};
const less = (one: Day, other: Day): Day => (one < other ? one : other);
const more = (one: Day, other: Day): Day => (one > other ? one : other);

/** The stretches of a stay: lived, over the limit, left, excepted. `to`: the day after the last one. */
function stretches(stay: OpenStay, today: Day): Stretch[] {
  const { start, limit, until } = stay;
  const [end, group] = [addDays(limit, 1), groupOf(stay)];
  const all: Stretch[] = [
    ['past', start, less(today, end)],
    ['over', more(start, group === 'passed' ? end : today), today],
    [group === 'passed' || group === 'exception' ? 'left' : left[group], today, end],
    ['exception', more(end, start), until === null ? end : addDays(until, 1)],
  ];
  return all.filter(([, from, to]) => from < to);
}

/** A stay as bars on the axis, earlier stays of the household before it. */
export function barsOf(stay: OpenStay, span: Span, today: Day): Bar[] {
  const before = stay.earlier.map(({ from, to }): Stretch => [
    'past',
    from,
    less(addDays(to ?? stay.start, 1), stay.start),
  ]);
  return [...before, ...stretches(stay, today)].map(([look, from, to]) => {
    const at = placeOn(span, from);
    return { look, at, width: Math.round(100 * (placeOn(span, to) - at)) / 100 };
  });
}

/** Lines that a picture of all stays may have; with more stays, each line stands for several. */
const MOST_LINES = 300;
/** In the drawing's own units, which are about a pixel each where the sheet is wide. */
const [WIDTH, TOP, PITCH] = [640, 24, 1.4];

/** Every stay as a line on one axis, those whose limit comes first uppermost. */
export function overviewOf(stays: readonly OpenStay[], span: Span, today: Day): Overview {
  const each = Math.max(1, Math.ceil(stays.length / MOST_LINES));
  const shown = stays.filter((_, at) => at % each === 0);
  const paths = new Map<Look, string[]>();
  const x = (day: Day) => Math.round((placeOn(span, day) * WIDTH) / 100);
  shown.forEach((stay, at) => {
    const y = (TOP + 2 + at * PITCH).toFixed(1);
    for (const [look, from, to] of stretches(stay, today))
      paths.set(look, [...(paths.get(look) ?? []), `M${x(from)} ${y}H${x(to)}`]);
  });
  return {
    ...{
      stays: stays.length,
      each,
      width: WIDTH,
      top: TOP,
      height: Math.ceil(TOP + 4 + shown.length * PITCH),
    },
    lines: [...paths].map(([look, parts]) => ({ look, path: parts.join('') })),
  };
}

/** Whole calendar months from one day to a later one. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [parseDay(from), parseDay(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) > to ? months - 1 : months;
}
