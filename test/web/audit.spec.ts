import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { checkProof } from '../audit/check-proof.js';
import { openBrowser } from '../support/browser.js';
import { clicked } from './browsing.js';
import { loggedOf, newFile } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

const AUDITOR = 'socialforvaltningen.granskare';

let world: WebWorld;
let browser: Browser;
let [file, hidden] = ['', ''];
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  [file, hidden] = [await newFile(world), await newFile(world)];
  for (const [of, type, data] of [
    [file, 'note', { note: 'Ringde' }],
    [hidden, 'setProtection', { kind: 'sekretessmarkering' }],
  ] as const) {
    const visitor = await world.signedIn('farsta.handlaggare');
    const sent = await visitor.send('POST', `/api/v1/files/${of}/events`, JSON.stringify({ type, data }), {
      ...{ 'content-type': 'application/json', 'x-husrum-token': await visitor.token() },
      'idempotency-key': type,
    });
    if (sent.status !== 200) throw new Error(sent.text);
  }
  await world.runtime.checkpoints.make();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Whoever reads a case without handling it is asked why, once for each case and day. */
async function said(tried: Tried): Promise<void> {
  await tried.page.waitForLoadState('domcontentloaded');
  const reason = tried.page.getByRole('button', { name: 'Öppna ärendet' });
  if (!(await reason.isVisible())) return;
  await tried.page.getByRole('radio').first().check();
  await reason.click();
}

it('an auditor begins with the chains, a sample and what to examine, and has each errand within its clicks', async () => {
  const tried = await Tried.as(browser, world.url, AUDITOR);
  const { page } = tried;
  const press = (name: string) => clicked(page.getByRole('button', { name, exact: true }));
  await page.goto(world.url);
  await press('Kontrollera alla kedjor');
  expect(await page.locator('section', { has: page.locator('#chains') }).innerText()).toMatch(
    /händelser och \d+ poster i åtkomstloggen hänger ihop/,
  );

  await press('Dra stickprov');
  expect(await tried.title()).toMatch(/^Stickprov \d+$/);
  const sample = await page.locator('main').innerText();
  expect([sample.includes(file), sample.includes(hidden)]).toEqual([true, false]);

  await page.goto(world.url);
  await page.getByLabel('Ärendets eller händelsens nummer').fill(`${file}:1`);
  await press('Visa kedja och bevis');
  await said(tried);
  await page.goto(`${world.url}/files/${file}/proof/1`);
  const proof = await page.locator('pre').innerText();
  expect(checkProof(proof)).toBeNull();

  await page.goto(world.url);
  await page.getByLabel('Ärendets eller händelsens nummer').fill(file);
  await press('Visa kedja och bevis');
  await press('Kontrollera kedjan');
  expect(await page.getByRole('status').innerText()).toMatch(/Allt stämmer: \d+ händelser/);
  await press('Ta ut som fil');
  expect(await page.getByRole('alert').innerText()).toContain('Välj varför');
  await page.getByLabel('Granskning eller tillsyn').check();
  const [download] = await Promise.all([page.waitForEvent('download'), press('Ta ut som fil')]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^bevis-${file}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
  const evidence = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    purpose: string;
    events: unknown[];
    proof: object;
  };
  expect([evidence.purpose, evidence.events.length > 2]).toEqual(['audit', true]);
  expect(checkProof(JSON.stringify(evidence.proof))).toBeNull();

  await page.goto(`${world.url}/files/${file}/as-of`);
  await page.getByLabel('Som det stod den').fill('2021-02-30');
  await press('Visa');
  expect(await page.getByRole('alert').innerText()).toContain('Skriv en dag som finns');
  await page.getByLabel('Som det stod den').fill('2020-01-01');
  await press('Visa');
  expect(await page.locator('main').innerText()).toContain('Ärendet fanns inte då');
  await page.goto(`${world.url}/files/${file}/as-of`);
  expect(await page.locator('main').innerText()).toContain('Utkast');

  await page.goto(world.url);
  await page.getByRole('link', { name: 'Undantag och beslut av två personer' }).click();
  for (const name of ['Uppföljningar som inte är gjorda', 'Uppföljningar där barnen inte hördes']) {
    await page.goto(world.url);
    await page.getByRole('link', { name }).click();
    expect([name, await tried.title()]).toEqual([name, expect.not.stringMatching(/Finns inte|går inte/)]);
  }
  expect(await tried.close()).toEqual([]);
  expect(await loggedOf(world, AUDITOR)).toEqual(
    expect.arrayContaining(['chains', 'sample', 'proof', 'chain', 'evidence', 'file-as-of', 'trail']),
  );
}, 120_000);

it('a system administrator begins with how the system stands', async () => {
  const tried = await Tried.as(browser, world.url, 'system.forvaltare');
  await tried.page.goto(world.url);
  const sheet = await tried.page.locator('main').innerText();
  expect(sheet).toMatch(/Uttag som fil, 30 dagar\s+\d/);
  expect(sheet).toContain('Remiss 1');
  expect(await tried.close()).toEqual([]);
});

it('what is the auditor’s is nobody else’s, and a protected family is not theirs', async () => {
  const farsta = await world.signedIn('farsta.handlaggare');
  expect((await farsta.get(`/files/${file}/evidence`)).status).toBe(403);
  expect((await farsta.get('/audit/two-persons')).status).toBe(403);
  expect((await farsta.form('/audit/samples')).status).toBe(403);
  expect((await farsta.form('/audit/chains')).status).toBe(403);
  const auditor = await world.signedIn(AUDITOR);
  for (const part of ['evidence', 'as-of', 'proof/1'])
    expect([part, (await auditor.get(`/files/${hidden}/${part}`)).status]).toEqual([part, 404]);
});

it('a sample can be drawn again by its seed, rule and number', async () => {
  const auditor = await world.signedIn(AUDITOR);
  for (let times = 0; times < 2; times++)
    await auditor.form('/audit/samples', { seed: 'granskning-7', rule: 'open', size: '5' });
  const { rows } = await world.owner.query<{ files: string[]; seed: string; size: number; rule: string }>(
    'select files, seed, size, rule from audit_sample order by id desc limit 2',
  );
  expect(rows[0]).toMatchObject({ seed: 'granskning-7', rule: 'open', size: 5 });
  expect(rows[1]?.files).toEqual(rows[0]?.files);
  await expect(world.runtime.pool.query("update audit_sample set seed = 'x'")).rejects.toMatchObject({
    code: '42501',
  });
});
