import { z } from 'zod';
import { addDays } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import type { DelegationTold } from '../../register/snapshot.js';
import { page, type Asked, type Shown } from '../page.js';
import { endDelegationPage } from '../pages/delegation-end.page.js';
import { text } from '../pages/delegation.words.js';
import type { LastWish } from '../pages/last-day.js';
import { notFound } from '../pages/messages.page.js';
import type { Fault } from '../parts.js';
import { ownLines } from './delegation-lines.js';
import { isDay } from './typed-day.js';

const PATH = '/delegation/end';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;
/** By what a line is named. */
type Named = Pick<DelegationTold, 'organisation' | 'line'>;

const named = { organisation: z.string().max(100), line: z.string().max(100) };

const ask = page(
  {
    id: 'askEndDelegation',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    query: z.object(named),
  },
  async (asked) => shown(asked, asked.query, { last: '', day: '' }, []),
);

const end = page(
  {
    id: 'endDelegation',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: ['delegation-ended'],
    fresh: '/delegation',
    body: z.strictObject({
      ...named,
      last: z.enum(['now', 'today', 'day', '']).default(''),
      day: z.string().max(40).default(''),
    }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const line = await lineOf(asked, body);
    if (line === undefined) return notFound(language);
    const now = runtime.clock.now();
    const to = lastDay(body, dayOf(now));
    if (to === null) {
      const [id, message] =
        body.last === '' ? ['last', text[language].noLast] : ['day', text[language].noLastDay];
      return shown(asked, body, body, [{ id, message }]);
    }
    const { role, login, ...rest } = line;
    const told = { ...rest, to, ...(role !== null && { role }), ...(login !== null && { login }) };
    const entry = { at: now, by: session.login, recordedAt: now };
    const put = await runtime.registers.put('delegation', told, entry);
    if (isRefusal(put)) return shown(asked, body, body, [{ id: 'day', message: text[language].noLastDay }]);
    await record('delegation-ended', { ref: `${line.organisation} ${line.decision}` });
    return { go: '/delegation?done=ended' };
  },
);

/** The last day that was chosen; null when none was, or one that is no day after today. */
function lastDay({ last, day }: LastWish, today: string): string | null {
  if (last === 'now') return addDays(today, -1);
  if (last === 'today') return today;
  const given = day.trim();
  return last === 'day' && isDay(given) && given > today ? given : null;
}

async function lineOf({ runtime }: Here, { organisation, line }: Named): Promise<DelegationTold | undefined> {
  const { delegations } = await runtime.directory.snapshot();
  return delegations.get(organisation)?.find((one) => one.line === line);
}

async function shown(
  { runtime, session, language }: Here,
  of: Named,
  wish: LastWish,
  faults: readonly Fault[],
): Promise<Shown> {
  const { registry, clock, directory } = runtime;
  const snapshot = await directory.snapshot();
  const name = snapshot.organisations.get(of.organisation)?.name;
  const today = dayOf(clock.now());
  const lines = ownLines({ snapshot, registry, today, language, mayEnd: true });
  const line = lines.find((one) => one.line === of.line && one.organisation === name && one.ends !== null);
  if (line === undefined) return notFound(language);
  const { organisation } = of;
  return endDelegationPage({ language, token: session.formToken, organisation, line, wish, faults });
}

/** Ending a line of an order of delegation. */
export const delegationEndPages = [ask, end];
