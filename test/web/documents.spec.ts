import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { pdfOf } from '../support/pdf.js';
import { loggedOf, newFile } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
let file: string;
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  file = await newFile(world);
  await taken('events', { type: 'assign', data: { handler: 'farsta.handlaggare' } });
  const data = { ground: 'consent', note: '<b>Ring</b> på kvällar' };
  await taken('processes/1/events', { type: 'submit', data });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function taken(where: string, step: { readonly type: string; readonly data: object }): Promise<void> {
  const visitor = await world.signedIn('farsta.handlaggare');
  const sent = await visitor.send('POST', `/api/v1/files/${file}/${where}`, JSON.stringify(step), {
    'content-type': 'application/json',
    'x-husrum-token': await visitor.token(),
    'idempotency-key': step.type,
  });
  if (sent.status !== 200) throw new Error(sent.text);
}

describe('the documents of a case', () => {
  it('are a list, each a page and a PDF', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const { page } = tried;
    await page.goto(`${world.url}/files/${file}/documents`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await tried.faults('documents')).toEqual([]);
    await page.getByRole('link', { name: 'Uppgifter som lämnades ut till SHIS', exact: true }).click();
    expect(await tried.title()).toBe('Uppgifter som lämnades ut till SHIS');
    const letter = await page.locator('article').innerText();
    expect(letter).toContain('familjens samtycke');
    expect(letter).toContain('<b>Ring</b> på kvällar');
    expect(await tried.faults('document')).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta som PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`uppgifter-som-lamnades-ut-till-shis-${file}-4.pdf`);
    const pdf = await pdfOf(await readFile(await download.path()));
    expect(pdf).toMatchObject({ isMarked: true, language: 'sv-SE', pages: 1 });
    expect(pdf.text).toContain('familjens samtycke');

    expect((await loggedOf(world, 'farsta.handlaggare')).slice(0, 3)).toEqual([
      ...['document', 'document', 'documents'],
    ]);
    expect(await tried.close()).toEqual([]);
  });

  it('are not there for another district', async () => {
    const visitor = await world.signedIn('skarholmen.handlaggare');
    for (const part of ['documents', 'documents/4.disclosure', 'documents/4.disclosure.pdf'])
      expect((await visitor.get(`/files/${file}/${part}`)).status).toBe(404);
  });
});
