import { z } from 'zod';
import { checks } from '../../files/checks.queries.js';
import { leave, tryAgain } from '../../files/incident-ways.js';
import { incidentsOf, waitingMessages } from '../../files/incidents.js';
import { notSentReasons } from '../../files/not-sent.js';
import { queuedMessages, versionsOf } from '../../files/running.js';
import { page, type Asked, type Shown } from '../page.js';
import { incidentPage, type IncidentPage } from '../pages/incident.page.js';
import { notFound } from '../pages/messages.page.js';
import { statusPage } from '../pages/status.page.js';
import { text } from '../pages/status.words.js';
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

const PATH = '/status/incidents/:incident';
const params = z.object({ incident: z.string().regex(/^[0-9a-f]{16}$/) });

const incident = page(
  {
    id: 'incident',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    params,
    query: z.object({ done: z.enum(['again', 'left', 'gone']).optional() }),
  },
  (asked) =>
    shown(asked, asked.params.incident, {
      done: asked.query.done,
      because: String(asked.kept?.['because'] ?? ''),
    }),
);

const again = page(
  {
    id: 'tryAgain',
    method: 'POST',
    path: `${PATH}/again`,
    permission: 'systemAdministrator',
    audit: ['incident-tried-again'],
    params,
    body: z.strictObject({}),
  },
  async ({ runtime, params: { incident: id }, record }) => {
    const isDue = await tryAgain(runtime, id);
    if (isDue) await record('incident-tried-again', { ref: id });
    return { go: `/status/incidents/${id}?done=${isDue ? 'again' : 'gone'}` };
  },
);

const leaveUnsent = page(
  {
    id: 'leaveUnsent',
    method: 'POST',
    path: `${PATH}/leave`,
    permission: 'systemAdministrator',
    audit: ['incident-left'],
    form: PATH,
    params,
    body: z.strictObject({
      because: z
        .enum([...notSentReasons, ''])
        .catch('')
        .default(''),
    }),
  },
  async (asked) => {
    const {
      runtime,
      params: { incident: id },
      body: { because },
      language,
      record,
    } = asked;
    if (because === '')
      return shown(asked, id, { faults: [{ id: 'because', message: text[language].noReason }] });
    const isLeft = await leave(runtime, id, because);
    if (isLeft) await record('incident-left', { ref: `${id} ${because}` });
    return { go: `/status/incidents/${id}?done=${isLeft ? 'left' : 'gone'}` };
  },
);

async function shown(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  id: string,
  { done, because = '', faults = [] }: Partial<Pick<IncidentPage, 'done' | 'because' | 'faults'>>,
): Promise<Shown> {
  const found = (await incidentsOf(runtime, language)).find((one) => one.id === id);
  if (found === undefined) return notFound(language);
  return incidentPage({ language, token: session.formToken, incident: found, because, faults, done });
}

/** How the system runs, and what has gone wrong. */
export const statusPages = [status, incident, again, leaveUnsent];
