import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { rolesToPick } from '../../files/picks.js';
import type { Language } from '../../platform/language.js';
import { page, type Asked, type Shown } from '../page.js';
import { delegationPage, type DelegationPage } from '../pages/delegation.page.js';
import type { DelegationWish } from '../pages/delegation-form.js';
import { text } from '../pages/delegation.words.js';
import type { Fault } from '../parts.js';
import { decisionsIn, generalLines, ownLines } from './delegation-lines.js';
import { refusedFields } from './refused-fields.js';
import { typed } from './typed.js';
import { isDay } from './typed-day.js';

const PATH = '/delegation';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const delegation = page(
  {
    id: 'delegation',
    method: 'GET',
    path: PATH,
    permission: 'reviewer',
    audit: [],
    query: z.object({ done: z.enum(['added', 'unchanged', 'ended']).optional() }),
  },
  (asked) =>
    shown(asked, {
      done: asked.query.done,
      ...(asked.kept !== null && { wish: wishIn(asked.kept), wasKept: true }),
    }),
);

const add = page(
  {
    id: 'addDelegation',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: ['delegation-told'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      ...{ line: typed(), decision: typed(), organisation: typed(), role: typed() },
      ...{ login: typed(), from: typed(), to: typed() },
    }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const wish = wishIn(body);
    const { organisations, people } = await runtime.directory.snapshot();
    const organisation = organisations.has(wish.organisation)
      ? wish.organisation
      : [...organisations].find(
          ([, { name }]) => name.toLowerCase() === wish.organisation.toLowerCase(),
        )?.[0];
    const decision = decisionsIn(runtime.registry).find(({ name }) => name === wish.decision)?.name;
    const faults = faultsOf(wish, language, {
      organisation: organisation !== undefined,
      decision: decision !== undefined,
      login: wish.login === '' || people.has(wish.login),
    });
    if (faults.length > 0) return shown(asked, { wish, faults });
    const now = runtime.clock.now();
    const told = Object.fromEntries(
      Object.entries({ ...wish, organisation }).filter(([, value]) => value !== ''),
    );
    const put = await runtime.registers.put('delegation', told, {
      at: now,
      by: session.login,
      recordedAt: now,
    });
    if (isRefusal(put)) return shown(asked, { wish, faults: refusedFields(put, 'line', language) });
    if (put.changed) await record('delegation-told', { ref: `${organisation} ${decision}` });
    return { go: `${PATH}?done=${put.changed ? 'added' : 'unchanged'}` };
  },
);

const LINE = /^[\p{L}\d][\p{L}\d .:-]{0,39}$/u;

/** What the page itself sees is wrong, every fault at once; the register says the rest. */
function faultsOf(
  { line, role, login, from, to }: DelegationWish,
  language: Language,
  isThere: Readonly<Record<'organisation' | 'decision' | 'login', boolean>>,
): Fault[] {
  const say = text[language];
  const faults: readonly (readonly [boolean, string, string])[] = [
    [!isThere.decision, 'decision', say.noDecision],
    [!LINE.test(line), 'line', say.noLine],
    [!isThere.organisation, 'organisation', say.noOrganisation],
    [(role === '') === (login === ''), 'role', say.noOne],
    [!isThere.login, 'login', say.noPerson],
    [!isDay(from), 'from', say.noDay],
    [to !== '' && !isDay(to), 'to', say.noDay],
  ];
  return faults.flatMap(([isWrong, id, message]) => (isWrong ? [{ id, message }] : []));
}

async function shown(
  { runtime, session, language }: Here,
  more: {
    readonly wish?: DelegationWish;
    readonly faults?: readonly Fault[];
    readonly wasKept?: boolean;
    readonly done?: DelegationPage['done'];
  },
): Promise<Shown> {
  const { registry, clock, directory } = runtime;
  const snapshot = await directory.snapshot();
  const today = dayOf(clock.now());
  const wish = more.wish ?? { ...wishIn({}), from: today };
  return delegationPage({
    ...{ language, token: session.formToken, done: more.done },
    own: ownLines({
      ...{ snapshot, registry, today, language },
      mayEnd: session.person?.role === 'systemAdministrator',
    }),
    general: generalLines(registry, today, language),
    form:
      session.person?.role !== 'systemAdministrator'
        ? null
        : {
            ...{ wish, faults: more.faults ?? [], wasKept: more.wasKept ?? false },
            decisions: decisionsIn(registry).map(({ name, label }) => ({
              value: name,
              label: label[language],
            })),
            roles: rolesToPick(language),
            organisations: [...snapshot.organisations.values()].map(({ name }) => name).sort(),
          },
  });
}

function wishIn(from: Typed): DelegationWish {
  const of = (name: keyof DelegationWish): string => String(from[name] ?? '').trim();
  return {
    ...{ line: of('line'), decision: of('decision'), organisation: of('organisation') },
    ...{ role: of('role'), login: of('login'), from: of('from'), to: of('to') },
  };
}

/** The orders of delegation, and adding to them. */
export const delegationPages = [delegation, add];
