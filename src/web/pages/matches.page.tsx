import type { VNode } from 'preact';
import type { Misfit } from '../../files/matching.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
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
  /** Kronor a month; null for a family. */
  readonly rent: number | null;
  readonly why: readonly string[];
  readonly offer: { readonly href: string; readonly label: string };
}

/** What a list of proposals is made from. `stop`: why nothing can be proposed at all. */
export interface MatchesPage {
  readonly language: Language;
  readonly of: 'families' | 'flats';
  readonly title: string;
  readonly facts: readonly { readonly what: string; readonly is: string }[];
  readonly stop: string | null;
  readonly lines: readonly MatchLine[];
  readonly not: readonly { readonly reason: Misfit; readonly count: number }[];
  readonly back: { readonly href: string; readonly label: string };
}

/** Proposals for a flat or a family, each with its reason; whoever reads it decides. */
export function matchesPage(page: MatchesPage): Shown {
  const { language, of, title, facts, stop, lines, not, back } = page;
  const say = text[language];
  const main = (
    <>
      <Head title={title} lead={stop ?? say[of].lead(lines.length)} />
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
          <p class="meta">{say.proposal}</p>
          <Lines {...page} />
        </Section>
      )}
      {stop === null && not.length > 0 && (
        <Section id="not" title={say[of].not(not.reduce((sum, { count }) => sum + count, 0))}>
          <dl class="pairs">
            {not.map(({ reason, count }) => (
              <div>
                <dt>{say.misfits[reason]}</dt>
                <dd>{figure(count, language)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <p class="acts">
        <a class="btn" href={back.href}>
          {back.label}
        </a>
      </p>
    </>
  );
  return { title, main };
}

function Lines({ language, of, lines }: MatchesPage): VNode {
  const say = text[language];
  const isFlats = of === 'flats';
  const heads = isFlats
    ? [say.flat, say.facts.rooms, say.rent, say.emptySince, say.emptyDays, say.why, say.open]
    : [say.family, say.district, say.since, say.waited, say.why, say.open];
  return (
    <CardTable caption={say[of].list} heads={heads} buttons>
      {lines.map((line, at) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            <a class="nowrap" href={line.href}>
              {line.name}
            </a>
          </th>
          <Cell l={isFlats ? say.facts.rooms : say.district}>{line.what}</Cell>
          {isFlats && <Cell l={say.rent}>{figure(line.rent, language)}</Cell>}
          <Cell l={isFlats ? say.emptySince : say.since}>
            <time class="nowrap" dateTime={line.since}>
              {line.since}
            </time>
          </Cell>
          <Cell l={isFlats ? say.emptyDays : say.waited}>{figure(line.days, language)}</Cell>
          <Cell l={say.why}>{line.why.join(' ')}</Cell>
          <Cell>
            <a
              class={`btn btn-small nowrap${at === 0 ? ' btn-main' : ''}`}
              href={line.offer.href}
              aria-label={line.offer.label}
            >
              {say.offer}
            </a>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
