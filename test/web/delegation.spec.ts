import type { Browser } from 'playwright-core';
import { addDays } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { clicked } from './browsing.js';
import { HOSTILE } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
let today: string;
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  today = dayOf(world.runtime.clock.now());
  const hostile = { login: 'farsta.elak', name: HOSTILE, organisation: 'farsta', role: 'caseworker' };
  await world.put('person', hostile);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

let tried: Tried;
const press = (name: string) => clicked(tried.page.getByRole('button', { name, exact: true }));
const main = () => tried.page.locator('main').innerText();

describe('the orders of delegation', () => {
  afterEach(async () => expect(await tried.close()).toEqual([]));

  it('say the general lines, and of own ones that there are none yet', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await tried.page.getByRole('link', { name: 'Delegation' }).first().click();
    expect(await main()).toContain('Ingen organisation har egna punkter.');
    expect(await main()).toMatch(/Gäller/);
    expect(await tried.page.locator('#decision').count()).toBe(0);
  });

  it('are added to in four clicks, without JavaScript, and show what is in force, to come and over', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare', { javaScriptEnabled: false });
    await tried.page.getByRole('link', { name: 'Delegation' }).first().click();
    const { page } = tried;
    await page.selectOption('#decision', { index: 1 });
    await page.fill('#line', '4.2');
    await page.fill('#organisation', 'farsta');
    await page.selectOption('#role', 'manager');
    await press('Registrera punkten');
    expect(await page.locator('.toast').innerText()).toBe('Punkten är registrerad.');
    expect(await page.locator('tbody tr').first().innerText()).toMatch(
      /Farsta[^]*4\.2[^]*Chef[^]*tills vidare[^]*Gäller/,
    );
    expect((await world.log())[0]).toMatchObject({ event: 'delegation-told', login: 'system.forvaltare' });
    await page.selectOption('#decision', { index: 2 });
    await page.fill('#line', '4.3');
    await page.fill('#organisation', 'Farsta');
    await page.fill('#login', 'farsta.elak');
    await page.fill('#from', '2190-01-01');
    await page.fill('#to', '2190-12-31');
    await press('Registrera punkten');
    expect(await page.locator('tbody tr').nth(1).innerText()).toContain('Kommande');
    expect(await main()).toContain(HOSTILE);
    expect(await page.locator('main script, main b').count()).toBe(0);
  });

  it('tell every fault beside its field and lose nothing that was typed', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare');
    const { page } = tried;
    await page.goto(`${world.url}/delegation`);
    const typed = {
      line: '"><b>',
      organisation: 'Atlantis',
      login: 'nobody',
      from: '2021-02-30',
      to: 'snart',
    };
    for (const [id, value] of Object.entries(typed)) await page.fill(`#${id}`, value);
    await page.selectOption('#role', 'manager');
    await press('Registrera punkten');
    const faulty = await page.locator('.error-line').evaluateAll((all) => all.map(({ id }) => id));
    expect(faulty.sort()).toEqual(
      ['decision', 'from', 'line', 'login', 'organisation', 'role', 'to'].map((id) => `${id}-fault`),
    );
    for (const [id, value] of Object.entries(typed)) expect(await page.inputValue(`#${id}`)).toBe(value);
    expect(await page.inputValue('#role')).toBe('manager');
  });

  it('tell what the register refuses beside the field', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare');
    const { page } = tried;
    await page.goto(`${world.url}/delegation`);
    await page.selectOption('#decision', { index: 1 });
    await page.fill('#line', '5.1');
    await page.fill('#organisation', 'SHIS Bostäder');
    await page.selectOption('#role', 'manager');
    await page.fill('#from', '2010-01-01');
    await press('Registrera punkten');
    expect(await page.locator('#from-fault').innerText()).toContain('tidigast från den dag det registreras');
    expect(await page.inputValue('#from')).toBe('2010-01-01');
    await page.fill('#from', today);
    await page.fill('#to', '2010-01-01');
    await press('Registrera punkten');
    expect(await page.locator('#to-fault').innerText()).toContain('Sista dagen ligger före den första');
  });

  it('lose a line from the next day on, or at once, and say who ended it', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare');
    const { page } = tried;
    const tomorrow = addDays(today, 1);
    const lines = [
      { line: '6.1', from: today, role: 'manager' },
      { line: '6.2', from: today, role: 'caseworker' },
      { line: '6.3', from: tomorrow, role: 'caseworker' },
    ];
    for (const one of lines)
      await world.put(
        'delegation',
        { ...one, organisation: 'hemlosa', decision: 'reject' },
        `${today}T00:00:00Z`,
      );
    await world.put(
      'delegation',
      { ...lines[0], organisation: 'farsta', decision: 'reject' },
      `${today}T00:00:00Z`,
    );
    const row = (line: string) => page.locator('tr', { hasText: 'hemlösa' }).filter({ hasText: line });
    const end = async (line: string, last: string, day = '') => {
      await page.goto(`${world.url}/delegation`);
      await row(line).getByRole('link').click();
      await page.getByLabel(last).check();
      await page.fill('#day', day);
      await press('Avsluta en punkt');
    };
    await end('6.1', 'I dag är sista dagen');
    expect(await page.locator('.toast').innerText()).toBe('Punktens sista dag är registrerad.');
    expect(await row('6.1').innerText()).toMatch(new RegExp(`${today}\\s+${today}\\s+Gäller`));
    await end('6.2', 'Genast');
    expect(await row('6.2').innerText()).toContain('Upphörd');
    await end('6.3', 'En annan dag', 'snart');
    expect(await page.locator('#day-fault').innerText()).toContain('Skriv en dag efter i dag');
    expect(await page.inputValue('#day')).toBe('snart');
    await page.getByLabel('Genast').check();
    await press('Avsluta en punkt');
    expect(await row('6.3').innerText()).toContain('Upphörd');
    expect(await page.locator('tr', { hasText: 'Farsta' }).filter({ hasText: '6.1' }).innerText()).toContain(
      'tills vidare',
    );
    expect((await world.log())[0]).toMatchObject({
      ...{ event: 'delegation-ended', login: 'system.forvaltare', ref: 'hemlosa reject' },
    });
  });

  it('keep WCAG 2.2 AA and fit a narrow window; are there in English', async () => {
    tried = await Tried.as(browser, world.url, 'system.forvaltare');
    await tried.page.goto(`${world.url}/delegation`);
    const decision = await tried.page.locator('#decision option').nth(1).getAttribute('value');
    const over = { organisation: 'skarholmen', role: 'manager', from: '2010-01-01', to: '2011-12-31' };
    await world.put('delegation', { line: '1.1', decision, ...over });
    await tried.page.reload();
    expect(await tried.page.locator('tr', { hasText: 'Skärholmen' }).innerText()).toContain('Upphörd');
    await tried.page.goto(`${world.url}/delegation?lang=en`);
    expect(await tried.title()).toBe('Delegation');
    expect(await main()).toContain('The organisations’ own lines');
    expect(await main()).not.toMatch(/gäller|punkt|beslut/i);
  });
});

describe('what was typed when the session ran out', () => {
  it('stands in the form after signing in again', async () => {
    const visitor = await world.signedIn('system.forvaltare');
    const token = await visitor.token();
    await world.later(31);
    const late = await visitor.bareForm('/delegation', { token, line: '7.7', organisation: 'Farsta' });
    expect([late.status, late.text.includes('står det kvar i formuläret')]).toEqual([401, true]);
    await visitor.signIn('system.forvaltare', '/delegation');
    const { text } = await visitor.get('/delegation');
    expect(text).toContain('value="7.7"');
  });
});

describe('whoever may not', () => {
  it.each([
    'farsta.handlaggare',
    'shis.handlaggare',
    'formedlingen.handlaggare',
    'socialforvaltningen.analytiker',
  ])('%s sees no order of delegation', async (login) => {
    const visitor = await world.signedIn(login);
    expect((await visitor.get('/delegation')).status).toBe(403);
    expect((await visitor.form('/delegation', {})).status).toBe(403);
  });

  it('cannot end what is not there, by its address or by a form', async () => {
    const [admin, manager] = [await world.signedIn('system.forvaltare'), await world.signedIn('shis.chef')];
    const none = { organisation: 'farsta', line: 'none' };
    expect((await admin.get(`/delegation/end?${new URLSearchParams(none)}`)).status).toBe(404);
    expect((await admin.form('/delegation/end', { ...none, last: 'now' })).status).toBe(404);
    expect((await manager.form('/delegation/end', { ...none, last: 'now' })).status).toBe(403);
  });

  it.each(['shis.chef', 'socialforvaltningen.granskare'])('%s reads them and adds nothing', async (login) => {
    const visitor = await world.signedIn(login);
    const { status, text } = await visitor.get('/delegation');
    expect([status, text.includes('action="/delegation"')]).toEqual([200, false]);
    const sent = { line: '97.98.99', decision: 'reject', organisation: 'shis', role: 'manager', from: today };
    expect((await visitor.form('/delegation', sent)).status).toBe(403);
    expect((await visitor.get('/delegation')).text).not.toContain('97.98.99');
  });
});
