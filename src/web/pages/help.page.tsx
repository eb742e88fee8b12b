import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { keys } from '../keys.js';
import { news } from '../news.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
import { words as frame } from '../words.js';
import { helpParts, helpWords as words } from './help.words.js';

/** Questions that come up at work, and the single keys. */
export function helpPage(language: Language): Shown {
  const main = (
    <>
      <Head title={words.title[language]} lead={words.lead[language]} />
      <nav aria-label={words.contents[language]} class="no-print">
        <ul class="contents">
          {[...helpParts, { id: 'keys', title: words.keys }].map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title[language]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {helpParts.map(({ id, title, says }) => (
        <Section id={id} title={title[language]}>
          <div class="prose">
            {says.map((one) => (
              <p>{one[language]}</p>
            ))}
          </div>
        </Section>
      ))}
      <Section id="keys" title={words.keys[language]}>
        <Keys language={language} />
      </Section>
    </>
  );
  return { title: words.title[language], main };
}

const Keys = ({ language }: { readonly language: Language }): VNode => (
  <>
    <p>{words.keysSays[language]}</p>
    <table class="keys">
      <caption class="vh">{words.keys[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.key[language]}</th>
          <th scope="col">{words.does[language]}</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(keys) as (keyof typeof keys)[]).map((name) => (
          <tr>
            <th scope="row">
              <kbd>{keys[name]}</kbd>
            </th>
            <td>{words.deeds[name][language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>
      <a href="/settings#pages">{words.keysOff[language]}</a>
    </p>
  </>
);

/** What is new, the newest first. */
export function newsPage(language: Language): Shown {
  const title = frame.news[language];
  const days = [...new Set(news.map(({ day }) => day))];
  const main = (
    <>
      <Head title={title} />
      {days.map((day) => (
        <Section id={`day-${day}`} title={day}>
          <dl class="news">
            {news
              .filter((one) => one.day === day)
              .map((one) => (
                <>
                  <dt>
                    {one.href === undefined ? (
                      one.title[language]
                    ) : (
                      <a href={one.href}>{one.title[language]}</a>
                    )}
                  </dt>
                  <dd>{one.says[language]}</dd>
                </>
              ))}
          </dl>
        </Section>
      ))}
    </>
  );
  return { title, main };
}
