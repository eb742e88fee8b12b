import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { assets } from '../../src/web/assets.js';
import { openBrowser } from '../support/browser.js';
import { household } from '../support/cast.js';
import { Letting } from './letting.js';
import { loggedOf } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

const KILOBYTE = 1024;
let world: WebWorld;
let browser: Browser;
let own = '';
let secret = '';
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  const { farsta } = new Letting(world);
  for (let n = 0; n < 50; n++) {
    const { file } = await farsta.open('referral', { household: household() });
    if (n === 0) own = file;
    if (n === 1) secret = file;
  }
  for (const file of [own, secret]) await farsta.event(file, 'assign', { handler: 'farsta.handlaggare' });
  const handlers = ['farsta.handlaggare'];
  await farsta.event(secret, 'setProtection', { kind: 'sekretessmarkering', handlers });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

describe('a page', () => {
  it('with fifty rows weighs 60 KB at most, and what all pages load 60 KB when packed', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    const { text } = await visitor.get('/files?list=all');
    expect(text.match(/<tr role="row">/g)?.length).toBeGreaterThan(50);
    expect(Buffer.byteLength(text) / KILOBYTE).toBeLessThanOrEqual(60);
    const loaded = assets.filter(({ path }) => /\.(css|js)$/.test(path));
    const packed = loaded.reduce((sum, { body }) => sum + gzipSync(body).length, 0);
    expect(packed / KILOBYTE).toBeLessThanOrEqual(60);
  });

  it('looks as its reader chose, in their language, without JavaScript and from then on', async () => {
    const visitor = world.visitor();
    const { location } = await visitor.get('/help?theme=dark&lang=en');
    expect(new URL(location).pathname + new URL(location).search).toBe('/help');
    await visitor.signIn('farsta.handlaggare');
    const { text } = await visitor.get('/files?list=all');
    expect(text).toContain('<html lang="en" data-theme="dark">');
    expect(text).toContain('href="/files?list=all&amp;theme=system"');
    await visitor.get('/?theme=system');
    expect((await visitor.get('/')).text).toContain('<html lang="en"><head>');
    await visitor.get('/?theme=pink');
    expect((await visitor.get('/')).text).toContain('<html lang="en"><head>');
  });
});

describe('help, news and the accessibility statement', () => {
  it('are there for whoever has not signed in, and help stands where the question arises', async () => {
    for (const path of ['/help', '/news', '/accessibility'])
      expect((await world.visitor().get(path)).status).toBe(200);
    const { text } = await (await world.signedIn('farsta.handlaggare')).get('/files?list=all');
    expect(text).toContain('href="/help#lists"');
  });
});

describe('single keys', () => {
  it('go where they say, not while one types, and not for whoever has turned them off', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const { page } = tried;
    await page.goto(`${world.url}/files?list=all`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex)).toBe(1);
    await page.keyboard.press('s');
    await page.keyboard.type('in');
    expect(await page.locator('#sought').inputValue()).toBe('in');
    await page.locator('h1').click();
    await Promise.all([page.waitForURL('**/inbox'), page.keyboard.press('n')]);
    await Promise.all([page.waitForURL('**/help#notices'), page.keyboard.press('?')]);
    await Promise.all([page.waitForURL(`${world.url}/`), page.keyboard.press('i')]);
    await page.goto(`${world.url}/settings`);
    await page.getByLabel('Kortkommandon med en tangent').uncheck();
    await page.getByRole('button', { name: 'Spara inställningarna' }).click();
    await page.waitForURL('**/settings?saved=1');
    await page.keyboard.press('n');
    await page.keyboard.press('s');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('sought');
    expect(page.url()).toContain('/settings?saved=1');
    expect(await page.locator('[aria-keyshortcuts]').count()).toBe(0);
    expect(await tried.close()).toEqual([]);
  });
});

describe('a calendar', () => {
  const days = (ics: string) => ics.match(/^DTSTART;VALUE=DATE:\d{8}/gm) ?? [];

  it('holds the days of its owner’s cases by number, and nothing of anybody or of a protected family', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    const made = await visitor.form('/settings/calendar');
    const path = /\/calendar\/[\w-]{43}\.ics/.exec(made.text)?.[0] ?? '';
    const stranger = world.visitor();
    const { status, headers, text } = await stranger.get(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(days(text).length).toBeGreaterThan(0);
    expect(text.replace(/\r\n /g, '')).toContain(`(${own})`);
    expect(text).not.toMatch(new RegExp(`${secret}|Testsson|farsta`, 'i'));
    const logged = await loggedOf(world, 'farsta.handlaggare');
    expect(logged[0]).toBe('list');
    expect((await stranger.get(path)).text).toBe(text);
    expect(await loggedOf(world, 'farsta.handlaggare')).toEqual(logged);
    const { rows } = await world.owner.query('select * from calendar');
    expect(JSON.stringify(rows)).not.toContain(path.slice('/calendar/'.length, -4));
  });

  it('is closed by its owner, and by a new address', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    const address = async () =>
      /\/calendar\/[\w-]{43}\.ics/.exec((await visitor.form('/settings/calendar')).text)?.[0] ?? '';
    const [first, second] = [await address(), await address()];
    const statusOf = async (path: string) => (await world.visitor().get(path)).status;
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
    expect((await visitor.get('/settings')).text).toContain('Du har en adress, skapad');
    await visitor.form('/settings/calendar/revoke');
    expect(await statusOf(second)).toBe(404);
    expect((await world.log()).slice(0, 2).map(({ event }) => event)).toEqual([
      'calendar-revoked',
      'calendar-made',
    ]);
  });
});
