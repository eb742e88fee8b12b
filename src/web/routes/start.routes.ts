import { z } from 'zod';
import type { Reader } from '../../access/access-entry.js';
import { actingKey } from '../../access/acting.js';
import { unreadAlerts } from '../../access/alerts.queries.js';
import { SESSION_COOKIE } from '../../access/request.js';
import { waitingReviews } from '../../access/review/queue.queries.js';
import { isReviewer } from '../../access/reviewers.js';
import type { Person } from '../../engine/model.js';
import { setCookie } from '../../platform/cookies.js';
import { deskOf } from '../../files/desk.js';
import type { Language } from '../../platform/language.js';
import type { Runtime } from '../../runtime.js';
import { nameIn, postIn } from '../around.js';
import { entries } from '../entry.js';
import { analystDeskOf } from './analyst-desk.js';
import { auditDeskOf, chainsOf, officerFiguresOf } from './audit-desk.js';
import { localPath } from '../local-path.js';
import { navigationFor } from '../navigation.js';
import { page, type Asked, type Shown } from '../page.js';
import { chooseRolePage } from '../pages/choose-role.page.js';
import { frontPage } from '../pages/front.page.js';
import { startPage, type StartPage } from '../pages/start.page.js';
import { deskShown } from './desk-lines.js';
import { goalOf, reportLines, reportsMade } from './report-overview.js';

const start = page(
  { id: 'start', method: 'GET', path: '/', permission: 'anyone', audit: [], logs: ['list', 'report'] },
  async ({ session, runtime, language, signIns, reader }) => {
    if (!session)
      return frontPage({ language, to: '/', closed: signIns === null, demo: runtime.config.demo });
    const { person, login } = session;
    if (person === null) return { go: '/choose-role' };
    const snapshot = await runtime.directory.snapshot();
    const who = await reader();
    const desk = await deskOf(runtime, who);
    return startPage({
      language,
      name: nameIn(snapshot, login),
      as: postIn(snapshot, person, language),
      onBehalfOf: person.onBehalfOf === undefined ? null : nameIn(snapshot, person.onBehalfOf),
      links: navigationFor(person),
      watch: isReviewer(person) ? await watchOf(runtime, person) : null,
      desk: desk && (await deskShown(runtime, person, desk, language)),
      followed: person.role === 'analyst' ? await followedBy(runtime, who, language) : null,
      token: session.formToken,
      audit: entries.auditor.lets(person) ? await auditDeskOf(runtime, person, language) : null,
      officer: person.role === 'systemAdministrator' ? await officerOf(runtime, language) : null,
    });
  },
);

/** What those follow who work with figures alone: every report is made once. */
async function followedBy(runtime: Runtime, who: Reader, language: Language): Promise<StartPage['followed']> {
  const made = await reportsMade(runtime, who);
  return {
    goal: await goalOf(runtime, who, made.get('yearly-goal'), language),
    desk: await analystDeskOf(runtime, who.person, made, language),
    reports: reportLines(made, who, language),
  };
}

/** How the system stands, for those who run it. */
async function officerOf(runtime: Runtime, language: Language): Promise<StartPage['officer']> {
  const { pool, clock, wall, registry } = runtime;
  return {
    figures: await officerFiguresOf(pool, { now: clock.now(), wall: wall.now() }),
    chains: await chainsOf(runtime),
    versions: registry.all().map(({ workflow: { label, version } }) => `${label[language]} ${version}`),
  };
}

/** What waits for whoever watches over the readings. Counts only, so nothing of the log is read. */
async function watchOf({ pool }: Runtime, person: Person): Promise<StartPage['watch']> {
  const [waiting, alerts] = await Promise.all([
    waitingReviews(pool, person),
    unreadAlerts(pool, person.login),
  ]);
  const reviews = [...waiting.values()].reduce((sum, one) => sum + one, 0);
  return { reviews, emergencies: waiting.get('emergency') ?? 0, alerts };
}

const chooseRole = page(
  {
    id: 'chooseRole',
    method: 'GET',
    path: '/choose-role',
    permission: 'signed-in',
    audit: [],
    query: z.object({ to: z.string().optional() }),
  },
  (asked) => choices(asked, localPath(asked.query.to)),
);

const roleChosen = page(
  {
    id: 'roleChosen',
    method: 'POST',
    path: '/choose-role',
    permission: 'signed-in',
    audit: ['role-chosen'],
    body: z.strictObject({ acting: z.string().max(300).optional(), to: z.string().max(600).optional() }),
  },
  async (asked) => {
    const { session, secret, runtime, body, record } = asked;
    const to = localPath(body.to);
    const acting = session.actings.find((one) => actingKey(one) === body.acting);
    const fresh = acting === undefined ? null : await runtime.sessions.act(secret, acting);
    if (fresh === null) return { ...(await choices(asked, to, true)), status: 422 };
    await record('role-chosen', { ref: session.ref });
    return { go: to, cookies: [setCookie(SESSION_COOKIE, fresh)] };
  },
);

const extend = page(
  { id: 'extendSession', method: 'POST', path: '/session/extend', permission: 'signed-in', audit: [] },
  ({ session, runtime }) => {
    const now = Date.parse(runtime.wall.now());
    const left = (then: string): number => Math.round((Date.parse(then) - now) / 1000);
    return { data: { idle: left(session.idleEnds), rest: left(session.ends) } };
  },
);

async function choices(
  { session, runtime, language }: Pick<Asked, 'session' | 'runtime' | 'language'>,
  to: string,
  failed = false,
): Promise<Shown> {
  const snapshot = await runtime.directory.snapshot();
  const now = session.person && actingKey(session.person);
  return chooseRolePage({
    language,
    token: session.formToken,
    to,
    failed,
    choices: session.actings.map((one) => ({
      key: actingKey(one),
      label: postIn(snapshot, one, language),
      onBehalfOf: one.onBehalfOf === undefined ? null : nameIn(snapshot, one.onBehalfOf),
      isNow: actingKey(one) === now,
    })),
  });
}

/** The first page, and the choice of a role. */
export const startPages = [start, chooseRole, roleChosen, extend];
