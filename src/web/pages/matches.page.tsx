import type { VNode } from 'preact';
import type { Misfit } from '../../domain/matching.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Field, Head, Section, type Fault } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './matches.words.js';

/** A family and a flat that fit: the other one of the two, what counts, why in words, and where it is offered. */
export interface MatchLine {
  readonly href: string;
  readonly name: string;
  /** District of a family, size of a flat. */
  readonly what: string;
  /** Since when it waits or stands empty, and for how many days. */
  readonly since: string;
  readonly days: number;
  /** Points of a family; kronor a month of a flat. */
  readonly amount: number;
  readonly why: readonly string[];
  /** Null when it is told of another day. */
  readonly offer: { readonly href: string; readonly label: string } | null;
}

/** Those that do not fit for one reason. */
export interface NotFitting {
  readonly reason: Misfit;
  readonly count: number;
  readonly who: readonly { readonly href: string; readonly name: string }[];
}

/** What a list of proposals is made from. `stop`: why nothing can be proposed at all. */
export interface MatchesPage {
  readonly language: Language;
  readonly of: 'families' | 'flats';
  readonly title: string;
  readonly facts: readonly { readonly what: string; readonly is: string }[];
  readonly stop: string | null;
  readonly lines: readonly MatchLine[];
  readonly not: readonly NotFitting[];
  /** The values that the order rests on, in words. */
  readonly rests: string;
  /** The moment that it is asked for, where another than now can be; its faults. */
  readonly then: {
    readonly action: string;
    readonly at: string;
    readonly time: string;
    readonly faults: readonly Fault[];
    readonly isThen: boolean;
  } | null;
  readonly back: { readonly href: string; readonly label: string };
}

/** Proposals for a flat or a family, each with its reason; whoever reads it decides. */
export function matchesPage(page: MatchesPage): Shown {
  const { language, of, title, facts, stop, lines, back, then } = page;
  const say = text[language];
  const lead = then?.isThen ? say.then.lead(then.at, then.time, lines.length) : say[of].lead(lines.length);
  const main = (
    <>
      <Head title={title} lead={stop ?? lead} />
      <dl class="facts">
        {facts.map(({ what, is }) => (
          <div>
            <dt>{what}</dt>
            <dd>{is}</dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 && (
        <Section id="fit" title={say[of].list}>
          <p class="meta">{then?.isThen ? say.then.basis : say.proposal}</p>
          <Lines {...page} />
        </Section>
      )}
      {stop === null && <Not {...page} />}
      {stop === null && <p class="source">{page.rests}</p>}
      {then && <AnotherDay language={language} then={then} />}
      <p class="acts">
        <a class="btn" href={back.href}>
          {back.label}
        </a>
      </p>
    </>
  );
  return { title, main, faults: then?.faults ?? [] };
}

/** Why the others are not proposed, each by its reason. */
function Not({ language, of, not }: MatchesPage): VNode | null {
  const say = text[language];
  if (not.length === 0) return null;
  return (
    <Section id="not" title={say[of].not(not.reduce((sum, { count }) => sum + count, 0))}>
      {not.map(({ reason, count, who }) => (
        <details>
          <summary>
            {say.misfits[reason]} <b>{figure(count, language)}</b>
          </summary>
          <ul class="inline-links">
            {who.map(({ href, name }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}

/** Asks who was proposed on another day. */
function AnotherDay({
  language,
  then: { action, at, time, faults },
}: {
  readonly language: Language;
  readonly then: NonNullable<MatchesPage['then']>;
}): VNode {
  const say = text[language].then;
  const values = { at, time };
  return (
    <Section id="then" title={say.title}>
      <p>{say.how}</p>
      <form method="get" action={action} class="inline-form" noValidate>
        {(['at', 'time'] as const).map((id) => (
          <Field id={id} label={say[id]} hint={say.hints[id]} faults={faults}>
            {(tied) => <input type="text" size={12} autocomplete="off" value={values[id]} {...tied} />}
          </Field>
        ))}
        <button class="btn" type="submit">
          {say.show}
        </button>
      </form>
    </Section>
  );
}

function Lines({ language, of, lines, then }: MatchesPage): VNode {
  const say = text[language];
  const isFlats = of === 'flats';
  const heads = isFlats
    ? [say.flat, say.facts.rooms, say.emptySince, say.emptyDays, say.rentHead, say.why]
    : [say.family, say.district, say.since, say.waited, say.points, say.why];
  const isNow = then?.isThen !== true;
  return (
    <CardTable caption={say[of].list} heads={isNow ? [...heads, say.open] : heads} buttons={isNow}>
      {lines.map((line, at) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            <a class="nowrap" href={line.href}>
              {line.name}
            </a>
          </th>
          <Cell l={isFlats ? say.facts.rooms : say.district}>{line.what}</Cell>
          <Cell l={isFlats ? say.emptySince : say.since}>
            <time class="nowrap" dateTime={line.since}>
              {line.since}
            </time>
          </Cell>
          <Cell l={isFlats ? say.emptyDays : say.waited}>{figure(line.days, language)}</Cell>
          <Cell l={isFlats ? say.rentHead : say.points}>{figure(line.amount, language)}</Cell>
          <Cell l={say.why}>{line.why.join(' ')}</Cell>
          {line.offer && (
            <Cell>
              <a
                class={`btn btn-small nowrap${at === 0 ? ' btn-main' : ''}`}
                href={line.offer.href}
                aria-label={line.offer.label}
              >
                {say.offer}
              </a>
            </Cell>
          )}
        </tr>
      ))}
    </CardTable>
  );
}
