import type { VNode } from 'preact';
import type { Rule } from '../../access/review/review.words.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Moment } from '../parts.js';
import { CardTable, Cell, Chips } from '../tables.js';
import { text } from './reviews.words.js';

/** A reading that came up for review, as a line of the queue. */
export interface ReviewLine {
  readonly id: number;
  readonly at: string;
  readonly name: string;
  readonly organisation: string;
  /** Null where many files are meant. */
  readonly file: string | null;
  readonly why: string;
  readonly rule: string;
  readonly isEmergency: boolean;
  /** In words; null while it waits. */
  readonly outcome: string | null;
}

/** What the queue is narrowed to. */
export interface QueueFilter {
  readonly state: 'waiting' | 'done' | 'all';
  readonly rule: Rule | undefined;
}

/** What the queue of reviews is made from. */
export interface ReviewsPage {
  readonly language: Language;
  readonly lines: readonly ReviewLine[];
  readonly filter: QueueFilter;
  readonly rules: readonly { readonly rule: Rule; readonly label: string; readonly waiting: number }[];
  /** The review that was done just now. */
  readonly done: number | undefined;
  readonly next: string | null;
}

/** The queue of readings to review, emergency accesses first. */
export function reviewsPage(page: ReviewsPage): Shown {
  const { language, lines, filter, rules, next } = page;
  const say = text[language];
  const waiting = rules.reduce((sum, one) => sum + one.waiting, 0);
  const emergencies = rules.find(({ rule }) => rule === 'emergency')?.waiting ?? 0;
  const main = (
    <>
      {page.done !== undefined && <Done id={page.done} language={language} none={waiting === 0} />}
      <Head title={say.title} lead={say.lead(waiting, emergencies)} />
      <p class="acts">
        {waiting > 0 && (
          <a class="btn btn-main" href="/reviews/next">
            {say.next}
          </a>
        )}
        <a class="btn" href="/reviews/statistics">
          {say.statistics}
        </a>
      </p>
      <Filters {...page} />
      {lines.length === 0 ? <p class="empty">{say.empty}</p> : <Queue lines={lines} language={language} />}
      {next && (
        <p class="pager">
          <a href={addressOf(filter, next)}>{say.more}</a>
        </p>
      )}
    </>
  );
  return { title: say.title, main };
}

/** Says that an outcome was noted, and leads back to it. */
export function Done(done: {
  readonly id: number;
  readonly language: Language;
  readonly none: boolean;
}): VNode {
  const say = text[done.language];
  return (
    <div class="toast" role="status">
      <p>
        {say.done} {done.none && say.noneLeft}
      </p>
      <a href={`/reviews/${done.id}`}>{say.doneShow}</a>
    </div>
  );
}

/** The address of a page of the queue. */
export function addressOf({ state, rule }: QueueFilter, after?: string): string {
  const query = new URLSearchParams({ state, ...(rule && { rule }), ...(after && { after }) });
  return `/reviews?${query.toString()}`;
}

function Filters({ language, filter, rules }: ReviewsPage): VNode {
  const say = text[language];
  const shown = rules.filter(
    ({ waiting, rule }) => waiting > 0 || rule === filter.rule || filter.state !== 'waiting',
  );
  return (
    <div class="review-filters">
      <Chips
        label={say.states}
        all={(['waiting', 'done', 'all'] as const).map((state) => ({
          href: addressOf({ ...filter, state }),
          text: say.state[state],
          isNow: state === filter.state,
        }))}
      />
      <Chips
        label={say.rules}
        all={[
          { href: addressOf({ ...filter, rule: undefined }), text: say.anyRule, isNow: !filter.rule },
          ...shown.map(({ rule, label, waiting }) => ({
            href: addressOf({ ...filter, rule }),
            text: filter.state === 'waiting' ? `${label}: ${waiting}` : label,
            isNow: rule === filter.rule,
          })),
        ]}
      />
    </div>
  );
}

function Queue({ lines, language }: Pick<ReviewsPage, 'lines' | 'language'>): VNode {
  const say = text[language];
  return (
    <CardTable
      caption={say.list}
      heads={[say.who, say.when, say.file, say.why, say.rule, say.outcome, say.open]}
      buttons
    >
      {lines.map((line) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {line.name}
            <small class="meta block">{line.organisation}</small>
          </th>
          <Cell l={say.when}>
            <Moment at={line.at} language={language} />
          </Cell>
          <Cell l={say.file}>{line.file ?? say.many}</Cell>
          <Cell l={say.why}>{line.why}</Cell>
          <Cell l={say.rule}>
            {line.isEmergency ? <span class="tag is-soon tag-bare">{line.rule}</span> : line.rule}
          </Cell>
          <Cell l={say.outcome}>
            <span class={`tag tag-bare ${line.outcome === null ? 'is-now' : 'is-done'}`}>
              {line.outcome ?? say.waiting}
            </span>
          </Cell>
          <Cell>
            <a href={`/reviews/${line.id}`} aria-label={say.openOf(line.id)} class="btn btn-small">
              {say.open}
            </a>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
