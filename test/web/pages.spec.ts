import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../src/access/request.js';
import { openBrowser } from '../support/browser.js';
import { faultsOf, signInAs, signInByHand, tooWide } from './browsing.js';
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

let context: BrowserContext;
let page: Page;
let complaints: string[];
const fresh = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
  context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    if (/content security policy|trusted/i.test(line.text())) complaints.push(line.text());
  });
};
beforeEach(() => fresh());
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const submit = (name: string) => page.getByRole('button', { name, exact: true }).click();
const title = () => page.locator('h1').innerText();

describe('in a real browser', () => {
  it('one signs in, sees who one is, and signs out at both ends', async () => {
    await signInByHand(page, world.url, 'shis.handlaggare');
    expect(page.url()).toBe(`${world.url}/`);
    expect(await page.locator('.who').innerText()).toContain('Bostadsadministratör, SHIS Bostäder');
    const cookies = await context.cookies(world.url);
    expect(cookies.find(({ name }) => name === SESSION_COOKIE)).toMatchObject({
      ...{ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' },
    });
    await submit('Logga ut');
    await page.waitForURL('**/session/end');
    expect(await title()).toBe('Logga ut från demonstrationen?');
    await submit('Logga ut');
    expect(page.url()).toBe(`${world.url}/auth/signed-out`);
    expect((await context.cookies(world.url)).map(({ name }) => name)).not.toContain(SESSION_COOKIE);
    await page.getByRole('link', { name: 'Logga in' }).click();
    expect(await title()).toBe('Vem vill du vara?');
  });

  it('everything works without JavaScript', async () => {
    await fresh({ javaScriptEnabled: false });
    await page.goto(world.url);
    await page.getByRole('link', { name: 'Logga in' }).click();
    await page.locator('summary').click();
    await page.locator('details button[value="farsta.chef"]').click();
    expect(await title()).toBe('Välj roll');
    await page.getByLabel('Chef, Farsta').check();
    await submit('Fortsätt i rollen');
    expect(await page.locator('.who').innerText()).toContain('Chef, Farsta');
    await page.getByRole('link', { name: 'Byt roll' }).click();
    await page.getByLabel('Systemförvaltare').check();
    await submit('Fortsätt i rollen');
    await page.getByRole('link', { name: 'Inloggningar och nycklar' }).first().click();
    expect(await title()).toBe('Inloggningar och nycklar');
  });

  it('one is warned before the session ends, and goes on with what one has typed', async () => {
    await page.clock.install();
    await signInAs(page, world.url, 'shis.chef');
    await page.goto(`${world.url}/account`);
    await page.fill('#label', 'Under arbete');
    const warning = page.locator('#session-warning');
    await page.clock.fastForward('24:30');
    expect(await warning.isVisible()).toBe(false);
    await page.clock.fastForward('00:31');
    expect(await warning.isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await world.later(25);
    const extended = page.waitForResponse(/session\/extend/);
    await submit('Fortsätt arbeta');
    expect((await extended).status()).toBe(200);
    await warning.waitFor({ state: 'hidden' });
    expect(await page.inputValue('#label')).toBe('Under arbete');
    await page.clock.fastForward('25:01');
    expect(await warning.isVisible()).toBe(true);
  });

  it('the skip link comes first, and the summary of errors leads to the fields', async () => {
    await signInAs(page, world.url, 'shis.chef');
    await page.goto(`${world.url}/account`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hoppa till innehållet');
    await page.fill('#days', '900');
    await submit('Skapa nyckeln');
    await page.locator('.errors a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('label');
  });
});

/** What no address leads to, by the way to it from a fresh browser. */
const ways: Readonly<Record<string, () => Promise<void>>> = {
  'the choice of a person': async () => void (await page.goto(`${world.url}/auth/sign-in`)),
  'the choice of a role, missed': async () => {
    await signInAs(page, world.url, 'shis.kollega');
    await submit('Fortsätt i rollen');
  },
  'the account with a new token': async () => {
    await signInAs(page, world.url, 'farsta.handlaggare');
    await page.goto(`${world.url}/account`);
    await page.fill('#label', 'Statistikprogrammet');
    await submit('Skapa nyckeln');
  },
  'signed out at one end': async () => {
    // As where no script runs: the provider's page is not gone on to.
    await page.route('**/session/end', (route) => route.fulfill({ status: 204 }));
    await signInAs(page, world.url, 'shis.handlaggare');
    await submit('Logga ut');
    await page.getByRole('button', { name: 'Logga ut där också' }).waitFor();
  },
  'asked to show anew who one is': async () => {
    await signInAs(page, world.url, 'system.forvaltare');
    await world.later(11);
    await page.goto(`${world.url}/account`);
    await page.fill('#label', 'Statistiken');
    await submit('Skapa nyckeln');
    expect(await title()).toBe('Logga in igen för att göra det här');
  },
};

describe('what no address leads to keeps WCAG 2.2 AA and fits a narrow window', () => {
  it.each(Object.entries(ways))('%s', async (_, go) => {
    await go();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
  });
});
