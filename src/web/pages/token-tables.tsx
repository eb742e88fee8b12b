import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Form, Moment } from '../parts.js';
import { CardTable } from '../tables.js';

/** A session in a list. */
export interface SessionLine {
  readonly ref: string;
  readonly name: string;
  readonly as: string;
  readonly began: string;
  readonly seen: string;
  readonly isThis: boolean;
}

/** A token in a list. */
export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly as: string | null;
  readonly scopes: readonly string[] | null;
  readonly created: string;
  readonly expires: string;
}

const text = {
  sv: {
    who: 'Person',
    as: 'Roll',
    began: 'Inloggad',
    seen: 'Senast använd',
    end: 'Avsluta',
    endOf: (name: string) => `Avsluta inloggningen för ${name}`,
    isThis: 'Den här inloggningen',
    noSessions: 'Ingen är inloggad just nu.',
    label: 'Till vad',
    scopes: 'Omfattning',
    all: 'Allt som rollen får',
    own: 'Egen tjänst',
    created: 'Skapad',
    expires: 'Gäller till',
    revoke: 'Återkalla',
    revokeOf: (label: string) => `Återkalla nyckeln ${label}`,
    noTokens: 'Det finns inga gällande nycklar. När någon har skapats står den här.',
    scope: { read: 'läsa', write: 'skriva', reports: 'rapporter' } as Record<string, string>,
  },
  en: {
    who: 'Person',
    as: 'Role',
    began: 'Signed in',
    seen: 'Last used',
    end: 'End',
    endOf: (name: string) => `End the session of ${name}`,
    isThis: 'This session',
    noSessions: 'Nobody is signed in right now.',
    label: 'What for',
    scopes: 'Scope',
    all: 'All that the role may',
    own: 'Own post',
    created: 'Made',
    expires: 'In force until',
    revoke: 'Revoke',
    revokeOf: (label: string) => `Revoke the token ${label}`,
    noTokens: 'There are no tokens in force. When one has been made it stands here.',
    scope: { read: 'read', write: 'write', reports: 'reports' } as Record<string, string>,
  },
} as const;

interface ListOf<Line> {
  readonly lines: readonly Line[];
  readonly language: Language;
  readonly token: string;
  /** Where a line is ended. */
  readonly to: string;
  readonly caption: string;
  /** Whose it is stands in every line. */
  readonly withNames?: boolean;
}

/** Sessions in force, each with the button that ends it. */
export function SessionTable({ lines, language, token, to, caption, withNames }: ListOf<SessionLine>): VNode {
  const say = text[language];
  if (lines.length === 0) return <p class="empty">{say.noSessions}</p>;
  return (
    <CardTable
      buttons
      caption={caption}
      heads={[...(withNames ? [say.who] : []), say.as, say.began, say.seen, say.end]}
    >
      {lines.map((line) => (
        <tr role="row">
          {withNames && (
            <th scope="row" role="rowheader">
              {line.name}
            </th>
          )}
          <td role="cell" data-l={say.as}>
            {line.as}
          </td>
          <td role="cell" data-l={say.began}>
            <Moment at={line.began} language={language} />
          </td>
          <td role="cell" data-l={say.seen}>
            <Moment at={line.seen} language={language} />
          </td>
          <td role="cell">
            {line.isThis ? (
              <span class="meta">{say.isThis}</span>
            ) : (
              <Form to={to} token={token}>
                <input type="hidden" name="ref" value={line.ref} />
                <button class="btn btn-small btn-stop" type="submit" aria-label={say.endOf(line.name)}>
                  {say.end}
                </button>
              </Form>
            )}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

/** Tokens in force, each with the button that takes it back. */
export function TokenTable({ lines, language, token, to, caption, withNames }: ListOf<TokenLine>): VNode {
  const say = text[language];
  if (lines.length === 0) return <p class="empty">{say.noTokens}</p>;
  const heads = [say.label, ...(withNames ? [say.who] : []), say.as, say.scopes, say.created, say.expires];
  return (
    <CardTable buttons caption={caption} heads={[...heads, say.revoke]}>
      {lines.map((line) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {line.label || line.id}
          </th>
          {withNames && (
            <td role="cell" data-l={say.who}>
              {line.name}
            </td>
          )}
          <td role="cell" data-l={say.as}>
            {line.as ?? say.own}
          </td>
          <td role="cell" data-l={say.scopes}>
            {line.scopes?.map((one) => say.scope[one] ?? one).join(', ') ?? say.all}
          </td>
          <td role="cell" data-l={say.created}>
            <Moment at={line.created} language={language} />
          </td>
          <td role="cell" data-l={say.expires}>
            <Moment at={line.expires} language={language} />
          </td>
          <td role="cell">
            <Form to={to} token={token}>
              <input type="hidden" name="id" value={line.id} />
              <button
                class="btn btn-small btn-stop"
                type="submit"
                aria-label={say.revokeOf(line.label || line.id)}
              >
                {say.revoke}
              </button>
            </Form>
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
