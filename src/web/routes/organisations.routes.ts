import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { addDays } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { holdingsOf, type Holding } from '../../files/organisations.js';
import { page, type Asked, type Shown } from '../page.js';
import type { Consequences } from '../pages/consequences.js';
import {
  organisationsPage,
  type OrganisationsPage,
  type OrganisationWish,
} from '../pages/organisations.page.js';
import { text } from '../pages/organisations.words.js';
import type { Fault } from '../parts.js';
import { confirming, consequences, isConfirmed } from './consequences.js';
import { endingMeans, lastOf, nameOf, staying } from './merger-means.js';
import { CITY_DISTRICT, kindsIn, organisationFaults } from './organisation-faults.js';
import { organisationLines } from './organisation-lines.js';
import { refusedFields } from './refused-fields.js';
import { toldOf, type Told } from './told.js';
import { typed } from './typed.js';

const PATH = '/organisations';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const organisations = page(
  {
    id: 'organisations',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    query: z.object({ done: z.enum(['told', 'unchanged', 'merged']).optional() }),
  },
  async (asked) => {
    const { kept, query } = asked;
    if (kept === null) return shown(asked, { done: query.done });
    if (kept['edit']) return shown(asked, { wish: wishOf(await toldOf(asked), String(kept['edit'])) });
    return shown(asked, { wish: wishIn(kept), wasKept: true });
  },
);

const tell = page(
  {
    id: 'tellOrganisation',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: ['organisation-told'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      ...{ code: typed(), kind: typed(), name: typed(), from: typed(), to: typed(), successor: typed() },
      edit: typed(),
      ...confirming,
    }),
  },
  async (asked) => {
    const { body, language, record } = asked;
    const told = await toldOf(asked);
    if (body.edit !== '') return shown(asked, { wish: wishOf(told, body.edit) });
    const wish = wishIn(body);
    if (body.do === 'edit') return shown(asked, { wish });
    const holding = await holdingOf(asked, told);
    const faults = organisationFaults(told, wish, holding);
    if (faults.length > 0) return shown(asked, { wish, faults });
    const means = endMeans(told, wish, holding);
    if (means !== null && !isConfirmed(body, means)) return shown(asked, { wish, told: means });
    const put = await written(asked, told, wish);
    if (isRefusal(put)) return shown(asked, { wish, faults: refusedFields(put, 'code', language) });
    const ref = [wish.code, wish.kind, wish.from, wish.to, wish.successor].filter(Boolean).join(' ');
    if (put) await record('organisation-told', { ref });
    return { go: `${PATH}?done=${put ? 'told' : 'unchanged'}` };
  },
);

/** What the end of a district would mean, or that it does not end after all; null where nothing has to be seen first. */
function endMeans(
  told: Told,
  { code, kind, to, successor }: OrganisationWish,
  holding: (code: string) => Holding,
): Consequences | null {
  if (kind !== CITY_DISTRICT) return null;
  const last = lastOf(told, code);
  const say = text[told.language];
  if (to !== '' && (to !== last?.to || successor !== (last.successor ?? '')))
    return endingMeans(told, { olds: [code], successor, on: addDays(to, 1) }, holding);
  if (to !== '' || last?.to == null) return null;
  const name = nameOf(told, code);
  return consequences([say.reopened(name)], [last.to < dayOf(told.now) && say.reopenedLate(name)]);
}

/** Writes what was typed: of a district its days, and what it is called; whether anything changed. */
async function written(
  { runtime: { registers }, session }: Here,
  { now }: Told,
  { code, kind, name, from, to, successor }: OrganisationWish,
): Promise<boolean | Refusal> {
  const entry = { at: now, by: session.login, recordedAt: now };
  const isDistrict = kind === CITY_DISTRICT;
  const days = { ...(to !== '' && { to }), ...(successor !== '' && { successor }) };
  const put = isDistrict ? await registers.put('district', { code, name, from, ...days }, entry) : null;
  if (put !== null && isRefusal(put)) return put;
  const named = await registers.put(
    'organisation',
    { code, kind: isDistrict ? 'district' : kind, name },
    entry,
  );
  return isRefusal(named) ? named : named.changed || put?.changed === true;
}

const holdingOf = ({ runtime }: Here, { snapshot, now }: Told): Promise<(code: string) => Holding> =>
  holdingsOf(runtime.pool, snapshot, [...snapshot.organisations.keys()], now);

async function shown(
  here: Here,
  more: {
    readonly wish?: OrganisationWish;
    readonly told?: Consequences;
    readonly faults?: readonly Fault[];
    readonly wasKept?: boolean;
    readonly done?: OrganisationsPage['done'];
  },
): Promise<Shown> {
  const { session, language } = here;
  const told = await toldOf(here);
  return organisationsPage({
    ...{ language, token: session.formToken, done: more.done, told: more.told ?? null },
    lines: organisationLines(told, await holdingOf(here, told)),
    kinds: kindsIn(language),
    districts: staying(told)
      .map(({ code }) => ({ value: code, label: nameOf(told, code) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'sv')),
    wish: more.wish ?? wishIn({}),
    isUnderWay: more.wish !== undefined,
    ...{ faults: more.faults ?? [], wasKept: more.wasKept ?? false },
  });
}

/** An organisation as it stands in the register, ready to be changed. */
function wishOf(told: Told, code: string): OrganisationWish {
  const { snapshot } = told;
  const last = lastOf(told, code);
  const { kind = '', name = '' } = snapshot.organisations.get(code) ?? {};
  if (last === undefined) return wishIn({ code, kind, name });
  const { from, to, successor } = last;
  return wishIn({ code, kind: CITY_DISTRICT, name, from, to: to ?? '', successor: successor ?? '' });
}

const wishIn = (given: Typed): OrganisationWish => {
  const of = (name: keyof OrganisationWish): string => String(given[name] ?? '').trim();
  return {
    ...{ code: of('code'), kind: of('kind'), name: of('name') },
    ...{ from: of('from'), to: of('to'), successor: of('successor') },
  };
};

/** The organisations: which there are, adding one, and changing or ending one. */
export const organisationsPages = [organisations, tell];
