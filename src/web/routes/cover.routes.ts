import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { organisationsToPick, peopleToPick, rolesToPick } from '../../files/picks.js';
import { page, type Asked, type Shown } from '../page.js';
import { coverPage, type CoverPage } from '../pages/cover.page.js';
import type { CoverWish, PostWish } from '../pages/cover-forms.js';
import type { Fault } from '../parts.js';
import { confirming, isConfirmed } from './consequences.js';
import { coverLines, postLines } from './cover-lines.js';
import { coverFaults, coverMeans, postFaults, postMeans } from './cover-means.js';
import { refusedFields } from './refused-fields.js';
import { toldOf, type Told } from './told.js';
import { typed } from './typed.js';

const PATH = '/cover';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const cover = page(
  {
    id: 'cover',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    query: z.object({ done: z.enum(['covered', 'given', 'ended', 'unchanged']).optional() }),
  },
  (asked) => shown(asked, { done: asked.query.done, ...(asked.kept !== null && keptOf(asked.kept)) }),
);

const keptOf = (kept: Typed): Now => ({
  wasKept: true,
  ...(kept['substitute'] === undefined
    ? { post: postIn(kept), form: 'post' as const }
    : { cover: coverIn(kept), form: 'cover' as const }),
});

const tellCover = page(
  {
    id: 'tellCover',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: ['cover-told'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      ...{ substitute: typed(), covered: typed(), first: typed(), last: typed() },
      ...confirming,
    }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const wish = coverIn(body);
    const under = { cover: wish, form: 'cover' as const };
    const told = await toldOf(asked);
    const faults = body.do === 'edit' ? [] : coverFaults(told, wish);
    if (body.do === 'edit' || faults.length > 0) return shown(asked, { ...under, faults });
    const means = coverMeans(told, wish);
    if (!isConfirmed(body, means)) return shown(asked, { ...under, told: means });
    const { substitute: login, covered, first: from, last: to } = wish;
    const entry = { at: told.now, by: session.login, recordedAt: told.now };
    const put = await runtime.registers.put('cover', { login, for: covered, from, to }, entry);
    if (isRefusal(put))
      return shown(asked, { ...under, faults: named(refusedFields(put, 'login', language)) });
    if (put.changed) await record('cover-told', { ref: `${login} ${covered} ${from} ${to}` });
    return { go: `${PATH}?done=${put.changed ? 'covered' : 'unchanged'}` };
  },
);

const names: Readonly<Record<string, string>> = {
  ...{ login: 'substitute', for: 'covered', from: 'first', to: 'last' },
};
const named = (faults: readonly Fault[]): Fault[] =>
  faults.map((one) => ({ ...one, id: names[one.id] ?? one.id }));

const tellPost = page(
  {
    id: 'tellFurtherRole',
    method: 'POST',
    path: '/cover/roles',
    permission: 'systemAdministrator',
    audit: ['role-told'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      ...{ login: typed(), organisation: typed(), role: typed(), from: typed(), to: typed() },
      ...confirming,
    }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const wish = postIn(body);
    const under = { post: wish, form: 'post' as const };
    const told = await toldOf(asked);
    const faults = body.do === 'edit' ? [] : postFaults(told, wish, isThere(told, wish));
    if (body.do === 'edit' || faults.length > 0) return shown(asked, { ...under, faults });
    const means = postMeans(told, wish);
    if (!isConfirmed(body, means)) return shown(asked, { ...under, told: means });
    const line = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ''));
    const entry = { at: told.now, by: session.login, recordedAt: told.now };
    const put = await runtime.registers.put('assignment', line, entry);
    if (isRefusal(put)) return shown(asked, { ...under, faults: refusedFields(put, 'login', language) });
    const { login, organisation, role, from, to } = wish;
    if (put.changed)
      await record('role-told', { ref: [login, organisation, role, from, to].filter(Boolean).join(' ') });
    return { go: `${PATH}?done=${put.changed ? 'given' : 'unchanged'}` };
  },
);

const isThere = ({ snapshot, now, language }: Told, { organisation, role }: PostWish) => ({
  organisation: organisationsToPick(snapshot, undefined, now).some(({ value }) => value === organisation),
  role: rolesToPick(language).some(({ value }) => value === role),
});

/** How the page stands beside its lists. */
interface Now {
  readonly cover?: CoverWish;
  readonly post?: PostWish;
  readonly form?: 'cover' | 'post';
  readonly told?: ReturnType<typeof coverMeans>;
  readonly faults?: readonly Fault[];
  readonly wasKept?: boolean;
  readonly done?: CoverPage['done'];
}

async function shown(here: Here, more: Now): Promise<Shown> {
  const { session, language } = here;
  const told = await toldOf(here);
  const { snapshot, now } = told;
  const today = dayOf(now);
  return coverPage({
    ...{ language, token: session.formToken, done: more.done },
    ...{ covers: coverLines(told), posts: postLines(told) },
    people: peopleToPick(snapshot, {}, now),
    organisations: organisationsToPick(snapshot, undefined, now),
    roles: rolesToPick(language),
    cover: more.cover ?? coverIn({ first: today }),
    post: more.post ?? postIn({ from: today }),
    underWay: more.form === undefined ? null : { form: more.form, told: more.told ?? null },
    ...{ faults: more.faults ?? [], wasKept: more.wasKept ?? false },
  });
}

const coverIn = (from: Typed): CoverWish => {
  const of = (name: keyof CoverWish): string => String(from[name] ?? '').trim();
  return { substitute: of('substitute'), covered: of('covered'), first: of('first'), last: of('last') };
};

const postIn = (given: Typed): PostWish => {
  const of = (name: keyof PostWish): string => String(given[name] ?? '').trim();
  return {
    ...{ login: of('login'), organisation: of('organisation'), role: of('role') },
    ...{ from: of('from'), to: of('to') },
  };
};

/** Cover and further roles: what holds and is to come, and registering either. */
export const coverPages = [cover, tellCover, tellPost];
