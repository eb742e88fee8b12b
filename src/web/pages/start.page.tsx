import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { NavigationEntry } from '../navigation.js';
import type { Shown } from '../page.js';
import { Section } from '../parts.js';
import type { DeskPage } from './desk.js';
import { AuditSections, ChainsSection, type AuditDesk, type ChainsView } from './audit-sections.js';
import { OfficerSection, type OfficerFigures } from './officer.page.js';
import { Body, Figures, First } from './desk.page.js';
import { Followed, type FollowedFigures } from './start-figures.js';
import { words } from './start.words.js';

/** What the start page is made from. */
export interface StartPage {
  readonly language: Language;
  readonly name: string;
  /** Role and organisation in words. */
  readonly as: string;
  readonly onBehalfOf: string | null;
  readonly links: readonly NavigationEntry[];
  /** How much waits for a reviewer of readings; null for others. */
  readonly watch: { readonly reviews: number; readonly emergencies: number; readonly alerts: number } | null;
  /** Null for those who work with no cases. */
  readonly desk: DeskPage | null;
  /** For those who follow the figures. */
  readonly followed: FollowedFigures | null;
  readonly token: string;
  /** For the city's auditors. */
  readonly audit: AuditDesk | null;
  /** For those who run the system. */
  readonly officer: {
    readonly figures: OfficerFigures;
    readonly chains: ChainsView;
    readonly versions: readonly string[];
  } | null;
}

/** The first page after signing in: what to do now. */
export function startPage(page: StartPage): Shown {
  const { language, name, as, onBehalfOf, links, desk, followed } = page;
  const say = words[language];
  const main = (
    <>
      <div class="head">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">
            {desk === null ? (
              say.as(name, as, onBehalfOf)
            ) : (
              <>
                {say.weekday(desk.weekday)} <time dateTime={desk.today}>{desk.today}</time>.{' '}
                {say.waits(desk.waiting, desk.late)}
              </>
            )}
          </p>
        </div>
        {desk && (desk.canRefer || desk.opens.length > 0) && (
          <p class="acts">
            {desk.canRefer && (
              <a class={desk.first === null ? 'btn btn-main' : 'btn'} href="/new/referral">
                {say.newReferral}
              </a>
            )}
            {desk.begun > 0 && <a href="/drafts">{say.begun(desk.begun)}</a>}
            {desk.opens.map(({ href, label }) => (
              <a href={href}>{label}</a>
            ))}
          </p>
        )}
      </div>
      {desk && <First desk={desk} language={language} />}
      {desk && (desk.figures.length > 0 || desk.flats) && <Figures desk={desk} language={language} />}
      <Watching page={page} />
      {followed && <Followed {...followed} language={language} />}
      {desk && <Body desk={desk} language={language} />}
      {desk === null && <Links links={links} language={language} />}
    </>
  );
  return { title: say.title, main, live: 'list' };
}

/** For those who watch over what others do: the auditor's desk, the readings, and how the system stands. */
function Watching({ page }: { readonly page: StartPage }): VNode {
  const { language, token, watch, desk, audit, officer } = page;
  return (
    <>
      {audit && <AuditSections language={language} token={token} desk={audit} />}
      {watch && (desk === null || watch.reviews + watch.alerts > 0) && (
        <Watch watch={watch} language={language} isMain={desk?.first == null && audit === null} />
      )}
      {officer && <OfficerSection language={language} {...officer} />}
      {officer && <ChainsSection language={language} token={token} chains={officer.chains} />}
    </>
  );
}

function Links({ links, language }: Pick<StartPage, 'links' | 'language'>): VNode {
  return (
    <Section id="links" title={words[language].here}>
      <dl class="pairs pairs-told">
        {links.map(({ href, label, says }) => (
          <div>
            <dt>
              <a href={href}>{label[language]}</a>
            </dt>
            <dd>{says[language]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const watchText = {
  sv: {
    title: 'Att göra nu',
    emergencies: 'Nödöppningar att granska',
    reviews: 'Läsningar att granska',
    alerts: 'Olästa larm om nödöppningar',
    next: 'Granska nästa läsning',
    nothing: 'Ingen läsning väntar på granskning, och alla larm är lästa.',
  },
  en: {
    title: 'To do now',
    emergencies: 'Emergency accesses to review',
    reviews: 'Readings to review',
    alerts: 'Unread alerts of emergency access',
    next: 'Review the next reading',
    nothing: 'No reading waits for review, and all alerts are read.',
  },
} as const;

function Watch({
  watch,
  language,
  isMain,
}: {
  readonly watch: NonNullable<StartPage['watch']>;
  readonly language: Language;
  /** Whether nothing above it is the first thing to do. */
  readonly isMain: boolean;
}): VNode {
  const say = watchText[language];
  const { emergencies, reviews, alerts } = watch;
  const figures = [
    { href: '/reviews?rule=emergency', name: say.emergencies, count: emergencies },
    { href: '/reviews', name: say.reviews, count: reviews },
    { href: '/alerts', name: say.alerts, count: alerts },
  ];
  return (
    <Section id="watch" title={say.title}>
      {reviews + alerts === 0 && <p class="empty">{say.nothing}</p>}
      <nav class="figs" aria-labelledby="watch">
        {figures.map(({ href, name, count }) => (
          <a class="fig" href={href}>
            <span class="fig-name">{name}</span>
            <b>{figure(count, language)}</b>
          </a>
        ))}
      </nav>
      {reviews > 0 && (
        <p class="acts">
          <a class={isMain ? 'btn btn-main' : 'btn'} href="/reviews/next">
            {say.next}
          </a>
        </p>
      )}
    </Section>
  );
}
