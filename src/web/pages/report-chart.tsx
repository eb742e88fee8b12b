import type { VNode } from 'preact';
import { Scrolled } from '../tables.js';
import { ChartKey } from './report-chart-key.js';
import type { BarView, ChartView } from './report-view.js';

/** Where things stand in the picture, in its own units. */
const LONGEST = 420;
/** Room for the number after the longest bar. */
const AFTER = 96;
/** Names stand before the bars: about so wide a letter, and at least so much room. */
const LETTER = 7.4;
const NAMES = 160;
const LINE = 28;
const HEADING = 34;
const BAR = 19;

interface Placed {
  readonly y: number;
  readonly bar?: BarView;
  readonly heading?: string;
}

/** A report's numbers as bars; the same numbers stand in the table. */
export function ReportChart({
  id,
  chart,
  scroll,
  isFirst,
}: {
  readonly id: string;
  readonly chart: ChartView;
  readonly scroll: string;
  /** The first on its page brings the patterns for all. */
  readonly isFirst: boolean;
}): VNode {
  const { title, says, elapsed } = chart;
  const { lines, axes, height } = placed(chart);
  const start = Math.max(NAMES, ...chart.groups.map(({ rows }) => widest(rows)));
  const all = chart.groups.flatMap(({ rows }) => rows);
  const most = Math.max(1, ...all.map(({ value, against }) => Math.max(value ?? 0, against ?? 0)));
  return (
    <>
      <ChartKey chart={chart} />
      <figure class="chart bars">
        <Scrolled label={`${title}, ${scroll}`}>
          <svg
            viewBox={`0 0 ${start + LONGEST + AFTER} ${height}`}
            role="img"
            aria-labelledby={`${id}-title ${id}-says`}
            focusable="false"
          >
            <title id={`${id}-title`}>{title}</title>
            <desc id={`${id}-says`}>{says}</desc>
            {isFirst && <Patterns />}
            {axes.map(({ from, to }) => (
              <line class="ch-axis" x1={start} x2={start} y1={from} y2={to} />
            ))}
            {lines.map(({ y, heading, bar }) =>
              bar === undefined ? (
                <text class="ch-val" x={0} y={y + 22}>
                  {heading}
                </text>
              ) : (
                <Bar {...{ bar, y, start, unit: LONGEST / most, elapsed: elapsed?.percent ?? null }} />
              ),
            )}
          </svg>
        </Scrolled>
      </figure>
    </>
  );
}

/** Everything below each other. A group has an axis of its own, so that no heading crosses it. */
function placed({ groups }: ChartView): {
  readonly lines: readonly Placed[];
  readonly axes: readonly { readonly from: number; readonly to: number }[];
  readonly height: number;
} {
  const lines: Placed[] = [];
  const axes = [];
  let y = 0;
  for (const { title, rows } of groups) {
    if (title !== null) {
      lines.push({ y, heading: title });
      y += HEADING;
    }
    const from = y;
    for (const bar of rows) {
      lines.push({ y, bar });
      y += LINE;
    }
    axes.push({ from, to: y });
    y += title === null ? 0 : 8;
  }
  return { lines, axes, height: Math.max(LINE, y) };
}

/** Where the bars begin, so that the longest of their names has room before them. */
const widest = (rows: readonly BarView[]): number =>
  14 + Math.ceil(LETTER * Math.max(...rows.map(({ name }) => name.length)));

interface BarPlace {
  readonly bar: BarView;
  readonly y: number;
  readonly start: number;
  /** Width of one. */
  readonly unit: number;
  readonly elapsed: number | null;
}

function Bar({ bar, y, start, unit, elapsed }: BarPlace): VNode {
  const { name, value, against, from, text } = bar;
  const [width, bed] = [round(Math.max(0, value ?? 0) * unit), round((against ?? 0) * unit)];
  const goal = elapsed === null || bed === 0 ? null : round(start + (bed * elapsed) / 100);
  return (
    <>
      <text class="ch-lab" x={start - 14} y={y + 18} text-anchor="end">
        {name}
      </text>
      {from === null ? (
        <Length {...{ bar, y, start, width, bed }} />
      ) : (
        <>
          <rect
            class="rng"
            x={round(start + from * unit)}
            y={y + 6}
            width={bed - round(from * unit)}
            height={15}
          />
          {value !== null && <circle class="dot" cx={start + width} cy={y + 13.5} r={5} />}
        </>
      )}
      {goal !== null && <line class="ch-goal" x1={goal} x2={goal} y1={y + 1} y2={y + BAR + 7} />}
      <text class="ch-val" x={start + Math.max(width, bed) + (from === null ? 8 : 14)} y={y + 18}>
        {text}
      </text>
    </>
  );
}

function Length({
  bar: { pattern },
  y,
  start,
  width,
  bed,
}: Pick<BarPlace, 'bar' | 'y' | 'start'> & { readonly width: number; readonly bed: number }): VNode {
  return (
    <>
      {bed > 0 && <rect class="bar-bed" x={start} y={y + 4} width={bed} height={BAR} />}
      {width > 0 && (
        <rect
          {...(pattern === 0
            ? { class: 'bar-goal' }
            : { class: `edge${pattern}`, fill: `url(#bars-${pattern})` })}
          x={start}
          y={y + 4}
          width={width}
          height={BAR}
        />
      )}
    </>
  );
}

const round = (length: number): number => Math.round(length * 10) / 10;

/** The patterns that tell bars apart where colour does not. */
const Patterns = (): VNode => (
  <defs>
    <pattern id="bars-1" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="p-bed1" width="8" height="8" />
      <rect class="p1" width="2.5" height="8" />
    </pattern>
    <pattern id="bars-3" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="p-bed3" width="8" height="8" />
      <rect class="p3" width="8" height="2.5" />
    </pattern>
    <pattern id="bars-4" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="p-bed4" width="8" height="8" />
      <circle class="p4" cx="4" cy="4" r="1.6" />
    </pattern>
    <pattern id="bars-5" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect class="p-bed5" width="8" height="8" />
      <rect class="p5" width="2" height="8" />
    </pattern>
  </defs>
);
