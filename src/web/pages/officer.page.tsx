import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Section } from '../parts.js';

/** What a system administrator begins with, in numbers. */
export interface OfficerFigures {
  /** Cullings that wait for a second person. */
  readonly cullings: number;
  /** Readings of protected families, in seven days. */
  readonly protected: number;
  /** What was taken out as a file, in thirty days. */
  readonly exports: number;
  /** Sign-ins that were refused, in seven days. */
  readonly refused: number;
  /** Sessions that go on, and access tokens that are good. */
  readonly sessions: number;
  readonly tokens: number;
  readonly incidents: number;
  readonly undelivered: number;
}

const sv = {
  title: 'Läget',
  cullings: 'Gallringar som väntar på en andra person',
  protected: 'Läsningar av skyddade familjer, 7 dagar',
  exports: 'Uttag som fil, 30 dagar',
  refused: 'Nekade inloggningar, 7 dagar',
  sessions: 'Inloggade nu',
  tokens: 'Gällande åtkomstnycklar',
  incidents: 'Störningar som inte är avhjälpta',
  undelivered: 'Meddelanden som väntar på ett nytt försök',
  versions: 'Flöden som körs',
};
const en: typeof sv = {
  title: 'How it stands',
  cullings: 'Cullings waiting for a second person',
  protected: 'Readings of protected families, 7 days',
  exports: 'Taken out as a file, 30 days',
  refused: 'Refused sign-ins, 7 days',
  sessions: 'Signed in now',
  tokens: 'Access tokens that are good',
  incidents: 'Incidents still open',
  undelivered: 'Messages that wait for another try',
  versions: 'Workflows that run',
};
const text: Readonly<Record<Language, typeof sv>> = { sv, en };

/** The counts of whoever watches over the system, each with the way to where it is looked into. */
export function OfficerSection({
  language,
  figures,
  versions,
}: {
  readonly language: Language;
  readonly figures: OfficerFigures;
  /** Workflows with their versions: `Remiss 1`. */
  readonly versions: readonly string[];
}): VNode {
  const say = text[language];
  const counts = [
    { href: '/culling', name: say.cullings, count: figures.cullings },
    { href: '/access-log', name: say.protected, count: figures.protected },
    { href: '/access-log', name: say.exports, count: figures.exports },
    { href: '/security', name: say.sessions, count: figures.sessions },
    { href: '/security', name: say.tokens, count: figures.tokens },
    { href: '/security', name: say.refused, count: figures.refused },
    { href: '/status', name: say.incidents, count: figures.incidents },
    { href: '/status#messages', name: say.undelivered, count: figures.undelivered },
  ];
  return (
    <Section id="state" title={say.title}>
      <dl class="pairs">
        {counts.map(({ href, name, count }) => (
          <div>
            <dt>
              <a href={href}>{name}</a>
            </dt>
            <dd class="num">{figure(count, language)}</dd>
          </div>
        ))}
        <div>
          <dt>{say.versions}</dt>
          <dd>{versions.join(', ')}</dd>
        </div>
      </dl>
    </Section>
  );
}
