import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { organisationsToPick, rolesToPick } from '../../files/picks.js';
import type { Language } from '../../platform/language.js';
import { person as personSchema } from '../../register/schemas.js';
import type { PersonVersion, Snapshot } from '../../register/snapshot.js';
import { organisationIn, postIn, roleIn } from '../around.js';
import { page, type Asked, type Shown } from '../page.js';
import { peoplePage, type PeoplePage, type PersonWish } from '../pages/people.page.js';
import { text } from '../pages/people.words.js';
import type { Choice, Fault } from '../parts.js';
import { furtherOn } from './cover-lines.js';
import { firstFaults } from './first-faults.js';
import { refusedFields } from './refused-fields.js';
import { typed } from './typed.js';

const PATH = '/people';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const people = page(
  {
    id: 'people',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    query: z.object({
      of: z.string().max(80).optional(),
      done: z.enum(['added', 'unchanged']).optional(),
    }),
  },
  (asked) =>
    shown(asked, {
      ...{ of: asked.query.of, done: asked.query.done },
      ...(asked.kept !== null && keptOf(asked.kept)),
    }),
);

const keptOf = (kept: Typed) =>
  kept['edit'] ? { edit: String(kept['edit']) } : { wish: wishIn(kept), wasKept: true };

const tell = page(
  {
    id: 'tellPerson',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: ['person-told'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      ...{ login: typed(), name: typed(), organisation: typed(), role: typed(), mail: typed(), to: typed() },
      edit: typed(),
    }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const now = runtime.clock.now();
    const snapshot = await runtime.directory.snapshot();
    if (body.edit !== '') return shown(asked, { edit: body.edit });
    const wish = wishIn(body);
    const there = organisationsToPick(snapshot, undefined, now);
    const faults = faultsOf(wish, language, (code) => there.some(({ value }) => value === code));
    if (faults.length > 0) return shown(asked, { wish, faults });
    const told = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ''));
    const put = await runtime.registers.put('person', told, { at: now, by: session.login, recordedAt: now });
    if (isRefusal(put)) return shown(asked, { wish, faults: refusedFields(put, 'login', language) });
    const { login, organisation, role } = wish;
    if (put.changed) await record('person-told', { ref: `${login} ${organisation} ${role}` });
    const to = new URLSearchParams({ of: organisation, done: put.changed ? 'added' : 'unchanged' });
    return { go: `${PATH}?${to}` };
  },
);

/** What the page itself sees is wrong, every fault at once; the register says the rest. */
function faultsOf(wish: PersonWish, language: Language, isThere: (organisation: string) => boolean): Fault[] {
  const say = text[language];
  const { shape } = personSchema;
  const isWrong = (id: 'login' | 'name' | 'role' | 'mail' | 'to'): boolean =>
    !shape[id].safeParse(wish[id] === '' && (id === 'mail' || id === 'to') ? undefined : wish[id]).success;
  return firstFaults([
    [isWrong('login'), 'login', say.noLogin],
    [isWrong('name'), 'name', say.noName],
    [!isThere(wish.organisation), 'organisation', say.noOrganisation],
    [isWrong('role'), 'role', say.noRole],
    [isWrong('mail'), 'mail', say.noMail],
    [isWrong('to'), 'to', say.noDay],
  ]);
}

async function shown(
  { runtime, session, language }: Here,
  more: {
    readonly of?: string | undefined;
    readonly wish?: PersonWish;
    /** Whose login is to be changed. */
    readonly edit?: string;
    readonly faults?: readonly Fault[];
    readonly wasKept?: boolean;
    readonly done?: PeoplePage['done'];
  },
): Promise<Shown> {
  const now = runtime.clock.now();
  const snapshot = await runtime.directory.snapshot();
  const organisations = organisationsToPick(snapshot, undefined, now);
  const wish = more.edit === undefined ? more.wish : wishOf(snapshot, more.edit, now);
  const wanted = more.of ?? wish?.organisation;
  const listed = [...organisations, ...endedWithPeople(snapshot, organisations, now, language)];
  const of = listed.find(({ value }) => value === wanted)?.value ?? session.person?.organisation ?? '';
  return peoplePage({
    ...{ language, token: session.formToken, of, organisations, listed, done: more.done },
    roles: rolesToPick(language),
    people: thoseOf(snapshot, of, now, language),
    wish: wish ?? { ...wishIn({}), organisation: of },
    faults: more.faults ?? [],
    wasKept: more.wasKept ?? false,
  });
}

/** What has ended and has people still: they are to be given another organisation, or a last day. */
function endedWithPeople(
  snapshot: Snapshot,
  there: readonly Choice[],
  now: string,
  language: Language,
): Choice[] {
  const posts = [...snapshot.people.values()].flatMap((told) => {
    const last = told.findLast(({ from }) => from <= now);
    return last === undefined || (last.to !== null && last.to < dayOf(now)) ? [] : [last.organisation];
  });
  return [...new Set(posts)]
    .filter((code) => there.every(({ value }) => value !== code))
    .map((code) => ({
      value: code,
      label: text[language].hasEnded(organisationIn(snapshot, code)),
    }));
}

/** Whom an organisation has by now, those who have left last. */
function thoseOf(snapshot: Snapshot, of: string, now: string, language: Language): PeoplePage['people'] {
  const versions = [...snapshot.people.values()].flatMap((told): PersonVersion[] => {
    const last = told.findLast(({ from }) => from <= now);
    return last?.organisation === of ? [last] : [];
  });
  return versions
    .map(({ login, name, role, to }) => ({
      ...{ login, name, to, hasLeft: to !== null && to < dayOf(now) },
      role: roleIn(role, language),
      further: furtherOn({ snapshot, now })
        .filter((one) => one.login === login)
        .map((one) => postIn(snapshot, one, language)),
    }))
    .sort((a, b) => Number(a.hasLeft) - Number(b.hasLeft) || a.name.localeCompare(b.name, 'sv'));
}

/** Somebody as they stand in the register, ready to be changed. */
function wishOf({ people }: Snapshot, login: string, now: string): PersonWish {
  const last = people.get(login)?.findLast(({ from }) => from <= now);
  return wishIn({ login, ...last, mail: last?.mail ?? '', to: last?.to ?? '' });
}

const wishIn = (from: Typed): PersonWish => {
  const of = (name: keyof PersonWish): string => String(from[name] ?? '').trim();
  return {
    ...{ login: of('login'), name: of('name'), organisation: of('organisation') },
    ...{ role: of('role'), mail: of('mail'), to: of('to') },
  };
};

export const peoplePages = [people, tell];
