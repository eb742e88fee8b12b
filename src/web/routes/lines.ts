import type { SessionInfo } from '../../access/session.js';
import type { TokenInfo } from '../../access/tokens.js';
import type { Language } from '../../platform/language.js';
import type { Snapshot } from '../../register/snapshot.js';
import { nameIn, postIn } from '../around.js';
import type { SessionLine, TokenLine } from '../pages/token-tables.js';
import { words } from '../words.js';

/** Sessions as their list shows them; `mine` is the reader's own. */
export function sessionLines(
  sessions: readonly SessionInfo[],
  mine: string,
  snapshot: Snapshot,
  language: Language,
): SessionLine[] {
  return sessions.map(({ ref, login, acting, began, seen }) => ({
    ref,
    name: nameIn(snapshot, login),
    as: acting === null ? words.noRole[language] : inWords(acting, snapshot, language),
    began,
    seen,
    isThis: ref === mine,
  }));
}

/** Tokens in force as their list shows them. */
export function tokenLines(
  tokens: readonly TokenInfo[],
  now: string,
  snapshot: Snapshot,
  language: Language,
): TokenLine[] {
  return tokens
    .filter(({ revoked, expires }) => revoked === null && expires > now)
    .map(({ id, login, label, acting, scopes, created, expires }) => ({
      id,
      name: nameIn(snapshot, login),
      label,
      as: acting && inWords(acting, snapshot, language),
      scopes,
      created,
      expires,
    }));
}

type Acted = NonNullable<SessionInfo['acting']>;

function inWords(acting: Acted, snapshot: Snapshot, language: Language): string {
  const { onBehalfOf } = acting;
  const post = postIn(snapshot, acting, language);
  return onBehalfOf === undefined
    ? post
    : `${post}, ${words.actsFor[language]} ${nameIn(snapshot, onBehalfOf)}`;
}
