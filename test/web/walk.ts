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

/** Pages alike but for the case, the day or the number that they are of. */
export const kindOf = (path: string): string =>
  path
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':draft')
    .replaceAll(/(?<=[/=])[0-9a-hjkmnp-tv-z]{11}(?=[/?&]|$)/g, ':file')
    .replaceAll(/=[^&]*/g, '=')
    .replaceAll(/\d+/g, '0');

const ways = pages
  .filter(({ method }) => method === 'GET')
  .map((route) => ({ route, fits: new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`) }))
  .sort((one, other) => one.route.path.split(':').length - other.route.path.split(':').length);

/** The route that answers an address; null when there is none. */
export const routeOf = (path: string): Route | null => {
  const [bare = ''] = path.split('?');
  return ways.find(({ fits }) => fits.test(bare))?.route ?? null;
};

/** Where a walk begins, how many pages of a kind it reads, and whether it leaves out what several choices together make. */
interface Way {
  readonly from?: readonly string[];
  readonly ofAKind?: number;
  readonly narrow?: boolean;
}

/** Routes that show no page: they send on, stream or give a file. */
const PAGELESS = ['signIn', 'signInCallback', 'nextReview', 'live', 'calendar', 'attachment'];

/** The routes of pages that a walk did not come to. */
export const unmet = (met: readonly Met[]): Route[] =>
  ways
    .map(({ route }) => route)
    .filter(
      (route) => !PAGELESS.includes(route.id) && !met.some((one) => one.route === route && !one.isStopped),
    );

/**
 * Follows every link from some addresses on, and reads so many pages of a kind: the next tell nothing new. Whoever is asked
 * why they read a case says so, and goes on. Fails at a link that leads nowhere.
 */
export async function walk(
  visitor: Visitor,
  { from = ['/'], ofAKind = 1, narrow = false }: Way = {},
): Promise<Met[]> {
  const met = new Map<string, Met>();
  const kinds = new Map<string, number>();
  const open = [...from];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const kind = kindOf(path);
    const known = kinds.get(kind) ?? 0;
    if (met.has(path) || known >= ofAKind || (narrow && isOneOfMany(path, kinds))) continue;
    kinds.set(kind, known + 1);
    for (const one of await readAt(visitor, path)) {
      met.set(`${one.path}${one.isStopped ? ' stopped' : ''}`, one);
      open.push(...linksIn(one.html));
    }
  }
  return [...met.values()];
}

/** What stands at an address: a page; one that asks who somebody is or why they read, and what is there once that is said. */
async function readAt(visitor: Visitor, path: string): Promise<Met[]> {
  const { status, text, headers } = await visitor.get(path);
  const isStopped = [401, 403].includes(status);
  if (status >= 400 && !isStopped) throw new Error(`${path} is linked to, and answered with ${status}`);
  if (!headers.get('content-type')?.startsWith('text/html')) return [];
  const here = { path, kind: kindOf(path), route: routeOf(path), html: text, isStopped };
  const asks = /action="(\/files\/[^"]+\/purpose)"/.exec(text)?.[1];
  if (!isStopped || asks === undefined) return [here];
  const reason = /<input(?=[^>]*name="reason")[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';
  const said = await visitor.form(asks, { reason, note: '', to: path });
  if (said.location === '') throw new Error(`${path}: a reason was not taken, ${said.status}`);
  return [here, ...(await readAt(visitor, path))];
}

/** Several choices together of a page that has been read. */
const isOneOfMany = (path: string, kinds: ReadonlyMap<string, number>): boolean =>
  path.includes('&') && [...kinds.keys()].some((kind) => kind.split('?')[0] === kindOf(path).split('?')[0]);

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !/^\/(auth|api|calendar|assets)|[?&](lang|theme)=/.test(href));
