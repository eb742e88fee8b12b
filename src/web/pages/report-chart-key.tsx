import type { VNode } from 'preact';
import type { ChartView } from './report-view.js';

/** What the patterns, ranges and lines of a chart mean; nothing where all bars mean the same. */
export function ChartKey({ chart: { key, elapsed, range } }: { readonly chart: ChartView }): VNode | null {
  if (key.length === 0 && elapsed === null && range === null) return null;
  return (
    <ul class="key">
      {key.map(({ label, pattern }) => (
        <Sign means={label}>
          <rect
            {...(pattern === 0
              ? { class: 'bar-goal' }
              : { class: `edge${pattern}`, fill: `url(#bars-${pattern})` })}
            x="1"
            y="2"
            width="22"
            height="10"
          />
        </Sign>
      ))}
      {range && <RangeKey range={range} />}
      {elapsed && (
        <>
          <Sign means={elapsed.against}>
            <rect class="bar-bed" x="1" y="2" width="22" height="10" />
          </Sign>
          <Sign means={elapsed.label}>
            <line class="ch-goal" x1="12" x2="12" y1="0" y2="14" />
          </Sign>
        </>
      )}
    </ul>
  );
}

const RangeKey = ({ range }: { readonly range: NonNullable<ChartView['range']> }): VNode => (
  <>
    <Sign means={range.label}>
      <rect class="rng" x="1" y="2" width="22" height="10" />
    </Sign>
    <Sign means={range.dot}>
      <circle class="dot" cx="12" cy="7" r="5" />
    </Sign>
  </>
);

const Sign = ({ means, children }: { readonly means: string; readonly children: VNode }): VNode => (
  <li>
    <svg aria-hidden="true" focusable="false">
      {children}
    </svg>
    {means}
  </li>
);
