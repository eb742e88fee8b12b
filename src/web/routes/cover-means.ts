import { dayOf } from '../../domain/zone.js';
import { acts } from '../../register/roles.js';
import { nameIn, organisationIn, postIn } from '../around.js';
import type { Consequences } from '../pages/consequences.js';
import type { CoverWish, PostWish } from '../pages/cover-forms.js';
import { text } from '../pages/cover.words.js';
import type { Fault } from '../parts.js';
import { consequences } from './consequences.js';
import { coverKey, coversOn, furtherOn, postKey, postsOn } from './cover-lines.js';
import { firstFaults } from './first-faults.js';
import type { Told } from './told.js';
import { isDay } from './typed-day.js';

const isUser = ({ snapshot }: Told, login: string): boolean => snapshot.people.has(login);
const works = (told: Told, login: string, day: string): boolean =>
  !isDay(day) || !isUser(told, login) || postsOn(told, login, day).length > 0;

/** What is wrong with a cover as typed, every fault at once; the register says the rest. */
export function coverFaults(told: Told, { substitute, covered, first, last }: CoverWish): Fault[] {
  const { snapshot, language, now } = told;
  const say = text[language];
  const known = coversOn(told).some(
    (one) => coverKey(one) === coverKey({ login: substitute, for: covered, from: first, to: last }),
  );
  const absent = (login: string): string => say.noAccount(nameIn(snapshot, login), first);
  return firstFaults([
    [!isUser(told, substitute), 'substitute', say.noSubstitute],
    [!works(told, substitute, first), 'substitute', absent(substitute)],
    [!isUser(told, covered), 'covered', say.noCovered],
    [substitute === covered, 'covered', say.themselves],
    [!works(told, covered, first), 'covered', absent(covered)],
    [!isDay(first), 'first', say.noDay],
    [first < dayOf(now) && !known, 'first', say.past],
    [!isDay(last), 'last', say.noDay],
    [isDay(first) && last < first, 'last', say.backwards],
    [last < dayOf(now), 'last', say.past],
  ]);
}

/** What is wrong with a further role as typed, every fault at once; the register says the rest. */
export function postFaults(
  told: Told,
  { login, organisation, role, from, to }: PostWish,
  isThere: { readonly organisation: boolean; readonly role: boolean },
): Fault[] {
  const { snapshot, language, now } = told;
  const say = text[language];
  const known = furtherOn(told).some(
    (one) => postKey(one) === postKey({ login, organisation, role, from, to: null }),
  );
  const name = nameIn(snapshot, login);
  const own = isDay(from) && isUser(told, login) ? postsOn(told, login, from)[0] : undefined;
  return firstFaults([
    [!isUser(told, login), 'login', say.noPerson],
    [!works(told, login, from), 'login', say.noAccount(name, from)],
    [!isThere.organisation, 'organisation', say.noOrganisation],
    [!isThere.role, 'role', say.noRole],
    [own?.organisation === organisation && own.role === role, 'role', say.ownPost(name)],
    [!isDay(from), 'from', say.noDay],
    [from < dayOf(now) && !known, 'from', say.past],
    [to !== '' && !isDay(to), 'to', say.noToDay],
    [to !== '' && isDay(from) && to < from, 'to', say.backwards],
    [to !== '' && to < dayOf(now), 'to', say.past],
  ]);
}

/** Who of some leaves before the last day, and when. */
const leaving = ({ snapshot, language }: Told, logins: readonly string[], to: string): string[] =>
  logins.flatMap((login) => {
    const end = snapshot.people.get(login)?.at(-1)?.to ?? null;
    return end !== null && (to === '' || end < to)
      ? [text[language].leaves(nameIn(snapshot, login), end)]
      : [];
  });

const ADMINISTERS = 'systemAdministrator';

/** What a cover would mean. */
export function coverMeans(told: Told, { substitute, covered, first, last }: CoverWish): Consequences {
  const { snapshot, language } = told;
  const say = text[language];
  const posts = postsOn(told, covered, first);
  const own = postsOn(told, substitute, first);
  const called = (login: string): string => nameIn(snapshot, login);
  const organisation = (code: string): string => organisationIn(snapshot, code);
  const before = coversOn(told).filter((one) => one.for === covered);
  const same = before.find(({ login, from }) => login === substitute && from === first);
  const others = before.filter((one) => one !== same && one.from <= last && one.to >= first);
  const elsewhere = [...new Set(posts.map((one) => one.organisation))].filter((code) =>
    own.every((one) => one.organisation !== code),
  );
  const inWords = posts.map((post) => postIn(snapshot, post, language)).join(` ${say.and} `);
  return consequences(
    [
      say.coverMeans(called(substitute), called(covered), inWords),
      say.holds(first, last),
      say.bothNames,
      posts.some(({ role }) => acts(role)) && say.notProtected,
      same !== undefined && say.toldAnew(same.to),
    ],
    [
      ...elsewhere.map((code) =>
        say.elsewhere(called(substitute), organisation(own[0]?.organisation ?? ''), organisation(code)),
      ),
      ...others.map((one) => say.alsoCovers(called(one.login), one.from, one.to)),
      ...leaving(told, [substitute, covered], last),
      posts.some(({ role }) => role === ADMINISTERS) && say.administers,
    ],
  );
}

/** What a further role would mean. */
export function postMeans(told: Told, wish: PostWish): Consequences {
  const { snapshot, language } = told;
  const { login, role, from, to } = wish;
  const say = text[language];
  const own = postsOn(told, login, from).map((post) => postIn(snapshot, post, language));
  const same = furtherOn(told).find((one) => postKey(one) === postKey({ ...wish, to: null }));
  return consequences(
    [
      say.roleMeans(nameIn(snapshot, login), postIn(snapshot, wish, language), own.join(` ${say.and} `)),
      to === '' ? say.holdsOn(from) : say.holds(from, to),
      say.chooses,
      same !== undefined && say.toldAnew(same.to ?? say.open),
    ],
    [...leaving(told, [login], to), role === ADMINISTERS && say.administers],
  );
}
