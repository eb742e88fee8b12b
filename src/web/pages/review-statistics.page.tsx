import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { Chips, Scrolled } from '../tables.js';
import { text } from './reviews.words.js';

/** What came up by one rule in one month; `counts` in the order of the outcomes, those that wait last. */
export interface TallyLine {
  readonly rule: string;
  readonly counts: readonly number[];
}

/** What the statistics of the review are made from. */
export interface ReviewStatisticsPage {
  readonly language: Language;
  readonly year: number;
  readonly years: readonly number[];
  readonly outcomes: readonly string[];
  readonly months: readonly { readonly month: string; readonly lines: readonly TallyLine[] }[];
  readonly sums: readonly number[];
}

/** How much came up for review and what it came to, by month and rule. */
export function reviewStatisticsPage(page: ReviewStatisticsPage): Shown {
  const { language, year, years, months } = page;
  const say = text[language];
  const title = say.year(year);
  const main = (
    <>
      <Head title={title} lead={say.yearLead} />
      <Chips
        label={say.years}
        all={years.map((one) => ({
          href: `/reviews/statistics?year=${one}`,
          text: String(one),
          isNow: one === year,
        }))}
      />
      {months.length === 0 ? <p class="empty">{say.noStatistics}</p> : <Tallies {...page} />}
      <p class="acts">
        <a class="btn" href="/reviews">
          {say.toList}
        </a>
      </p>
    </>
  );
  return { title, main };
}

function Tallies({ language, year, outcomes, months, sums }: ReviewStatisticsPage): VNode {
  const say = text[language];
  const label = say.year(year);
  return (
    <Scrolled label={`${label}, ${say.scroll}`}>
      <table>
        <caption class="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{say.month}</th>
            <th scope="col">{say.rule}</th>
            {[...outcomes, say.waits, say.total].map((head) => (
              <th scope="col" class="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {months.map(({ month, lines }) => (
          <tbody>
            {lines.map(({ rule, counts }, at) => (
              <tr>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={lines.length}>
                    <time dateTime={month}>{month}</time>
                  </th>
                )}
                <th scope="row" class="plain">
                  {rule}
                </th>
                <Counts counts={counts} />
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say.sum}
            </th>
            <Counts counts={sums} />
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}

const Counts = ({ counts }: { readonly counts: readonly number[] }): VNode => (
  <>
    {[...counts, counts.reduce((sum, one) => sum + one, 0)].map((count) => (
      <td class="r">{count}</td>
    ))}
  </>
);
