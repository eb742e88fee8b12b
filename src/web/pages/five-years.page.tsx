import type { VNode } from 'preact';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { Chips, Scrolled, type Chip } from '../tables.js';
import type { Group } from '../../files/tenancies.js';
import { text } from './five-years.words.js';
import { StayTable, type StayRows } from './stay-table.js';
import { AllStays, lineLooks, type Bar, type Overview } from './time-axis.js';

/** A group of stays: how many, their share in whole percent, how many have a plan (null where none is asked for yet). */
export interface GroupCount {
  readonly group: Group;
  readonly href: string;
  readonly stays: number;
  readonly share: number | null;
  readonly plans: number | null;
}

/** What the view of the five years is made from. */
export interface FiveYearsPage extends StayRows {
  readonly today: string;
  readonly total: number;
  readonly overview: Overview;
  readonly counts: readonly GroupCount[];
  readonly chips: { readonly group: readonly Chip[]; readonly district: readonly Chip[] };
  readonly first: number;
  readonly found: number;
  readonly former: string | null;
  readonly next: string | null;
}

/** Every stay on one time axis, how many are how near the limit, and the stays one by one. */
export function fiveYearsPage(page: FiveYearsPage): Shown {
  const { language, total, today, counts } = page;
  const say = text[language];
  const passed = counts.find(({ group }) => group === 'passed')?.stays ?? 0;
  const main = (
    <>
      <Head title={say.title} lead={say.lead(figure(page.overview.stays, language), today, passed)} />
      {total === 0 ? (
        <p class="empty">{say.noneAtAll}</p>
      ) : (
        <>
          <All {...page} />
          <List {...page} />
        </>
      )}
    </>
  );
  return { title: say.title, main };
}

function All(page: FiveYearsPage): VNode {
  const { language, axis, overview } = page;
  const say = text[language];
  const looks = Object.keys(say.key) as Bar['look'][];
  return (
    <section class="sec" aria-labelledby="all">
      <h2 id="all">{say.all}</h2>
      <div class="split">
        <figure class="all-fig stack">
          <figcaption class="key">
            {looks.map((look) => (
              <span>
                <svg aria-hidden="true">
                  <line class={lineLooks[look]} x1="0" x2="24" y1="7" y2="7" />
                </svg>
                {say.key[look]}
              </span>
            ))}
          </figcaption>
          <Scrolled label={say.allScroll}>
            <AllStays
              {...{ axis, overview, today: say.today }}
              title={say.allTitle(figure(overview.stays, language))}
              desc={say.allDesc(overview.each)}
            />
          </Scrolled>
        </figure>
        <Counts {...page} />
      </div>
    </section>
  );
}

const shapes: Readonly<Record<Group, string>> = {
  passed: 'is-late',
  exception: 'is-hold',
  final: 'is-late',
  planning: 'is-soon',
  later: 'is-idle',
};

function Counts({ language, counts, overview }: FiveYearsPage): VNode {
  const say = text[language];
  const right = (head: string) => (
    <th scope="col" class="r">
      {head}
    </th>
  );
  return (
    <div class="stack">
      <table>
        <caption>{say.counts}</caption>
        <thead>
          <tr>
            <th scope="col">{say.heads.left}</th>
            {right(say.heads.stays)}
            {right(say.heads.share)}
            {right(say.heads.plan)}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ group, href, stays, share, plans }) => (
            <tr>
              <th scope="row">
                <a href={href}>
                  <span class={`sh ${shapes[group]}`} aria-hidden="true" /> {say.groups[group]}
                </a>
              </th>
              <td class="r">{figure(stays, language)}</td>
              <td class="r">{figure(share, language)}</td>
              <td class="r">{figure(plans, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.everything}</th>
            <td class="r">{figure(overview.stays, language)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
      <p class="source">{say.source}</p>
    </div>
  );
}

function List(page: FiveYearsPage): VNode {
  const { language, chips, lines } = page;
  const say = text[language];
  return (
    <section class="sec" aria-labelledby="list">
      <h2 id="list">{say.list}</h2>
      <div class="review-filters">
        <Chips label={say.filters.group} all={chips.group} />
        {chips.district.length > 2 && <Chips label={say.filters.district} all={chips.district} />}
      </div>
      {lines.length === 0 ? (
        <p class="empty">{say.none}</p>
      ) : (
        <>
          <StayTable {...page} />
          <nav class="pager" aria-label={say.pages}>
            <span>{say.shown(page.first, page.first + lines.length - 1, page.found)}</span>
            {page.former && <a href={page.former}>{say.former}</a>}
            {page.next && <a href={page.next}>{say.next}</a>}
          </nav>
        </>
      )}
    </section>
  );
}
