import type { VNode } from 'preact';

/** Years as ticks and today, in percent of the width. */
export interface Axis {
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly today: number;
}

/** A stretch of a stay: what it is, where it begins and how long it is, in percent of the width. */
export interface Bar {
  readonly look: 'past' | 'over' | 'left' | 'left-soon' | 'left-late' | 'exception';
  readonly at: number;
  readonly width: number;
}

/** Stays as lines: the paths of each kind in one drawing. `each`: stays that one line stands for. */
export interface Overview {
  readonly stays: number;
  readonly each: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly lines: readonly { readonly look: Bar['look']; readonly path: string }[];
}

const bars: Readonly<Record<Bar['look'], string>> = {
  past: 'ten-past',
  over: 'ten-over',
  left: 'ten-left',
  'left-soon': 'ten-left-soon',
  'left-late': 'ten-left-late',
  exception: 'ten-exc',
};
/** How a line of the overview looks, by what it is. */
export const lineLooks: Readonly<Record<Bar['look'], string>> = {
  past: 'hl-past',
  over: 'hl-over',
  left: 'hl-left',
  'left-soon': 'hl-plan',
  'left-late': 'hl-final',
  exception: 'hl-exc',
};

/** Years that have room in the head of the narrowest column. */
const MOST_YEARS = 4;

/** The head of a column of bars: the years, and what the bars take out of it. */
export const AxisHead = ({ axis }: { readonly axis: Axis }): VNode => (
  <svg aria-hidden="true">
    <defs>
      <g id="axis-years">
        {axis.years.map(({ at }) => (
          <line class="ax-grid" x1={`${at}%`} x2={`${at}%`} y1="-8" y2="26" />
        ))}
      </g>
      <line id="axis-today" class="ax-now" x1={`${axis.today}%`} x2={`${axis.today}%`} y1="-8" y2="26" />
    </defs>
    {axis.years.map(({ year, at }, n) => (
      <>
        {n % Math.ceil(axis.years.length / MOST_YEARS) === 0 && (
          <text class="ax-text" x={`${at}%`} dx="4" y="17">
            {year}
          </text>
        )}
        <line class="ax-grid" x1={`${at}%`} x2={`${at}%`} y1="6" y2="26" />
      </>
    ))}
  </svg>
);

/** One stay as bars, with its limit. The row says the same in words. */
export const Bars = ({ all, limit }: { readonly all: readonly Bar[]; readonly limit: number }): VNode => (
  <svg aria-hidden="true">
    <use href="#axis-years" />
    {all.map(({ look, at, width }) => (
      <rect class={bars[look]} x={`${at}%`} width={`${width}%`} y="5" height="8" />
    ))}
    <line class="ten-lim" x1={`${limit}%`} x2={`${limit}%`} y1="1" y2="17" />
    <use href="#axis-today" />
  </svg>
);

/** Every stay on one axis. */
export function AllStays(all: {
  readonly axis: Axis;
  readonly overview: Overview;
  readonly title: string;
  readonly desc: string;
  readonly today: string;
}): VNode {
  const { width, top, height, lines } = all.overview;
  const x = (percent: number): number => Math.round(percent * width) / 100;
  const now = x(all.axis.today);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="all-title all-desc">
      <title id="all-title">{all.title}</title>
      <desc id="all-desc">{all.desc}</desc>
      {all.axis.years.map(({ year, at }) => (
        <>
          <line class="ax-grid" x1={x(at)} x2={x(at)} y1="20" y2={height} />
          {Math.abs(x(at) - now) > 24 && x(at) < width - 40 && (
            <text class="ax-text" x={x(at) + 5} y="13">
              {year}
            </text>
          )}
        </>
      ))}
      {lines.map(({ look, path }) => (
        <path class={lineLooks[look]} d={path} />
      ))}
      <line class="ax-now" x1={now} x2={now} y1={top - 6} y2={height} />
      <text class="ax-text ax-today" x={now} y="13" text-anchor="middle">
        {all.today}
      </text>
    </svg>
  );
}
