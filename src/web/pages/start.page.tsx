import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { NavigationEntry } from '../navigation.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';

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
}

/** The first page after signing in: what the role can do. */
export function startPage({ language, name, as, onBehalfOf, links, watch }: StartPage): Shown {
  const say = {
    sv: {
      title: 'Start',
      as: `${name} är inloggad som ${as}${onBehalfOf ? `, i stället för ${onBehalfOf}` : ''}.`,
      here: 'Här kan du arbeta',
    },
    en: {
      title: 'Start',
      as: `${name} is signed in as ${as}${onBehalfOf ? `, standing in for ${onBehalfOf}` : ''}.`,
      here: 'Where you can work',
    },
  }[language];
  const main = (
    <>
      <Head title={say.title} lead={say.as} />
      {watch && <Watch watch={watch} language={language} />}
      <Section id="links" title={say.here}>
        <dl class="pairs">
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
    </>
  );
  return { title: say.title, main };
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
}: {
  readonly watch: NonNullable<StartPage['watch']>;
  readonly language: Language;
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
            <b>{count}</b>
            <span class="fig-name">{name}</span>
          </a>
        ))}
      </nav>
      {reviews > 0 && (
        <p class="acts">
          <a class="btn btn-main" href="/reviews/next">
            {say.next}
          </a>
        </p>
      )}
    </Section>
  );
}
