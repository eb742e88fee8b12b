import { cookieIn } from '../platform/cookies.js';
import { formTokenOf, isSame } from './secret.js';

/** The cookie of a session. The prefix binds it to this host: no other and no subdomain can set or read it. */
export const SESSION_COOKIE = '__Host-husrum';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The secret of the session that a request carries; undefined when it carries none. */
export const sessionSecretIn = (headers: Headers): string | undefined =>
  cookieIn(textOf(headers['cookie']), SESSION_COOKIE);

/**
 * Whether a request that changes something was meant by the session's owner: it does not come from another site, as far
 * as the browser tells, and it carries the token that only pages of the session know.
 */
export function isMeant(headers: Headers, secret: string, token: unknown): boolean {
  return isFromHere(headers) && typeof token === 'string' && isSame(token, formTokenOf(secret));
}

/** What the browser says of where a request comes from (Fetch Metadata, else `Origin`); a client that says nothing passes. */
export function isFromHere(headers: Headers): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = textOf(headers['origin']);
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === headers['host']);
}

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
