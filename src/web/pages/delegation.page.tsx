import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Section, type Choice, type Fault, Toast } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { DelegationForm, type DelegationWish } from './delegation-form.js';
import { text } from './delegation.words.js';

/** A line of an order of delegation. */
export interface DelegationLine {
  readonly line: string;
  /** Null of a line that holds for every organisation without its own. */
  readonly organisation: string | null;
  readonly decision: string;
  readonly who: string;
  readonly from: string;
  readonly to: string | null;
  readonly state: 'now' | 'later' | 'past';
  /** Where it can be ended; null where it is not, or not by the reader. */
  readonly ends: string | null;
}

/** What the page of the orders of delegation is made from. */
export interface DelegationPage {
  readonly language: Language;
  readonly token: string;
  readonly own: readonly DelegationLine[];
  readonly general: readonly DelegationLine[];
  /** Null for whoever may not add a line. */
  readonly form: {
    readonly wish: DelegationWish;
    readonly faults: readonly Fault[];
    readonly wasKept: boolean;
    readonly decisions: readonly Choice[];
    readonly roles: readonly Choice[];
    readonly organisations: readonly string[];
  } | null;
  readonly done: 'added' | 'unchanged' | 'ended' | undefined;
}

/** Who may take which decisions: each organisation's own lines, and those that hold for all others. */
export function delegationPage(page: DelegationPage): Shown {
  const { language, own, general, form, done } = page;
  const say = text[language];
  const faults = form?.faults ?? [];
  const main = (
    <>
      {done && <Toast>{say[done]}</Toast>}
      {form?.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.title} lead={say.lead} />
      <Section id="own" title={say.own}>
        {own.length === 0 ? (
          <p class="empty">{say.noOwn}</p>
        ) : (
          <Lines lines={own} language={language} caption={say.own} />
        )}
      </Section>
      <Section id="general" title={say.general}>
        <Lines lines={general} language={language} caption={say.general} />
      </Section>
      {form && (
        <Section id="add" title={say.add}>
          <DelegationForm {...form} language={language} token={page.token} />
        </Section>
      )}
    </>
  );
  return { title: say.title, main, faults };
}

const shapes = { now: 'is-done', later: 'is-idle', past: 'is-stop' } as const;

function Lines(list: {
  readonly lines: readonly DelegationLine[];
  readonly language: Language;
  readonly caption: string;
}): VNode {
  const { lines, language, caption } = list;
  const say = text[language];
  const isOwn = lines.some(({ organisation }) => organisation !== null);
  const heads = [
    ...(isOwn ? [say.organisation] : []),
    say.decision,
    say.line,
    say.who,
    say.from,
    say.to,
    say.state,
  ];
  return (
    <CardTable caption={caption} heads={heads}>
      {lines.map(({ line, organisation, decision, who, from, to, state, ends }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {organisation ?? decision}
          </th>
          {isOwn && <Cell l={say.decision}>{decision}</Cell>}
          <Cell l={say.line}>{line}</Cell>
          <Cell l={say.who}>{who}</Cell>
          <Cell l={say.from}>
            <time dateTime={from}>{from}</time>
          </Cell>
          <Cell l={say.to}>{to === null ? say.open : <time dateTime={to}>{to}</time>}</Cell>
          <Cell l={say.state}>
            <span class={`tag tag-bare ${shapes[state]}`}>{say.states[state]}</span>
            {ends && (
              <>
                {' '}
                <a href={ends} aria-label={`${say.end}: ${line}, ${organisation ?? ''}`}>
                  {say.end}
                </a>
              </>
            )}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
