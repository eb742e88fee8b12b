import type { VNode } from 'preact';
import type { Framed } from './framed.js';
import { Moment } from './parts.js';
import { words } from './words.js';

/** Below every page: what it is, help for everybody, and how it looks. */
export const Foot = ({ language, demoDay, theme, themes }: Framed): VNode => (
  <footer class="foot">
    <span>Husrum</span>
    {demoDay && <span>{words.invented[language]}</span>}
    <ul class="foot-links">
      <li>
        <a href="/help">{words.help[language]}</a>
      </li>
      <li>
        <a href="/news">{words.news[language]}</a>
      </li>
      <li>
        <a href="/accessibility">{words.accessibility[language]}</a>
      </li>
    </ul>
    <nav class="looks" aria-label={words.look[language]}>
      <span aria-hidden="true">{words.look[language]}:</span>
      {themes.map((one) => (
        <a href={one.href} aria-current={one.theme === theme ? 'true' : undefined}>
          {words.themes[one.theme][language]}
        </a>
      ))}
    </nav>
  </footer>
);

/** What stands above a page on paper only: whose it is, and when it was printed. */
export const PrintHead = ({ language, title, who, now, demoDay }: Framed): VNode => (
  <p class="print-line" aria-hidden="true">
    <b>Husrum</b>
    <span>{title}</span>
    {who && <span>{[who.name, who.as].filter(Boolean).join(', ')}</span>}
    {now && (
      <span>
        {words.printed[language]} <Moment at={now} language={language} />
      </span>
    )}
    {demoDay && <span>{words.invented[language]}</span>}
  </p>
);
