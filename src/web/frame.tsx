import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import type { Language } from '../platform/language.js';
import { icon } from '../look/assets.js';
import { script, style } from './assets.js';
import { Foot, PrintHead } from './frame-foot.js';
import type { Framed, Who } from './framed.js';
import { helpFor } from './help-for.js';
import { Inbox } from './inbox-link.js';
import { keys } from './keys.js';
import { LiveNote, liveOf } from './live/live-note.js';
import { groups } from './navigation.js';
import { ErrorSummary, Form, Mark } from './parts.js';
import { words } from './words.js';

/** A whole page as HTML. */
export const framed = (page: Framed): string => `<!doctype html>${renderToString(<Frame {...page} />)}`;

function Frame(page: Framed): VNode {
  const { language, main, who, links, again, faults = [] } = page;
  const title = `${faults.length > 0 ? words.error[language] : ''}${page.title}`;
  return (
    <html lang={language} data-theme={page.theme === 'system' ? undefined : page.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {again !== undefined && <meta http-equiv="refresh" content={String(again)} />}
        <title>{`${title} – Husrum`}</title>
        <link rel="stylesheet" href={style.path} />
        <link rel="icon" type="image/svg+xml" href={icon.path} />
        {(who || page.leaves) && <script src={script.path} nonce={page.nonce} defer />}
      </head>
      <body data-keys={page.shortcuts ? 'on' : undefined}>
        <a class="skip" href="#content">
          {words.skip[language]}
        </a>
        <PrintHead {...page} />
        <Top {...page} />
        <div class={links.length > 0 ? 'frame' : 'frame frame-alone'}>
          {links.length > 0 && <Side {...page} />}
          <main class="sheet" id="content" tabIndex={-1} data-live={who ? liveOf(page) : undefined}>
            <ErrorSummary faults={faults} language={language} />
            {main}
          </main>
        </div>
        <Foot {...page} />
        {who && page.live !== undefined && <LiveNote language={language} renews={page.renews} />}
        {who && <Warning who={who} language={language} />}
      </body>
    </html>
  );
}

function Top({ language, demoDay, otherLanguage, who, finds, shortcuts, path }: Framed): VNode {
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header class="top">
      <a class="brand" href="/">
        <Mark />
        Husrum
      </a>
      {who && finds && (
        <Form to="/search" token={who.token} class="find" role="search">
          <label class="vh" for="sought">
            {words.finds[language]}
          </label>
          <input
            id="sought"
            name="sought"
            type="search"
            placeholder={words.finds[language]}
            autocomplete="off"
            aria-keyshortcuts={shortcuts ? keys.search : undefined}
          />
          <button type="submit">{words.find[language]}</button>
        </Form>
      )}
      <div class="top-end">
        {demoDay && (
          <p class="clockdate">
            <span>
              {words.demo[language]} <time dateTime={demoDay}>{demoDay}</time>
            </span>
          </p>
        )}
        <a class="lang" href={otherLanguage} lang={other} hreflang={other}>
          {words.otherLanguage[language]}
        </a>
        <a href={helpFor(path)} aria-keyshortcuts={shortcuts ? keys.help : undefined}>
          {words.help[language]}
        </a>
        {who && who.unread !== null && (
          <Inbox unread={who.unread} language={language} shortcuts={shortcuts} />
        )}
        {who && <WhoIsHere who={who} language={language} />}
      </div>
    </header>
  );
}

function WhoIsHere({ who, language }: { readonly who: Who; readonly language: Language }): VNode {
  return (
    <>
      <p class="who">
        <b>{who.name}</b>
        {who.onBehalfOf && (
          <span class="for">
            {words.actsFor[language]} {who.onBehalfOf}
          </span>
        )}
        <span>{who.as ?? words.noRole[language]}</span>
        {who.hasSeveral && who.as && (
          <>
            {' · '}
            <a href="/choose-role">{words.switchRole[language]}</a>
          </>
        )}
      </p>
      <Form to="/auth/sign-out" token={who.token}>
        <button class="btn btn-small" type="submit">
          {words.signOut[language]}
        </button>
      </Form>
    </>
  );
}

function Side({ language, path, links, lists, shortcuts }: Framed): VNode {
  const here = (href: string) =>
    path === href || (href !== '/' && path.startsWith(`${href}/`)) ? 'page' : undefined;
  return (
    <nav class="side" aria-label={words.menu[language]}>
      <div>
        <ul>
          <li>
            <a href="/" aria-current={here('/')} aria-keyshortcuts={shortcuts ? keys.today : undefined}>
              {words.start[language]}
            </a>
          </li>
          {lists.map(({ href, label, count, isLate, isNow }) => (
            <li>
              <a href={href} aria-current={isNow ? 'page' : undefined}>
                {label} {count !== null && <Counted count={count} isLate={isLate} language={language} />}
              </a>
            </li>
          ))}
        </ul>
        {Object.entries(groups).map(([group, label]) => {
          const those = links.filter((link) => link.group === group);
          if (those.length === 0) return null;
          return (
            <>
              <h2>{label[language]}</h2>
              <ul>
                {those.map((link) => (
                  <li>
                    <a href={link.href} aria-current={here(link.href)}>
                      {link.label[language]}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          );
        })}
      </div>
    </nav>
  );
}

/** A number beside a link; something late among them is marked in shape and word. */
export const Counted = (one: {
  readonly count: string;
  readonly isLate: boolean;
  readonly language: Language;
}): VNode => (
  <span class={one.isLate ? 'n n-late' : 'n'}>
    {one.count}
    {one.isLate && <span class="vh">, {words.someLate[one.language]}</span>}
  </span>
);

function Warning({ who, language }: { readonly who: Who; readonly language: Language }): VNode {
  return (
    <section aria-label={words.time[language]} aria-live="assertive">
      <div
        class="notice is-soon timeout"
        id="session-warning"
        hidden
        data-idle={who.idle}
        data-rest={who.rest}
        data-token={who.token}
        data-over={words.over[language]}
      >
        <p data-when="idle">{words.going[language]}</p>
        <p data-when="last" hidden>
          {words.last[language]}
        </p>
        <p class="acts">
          <button class="btn btn-small" type="button">
            {words.goOn[language]}
          </button>
        </p>
      </div>
    </section>
  );
}
