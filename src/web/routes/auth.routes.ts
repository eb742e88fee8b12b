import { z } from 'zod';
import { SESSION_COOKIE } from '../../access/request.js';
import { cookieIn, dropCookie, setCookie } from '../../platform/cookies.js';
import { localPath } from '../local-path.js';
import { page } from '../page.js';
import { frontPage } from '../pages/front.page.js';
import { providerAway, signInFailed, unknownPerson } from '../pages/messages.page.js';
import { signInPath } from '../pages/sign-in-path.js';
import { signingOut } from '../pages/signing-out.page.js';

/** Binds a sign-in to the browser that began it. */
const SIGN_IN_COOKIE = '__Host-husrum-sign-in';
const SIGN_IN_SECONDS = 600;

const signIn = page(
  {
    id: 'signIn',
    method: 'GET',
    path: '/auth/sign-in',
    permission: 'anyone',
    audit: [],
    query: z.object({ to: z.string().optional(), fresh: z.literal('1').optional() }),
  },
  async ({ signIns, query, headers, language }) => {
    if (signIns === null) return { ...frontPage({ language, to: '/', closed: true }), status: 503 };
    const to = localPath(query.to);
    const fresh = query.fresh !== undefined;
    const { baseUrl } = signIns.provider;
    // The provider sends the browser back to one address only, and the cookies have to be of that one.
    if (headers['host'] !== new URL(baseUrl).host) return { go: `${baseUrl}${signInPath(to, fresh)}` };
    const browser = cookieIn(headers['cookie'] as string | undefined, SIGN_IN_COOKIE);
    const begun = await signIns.begin({ to, fresh }, browser).catch(() => null);
    if (begun === null) return providerAway(language);
    return { go: begun.url, cookies: [setCookie(SIGN_IN_COOKIE, begun.browser, SIGN_IN_SECONDS)] };
  },
);

const callback = page(
  {
    id: 'signInCallback',
    method: 'GET',
    path: '/auth/callback',
    permission: 'anyone',
    audit: ['sign-in', 'sign-in-refused'],
  },
  async ({ signIns, search, headers, secret, runtime, language, record }) => {
    if (signIns === null) return providerAway(language);
    const cookie = headers['cookie'] as string | undefined;
    const result = await signIns.complete(search, cookieIn(cookie, SIGN_IN_COOKIE));
    if (!result.ok) {
      await record('sign-in-refused', { ref: result.why, ...(result.login && { login: result.login }) });
      if (result.why === 'away') return providerAway(language);
      return result.why === 'unknown' ? unknownPerson(language) : signInFailed(language);
    }
    if (secret !== '') await runtime.sessions.handOn(secret, result.secret);
    if (secret !== '') await runtime.sessions.end(secret, 'sign-out');
    await record('sign-in', { login: result.login, ref: result.ref });
    return { go: result.to, cookies: [dropCookie(SIGN_IN_COOKIE), setCookie(SESSION_COOKIE, result.secret)] };
  },
);

const signOut = page(
  { id: 'signOut', method: 'POST', path: '/auth/sign-out', permission: 'signed-in', audit: ['sign-out'] },
  async ({ signIns, session, secret, runtime, language, record }) => {
    const idToken = await runtime.sessions.idToken(secret);
    await runtime.sessions.end(secret, 'sign-out');
    await record('sign-out', { ref: session.ref });
    const cookies = [dropCookie(SESSION_COOKIE)];
    const away = (await signIns?.provider.endSession(idToken).catch(() => null)) ?? null;
    return away === null ? { go: '/auth/signed-out', cookies } : { ...signingOut(language, away), cookies };
  },
);

const signedOut = page(
  { id: 'signedOut', method: 'GET', path: '/auth/signed-out', permission: 'anyone', audit: [] },
  ({ language, signIns, runtime }) =>
    frontPage({ language, to: '/', signedOut: true, closed: signIns === null, demo: runtime.config.demo }),
);

const providerSignsOut = page(
  {
    id: 'providerSignsOut',
    method: 'POST',
    path: '/auth/backchannel-logout',
    permission: 'provider',
    audit: ['provider-sign-out'],
    body: z.object({ logout_token: z.string().max(20_000) }),
  },
  async ({ signIns, body, record }) => {
    const logins = (await signIns?.providerSignsOut(body.logout_token)) ?? null;
    if (logins === null) return { data: { error: 'invalid_request' }, status: 400 };
    for (const login of logins) await record('provider-sign-out', { login });
    return { data: {} };
  },
);

/** Signing in and out, at both ends. */
export const authPages = [signIn, callback, signOut, signedOut, providerSignsOut];
