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
}

/** The first page after signing in: what the role can do. */
export function startPage({ language, name, as, onBehalfOf, links }: StartPage): Shown {
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
