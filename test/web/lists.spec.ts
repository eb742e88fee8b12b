import type { Browser } from 'playwright-core';
import type { WorkList } from '../../src/files/work-list-shape.js';
import { workLists } from '../../src/files/work-lists.js';
import { openBrowser } from '../support/browser.js';
import type { Actor } from '../support/actor.js';
import { household } from '../support/cast.js';
import { clicked } from './browsing.js';
import { Letting } from './letting.js';
import { HOSTILE, loggedOf } from './readings.js';
import { Tried } from './tried.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

const PER_PAGE = 50;
const FAMILIES = 53;

let world: WebWorld;
let browser: Browser;
let farsta: Visitor;
let files: string[];
let foreign: string;
let secret: string;

/** Opens a household whose mother has a name of her own; gives the number of its file. */
async function family(actor: Actor, name: string, more: object = {}): Promise<string> {
  const plain = household(more as never) as { members: object[] };
  const members = plain.members.map((one, at) => (at === 0 ? { ...one, name } : one));
  return (await actor.open('referral', { household: { ...plain, members } })).file;
}

beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  await world.put('person', {
    ...{ login: 'farsta.ny', name: 'Nya Nilsson', organisation: 'farsta', role: 'caseworker' },
  });
  farsta = await world.signedIn('farsta.handlaggare');
  const letting = new Letting(world);
  files = [];
  for (let n = 0; n < FAMILIES; n++) files.push(await family(letting.farsta, `Familj${n} Listsson`));
  const neighbour = letting.as('skarholmen.handlaggare');
  foreign = await family(neighbour, 'Grannars Hemlig', { district: 'skarholmen' });
  secret = await family(letting.as('farsta.ny'), 'Skyddad Dold');
  const protection = { kind: 'sekretessmarkering', handlers: ['farsta.ny'] };
  await letting.as('farsta.ny').event(secret, 'setProtection', protection);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const shownIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/href="\/files\/([0-9a-z]{11})"/g)].map(([, id]) => id as string)),
];
const nextIn = (text: string): string | undefined =>
  /href="([^"]+)">Nästa sida</.exec(text)?.[1]?.replaceAll('&amp;', '&');

describe('the work lists', () => {
  it('show every file of the district once, fifty at a time, whichever way they are turned', async () => {
    for (const order of ['', '&order=desc']) {
      const pages: string[][] = [];
      let at: string | undefined = `/files?list=all${order}`;
      while (at !== undefined && pages.length < 5) {
        const { text, status } = await farsta.get(at);
        expect(status).toBe(200);
        expect(text.length).toBeLessThan(60 * 1024);
        pages.push(shownIn(text));
        at = nextIn(text);
      }
      expect(pages.map(({ length }) => length)).toEqual([PER_PAGE, FAMILIES - PER_PAGE]);
      expect(pages.flat().sort()).toEqual([...files].sort());
    }
  });

  it('pages through tasks of the same day without losing or repeating one', async () => {
    const first = await farsta.get('/files?list=drafts');
    const second = await farsta.get(nextIn(first.text) ?? '');
    const all = [...shownIn(first.text), ...shownIn(second.text)];
    expect(all.sort()).toEqual([...files].sort());
    expect(first.text + second.text).toContain('Familj0 Listsson');
  });

  it('show nothing of another district, nor of a protected family but to its handlers', async () => {
    for (const list of ['all', 'drafts', 'unassigned', 'replies']) {
      const { text } = await farsta.get(`/files?list=${list}`);
      for (const hidden of [foreign, secret, 'Hemlig', 'Dold']) expect(text).not.toContain(hidden);
    }
    const handler = await world.signedIn('farsta.ny');
    const { text } = await handler.get('/files?list=drafts&handler=farsta.ny');
    expect(text).not.toMatch(/skydd/i);
    const own = await handler.form('/search', { sought: 'dold' });
    expect(shownIn(own.text)).toEqual([secret]);
  });

  it('give a name only to those who see who the family is, and log what was shown', async () => {
    const shis = await world.signedIn('shis.handlaggare');
    const { text } = await shis.get('/files?list=all');
    expect(text).not.toContain('Listsson');
    const auditor = await world.signedIn('socialforvaltningen.granskare');
    expect((await auditor.get('/files?list=unassigned')).text).toContain('Listsson');
    expect((await loggedOf(world, 'socialforvaltningen.granskare'))[0]).toBe('list');
  });

  it('are not there for those who have no use of them, whatever the address says', async () => {
    expect((await farsta.get('/files?list=proposals')).status).toBe(404);
    expect((await farsta.get('/files?list=__proto__')).status).toBe(404);
    const analyst = await world.signedIn('socialforvaltningen.analytiker');
    expect((await analyst.get('/files')).status).toBe(404);
    const odd = await farsta.get(`/files?list=all&after=x&district=${encodeURIComponent(HOSTILE)}`);
    expect(odd.status).toBe(303);
    expect((await farsta.get(`/files?list=all&handler=${encodeURIComponent(HOSTILE)}`)).text).not.toContain(
      '<script>alert',
    );
  });
});

describe('the search', () => {
  it('goes straight to a file by its number, and answers alike what is not there and not theirs', async () => {
    const file = files[0] as string;
    const exact = await farsta.form('/search', { sought: file.toUpperCase() });
    expect(exact.location).toBe(`${world.url}/files/${file}`);
    const answers = await Promise.all(
      [foreign, secret, '00000000000'].map((sought) => farsta.form('/search', { sought })),
    );
    for (const { text, status } of answers) {
      expect(status).toBe(200);
      expect(text).toContain('Inget hittades');
      expect(shownIn(text)).toEqual([]);
    }
  });

  it('finds whole words of names and personal numbers, and takes any text for text', async () => {
    expect(shownIn((await farsta.form('/search', { sought: 'familj7 listsson' })).text)).toEqual([files[7]]);
    expect(shownIn((await farsta.form('/search', { sought: '19121212-1212' })).text)).toHaveLength(PER_PAGE);
    for (const sought of [HOSTILE, `' or 1=1 --`, '%', '\\', '\u0000', 'a'.repeat(500), '  ']) {
      const { status, text } = await farsta.form('/search', { sought });
      expect([status, shownIn(text)]).toEqual([sought === '\u0000' ? 400 : 200, []]);
      expect(text).not.toContain('<script>alert');
    }
    expect((await loggedOf(world, 'farsta.handlaggare'))[0]).toBe('search');
  });
});

describe('handing out cases', () => {
  let tried: Tried;
  afterEach(async () => expect(await tried.close()).toEqual([]));
  const press = (name: string) => clicked(tried.page.getByRole('button', { name, exact: true }));

  it('one is taken over in one press and handed on by check boxes, with a preview and a way back', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare', { javaScriptEnabled: false });
    await tried.page.goto(`${world.url}/files?list=drafts`);
    const [first = '', second = ''] = await tried.page
      .locator('button[name="claim"]')
      .evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? '').replace('Ta över ', '')));
    await press(`Ta över ${first}`);
    expect(await tried.page.locator('.toast').innerText()).toContain('tilldelat farsta.handlaggare');
    await press('Förhandsgranska');
    expect(await tried.page.locator('.errors').innerText()).toContain('Välj minst ett ärende');
    for (const name of [first, second]) await tried.page.getByLabel(`Välj ${name}`, { exact: true }).check();
    await tried.page.getByLabel('Tilldela de valda till').selectOption('farsta.handlaggare');
    await press('Förhandsgranska');
    expect(await tried.page.locator('main').innerText()).toContain('Handläggaren har redan ärendet.');
    await press('Tilldela ärendet');
    await tried.page.goto(`${world.url}/files?list=mine`);
    expect(await tried.page.locator('tbody tr').count()).toBe(2);
    for (const name of [first, second]) await tried.page.getByLabel(`Välj ${name}`, { exact: true }).check();
    await tried.page.getByLabel('Tilldela de valda till').selectOption('farsta.ny');
    await press('Förhandsgranska');
    await press('Tilldela 2 ärenden');
    expect(await tried.page.locator('.toast').innerText()).toContain('2 ärenden är tilldelade Nya Nilsson.');
    await press('Ångra');
    expect(await tried.page.locator('.toast').innerText()).toContain('Tilldelningen är ångrad.');
    expect(await tried.page.locator('tbody tr').count()).toBe(2);
  });

  it('the picker offers those of the district who act now, and nobody else is taken', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    await tried.page.goto(`${world.url}/files?list=drafts`);
    const offered = await tried.page
      .locator('#handler-to option')
      .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
    expect(offered.sort()).toEqual(['', 'farsta.chef', 'farsta.handlaggare', 'farsta.ny']);
    const deed = '00000000-0000-4000-8000-000000000001';
    const mine = shownIn((await farsta.get('/files?list=mine')).text);
    const nobodys = files.findIndex((file) => !mine.includes(file));
    const sent = {
      back: '/files?list=drafts',
      did: deed,
      files: files[nobodys] ?? '',
      handler: 'skarholmen.handlaggare',
    };
    await farsta.form('/files/assigned', sent);
    const { text } = await farsta.form('/search', { sought: `familj${nobodys} listsson` });
    expect(text).toMatch(/data-l="Handläggare"><span class="meta">ingen</);
    const stolen = { ...sent, files: foreign, handler: 'farsta.handlaggare' };
    await farsta.form('/files/assigned', stolen);
    expect((await farsta.get('/files?list=mine')).text).not.toContain(foreign);
  });

  it('what was found has no faults', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    await tried.page.goto(`${world.url}/files?list=drafts&handler=farsta.handlaggare`);
    expect(await tried.page.locator('tbody tr').count()).toBe(2);
    await tried.page.locator('#sought').fill('familj5 listsson');
    await Promise.all([tried.page.waitForURL('**/search'), tried.page.keyboard.press('Enter')]);
    expect(await tried.page.locator('tbody tr').count()).toBe(1);
    expect(await tried.faults('found')).toEqual([]);
  });
});

it('each list is of terms, states and steps that its workflow has', () => {
  const workflows = new Map(world.runtime.registry.all().map(({ workflow }) => [workflow.name, workflow]));
  const strange = Object.entries(workLists).flatMap(([list, { holds }]: [string, WorkList]) =>
    (typeof holds === 'string' ? [] : holds).flatMap((task) => {
      const { deadlines = {}, states = {}, events = {} } = workflows.get(task.workflow) ?? {};
      const known = 'deadline' in task ? Object.keys(deadlines) : Object.keys(states);
      const name = 'deadline' in task ? task.deadline : task.state;
      const isThere = known.some((one) => one.split('.').at(-1) === name);
      const unknown = (task.asks ?? []).filter((type) => !(type in events));
      return [...(isThere ? [] : [JSON.stringify(task)]), ...unknown].map((one) => `${list}: ${one}`);
    }),
  );
  expect(strange).toEqual([]);
});
