import { icon } from '../../look/assets.js';
import type { Language } from '../language.js';
import { html, type Html } from './html.js';
import { words } from './page.words.js';

/** What stands round every page. */
export interface Framed {
  readonly language: Language;
  readonly title: string;
  readonly side?: Html;
  readonly main: Html;
  /** The demo's own day. */
  readonly demoDay?: string | null;
  /** Seconds after which the page loads itself again. */
  readonly again?: number;
}

const mark = html`<svg viewBox="0 0 22 24" aria-hidden="true" focusable="false">
  <path class="wall" d="M0 7.5 11 0l11 7.5V24H0z" />
  <path class="pane" d="M4 10h6v5H4zM4 17h6v5H4zM12 17h6v5h-6z" />
  <path class="pane-lit" d="M12 10h6v5h-6z" />
</svg>`;

/** A whole page. Nothing in it needs a script. */
export function framed({ language, title, side, main, demoDay, again }: Framed): string {
  const other = language === 'sv' ? 'en' : 'sv';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${again !== undefined && html`<meta http-equiv="refresh" content="${again}" />`}
        <title>${title}</title>
        <link rel="stylesheet" href="/api/page.css" />
        <link rel="icon" type="image/svg+xml" href="${icon.path}" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip[language]}</a>
        <header class="top">
          <a class="brand" href="/">${mark}Husrum</a>
          <div class="top-end">
            ${
              demoDay &&
              html`<p class="clockdate">
                <span>${words.demo[language]} <time datetime="${demoDay}">${demoDay}</time></span>
              </p>`
            }
            <a class="lang" href="/api?lang=${other}" lang="${other}" hreflang="${other}"
              >${words.otherLanguage[language]}</a
            >
          </div>
        </header>
        <div class="frame${side ? '' : ' frame-alone'}">
          ${side && html`<nav class="side" aria-label="${words.contents[language]}"><div>${side}</div></nav>`}
          <main class="sheet" id="content" tabindex="-1">${main}</main>
        </div>
      </body>
    </html> `.text;
}
