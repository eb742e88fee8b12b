import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { signed } from '../figures.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
import { CardTable, Cell, Chips, type Chip } from '../tables.js';
import { GoalDecisions, type GoalDecision } from './goal-decisions.js';
import { text } from './goal.words.js';

/** One line of the ledger, with what the balance is after it; null where there is no goal. */
export interface GoalLine {
  readonly day: string;
  readonly kind: 'goal' | 'reserved' | 'released' | 'consumed';
  /** Of a goal its reference; of a booking the form, and why where there is a reason. */
  readonly told: string;
  /** The flat: its file and name; null for one that the reader may not see, absent for a goal. */
  readonly flat?: { readonly file: string; readonly name: string } | null;
  readonly change: number;
  readonly balance: number | null;
}

/** What the page of the goal's ledger is made from. */
export interface GoalPage {
  readonly language: Language;
  readonly year: number;
  /** The month in words, and its first and last day shown. */
  readonly month: string;
  readonly until: string;
  readonly goal: number | null;
  /** Whether all forms are asked for. */
  readonly isAll: boolean;
  readonly years: readonly Chip[];
  readonly forms: readonly Chip[];
  readonly opening: {
    readonly day: string;
    readonly consumed: number;
    readonly held: number;
    readonly balance: number | null;
  };
  readonly lines: readonly GoalLine[];
  readonly closing: number | null;
  readonly decisions: readonly GoalDecision[];
  readonly earlier: string | null;
  readonly later: string | null;
}

/** The goal as a ledger: the council's decisions, and each booking with the balance after it. */
export function goalPage(page: GoalPage): Shown {
  const { language, year, goal, closing, until, isAll } = page;
  const say = text[language];
  const title = say.title(year);
  const main = (
    <>
      <Head title={title} lead={goal === null ? say.noGoal(isAll, until) : say.lead(goal, closing, until)} />
      <p>
        <a href={`/reports/goal-ledger?until=${until}`}>{say.report}</a>
      </p>
      <Chips label={say.year} all={page.years} />
      <Chips label={say.form} all={page.forms} />
      <Section id="ledger" title={say.ledger(page.month)}>
        <Ledger {...page} />
        <p class="acts">
          {page.earlier && (
            <a class="btn" href={page.earlier}>
              {say.earlier}
            </a>
          )}
          {page.later && (
            <a class="btn" href={page.later}>
              {say.later}
            </a>
          )}
        </p>
      </Section>
      <Section id="decisions" title={say.decisions}>
        <GoalDecisions {...page} />
      </Section>
    </>
  );
  return { title, main };
}

function Ledger({ language, opening, lines, closing, until }: GoalPage): VNode {
  const say = text[language];
  const heads = [say.day, say.booking, say.flat, say.change, say.balance];
  const edge = (day: string, what: string, balance: number | null): VNode => (
    <tr role="row">
      <Cell l={say.day}>
        <time dateTime={day}>{day}</time>
      </Cell>
      <th scope="row" role="rowheader">
        {what}
      </th>
      <Cell l={say.flat}>{say.none}</Cell>
      <Cell l={say.change} class="r">
        {say.none}
      </Cell>
      <Cell l={say.balance} class="r">
        <strong>{balance ?? say.none}</strong>
      </Cell>
    </tr>
  );
  return (
    <CardTable caption={say.booking} heads={heads} figures={[3, 4]}>
      {edge(opening.day, `${say.opening}: ${say.openingOf(opening.consumed, opening.held)}`, opening.balance)}
      {lines.map((line) => (
        <Line line={line} language={language} />
      ))}
      {edge(until, lines.length === 0 ? `${say.closing}. ${say.empty}` : say.closing, closing)}
    </CardTable>
  );
}

function Line({ line, language }: { readonly line: GoalLine; readonly language: Language }): VNode {
  const say = text[language];
  const { day, kind, told, flat, change, balance } = line;
  return (
    <tr role="row">
      <Cell l={say.day}>
        <time dateTime={day}>{day}</time>
      </Cell>
      <Cell l={say.booking}>
        {say.kinds[kind]} <span class="meta">{told}</span>
      </Cell>
      <Cell l={say.flat}>
        {flat === undefined ? (
          say.none
        ) : flat === null ? (
          say.notYours
        ) : (
          <a href={`/files/${flat.file}`}>{flat.name}</a>
        )}
      </Cell>
      <Cell l={say.change} class="r">
        {signed(change)}
      </Cell>
      <Cell l={say.balance} class="r">
        {balance ?? say.none}
      </Cell>
    </tr>
  );
}
