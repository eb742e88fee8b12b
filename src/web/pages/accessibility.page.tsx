import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
import { accessibility as words } from './accessibility.words.js';

/** The accessibility statement, as the act (2018:1937) on digital public service asks. */
export function accessibilityPage(language: Language): Shown {
  const main = (
    <>
      <Head title={words.title[language]} lead={words.lead[language]} />
      {words.parts.map(({ id, title, says, list = [] }) => (
        <Section id={id} title={title[language]}>
          <div class="prose">
            {says.map((one) => (
              <p>{one[language]}</p>
            ))}
            {list.length > 0 && (
              <ul>
                {list.map((one) => (
                  <li>{one[language]}</li>
                ))}
              </ul>
            )}
          </div>
        </Section>
      ))}
      <p>
        <a href="https://www.digg.se/tdosanmalan">{words.report[language]}</a>
      </p>
    </>
  );
  return { title: words.title[language], main };
}
