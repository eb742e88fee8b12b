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
import type { Framed, Who } from './frame.js';
import { navigationFor } from './navigation.js';
import type { PageSpec } from './page.js';

/** A role and its organisation, in words. */
export function postIn(
  { organisations }: Snapshot,
  { role, organisation }: { readonly role: string; readonly organisation: string },
  language: Language,
): string {
  const label = Object.hasOwn(roles, role) ? roles[role as Role].label[language] : role;
  return `${label}, ${organisations.get(organisation)?.name ?? organisation}`;
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
  const here = visit?.page?.method === 'GET' ? url : new URL('/', url);
  const wish = session && runtime && (await runtime.preferences.of(session.login));
  return {
    language,
    path: url.pathname,
    otherLanguage: wishAt(here, 'lang', language === 'sv' ? 'en' : 'sv'),
    theme: themeIn(request),
    themes: themes.map((theme) => ({ theme, href: wishAt(here, 'theme', theme) })),
    shortcuts: wish?.shortcuts === true,
    renews: wish?.refresh === true,
    now: runtime?.clock.now() ?? null,
    who: session && runtime && (await whoIs(session, runtime, language)),
    ...(await beside(session?.person ?? null, runtime, url, language)),
    demoDay: runtime?.demo?.today() ?? null,
  };
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
