import { facilityFlat, household } from '../support/cast.js';
import { Letting } from './letting.js';
import type { Visitor } from './visitor.js';
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
/** So many pages of one kind are read: the next tell nothing new of its words. */
const OF_A_KIND = 2;

let world: WebWorld;
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
    .replaceAll(/[0-9a-z]{11}(?=[/?]|$)/g, ':file')
    .replaceAll(/=[^&]*/g, '=')
    .replaceAll(/\d+/g, '0');

/** Follows every link from the first page on; gives what stands on each page, by address. */
async function walked(visitor: Visitor): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const kinds = new Map<string, number>();
  const open = ['/'];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const kind = kindOf(path);
    const known = kinds.get(kind) ?? 0;
    if (read.has(path) || known >= OF_A_KIND) continue;
    kinds.set(kind, known + 1);
    const { status, text, headers } = await visitor.get(path);
    // 403 is a page too: it asks why somebody reads a case, or says whom one is not let in as.
    if (status >= 400 && status !== 403) throw new Error(`${path} is linked to, and answered with ${status}`);
    if (!headers.get('content-type')?.startsWith('text/html')) continue;
    read.set(path, said(text));
    for (const [, href = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      if (!/^\/(auth|api|calendar|assets)|[?&;](lang|theme)=/.test(href))
        open.push(href.replaceAll('&amp;', '&'));
  }
  return read;
}

describe('a Swedish page', () => {
  it.each([
    'farsta.handlaggare',
    'shis.handlaggare',
    'shis.chef',
    'formedlingen.handlaggare',
    'socialforvaltningen.granskare',
    'socialforvaltningen.analytiker',
    'system.forvaltare',
  ])(
    'that %s comes to by links is there, and says nothing in English and no name of the program’s own',
    async (who) => {
      const visitor = await world.signedIn(who);
      const words = foreign();
      const pages = await walked(visitor);
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
