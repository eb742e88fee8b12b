import { z } from 'zod';
import { page, type Asked, type Shown } from '../page.js';
import { securityPage, type SecurityPage } from '../pages/security.page.js';
import { sessionLines, tokenLines } from './lines.js';

const overview = page(
  { id: 'security', method: 'GET', path: '/security', permission: 'systemAdministrator', audit: [] },
  (asked) => shown(asked, null),
);

const endSession = page(
  {
    id: 'endAnySession',
    method: 'POST',
    path: '/security/sessions/end',
    permission: 'systemAdministrator',
    audit: ['session-revoked'],
    fresh: '/security',
    body: z.strictObject({ ref: z.string().max(40) }),
  },
  async (asked) => {
    const { runtime, body, session, record } = asked;
    const login = await runtime.sessions.revoke(body.ref);
    if (login !== null) await record('session-revoked', { login, by: session.login, ref: body.ref });
    return shown(asked, login === null ? 'gone' : 'ended');
  },
);

const revokeToken = page(
  {
    id: 'revokeAnyToken',
    method: 'POST',
    path: '/security/tokens/revoke',
    permission: 'systemAdministrator',
    audit: ['token-revoked'],
    fresh: '/security',
    body: z.strictObject({ id: z.string().max(40) }),
  },
  async (asked) => {
    const { runtime, body, session, record } = asked;
    const owner = (await runtime.tokens.list()).find(({ id }) => id === body.id)?.login;
    const revoked = await runtime.tokens.revoke(body.id, runtime.clock.now());
    if (revoked && owner !== undefined)
      await record('token-revoked', { login: owner, by: session.login, ref: body.id });
    return shown(asked, revoked ? 'revoked' : 'gone');
  },
);

async function shown(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  done: SecurityPage['done'],
): Promise<Shown> {
  const snapshot = await runtime.directory.snapshot();
  return securityPage({
    language,
    token: session.formToken,
    sessions: sessionLines(await runtime.sessions.list(), session.ref, snapshot, language),
    tokens: tokenLines(await runtime.tokens.list(), runtime.clock.now(), snapshot, language),
    done,
  });
}

/** The administration of sessions and tokens. */
export const securityPages = [overview, endSession, revokeToken];
