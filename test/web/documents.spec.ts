import { randomUUID } from 'node:crypto';
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

/** Takes a step, or corrects one; gives the number of its event. */
async function taken(where: string, step: object): Promise<string> {
  const visitor = await world.signedIn('farsta.handlaggare');
  const sent = await visitor.send('POST', `/api/v1/files/${file}/${where}`, JSON.stringify(step), {
    'content-type': 'application/json',
    'x-husrum-token': await visitor.token(),
    'idempotency-key': randomUUID(),
  });
  if (sent.status !== 200) throw new Error(sent.text);
  const { step: done } = JSON.parse(sent.text) as { readonly step: { readonly event: string } };
  return done.event.split(':')[1] as string;
}

describe('the documents of a case', () => {
  it('are a list, each a page and a PDF', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const { page } = tried;
    await page.goto(`${world.url}/files/${file}/documents`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'Uppgifter som lämnades ut till SHIS', exact: true }).click();
    expect(await tried.title()).toBe('Uppgifter som lämnades ut till SHIS');
    const letter = await page.locator('article').innerText();
    expect(letter).toContain('familjens samtycke');
    expect(letter).toMatch(/Från .*, Farsta/);
    expect(letter).toContain('<b>Ring</b> på kvällar');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta som PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`uppgifter-som-lamnades-ut-till-shis-${file}-4.pdf`);
    const pdf = await pdfOf(await readFile(await download.path()));
    expect(pdf).toMatchObject({ isMarked: true, language: 'sv-SE', pages: 1 });
    expect(pdf.text).toContain('familjens samtycke');
    expect(pdf.text).toMatch(/Från .*, Farsta/);

    expect((await loggedOf(world, 'farsta.handlaggare')).slice(0, 3)).toEqual([
      ...['document', 'document', 'documents'],
    ]);
    expect(await tried.close()).toEqual([]);
  });

  it('can be attached without a script; what was typed stays when the file is not taken', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare', { javaScriptEnabled: false });
    const { page } = tried;
    await page.goto(`${world.url}/files/${file}`);
    await page.getByRole('link', { name: 'Handlingar' }).first().click();
    const form = page.locator('section', { has: page.getByRole('heading', { name: 'Bifoga en handling' }) });
    await form.getByLabel('Vad det är').fill('Intyg från skolan');
    await form.getByLabel('Beskrivning').fill('Undertecknat av <b>rektor</b>');
    await form.getByLabel('Alla som får läsa om hushållet').check();
    const attach = async (content: Buffer) => {
      const sent = { name: 'Testsson.pdf', mimeType: 'application/pdf', buffer: content };
      await form.getByLabel('Fil').setInputFiles(sent);
      await form.getByRole('button', { name: 'Bifoga' }).click();
    };
    await attach(Buffer.from('MZ\u0000\u0001'));
    expect(await page.getByRole('alert').innerText()).toContain('Spara den som PDF');
    await attach(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(await page.getByRole('alert').innerText()).toContain('större än 10 MB');
    expect(await form.getByLabel('Vad det är').inputValue()).toBe('Intyg från skolan');
    await attach(Buffer.from('%PDF-1.7'));
    expect(page.url()).toContain('#attached');
    const row = page.getByRole('row', { name: 'Intyg från skolan' });
    expect(await row.innerText()).toContain('Undertecknat av <b>rektor</b>');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Intyg från skolan' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^bilaga-${file}-\\d+\\.pdf$`));
    expect(await readFile(await download.path(), 'utf8')).toBe('%PDF-1.7');
    expect(await tried.close()).toEqual([]);
  });

  it('are attached from a form that has no fault, and by nobody from another page', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    await tried.page.goto(`${world.url}/files/${file}/documents`);
    await tried.page.getByRole('button', { name: 'Bifoga' }).click();
    expect(await tried.page.getByRole('alert').innerText()).toContain('Välj en fil');
    expect(await tried.close()).toEqual([]);
    const visitor = await world.signedIn('farsta.handlaggare');
    const form = new FormData();
    form.set('file', new File(['x'], 'x.txt'));
    form.set('key', 'k');
    form.set('readers', 'own');
    const jar = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = await fetch(`${world.url}/files/${file}/attachments`, {
      ...{ method: 'POST', body: form, headers: { cookie: jar } },
    });
    expect(sent.status).toBe(403);
  });

  it('and its log is a PDF, whole and logged', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    const jar = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const got = await fetch(`${world.url}/files/${file}/log.pdf`, { headers: { cookie: jar } });
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="log-${file}.pdf"`);
    const pdf = await pdfOf(Buffer.from(await got.arrayBuffer()));
    expect(pdf).toMatchObject({ isMarked: true, language: 'sv-SE', title: `Händelselogg, ${file}` });
    expect(pdf.roles.join(' ')).toMatch(/^Document P P? ?H1 H2 (P )+/);
    for (const told of ['En remiss påbörjades', 'Remiss: från Utkast till Granskas av SHIS', 'nr 1'])
      expect(pdf.text).toContain(told);
    expect((await loggedOf(world, 'farsta.handlaggare'))[0]).toBe('trail');
  });

  it('are not there for another district', async () => {
    const visitor = await world.signedIn('skarholmen.handlaggare');
    for (const part of ['log.pdf', 'documents', 'documents/4.disclosure', 'documents/4.disclosure.pdf'])
      expect((await visitor.get(`/files/${file}/${part}`)).status).toBe(404);
  });

  it('stand on the page of the case with ground and day, until the family takes its consent back', async () => {
    const [farsta, shis] = [
      await world.signedIn('farsta.handlaggare'),
      await world.signedIn('shis.handlaggare'),
    ];
    const told = async (visitor: typeof farsta) =>
      /<section[^>]*aria-labelledby="disclosed".*?<\/section>/s.exec(
        (await visitor.get(`/files/${file}`)).text,
      )?.[0];
    const paper = `/files/${file}/documents/4.disclosure`;
    for (const visitor of [farsta, shis]) {
      expect(await told(visitor)).toMatch(/<time datetime="[\d-]{10}">.*med stöd av familjens samtycke/s);
      expect([await told(visitor), (await visitor.get(paper)).status]).toEqual([
        expect.stringContaining(paper),
        200,
      ]);
    }
    const { text } = await farsta.get(`/files/${file}/steps/1.withdrawConsent`);
    expect(text).toMatch(/Det SHIS ser<.*vilka familjen är.*att ärendet finns, men inte vilka familjen är/s);
    await taken('processes/1/events', { type: 'withdrawConsent', data: {} });
    for (const visitor of [farsta, shis])
      expect(await told(visitor)).toContain('Familjen tog tillbaka sitt samtycke.');
    expect([await told(shis), (await shis.get(paper)).status]).toEqual([
      expect.not.stringContaining(paper),
      404,
    ]);
    expect((await shis.get(`/files/${file}`)).text).not.toContain('Testsson');

    const seq = await taken('processes/1/events', { type: 'disclose', data: { ground: 'consent' } });
    await taken(`events/${seq}/correction`, {
      ...{ replacement: { data: { ground: 'statute' } }, reason: 'Fel grund' },
    });
    expect((await told(farsta))?.replaceAll(/<[^>]+>/g, '')).toMatch(
      /Nu: \S+ med stöd av en bestämmelse i lag\. Grunden är rättad; först stod familjens samtycke\..*Tidigare: .*tog tillbaka.*Tidigare: /s,
    );
  });
});
