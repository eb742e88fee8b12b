import { z } from 'zod';
import { checks } from '../../files/checks.queries.js';
import { incidentsOf, waitingMessages } from '../../files/incidents.js';
import { queuedMessages, versionsOf } from '../../files/running.js';
import { page } from '../page.js';
import { incidentPage } from '../pages/incident.page.js';
import { notFound } from '../pages/messages.page.js';
import { statusPage } from '../pages/status.page.js';
import { chainsOf } from './audit-desk.js';

const status = page(
  { id: 'status', method: 'GET', path: '/status', permission: 'systemAdministrator', audit: [] },
  async ({ runtime, session, language }) => {
    const { pool, registry, clock } = runtime;
    const [incidents, messages, found, outbox, chains, versions] = await Promise.all([
      incidentsOf(runtime, language),
      waitingMessages(runtime, language),
      checks(pool, registry, clock.now()),
      queuedMessages(pool),
      chainsOf(runtime),
      versionsOf(runtime, language),
    ]);
    return statusPage({
      ...{ language, token: session.formToken, incidents, messages, outbox, chains, versions },
      checks: found.map(({ says, count }) => ({ says: upper(says[language]), count })),
    });
  },
);

const upper = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

const incident = page(
  {
    id: 'incident',
    method: 'GET',
    path: '/status/incidents/:incident',
    permission: 'systemAdministrator',
    audit: [],
    params: z.object({ incident: z.string().regex(/^[0-9a-f]{16}$/) }),
  },
  async ({ runtime, language, params }) => {
    const incidents = await incidentsOf(runtime, language);
    const found = incidents.find(({ id }) => id === params.incident);
    return found === undefined ? notFound(language) : incidentPage({ language, incident: found });
  },
);

/** How the system runs, and what has gone wrong. */
export const statusPages = [status, incident];
