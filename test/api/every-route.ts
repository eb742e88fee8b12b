import { formTokenOf } from '../../src/access/secret.js';
import { SESSION_COOKIE } from '../../src/access/request.js';
import { groups } from '../../src/api/openapi/document.js';
import type { Person } from '../../src/engine/model.js';
import { entries, type Entry } from '../../src/web/entry.js';
import { pages } from '../../src/web/pages.js';
import { ask, type Answered } from '../support/http.js';
import type { Served } from './served.js';

/** A route as a walk takes it: of the API with a token, of the pages with a session. */
export interface Route {
  readonly face: 'api' | 'page';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Whether its declaration lets a person in, before any file is asked for. */
  lets(person: Person): boolean;
}

const roleOnly = { ...entries, gate: entries.colleague };
const isRole = (permission: string): permission is keyof typeof roleOnly => permission in roleOnly;

/** Every route that asks who somebody is, but those that end the walk's own session. */
export const routes: readonly Route[] = [
  ...groups.flatMap(({ operations }) =>
    operations.flatMap(({ method, path, permission }): Route[] =>
      isRole(permission) ? [{ face: 'api', method, path, lets: roleOnly[permission].lets }] : [],
    ),
  ),
  ...pages.flatMap(({ method, path, permission }): Route[] =>
    isRole(permission) ? [{ face: 'page', method, path, lets: entries[permission as Entry].lets }] : [],
  ),
];

/** Goes to a route as a person; a form or a body is sent empty, but to a file. */
export type Go = (route: Route, person: Person, path: string) => Promise<Answered>;

/** Somebody at every route: with a session for the pages and a token for the API. */
export async function goer(api: Served, people: readonly Person[]): Promise<Go> {
  const secrets = new Map<string, string>();
  for (const { login } of people) {
    const who = { login, subject: login, sid: null, authenticatedAt: api.now, idToken: '' };
    secrets.set(login, (await api.runtime.sessions.begin(who))?.secret ?? '');
  }
  return async ({ face, method, path: declared }, { login }, path) => {
    const secret = secrets.get(login) as string;
    const sent = bodies[declared] ?? {};
    const who: Record<string, string> =
      face === 'api'
        ? { authorization: `Bearer ${api.token(login)}` }
        : { cookie: `${SESSION_COOKIE}=${secret}`, accept: 'text/html' };
    const url = new URL(path, api.url);
    if (method === 'GET') return ask(url, { method, headers: who });
    const form = { token: formTokenOf(secret), ...(sent as Record<string, string>) };
    const key = { 'idempotency-key': `walk-${Math.random()}` };
    if (declared.endsWith('/attachments')) {
      const body = paperIn(face === 'api' ? {} : { ...form, key: 'walk', name: 'Intyg' });
      return ask(url, { method, headers: { ...who, ...key }, body });
    }
    const [type, body] =
      face === 'api'
        ? ['application/json', JSON.stringify(sent)]
        : ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()];
    return ask(url, { method, headers: { ...who, ...key, 'content-type': type }, body });
  };
}

/** A paper with its form. */
function paperIn(form: Readonly<Record<string, string>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form, readers: 'own' })) body.set(name, value);
  body.set('file', new File(['%PDF-1.7'], 'intyg.pdf', { type: 'application/pdf' }));
  return body;
}

/** What is sent to a route at a file, so that nothing but the file decides. */
const bodies: Readonly<Record<string, object>> = {
  '/api/v1/files/:file/processes': { workflow: 'referral', data: {} },
  '/api/v1/files/:file/events': { type: 'note', data: { note: 'x' } },
  '/api/v1/files/:file/processes/:process/events': { type: 'submit', data: {} },
  '/api/v1/files/:file/events/:seq/correction': { void: true, reason: 'Steget är fel' },
  '/api/v1/files/:file/purpose': { reason: 'contact' },
  '/api/v1/files/:file/events/:seq/sealing': { reason: 'x' },
  '/files/:file/events/:seq/sealing': { reason: 'x' },
  '/files/:file/events/:seq/correction': { way: 'note', note: 'x', reason: 'x' },
  '/files/:file/purpose': { reason: 'contact', note: '', to: '/' },
};

/** The address of a route at a file; its other parts are what a file of the walk has, or nothing has. */
export const pathAt = ({ path }: Route, file: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const parts: Record<string, string> = { file, event: `${file}:1`, seq: '1', process: '1' };
    return (
      parts[name] ?? { name: 'yearly-goal', workflow: 'referral', login: 'farsta.chef' }[name] ?? '999999'
    );
  });
