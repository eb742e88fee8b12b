import { z } from 'zod';
import { actingKey } from '../../access/acting.js';
import { scopes } from '../../access/scopes.js';
import type { Typed } from '../../access/session.js';
import { isRefusal } from '../../engine/refusals.js';
import { dayOf } from '../../domain/zone.js';
import { nameIn, postIn } from '../around.js';
import { page, type Asked, type Shown } from '../page.js';
import { accountPage, type TokenWish } from '../pages/account.page.js';
import { text } from '../pages/account.words.js';
import type { Fault } from '../parts.js';
import { sessionLines, tokenLines } from './lines.js';

const ACCOUNT = '/account';
const MOST_DAYS = 366;
const EMPTY: TokenWish = { label: '', days: '30', scopes: ['read'] };

const account = page(
  { id: 'account', method: 'GET', path: ACCOUNT, permission: 'colleague', audit: [] },
  (asked) => shown(asked, asked.kept === null ? {} : { wish: wishIn(asked.kept), wasKept: true }),
);

const tick = z.literal('on').optional();

const makeToken = page(
  {
    id: 'makeToken',
    method: 'POST',
    path: '/account/tokens',
    permission: 'colleague',
    audit: ['token-made'],
    form: ACCOUNT,
    fresh: ACCOUNT,
    body: z.strictObject({
      label: z.string().max(1_000),
      days: z.string().max(1_000),
      read: tick,
      write: tick,
      reports: tick,
    }),
  },
  async (asked) => {
    const { session, runtime, record, body } = asked;
    const wish = wishIn(body as Typed);
    const faults = faultsOf(wish, text[asked.language]);
    const { person } = session;
    if (faults.length > 0 || person === null || person.onBehalfOf !== undefined)
      return shown(asked, { wish, faults });
    const made = await runtime.tokens.create(session.login, Number(wish.days), runtime.clock.now(), {
      ...wish,
      role: person.role,
      organisation: person.organisation,
    });
    if (isRefusal(made)) {
      const message = made.sentences.map((one) => one[asked.language]).join(' ');
      return shown(asked, { wish, faults: [{ id: 'label', message }] });
    }
    await record('token-made', { ref: made.id });
    return shown(asked, { made: made.token });
  },
);

const revokeToken = page(
  {
    id: 'revokeToken',
    method: 'POST',
    path: '/account/tokens/revoke',
    permission: 'colleague',
    audit: ['token-revoked'],
    body: z.strictObject({ id: z.string().max(40) }),
  },
  async ({ session, runtime, body, record }) => {
    if (await runtime.tokens.revoke(body.id, runtime.clock.now(), session.login))
      await record('token-revoked', { ref: body.id });
    return { go: `${ACCOUNT}#tokens` };
  },
);

const endSession = page(
  {
    id: 'endSession',
    method: 'POST',
    path: '/account/sessions/end',
    permission: 'colleague',
    audit: ['session-revoked'],
    fresh: ACCOUNT,
    body: z.strictObject({ ref: z.string().max(40) }),
  },
  async ({ session, runtime, body, record }) => {
    const ended = await runtime.sessions.revoke(body.ref, session.login);
    if (ended !== null) await record('session-revoked', { ref: body.ref });
    return { go: `${ACCOUNT}#sessions` };
  },
);

interface Now {
  readonly wish?: TokenWish;
  readonly faults?: readonly Fault[];
  readonly wasKept?: boolean;
  readonly made?: string;
}

async function shown(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  { wish = EMPTY, faults = [], wasKept = false, made }: Now,
): Promise<Shown> {
  const { login, person, actings } = session;
  const snapshot = await runtime.directory.snapshot();
  const today = dayOf(runtime.clock.now());
  const covers = [...snapshot.covers.values()].flat();
  return accountPage({
    language,
    token: session.formToken,
    name: nameIn(snapshot, login),
    login,
    ways: actings.map((one) => ({
      label: postIn(snapshot, one, language),
      onBehalfOf: one.onBehalfOf === undefined ? null : nameIn(snapshot, one.onBehalfOf),
      isNow: person !== null && actingKey(one) === actingKey(person),
    })),
    coveredBy: covers
      .filter((one) => one.for === login && one.to >= today)
      .map(({ login: substitute, from, to }) => ({ name: nameIn(snapshot, substitute), from, to })),
    sessions: sessionLines(await runtime.sessions.list(login), session.ref, snapshot, language),
    tokens: tokenLines(await runtime.tokens.list(login), runtime.clock.now(), snapshot, language),
    mayMakeTokens: person?.onBehalfOf === undefined,
    wish,
    faults,
    wasKept,
    made: made ?? null,
  });
}

/** What a form holds, as typed. */
const wishIn = (typed: Typed): TokenWish => ({
  label: String(typed['label'] ?? ''),
  days: String(typed['days'] ?? ''),
  scopes: scopes.filter((scope) => typed[scope] === 'on'),
});

function faultsOf({ label, days, scopes: chosen }: TokenWish, say: (typeof text)['sv' | 'en']): Fault[] {
  const isNumber = /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS;
  return [
    ...(label.trim() === '' ? [{ id: 'label', message: say.missingLabel }] : []),
    ...(isNumber ? [] : [{ id: 'days', message: say.wrongDays }]),
    ...(chosen.length === 0 ? [{ id: 'scope-read', message: say.missingScope }] : []),
  ];
}

/** One's own account. */
export const accountPages = [account, makeToken, revokeToken, endSession];
