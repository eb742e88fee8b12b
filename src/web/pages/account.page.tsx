import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { ErrorLine, Field, Form, Head, Section, type Fault, Submit } from '../parts.js';
import { words } from '../words.js';
import { text } from './account.words.js';
import { SessionTable, TokenTable, type SessionLine, type TokenLine } from './token-tables.js';

/** What one may wish of a new token, as typed. */
export interface TokenWish {
  readonly label: string;
  readonly days: string;
  readonly scopes: readonly string[];
}

/** What the page of one's own account is made from. */
export interface AccountPage {
  readonly language: Language;
  readonly token: string;
  readonly name: string;
  readonly login: string;
  readonly ways: readonly {
    readonly label: string;
    readonly onBehalfOf: string | null;
    readonly isNow: boolean;
  }[];
  /** Who may stand in for the reader, and on which days. */
  readonly coveredBy: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly sessions: readonly SessionLine[];
  readonly tokens: readonly TokenLine[];
  /** Under cover no token is made: it would outlive the cover. */
  readonly mayMakeTokens: boolean;
  readonly wish: TokenWish;
  readonly faults: readonly Fault[];
  /** What was typed before the session timed out stands in the form. */
  readonly wasKept: boolean;
  /** A token just made; it is shown this once. */
  readonly made: string | null;
}

/** One's own account: roles and cover, sessions, tokens. */
export function accountPage(page: AccountPage): Shown {
  const { language, faults } = page;
  const say = text[language];
  const main = (
    <>
      {page.made && <Made made={page.made} language={language} />}
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.title} lead={`${page.name}, ${page.login}`} />
      <Roles {...page} />
      <Section id="sessions" title={say.sessions}>
        <SessionTable
          lines={page.sessions}
          language={language}
          token={page.token}
          to="/account/sessions/end"
          caption={say.sessions}
        />
      </Section>
      <Section id="tokens" title={say.tokens}>
        <p class="prose">{say.tokensLead}</p>
        <TokenTable
          lines={page.tokens}
          language={language}
          token={page.token}
          to="/account/tokens/revoke"
          caption={say.tokens}
        />
        {page.mayMakeTokens ? <NewToken {...page} /> : <p class="notice is-hold">{say.notUnderCover}</p>}
      </Section>
    </>
  );
  return { title: say.title, main, faults };
}

function Made({ made, language }: { readonly made: string; readonly language: Language }): VNode {
  const say = text[language];
  return (
    <section class="panel" aria-labelledby="made" tabIndex={-1}>
      <h2 id="made">{say.made}</h2>
      <p>{say.madeLead}</p>
      <code class="token">{made}</code>
    </section>
  );
}

function Roles({ language, ways, coveredBy }: AccountPage): VNode {
  const say = text[language];
  return (
    <Section id="roles" title={say.roles}>
      <ul class="steps">
        {ways.map(({ label, onBehalfOf, isNow }) => (
          <li>
            <span class={`sh ${isNow ? 'is-now' : 'is-idle'}`} aria-hidden="true" />
            <span>
              {label}
              {onBehalfOf && <span class="meta"> {say.cover(onBehalfOf)}</span>}
            </span>
            <span class="meta">{isNow && say.now}</span>
          </li>
        ))}
      </ul>
      {ways.length > 1 && (
        <p>
          <a href="/choose-role?to=/account">{words.switchRole[language]}</a>
        </p>
      )}
      <h3>{say.coveredBy}</h3>
      {coveredBy.length === 0 ? (
        <p class="meta">{say.coveredByNobody}</p>
      ) : (
        <ul>
          {coveredBy.map(({ name, from, to }) => (
            <li>
              {name}, <time dateTime={from}>{from}</time> – <time dateTime={to}>{to}</time>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function NewToken({ language, token, wish, faults }: AccountPage): VNode {
  const say = text[language];
  const scopeFault = faults.find(({ id }) => id === 'scope-read');
  return (
    <Form to="/account/tokens" token={token} class="form">
      <h3>{say.newToken}</h3>
      <Field id="label" label={say.label} hint={say.labelHint} faults={faults}>
        {(tied) => <input {...tied} value={wish.label} maxLength={100} autocomplete="off" />}
      </Field>
      <Field id="days" label={say.days} hint={say.daysHint} faults={faults}>
        {(tied) => <input {...tied} class="w-num" value={wish.days} inputMode="numeric" />}
      </Field>
      <fieldset
        class={scopeFault ? 'field field-bad' : 'field'}
        aria-describedby={scopeFault ? 'scope-hint scope-fault' : 'scope-hint'}
      >
        <legend>{say.scopes}</legend>
        <p class="hint" id="scope-hint">
          {say.scopesHint}
        </p>
        {scopeFault && <ErrorLine id="scope-fault" says={scopeFault.message} />}
        <div class="opts">
          {Object.entries(say.scope).map(([scope, label]) => (
            <div class="opt">
              <input
                type="checkbox"
                name={scope}
                id={`scope-${scope}`}
                value="on"
                checked={wish.scopes.includes(scope)}
              />
              <label for={`scope-${scope}`}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Submit>{say.make}</Submit>
    </Form>
  );
}
