import type { VNode } from 'preact';
import type { ClockView } from '../../../files/clock-view.js';
import { roughly } from '../../days.js';
import type { CaseSummary } from './case.js';
import { fileWords as words } from './file.words.js';

/** The part of the picture that is the five years; the rest is room for what lies beyond the limit. */
const FIVE = 95.24;
const MONTHS = 60;

/** The household's five years as a bar: what is used, what is left, where planning and the last half year begin. */
export function Clock({ page, clock }: { readonly page: CaseSummary; readonly clock: ClockView }): VNode {
  const { language } = page;
  const { left, used, earlier, start, plan, final, limit, exceptionUntil } = clock;
  const rungs: [string, string][] = [
    ...earlier.map(({ from, to }): [string, string] => [
      words.earlier[language],
      `${from} ${words.to[language]} ${to ?? '…'}`,
    ]),
    [words.began[language], start],
    [words.planFrom[language], plan],
    [words.finalFrom[language], final],
    [words.lastDay[language], limit],
    ...(exceptionUntil === null ? [] : [[words.exception[language], exceptionUntil] as [string, string]]),
  ];
  return (
    <section class="sec clock" aria-labelledby="clock">
      <div class="sec-head">
        <h2 id="clock">{words.clock[language]}</h2>
        <p class="meta">{words.clockSays[language]}</p>
      </div>
      <p class="clock-head">
        <span class="left">
          {left >= 0
            ? `${words.left[language].split(' ')[0]} ${roughly(left, language)}`
            : `${words.passed[language]} ${roughly(-left, language)}`}
        </span>
        <span>{left >= 0 && `${words.ofFive[language]}: ${roughly(used, language)}.`}</span>
      </p>
      <Picture page={page} clock={clock} />
      <dl class="ladder">
        {rungs.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Picture({
  page: { language },
  clock,
}: {
  readonly page: CaseSummary;
  readonly clock: ClockView;
}): VNode {
  const { whole, used, plan, final, limit } = clock;
  const at = (days: number): number => Math.min(100, Math.max(0, (days / whole) * FIVE));
  const pc = (value: number): string => `${Math.round(value * 100) / 100}%`;
  const ofMonth = (month: number): string => pc((month / MONTHS) * FIVE);
  const now = at(used);
  return (
    <svg role="img" aria-labelledby="ck-t ck-d">
      <title id="ck-t">{words.usedTime[language]}</title>
      <desc id="ck-d">
        {`${words.planFrom[language]} ${plan}. ${words.finalFrom[language]} ${final}. ${words.lastDay[language]} ${limit}.`}
      </desc>
      <Hatch />
      <rect class="ck-bed" x="0" y="20" width={pc(FIVE)} height="26" />
      <rect class="ck-plan" x={ofMonth(36)} y="20.5" width={ofMonth(18)} height="25" />
      <rect class="ck-final" x={ofMonth(54)} y="20.5" width={ofMonth(6)} height="25" />
      <rect class="ck-used" x="0" y="20" width={pc(Math.min(now, FIVE))} height="26" />
      <rect fill="url(#hatch)" x="0" y="20" width={pc(Math.min(now, FIVE))} height="26" />
      {now > FIVE && <rect class="ck-over" x={pc(FIVE)} y="20" width={pc(now - FIVE)} height="26" />}
      <Years language={language} ofMonth={ofMonth} />
      {used < (whole * 36) / MONTHS && (
        <text class="ck-zone" x={ofMonth(45)} y="38" text-anchor="middle">
          {words.plan[language]}
        </text>
      )}
      {used < (whole * 54) / MONTHS && (
        <text class="ck-zone" x={ofMonth(57)} y="38" text-anchor="middle">
          {words.final[language]}
        </text>
      )}
      <line class="ck-limit" x1={pc(FIVE)} x2={pc(FIVE)} y1="14" y2="56" />
      <line class="ck-now" x1={pc(now)} x2={pc(now)} y1="16" y2="56" />
      <text
        class="ck-text-now"
        x={pc(now)}
        y="67"
        text-anchor={now < 5 ? 'start' : now > 92 ? 'end' : 'middle'}
      >
        {words.today[language]}
      </text>
    </svg>
  );
}

const Years = ({
  language,
  ofMonth,
}: {
  readonly language: CaseSummary['language'];
  readonly ofMonth: (month: number) => string;
}) => (
  <>
    {[0, 1, 2, 3, 4, 5].map((year) => (
      <>
        <line class="ck-tick-year" x1={ofMonth(year * 12)} x2={ofMonth(year * 12)} y1="16" y2="54" />
        <text class="ck-text" x={ofMonth(year * 12)} y="11" text-anchor={year === 0 ? 'start' : 'middle'}>
          {year === 0 ? '0' : `${year} ${words.year[language]}`}
        </text>
      </>
    ))}
  </>
);

const Hatch = () => (
  <defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="ck-hatch" x1="0" y1="0" x2="0" y2="6" />
    </pattern>
  </defs>
);
