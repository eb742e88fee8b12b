import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { clicked } from './browsing.js';
import { emergencyBy, findReviews, HOSTILE, loggedOf, newFile } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
let files: string[];
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  const name = `${HOSTILE} av ett mycket långt släktnamn`;
  const named = { login: 'skarholmen.handlaggare', name, organisation: 'skarholmen', role: 'caseworker' };
  await world.put('person', named, '2010-01-02T00:00:00Z');
  files = [await newFile(world), await newFile(world)];
  for (const file of files) await emergencyBy(world, 'skarholmen.handlaggare', file, 'Dörren var uppbruten.');
  await findReviews(world);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

let tried: Tried;
const press = (name: string | RegExp) => clicked(tried.page.getByRole('button', { name }).first());

describe('alerts of emergency access', () => {
  afterEach(async () => expect(await tried.close()).toEqual([]));

  it('are counted on the start page, each count a link, and marked as read one by one and all at once', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare', { javaScriptEnabled: false });
    const figures = tried.page.locator('.figs');
    expect(await figures.innerText()).toMatch(/Nödöppningar att granska\s*2/);
    await figures.getByRole('link', { name: /Olästa larm om nödöppningar\s*2/ }).click();
    expect(await tried.title()).toBe('Larm om nödöppningar');
    const rows = await tried.page.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => files.find((file) => row.includes(file)))).toEqual([...files].reverse());
    expect(rows[0]).toContain(HOSTILE);
    expect(rows[0]).toContain('Fara för någons liv eller hälsa');
    await press(/^Markera som läst: /);
    expect(await tried.page.locator('main').innerText()).toContain('1 oläst här');
    await press('Markera alla som lästa');
    expect(await tried.page.locator('main').innerText()).toContain('Alla larm här är lästa.');
    await tried.page.goto(world.url);
    expect(await figures.innerText()).toMatch(/Olästa larm om nödöppningar\s*0/);
  });

  it('are there in English; an empty list says when it fills', async () => {
    tried = await Tried.as(browser, world.url, 'shis.chef');
    await tried.page.goto(`${world.url}/alerts?lang=en`);
    expect(await tried.page.locator('.empty').innerText()).toContain('No alerts.');
    await tried.page.goto(world.url);
    expect(await tried.page.locator('main').innerText()).not.toContain('To do now');
  });
});

describe('somebody else’s alert', () => {
  it('is not read, and not there', async () => {
    const visitor = await world.signedIn('shis.chef');
    const unread = async () =>
      (await world.owner.query('select id from alert where read_at is null')).rowCount;
    const before = await unread();
    const { rows } = await world.owner.query<{ id: number }>('select id from alert order by id');
    for (const { id } of rows) expect((await visitor.form(`/alerts/${id}/read`)).status).toBe(404);
    await visitor.form('/alerts/read', { upTo: '999999999' });
    expect([before, await unread()]).toEqual([before, before]);
    expect(before).toBeGreaterThan(0);
    expect((await visitor.get('/alerts')).text).not.toContain(files[0]);
  });

  it.each(['farsta.handlaggare', 'formedlingen.handlaggare', 'socialforvaltningen.analytiker'])(
    'nor is the page for %s, and nothing of it on their start page',
    async (login) => {
      const visitor = await world.signedIn(login);
      expect((await visitor.get('/alerts')).status).toBe(403);
      expect((await visitor.get('/')).text).not.toMatch(/larm|granska/i);
    },
  );

  it('and the reading of one’s own is logged', async () => {
    const visitor = await world.signedIn('socialforvaltningen.granskare');
    await visitor.get('/alerts');
    expect((await loggedOf(world, 'socialforvaltningen.granskare'))[0]).toBe('alerts');
  });
});
