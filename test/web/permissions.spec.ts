import type { Browser } from 'playwright-core';
import { posts, sees, sharings, situations } from '../../src/access/matrix.js';
import { openBrowser } from '../support/browser.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

describe('the permission matrix', () => {
  let tried: Tried;
  afterEach(async () => expect(await tried.close()).toEqual([]));

  it('is one click from the start page, without JavaScript, and says what the gate says', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare', { javaScriptEnabled: false });
    await tried.page.getByRole('link', { name: 'Behörigheter' }).first().click();
    expect(await tried.title()).toBe('Behörigheter');
    for (const [at, { seenBy }] of sharings.entries()) {
      const cells = await tried.page.locator('table').nth(at).locator('td').allInnerTexts();
      const told = cells.map((cell) => cell.includes('ja'));
      expect(told).toEqual(posts.flatMap((post) => situations.map((one) => sees(post, one, seenBy))));
    }
    const titles = await tried.page.locator('main h2').allInnerTexts();
    expect(titles).toHaveLength(sharings.length + world.runtime.registry.all().length + 2);
  });

  it('has every table with a caption and scopes', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await tried.page.goto(`${world.url}/permissions`);
    expect(await tried.page.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await tried.page.locator('main th:not([scope])').count()).toBe(0);
  });

  it('is there in English', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare');
    await tried.page.goto(`${world.url}/permissions?lang=en`);
    expect(await tried.title()).toBe('Permissions');
    expect(await tried.page.locator('main').innerText()).not.toMatch(/[åäö]/i);
  });
});

describe('whoever does not watch over permissions', () => {
  it.each([
    'farsta.handlaggare',
    'shis.handlaggare',
    'formedlingen.handlaggare',
    'socialforvaltningen.analytiker',
  ])('%s does not see them', async (login) => {
    const visitor = await world.signedIn(login);
    expect((await visitor.get('/permissions')).status).toBe(403);
    expect((await visitor.get('/')).text).not.toContain('/permissions');
  });
});
