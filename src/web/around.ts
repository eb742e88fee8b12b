import type { FastifyRequest } from 'fastify';
import type { Recognised, Session } from '../access/session.js';
import { cookieIn } from '../platform/cookies.js';
import { listsFor } from '../files/work-lists.js';
import type { Person } from '../engine/model.js';
import { languageOf, type Language } from '../platform/language.js';
import { roles, type Role } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Runtime } from '../runtime.js';
import { besideLists } from './beside-lists.js';
import type { Framed, Who } from './frame.js';
import { navigationFor } from './navigation.js';
import type { PageSpec } from './page.js';

/** Where the chosen language is remembered. */
export const LANGUAGE_COOKIE = '__Host-husrum-language';

/** The language somebody chose, else the one that their browser asks for. */
export function languageIn({ headers }: FastifyRequest): Language {
  const chosen = cookieIn(headers.cookie, LANGUAGE_COOKIE);
  return chosen === 'sv' || chosen === 'en' ? chosen : languageOf(headers['accept-language']);
}

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
  return {
    language,
    path: url.pathname,
    otherLanguage: otherLanguageOf(visit?.page?.method === 'GET' ? url : new URL('/', url), language),
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

/** The same address with the wish for the other language. */
function otherLanguageOf(url: URL, language: Language): string {
  url.searchParams.set('lang', language === 'sv' ? 'en' : 'sv');
  return `${url.pathname}${url.search}`;
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
