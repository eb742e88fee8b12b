import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { signed } from '../figures.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
import { CardTable, Cell, Chips, type Chip } from '../tables.js';
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
  readonly decisions: readonly {
    readonly forms: string;
    readonly goal: number;
    readonly from: string;
    readonly reference: string | null;
    readonly state: 'coming' | 'inForce' | 'replaced';
  }[];
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
        <Decisions {...page} />
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

function Decisions({ language, decisions }: GoalPage): VNode {
  const say = text[language];
  if (decisions.length === 0) return <p class="empty">{say.noDecisions}</p>;
  return (
    <CardTable
      caption={say.decisions}
      heads={[say.form, say.goal, say.decided, say.reference, say.state]}
      figures={[1]}
    >
      {decisions.map(({ forms, goal, from, reference, state }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {forms}
          </th>
          <Cell l={say.goal} class="r">
            {goal}
          </Cell>
          <Cell l={say.decided}>
            <time dateTime={from}>{from}</time>
          </Cell>
          <Cell l={say.reference}>{reference ?? say.none}</Cell>
          <Cell l={say.state}>{say.states[state]}</Cell>
        </tr>
      ))}
    </CardTable>
  );
}
