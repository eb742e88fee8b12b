import type { FastifyRequest } from 'fastify';
import type { Recognised, Session } from '../access/session.js';
import { listsFor } from '../files/work-lists.js';
import type { Person } from '../engine/model.js';
import type { Language } from '../platform/language.js';
import { roles, type Role } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Runtime } from '../runtime.js';
import { besideLists } from './beside-lists.js';
import { languageIn, themeIn, themes, wishAt } from './choices.js';
import type { Framed, Who } from './framed.js';
import { navigationFor } from './navigation.js';
import type { PageSpec } from './page.js';

/** What a role is called. */
export const roleIn = (role: string, language: Language): string =>
  Object.hasOwn(roles, role) ? roles[role as Role].label[language] : role;

/** What an organisation is called. */
export const organisationIn = ({ organisations }: Pick<Snapshot, 'organisations'>, code: string): string =>
  organisations.get(code)?.name ?? code;

/** A role and its organisation, in words. */
export function postIn(
  snapshot: Snapshot,
  { role, organisation }: { readonly role: string; readonly organisation: string },
  language: Language,
): string {
  return `${roleIn(role, language)}, ${organisationIn(snapshot, organisation)}`;
}

/** What a login is called. */
export const nameIn = ({ people }: Snapshot, login: string): string =>
  people.get(login)?.at(-1)?.name ?? login;

/** What stands round the page of one request. */
export async function frameOf(
  request: FastifyRequest,
  visit: { readonly page: PageSpec | null; readonly recognised: Recognised } | null,
  runtime: Runtime | null,
): Promise<Omit<Framed, 'title' | 'main' | 'nonce'>> {
  const language = languageIn(request);
  const session = visit?.recognised?.state === 'live' ? visit.recognised.session : null;
  const url = new URL(request.url, 'http://husrum.invalid');
  return {
    language,
    path: url.pathname,
    ...chosen(request, hereIn(url, visit?.page ?? null), language),
    ...(await wished(session, runtime)),
    who: session && runtime && (await whoIs(session, runtime, language)),
    ...(await beside(session?.person ?? null, runtime, url, language)),
    now: runtime?.clock.now() ?? null,
    demoDay: runtime?.demo?.today() ?? null,
  };
}

/** Where the same page is asked for again; a form's answer cannot be. */
const hereIn = (url: URL, page: PageSpec | null): URL => (page?.method === 'GET' ? url : new URL('/', url));

/** How the page looks, and the ways to other looks and the other language in the same place. */
const chosen = (request: FastifyRequest, here: URL, language: Language) => ({
  otherLanguage: wishAt(here, 'lang', language === 'sv' ? 'en' : 'sv'),
  theme: themeIn(request),
  themes: themes.map((theme) => ({ theme, href: wishAt(here, 'theme', theme) })),
});

/** How somebody wants to work at the pages; nothing of it for whoever has not signed in. */
async function wished(
  session: Session | null,
  runtime: Runtime | null,
): Promise<Pick<Framed, 'shortcuts' | 'renews'>> {
  if (session === null || runtime === null) return { shortcuts: false, renews: false };
  const { shortcuts, refresh } = await runtime.preferences.of(session.login);
  return { shortcuts, renews: refresh };
}

/** What a role has use of beside every page. */
async function beside(
  person: Person | null,
  runtime: Runtime | null,
  url: URL,
  language: Language,
): Promise<Pick<Framed, 'links' | 'lists' | 'finds'>> {
  if (person === null || runtime === null) return { links: [], lists: [], finds: false };
  const lists = await besideLists(runtime, person, url, language);
  return { links: navigationFor(person), lists, finds: listsFor(person).length > 0 };
}

async function whoIs(session: Session, runtime: Runtime, language: Language): Promise<Who> {
  const snapshot = await runtime.directory.snapshot();
  const { person, login } = session;
  const now = Date.parse(runtime.wall.now());
  const left = (then: string): number => Math.round((Date.parse(then) - now) / 1000);
  return {
    name: nameIn(snapshot, login),
    as: person && postIn(snapshot, person, language),
    onBehalfOf: person?.onBehalfOf === undefined ? null : nameIn(snapshot, person.onBehalfOf),
    hasSeveral: session.actings.length > 1,
    token: session.formToken,
    unread: person && (await runtime.inbox.unread(person)),
    idle: left(session.idleEnds),
    rest: left(session.ends),
  };
}
