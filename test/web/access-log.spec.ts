import type { Browser } from 'playwright-core';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { clicked } from './browsing.js';
import { HOSTILE, loggedOf, newFile, readBy } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
let file: string;
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  const hostile = { login: 'farsta.elak', name: HOSTILE, organisation: 'farsta', role: 'caseworker' };
  await world.put('person', hostile);
  file = await newFile(world);
  await readBy(world, 'farsta.elak', file, 'contact');
  for (let n = 0; n < 101; n++) await readBy(world, 'farsta.chef', file, 'follow-up');
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

let tried: Tried;
const press = (name: string) => clicked(tried.page.getByRole('button', { name, exact: true }));
const rows = () => tried.page.locator('tbody tr').allInnerTexts();

/** The logs that somebody has read, the newest first; the lists of the first page are told apart. */
const logsReadBy = async (login: string): Promise<string[]> =>
  (await loggedOf(world, login)).filter((what) => what !== 'list');

describe('the log of readings', () => {
  afterEach(async () => expect(await tried.close()).toEqual([]));

  it('of a case is looked up by its number, without JavaScript, and paged; nothing stands in the address', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare', { javaScriptEnabled: false });
    await tried.page.getByRole('link', { name: 'Åtkomstlogg' }).first().click();
    await tried.page.fill('#file', file.toUpperCase());
    await press('Visa loggen');
    expect(tried.page.url()).toBe(`${world.url}/access-log`);
    expect(await rows()).toHaveLength(100);
    expect((await rows())[0]).toContain('läste ärendets åtkomstlogg');
    await press('Visa äldre');
    expect((await rows()).at(-1)).toContain(HOSTILE);
    expect((await rows()).at(-1)).toContain('angav ett skäl: Familjen har ringt eller kommit hit');
    expect(await tried.page.locator('main script, main b').count()).toBe(0);
    expect(await logsReadBy('farsta.handlaggare')).toEqual(['log-of-file', 'log-of-file']);
  });

  it('of a colleague is looked up by officers, by login or name, within days', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await tried.page.goto(`${world.url}/access-log`);
    await tried.page.fill('#who', HOSTILE);
    await press('Visa loggen');
    expect(await rows()).toHaveLength(1);
    expect(tried.page.url()).toBe(`${world.url}/access-log`);
    expect(await tried.faults('access-log')).toEqual([]);
    await tried.page.fill('#to', '1999-12-31');
    await press('Visa loggen');
    expect(await tried.page.locator('.empty').innerText()).toContain('Ingen har läst det');
    expect(await logsReadBy('socialforvaltningen.granskare')).toEqual(['log-of-person', 'log-of-person']);
  });

  it('tells every fault beside its field, and keeps what was typed', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await tried.page.goto(`${world.url}/access-log`);
    const typed = { file: '"><b>x', from: '2021-02-30', to: 'i går' };
    for (const [id, value] of Object.entries(typed)) await tried.page.fill(`#${id}`, value);
    await press('Visa loggen');
    expect(await tried.page.locator('.error-line').allInnerTexts()).toHaveLength(3);
    for (const [id, value] of Object.entries(typed))
      expect(await tried.page.inputValue(`#${id}`)).toBe(value);
  });

  it('of a case is printed for the family: the number only, the day, who made it, and no menus', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    await tried.page.goto(`${world.url}/files/${file}/readers`);
    expect(await tried.title()).toBe(`Vem har läst ärende ${file}`);
    const shown = await tried.page.locator('main').innerText();
    expect(shown).toContain('farsta.handlaggare, Handläggare, Farsta');
    expect(shown).toContain(dayOf(world.runtime.clock.now()));
    expect(shown).toContain('läste ärendet (angav ett skäl: Chefens uppföljning)');
    expect(shown).not.toMatch(/Testsson|19121212/);
    await tried.page.emulateMedia({ media: 'print' });
    await tried.page.setViewportSize({ width: 794, height: 1123 });
    for (const part of ['.top', '.side', '.foot', 'main .acts'])
      expect([part, await tried.page.locator(part).first().isVisible()]).toEqual([part, false]);
    await tried.shot('readers-print');
    expect((await loggedOf(world, 'farsta.handlaggare'))[0]).toBe('readers');
  });

  it('is there in English', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    await tried.page.goto(`${world.url}/files/${file}/readers?lang=en`);
    expect(await tried.title()).toBe(`Who has read case ${file}`);
    await tried.page.goto(`${world.url}/access-log`);
    expect(await tried.page.locator('main').innerText()).not.toMatch(/[åäö]/i);
  });
});

describe('whoever may not read a log', () => {
  it.each([
    'skarholmen.handlaggare',
    'shis.handlaggare',
    'formedlingen.handlaggare',
    'stockholmshem.uthyrare',
  ])(
    '%s gets nothing of the case, told as one that is not there, and is logged as refused',
    async (login) => {
      const visitor = await world.signedIn(login);
      const [there, nowhere] = [
        await visitor.form('/access-log', { file }),
        await visitor.form('/access-log', { file: '00000000000' }),
      ];
      const plain = (text: string) =>
        text.replaceAll(/value="[^"]*"|nonce="[^"]*"|data-\w+="[^"]*"|Utskrivet <time[^>]*>[^<]*/g, '');
      expect(plain(there.text)).toBe(plain(nowhere.text));
      expect(there.text).not.toContain('farsta.chef');
      const list = await visitor.get(`/files/${file}/readers`);
      expect([list.status, list.text.includes('farsta.chef')]).toEqual([404, false]);
      expect((await loggedOf(world, login))[0]).toBe('readers refused');
    },
  );

  it.each(['farsta.handlaggare', 'farsta.chef', 'shis.chef'])('%s looks up no colleague', async (login) => {
    const visitor = await world.signedIn(login);
    if (login === 'farsta.chef') await visitor.form('/choose-role', { acting: 'farsta|manager' });
    const { status, text } = await visitor.form('/access-log', { who: 'farsta.elak' });
    expect([status, text.includes('<tbody')]).toEqual([422, false]);
  });

  it('an analyst does not come in at all', async () => {
    const visitor = await world.signedIn('socialforvaltningen.analytiker');
    expect((await visitor.get('/access-log')).status).toBe(403);
    expect((await visitor.form('/access-log', { file })).status).toBe(403);
    expect((await visitor.get(`/files/${file}/readers`)).status).toBe(403);
  });

  it.each([
    ['after', 'x'],
    ['after', `2021-13-45T99:99:99.999Z|${'a'}|1`],
    ['lists', 'yes'],
    ['other', '1'],
  ])('a field %s that no page sends is not read: %s', async (field, value) => {
    const visitor = await world.signedIn('system.forvaltare');
    expect((await visitor.form('/access-log', { file, [field]: value })).status).toBe(400);
  });
});
