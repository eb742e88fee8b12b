import type { Browser } from 'playwright-core';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { clicked } from './browsing.js';
import { emergencyBy, findReviews, HOSTILE, loggedOf, newFile, readBy } from './readings.js';
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
  await readBy(world, 'farsta.elak', file);
  await readBy(world, 'shis.handlaggare', file);
  await emergencyBy(world, 'skarholmen.handlaggare', file, HOSTILE);
  await findReviews(world);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

let tried: Tried;
const go = (path: string) => tried.page.goto(`${world.url}${path}`);
const press = (name: string) => clicked(tried.page.getByRole('button', { name, exact: true }));
const follow = (name: string) => clicked(tried.page.getByRole('link', { name, exact: true }).first());

describe('the review of readings', () => {
  afterEach(async () => expect(await tried.close()).toEqual([]));

  it('lists what waits, emergency accesses first, with who, when, which case, why and which rule', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await go('/reviews');
    const rows = await tried.page.locator('tbody tr').allInnerTexts();
    expect(rows[0]).toContain('skarholmen.handlaggare');
    expect(rows[0]).toContain('Nödöppning');
    expect(rows[0]).toContain('Fara för någons liv eller hälsa');
    for (const row of rows) expect(row).toContain(file);
    expect(rows.join()).toContain('Handlägger inte ärendet och angav inget skäl');
    expect(rows.join()).toContain(HOSTILE);
    expect(await tried.page.locator('main script, main b').count()).toBe(0);
  });

  it('is narrowed to a rule and to what was reviewed; an empty list says when it fills', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await go('/reviews');
    await clicked(tried.page.getByRole('link', { name: /^Nödöppning: \d/ }));
    expect(await tried.page.locator('tbody tr').count()).toBe(1);
    await follow('Granskade');
    expect(await tried.page.locator('.empty').innerText()).toContain('letas efter nya varje timme');
  });

  it('takes two clicks from the start page, without JavaScript too; then one for each further reading', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare', { javaScriptEnabled: false });
    const waiting = (await rowsLeft()) as number;
    await go('/');
    await follow('Granska nästa läsning');
    expect(await tried.page.locator('main').innerText()).toContain('Nödöppning');
    await tried.page.fill('#note', HOSTILE);
    await press('Läsningen hörde till arbetet');
    expect(await rowsLeft()).toBe(waiting - 1);
    expect(await tried.title()).toMatch(/^Granskning \d+$/);
    await press('Förklarad av läsaren');
    expect(await rowsLeft()).toBe(waiting - 2);
    expect(await tried.page.locator('.toast').innerText()).toContain('Utfallet är antecknat.');
    await follow('Visa granskningen');
    expect(await tried.page.locator('main').innerText()).toContain('Förklarad av läsaren');
  });

  it('shows the item with its outcome, note and form; a note that is too long is told at the field and kept', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await go('/reviews?state=done&rule=emergency');
    await tried.page.locator('tbody a').first().click();
    const shown = await tried.page.locator('main').innerText();
    expect(shown.split(HOSTILE)).toHaveLength(3);
    await tried.page.fill('#note', 'å'.repeat(4001));
    await press('Anmäld vidare');
    expect(await tried.page.locator('#note-fault').innerText()).toContain('högst 4 000 tecken');
    expect(await tried.page.inputValue('#note')).toHaveLength(4001);
    await tried.page.fill('#note', '');
    await press('Anmäld vidare');
    await go('/reviews?state=done&rule=emergency');
    expect(await tried.page.locator('tbody tr').innerText()).toContain('Anmäld vidare');
  });

  it('has statistics by month, rule and outcome', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await go('/reviews/statistics');
    const table = await tried.page.locator('table').innerText();
    expect(table).toContain('Nödöppning');
    expect(table).toContain(dayOf(world.runtime.clock.now()).slice(0, 7));
    await go('/reviews/statistics?year=1999');
    expect(await tried.page.locator('.empty').innerText()).toContain('Ingen läsning kom upp');
  });

  it('is there in English, whole', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.granskare');
    await go('/reviews?state=all&lang=en');
    expect(await tried.title()).toBe('Log review');
    expect(await tried.page.locator('main').innerText()).not.toMatch(/granskning|Nödöppning|läsning/i);
    await tried.page.locator('tbody a').first().click();
    expect(await tried.page.locator('main').innerText()).not.toMatch(/granskning|Nödöppning|läsning/i);
  });
});

/** How many items wait for the auditor. */
async function rowsLeft(): Promise<number | undefined> {
  const { rows } = await world.owner.query<{ n: number }>(
    `select count(*)::int as n from review_item i where not exists (select from review_outcome o where o.item_id = i.id)`,
  );
  return rows[0]?.n;
}

const paths = ['/reviews', '/reviews/next', '/reviews/1', '/reviews/statistics'];

describe('whoever is no reviewer', () => {
  it.each([
    'farsta.handlaggare',
    'shis.handlaggare',
    'formedlingen.handlaggare',
    'stockholmshem.uthyrare',
    'socialforvaltningen.analytiker',
  ])('%s sees nothing of it and gives no outcome', async (login) => {
    const visitor = await world.signedIn(login);
    for (const path of paths) expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
    const { status } = await visitor.form('/reviews/1/outcome', { outcome: 'justified' });
    expect(status).toBe(403);
    expect((await visitor.get('/')).text).not.toContain('/reviews');
  });
});

describe('a manager', () => {
  it('reviews the own people, and nobody of another organisation', async () => {
    const visitor = await world.signedIn('shis.chef');
    const { text } = await visitor.get('/reviews?state=all');
    expect(text).toContain('shis.handlaggare');
    expect(text).not.toContain('skarholmen.handlaggare');
    const officer = await world.signedIn('system.forvaltare');
    const all = (await officer.get('/reviews?state=all&rule=emergency')).text;
    const id = /href="\/reviews\/(\d+)"/.exec(all)?.[1] ?? '';
    expect((await visitor.get(`/reviews/${id}`)).status).toBe(404);
    const given = await visitor.form(`/reviews/${id}/outcome`, { outcome: 'justified' });
    expect(given.status).toBe(404);
  });

  it('is logged as a reader of the log', async () => {
    const visitor = await world.signedIn('shis.chef');
    const before = (await loggedOf(world, 'shis.chef')).length;
    for (const path of ['/reviews', '/reviews/999999', '/reviews/statistics']) await visitor.get(path);
    expect((await loggedOf(world, 'shis.chef')).slice(0, -before || undefined)).toEqual([
      'reviews',
      'reviews',
      'reviews',
    ]);
  });
});

describe('an address or a form that is not meant so', () => {
  it.each(['/reviews/0', '/reviews/x', "/reviews/1'--", '/reviews/99999999999'])(
    '%s is no page',
    async (path) => {
      const visitor = await world.signedIn('system.forvaltare');
      expect((await visitor.get(path)).status).toBe(404);
    },
  );

  it.each(['?rule=x', '?after=1', '?state=', '?done=-1', '?rule=constructor'])(
    '%s is no list',
    async (query) => {
      const visitor = await world.signedIn('system.forvaltare');
      const { status, text } = await visitor.get(`/reviews${query}`);
      expect([status, text.includes('går inte att läsa')]).toEqual([400, true]);
    },
  );

  it('an outcome that is not on the list, or without the token of the session, is not noted', async () => {
    const visitor = await world.signedIn('system.forvaltare');
    const before = await rowsLeft();
    expect((await visitor.form('/reviews/1/outcome', { outcome: 'forgiven' })).status).toBe(400);
    expect((await visitor.bareForm('/reviews/1/outcome', { outcome: 'justified' })).status).toBe(403);
    expect(await rowsLeft()).toBe(before);
  });
});
