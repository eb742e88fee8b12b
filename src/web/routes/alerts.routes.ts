import { z } from 'zod';
import { listAlerts, markAllRead, markRead } from '../../access/alerts.queries.js';
import { Names } from '../../access/log-in-words.js';
import { purposeLabel } from '../../access/purposes.js';
import { page } from '../page.js';
import { alertsPage } from '../pages/alerts.page.js';
import { notFound } from '../pages/messages.page.js';

const PAGE = 50;
const number = () =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number);

const alerts = page(
  {
    id: 'alerts',
    method: 'GET',
    path: '/alerts',
    permission: 'reviewer',
    audit: [],
    logs: ['alerts'],
    query: z.object({ before: number().optional() }),
  },
  async ({ runtime, session, reader, language, query: { before } }) => {
    const { pool, accessLog, directory } = runtime;
    await accessLog.other(await reader(), 'alerts', {});
    const mine = await listAlerts(pool, session.login, { before, limit: PAGE });
    const names = new Names(await directory.snapshot());
    const last = mine.length < PAGE ? undefined : mine.at(-1);
    return alertsPage({
      ...{ language, token: session.formToken, next: last?.id ?? null },
      lines: mine.map(({ id, at, readAt, file, by, organisation, reason }) => ({
        ...{ id, file, at: at.toISOString(), isRead: readAt !== null },
        name: names.person(by),
        organisation: names.organisation(organisation),
        reason: purposeLabel(reason)[language],
      })),
    });
  },
);

const read = page(
  {
    id: 'readAlert',
    method: 'POST',
    path: '/alerts/:alert/read',
    permission: 'reviewer',
    audit: [],
    params: z.object({ alert: number() }),
    body: z.strictObject({}),
  },
  async ({ runtime, session, params, language }) => {
    const { pool, clock } = runtime;
    const isThere = await markRead(pool, session.login, params.alert, clock.now());
    return isThere ? { go: '/alerts' } : notFound(language);
  },
);

const readAll = page(
  {
    id: 'readAllAlerts',
    method: 'POST',
    path: '/alerts/read',
    permission: 'reviewer',
    audit: [],
    body: z.strictObject({ upTo: number() }),
  },
  async ({ runtime, session, body }) => {
    await markAllRead(runtime.pool, session.login, body.upTo, runtime.clock.now());
    return { go: '/alerts' };
  },
);

/** Alerts of emergency access: each reads their own. */
export const alertsPages = [alerts, read, readAll];
