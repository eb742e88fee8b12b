import { facilityFlat, household } from '../support/cast.js';
import { Letting } from './letting.js';
import type { Page, Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

/** Words that are the same in both languages, or stand on a Swedish page by right. */
const ALSO_SWEDISH = new Set([
  'sent',
  'final',
  'Person',
  'Status',
  'SHIS',
  'Housing First',
  'planning',
  'Plan',
]);
/** So many pages of one kind, and with each thing that is asked of it, are read: the next tell nothing new of its words. */
const OF_A_KIND = 2;

let world: WebWorld;
let flats: ReadonlySet<string>;
beforeAll(async () => {
  world = await WebWorld.open();
  const letting = new Letting(world);
  const stay = await letting.housed('808', '2030-01-01');
  const waiting = await letting.queued();
  await letting.offered(waiting, await letting.flat(facilityFlat('809', 2)));
  await letting.flat(facilityFlat('810', 3));
  const draft = await letting.farsta.open('referral', { household: household() });
  for (const { file } of [stay, waiting, draft])
    await letting.farsta.event(file, 'assign', { handler: 'farsta.handlaggare' });
  const { rows } = await world.owner.query(`select id from case_file where kind = 'dwelling'`);
  flats = new Set(rows.map(({ id }) => id));
}, 90_000);
afterAll(() => world.close());

/** The names that the program has for events, states and reasons, and every English label of them. */
function foreign(): RegExp {
  const codes = new Set<string>();
  const english = new Set<string>();
  const swedish = new Set<string>(ALSO_SWEDISH);
  for (const { workflow } of world.runtime.registry.all()) {
    const reasons = Object.values(workflow.reasons ?? {}).flat();
    const labels = [workflow, workflow.open, ...Object.values(workflow.events), ...reasons];
    for (const { label } of [
      ...labels,
      ...Object.values(workflow.states),
      ...Object.values(workflow.deadlines),
    ]) {
      english.add(label.en);
      swedish.add(label.sv);
    }
    for (const name of [...Object.keys(workflow.events), ...Object.keys(workflow.deadlines)])
      if (/[A-Z.]/.test(name)) codes.add(name);
    for (const name of Object.keys(workflow.states)) codes.add(name.split('.').at(-1) as string);
    for (const { code } of reasons) if (code.includes('-')) codes.add(code);
  }
  const all = [...codes, ...english].filter((word) => !swedish.has(word) && word.length > 3);
  const escaped = all.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\d.-])(?:${escaped.join('|')})(?![\\p{L}\\d-])`, 'gu');
}

/** What is read on a page, and heard: its text and the names of what has none. */
function said(html: string): string {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? '';
  const heard = [...main.matchAll(/(?:aria-label|title|placeholder|data-l)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  const text = main.replaceAll(/<(script|style)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]*>/g, ' ');
  return [text, ...heard].join(' | ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
}

const kindOf = (path: string): string =>
  path
    .replaceAll(/[0-9a-z]{11}(?=[/?]|$)/g, (id) => (flats.has(id) ? ':flat' : ':file'))
    .replaceAll(/=[^&]*/g, '=')
    .replaceAll(/\d+/g, '0');

/** The kind of a page with each thing that its address asks of it: a list has as many kinds as filters, and not as pairs of them. */
function kindsOf(path: string): readonly string[] {
  const [page = '', query] = kindOf(path).split('?');
  return query === undefined ? [page] : query.split('&').map((asked) => `${page}?${asked}`);
}

/** What somebody comes to by links alone: what stands on each page, by address, and the links that lead nowhere. */
interface Walk {
  readonly pages: ReadonlyMap<string, string>;
  readonly dead: readonly string[];
}

/** Follows every link from the first page on, and says why where that is asked for. */
async function walked(visitor: Visitor): Promise<Walk> {
  const pages = new Map<string, string>();
  const dead: string[] = [];
  const kinds = new Map<string, number>();
  const open = [['/', 'nowhere']];
  for (const [path = '', from = ''] of open) {
    const kind = kindOf(path);
    const known = kindsOf(path).map((one) => [one, kinds.get(one) ?? 0] as const);
    if (pages.has(path) || known.every(([, times]) => times >= OF_A_KIND)) continue;
    for (const [one, times] of known) kinds.set(one, times + 1);
    const { status, text, headers } = await opened(visitor, path);
    if (status >= 400) dead.push(`${from} leads to ${kind}, which answers ${status}`);
    if (status >= 400 || !headers.get('content-type')?.startsWith('text/html')) continue;
    pages.set(path, said(text));
    for (const [, href = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      if (!/^\/(auth|api|calendar|assets)|[?&;](lang|theme)=/.test(href))
        open.push([href.replaceAll('&amp;', '&'), kind]);
  }
  return { pages, dead };
}

/** A page; where it is asked first why somebody reads the case, after they have said. */
async function opened(visitor: Visitor, path: string): Promise<Page> {
  const page = await visitor.get(path);
  const asks = /action="(\/files\/\w+\/purpose)"/.exec(page.text)?.[1];
  if (asks === undefined) return page;
  await visitor.form(asks, { reason: 'support', to: path });
  return visitor.get(path);
}

describe('a Swedish page', () => {
  it.each([
    'farsta.handlaggare',
    'shis.handlaggare',
    'shis.chef',
    'boendeenheten.handlaggare',
    'stockholmshem.uthyrare',
    'formedlingen.handlaggare',
    'socialforvaltningen.granskare',
    'socialforvaltningen.analytiker',
    'system.forvaltare',
  ])(
    'that %s comes to by links is there, and says nothing in English and no name of the program’s own',
    async (who) => {
      const visitor = await world.signedIn(who);
      const words = foreign();
      const { pages, dead } = await walked(visitor);
      expect(dead).toEqual([]);
      const found = [...pages].flatMap(([path, text]) =>
        [...text.matchAll(words)].map(
          ({ 0: word, index }) =>
            `${kindOf(path)}: ${word} (${text.slice(Math.max(0, index - 30), index + 50)})`,
        ),
      );
      expect([...new Set(found)]).toEqual([]);
      expect(pages.size).toBeGreaterThan(3);
    },
    150_000,
  );
});
