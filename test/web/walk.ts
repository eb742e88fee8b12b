import { pages } from '../../src/web/pages.js';
import type { Page as Route } from '../../src/web/page.js';
import type { Visitor } from './visitor.js';

/** A page that a link led to: its address, its route, what kind of address it is, and what stands on it. */
export interface Met {
  readonly path: string;
  readonly route: Route | null;
  readonly kind: string;
  readonly html: string;
  /** Somebody is asked first who they are, or why they read. */
  readonly isStopped: boolean;
}

/** Pages alike but for the case, the flat, the day or the number that they are of. */
export const kindOf = (path: string, flats: ReadonlySet<string> = new Set()): string =>
  path
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':draft')
    .replaceAll(/(?<=[/=])[0-9a-hjkmnp-tv-z]{11}(?=[/?&]|$)/g, (id) => (flats.has(id) ? ':flat' : ':file'))
    .replaceAll(/=[^&]*/g, '=')
    .replaceAll(/\d+/g, '0');

/** A kind with each thing that its address asks of it: a list has as many kinds as filters, and not as sets of them. */
function askedOf(kind: string): readonly string[] {
  const [page = '', query] = kind.split('?');
  return query === undefined ? [page] : query.split('&').map((asked) => `${page}?${asked}`);
}

const ways = [...pages]
  .sort((one, other) => one.path.split(':').length - other.path.split(':').length)
  .map((route) => ({ route, fits: new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`) }));

/** The route that answers an address; null when there is none. */
export function routeOf(path: string, method: Route['method'] = 'GET'): Route | null {
  const [bare = ''] = path.split('?');
  return ways.find(({ route, fits }) => route.method === method && fits.test(bare))?.route ?? null;
}

/** Where a walk begins, and how many pages of a kind it reads. */
interface Way {
  readonly from?: readonly string[];
  readonly ofAKind?: number;
}

/** Routes that show no page: they send on, stream or give a file. */
const PAGELESS = ['signIn', 'signInCallback', 'nextReview', 'live', 'calendar', 'attachment', 'fileLogPdf'];

/** The routes of pages that a walk did not come to. */
export const unmet = (met: readonly Met[]): Route[] =>
  ways
    .map(({ route }) => route)
    .filter(
      (route) =>
        route.method === 'GET' &&
        !PAGELESS.includes(route.id) &&
        !met.some((one) => one.route === route && !one.isStopped),
    );

/**
 * Follows every link from some addresses on, and reads so many pages of a kind: the next tell nothing new. Whoever is asked
 * why they read a case says so, and goes on. Fails at links that lead nowhere.
 */
export async function walk(
  visitor: Visitor,
  { from = ['/'], ofAKind = 1 }: Way = {},
): Promise<readonly Met[]> {
  const met = new Map<string, Met>();
  const kinds = new Map<string, number>();
  const dead: string[] = [];
  const flats = new Set(filesIn((await visitor.get('/flats')).text));
  const open = from.map((path) => ({ path, by: 'the walk' }));
  for (const { path, by } of open) {
    const kind = kindOf(path, flats);
    const known = askedOf(kind).map((one) => [one, kinds.get(one) ?? 0] as const);
    if (met.has(path) || known.every(([, times]) => times >= ofAKind)) continue;
    for (const [one, times] of known) kinds.set(one, times + 1);
    const read = await readAt(visitor, path, kind);
    if (read === null) dead.push(`${by} leads to ${kind}`);
    for (const one of read ?? []) {
      met.set(`${one.path}${one.isStopped ? ' stopped' : ''}`, one);
      open.push(...linksIn(one.html).map((to) => ({ path: to, by: kind })));
    }
  }
  if (dead.length > 0) throw new Error(`links that lead nowhere: ${dead.join('; ')}`);
  return [...met.values()];
}

/**
 * What stands at an address: a page; one that asks who somebody is or why they read, and what is there once that is said.
 * Null when there is nothing.
 */
async function readAt(visitor: Visitor, path: string, kind: string): Promise<Met[] | null> {
  const { status, text, headers } = await visitor.get(path);
  const asks = /action="(\/files\/[^"]+\/purpose)"/.exec(text)?.[1];
  const isStopped = status === 401 || asks !== undefined;
  if (status >= 400 && !isStopped) return null;
  if (!headers.get('content-type')?.startsWith('text/html')) return [];
  const here = { path, kind, route: routeOf(path), html: text, isStopped };
  if (asks === undefined) return [here];
  const reason = /<input(?=[^>]*name="reason")[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';
  const said = await visitor.form(asks, { reason, note: '', to: path });
  const then = said.location === '' ? null : await readAt(visitor, path, kind);
  return then && [here, ...then];
}

const filesIn = (html: string): string[] =>
  [...html.matchAll(/href="\/files\/([0-9a-hjkmnp-tv-z]{11})"/g)].map(([, id = '']) => id);

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !/^\/(auth|api|calendar|assets)|[?&](lang|theme)=/.test(href));
