import type { VNode } from 'preact';
import { dayOf } from '../../../domain/zone.js';
import type { PlacedBox, PlacedWay, Point } from '../../../diagram/layout.js';
import type { CaseChart, CasePage } from './case.js';
import { fileWords as words } from './file.words.js';
import { reachable, stands } from './moves.js';

/** How a part of the picture is marked. */
type Mark = 'been' | 'here' | 'can' | '';

/** A picture narrower than this stands in its own size; a wider one fills the sheet. */
const SMALL = 960;

/** The statechart of this very case: where it stands, the way it took, where it can go; and the same as text. */
export function Chart({ page, chart }: { readonly page: CasePage; readonly chart: CaseChart }): VNode {
  const { language, view } = page;
  const { picture, process } = chart;
  const reach = reachable(page, chart);
  const [width, height] = [Math.ceil(picture.width), Math.ceil(picture.height)];
  const small = width < SMALL ? { class: 'small', width, height } : {};
  return (
    <section class="sec" aria-labelledby="way">
      <div class="sec-head">
        <h2 id="way">
          {words.way[language]}: {process.label}
        </h2>
        <Key language={language} />
      </div>
      <figure class="chart-fig">
        <div class="scroll" tabIndex={0} role="region" aria-label={words.picture[language]}>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            {...small}
            role="img"
            aria-labelledby="way-t way-d"
            focusable="false"
          >
            <title id="way-t">{`${words.way[language]}: ${process.label}`}</title>
            <desc id="way-d">{`${words.here[language]}: ${process.stateLabel}`}</desc>
            {picture.ways.map((way) => (
              <Arrow way={way} mark={markOfWay(way, chart, reach)} />
            ))}
            {picture.boxes
              .filter(({ box }) => box.kind !== 'group')
              .map((box) => (
                <State box={box} mark={markOfBox(box.box.id, chart, reach)} chart={chart} />
              ))}
          </svg>
        </div>
      </figure>
      <details>
        <summary>{words.asText[language]}</summary>
        <AsText page={page} chart={chart} reach={reach} />
      </details>
      {view.processes.length > 1 && <Processes page={page} />}
    </section>
  );
}

const Key = ({ language }: { readonly language: CasePage['language'] }) => (
  <ul class="key">
    <li>
      <svg aria-hidden="true">
        <line class="tr-been" x1="0" y1="7" x2="24" y2="7" />
      </svg>
      {words.been[language]}
    </li>
    <li>
      <svg aria-hidden="true">
        <g class="st st-here">
          <rect x="2" y="1" width="20" height="12" rx="3" />
        </g>
      </svg>
      {words.here[language]}
    </li>
    <li>
      <svg aria-hidden="true">
        <line class="tr-can" x1="0" y1="7" x2="24" y2="7" />
      </svg>
      {words.can[language]}
    </li>
  </ul>
);

function markOfBox(
  path: string,
  { process, shown, visits }: CaseChart,
  reach: ReadonlyMap<string, unknown>,
): Mark {
  const name = shown.get(path);
  if (name === process.state) return 'here';
  if (reach.has(path)) return 'can';
  return visits.some(({ state }) => state === name) ? 'been' : '';
}

function markOfWay({ way }: PlacedWay, chart: CaseChart, reach: ReadonlyMap<string, unknown>): Mark {
  const { process, shown, visits } = chart;
  if (reach.has(way.to) && stands(way.from, process.state, shown)) return 'can';
  const to = shown.get(way.to);
  const taken = visits.some(
    ({ state }, at) => at > 0 && state === to && stands(way.from, visits[at - 1]?.state ?? '', shown),
  );
  return taken ? 'been' : '';
}

const r = (value: number): number => Math.round(value * 10) / 10;

function Arrow({ way, mark }: { readonly way: PlacedWay; readonly mark: Mark }): VNode | null {
  const [first, ...rest] = way.points;
  const [before, last] = way.points.slice(-2);
  if (first === undefined || before === undefined || last === undefined) return null;
  const kind = mark === 'been' || mark === 'can' ? mark : null;
  return (
    <>
      <path
        class={kind ? `tr tr-${kind}` : 'tr'}
        d={`M${r(first.x)} ${r(first.y)}${rest.map(({ x, y }) => `L${r(x)} ${r(y)}`).join('')}`}
      />
      <polygon class={kind ? `tip tip-${kind}` : 'tip'} points={tipOf(before, last)} />
    </>
  );
}

/** The head of an arrow that ends straight, along one of the axes. */
function tipOf(before: Point, { x, y }: Point): string {
  const sign = (value: number): number => (Math.abs(value) < 0.05 ? 0 : Math.sign(value));
  const [dx, dy] = [sign(x - before.x), sign(y - before.y)];
  const corner = (side: number) => `${r(x - 9 * dx + side * 4.5 * dy)},${r(y - 9 * dy + side * 4.5 * dx)}`;
  return `${r(x)},${r(y)} ${corner(1)} ${corner(-1)}`;
}

function State({
  box: { box, x, y, width, height },
  mark,
  chart: { visits, shown },
}: {
  readonly box: PlacedBox;
  readonly mark: Mark;
  readonly chart: CaseChart;
}): VNode {
  const stays = visits.filter(({ state }) => state === shown.get(box.id));
  const when = stays.length > 1 ? `${stays.length} ×` : stays[0] && dayOf(stays[0].began);
  const lines = box.lines.map(({ text }) => text);
  const middle = x + width / 2;
  // Where the chart only chooses, nothing can stand.
  if (lines.join('').trim() === '')
    return (
      <path
        class="tr"
        d={`M${r(x)} ${r(y + height / 2)}H${r(x + width)}M${r(x + width)} ${r(y)}V${r(y + height)}`}
      />
    );
  const top = y + height / 2 - ((lines.length - 1 + (when ? 1 : 0)) * 17) / 2 + 5;
  return (
    <g class={mark ? `st st-${mark}` : 'st'}>
      <rect x={r(x)} y={r(y - (when ? 6 : 0))} width={r(width)} height={r(height + (when ? 12 : 0))} rx="5" />
      {lines.map((line, n) => (
        <text x={r(middle)} y={r(top + n * 17)}>
          {line}
        </text>
      ))}
      {when && (
        <text class="when" x={r(middle)} y={r(top + lines.length * 17)}>
          {when}
        </text>
      )}
    </g>
  );
}

function AsText({
  page: { language },
  chart,
  reach,
}: {
  readonly page: CasePage;
  readonly chart: CaseChart;
  readonly reach: ReadonlyMap<string, readonly string[]>;
}): VNode {
  return (
    <ol class="prose">
      {chart.visits.map(({ label, began, ended }) => (
        <li>
          {label} {words.from[language]} <time dateTime={began}>{dayOf(began)}</time>
          {ended === null ? (
            `, ${words.here[language]}.`
          ) : (
            <>
              {' '}
              {words.to[language]} <time dateTime={ended}>{dayOf(ended)}</time>.
            </>
          )}
        </li>
      ))}
      {reach.size > 0 && (
        <li>
          {words.fromHere[language]}:{' '}
          {[...reach].map(([path, by]) => `${chart.labels.get(path) ?? path} (${by.join(', ')})`).join('; ')}.
        </li>
      )}
    </ol>
  );
}

function Processes({ page: { language, view, chart } }: { readonly page: CasePage }): VNode {
  return (
    <ul class="inline-links" aria-label={words.processes[language]}>
      {view.processes.map(({ number, label, stateLabel }) => (
        <li>
          <a
            href={`/files/${view.id}?process=${number}#way`}
            aria-current={chart?.process.number === number ? 'true' : undefined}
          >
            {label} {number}: {stateLabel}
          </a>
        </li>
      ))}
    </ul>
  );
}
