import type { VNode } from 'preact';
import type { FlatState } from '../../files/flats.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { Chips, type Chip } from '../tables.js';
import { Board, type HouseView } from './flat-board.js';
import { FlatRows, type FlatTable } from './flat-table.js';
import { text } from './flats.words.js';

/** The stock in figures: days, and kronor so far and a day; flats whose cost is not known are left out of the sums. */
export interface StockSum {
  readonly stock: number;
  readonly empty: number;
  readonly days: number;
  readonly cost: number;
  readonly perDay: number;
  readonly unknown: number;
}

/** The four rows of chips. */
export interface FlatChips {
  readonly state: readonly Chip[];
  readonly house: readonly Chip[];
  readonly rooms: readonly Chip[];
  readonly over: readonly Chip[];
}

/** What the board is made from. */
export interface FlatsPage extends FlatTable {
  readonly today: string;
  readonly sum: StockSum;
  readonly labels: ReadonlyMap<FlatState, string>;
  readonly houses: readonly HouseView[];
  readonly chips: FlatChips;
  readonly lists: 'empty' | 'all';
  /** The first row shown and how many there are; addresses of the pages beside, null where there is none. */
  readonly first: number;
  readonly found: number;
  /** Whether the reader may read flats in from a sheet. */
  readonly imports: boolean;
  readonly former: string | null;
  readonly next: string | null;
}

/** The flats: as windows, in figures, and as a table. */
export function flatsPage(page: FlatsPage): Shown {
  const { language, sum, today, houses, labels } = page;
  const say = text[language];
  const main = (
    <>
      <Head
        title={say.title}
        lead={say.lead(figure(sum.stock, language), figure(sum.empty, language), today)}
      />
      <Sums sum={sum} language={language} />
      <p>
        <a href="/reports/vacancy">{say.overTime}</a>
        {page.imports && (
          <>
            {' · '}
            <a href="/flats/import">{say.import}</a>
          </>
        )}
      </p>
      <Board language={language} houses={houses} labels={labels} />
      <List {...page} />
    </>
  );
  return { title: say.title, main, live: 'list' };
}

function Sums({ sum, language }: { readonly sum: StockSum; readonly language: Language }): VNode {
  const say = text[language];
  const kronor = (value: number) => `${figure(value, language)} ${say.kr}`;
  return (
    <dl class="facts" aria-label={say.sums}>
      <Fact what={say.stock} is={figure(sum.stock, language)} />
      <Fact what={say.empty} is={figure(sum.empty, language)} />
      <Fact what={say.days} is={figure(sum.days, language)} />
      <Fact what={say.cost} is={kronor(sum.cost)} note={sum.unknown > 0 ? say.unknown(sum.unknown) : null} />
      <Fact what={say.perDay} is={kronor(sum.perDay)} />
    </dl>
  );
}

const Fact = (fact: { readonly what: string; readonly is: string; readonly note?: string | null }): VNode => (
  <div>
    <dt>{fact.what}</dt>
    <dd>
      {fact.is}
      {fact.note && <small class="meta block">{fact.note}</small>}
    </dd>
  </div>
);

function List(page: FlatsPage): VNode {
  const { language, chips, lines, found, lists } = page;
  const say = text[language];
  const named = Object.entries(chips) as [keyof FlatChips, readonly Chip[]][];
  return (
    <section class="sec" aria-labelledby="list">
      <h2 id="list" tabIndex={-1}>
        {say.list[lists]}
      </h2>
      <div class="review-filters">
        {named.map(([key, all]) => (
          <Chips label={say.filters[key]} all={all} />
        ))}
      </div>
      {lines.length === 0 ? (
        <p class="empty">{lists === 'empty' && page.sum.empty === 0 ? say.noneEmpty : say.none}</p>
      ) : (
        <>
          <FlatRows {...page} />
          <nav class="pager" aria-label={say.pages}>
            <span>{say.shown(page.first, page.first + lines.length - 1, found)}</span>
            {page.former && <a href={page.former}>{say.former}</a>}
            {page.next && <a href={page.next}>{say.next}</a>}
          </nav>
        </>
      )}
      <p class="source">{say.source}</p>
    </section>
  );
}
