import writeXlsxFile from 'write-excel-file/node';
import type { Browser } from 'playwright-core';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { clicked } from './browsing.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
let year: number;
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  year = Number(dayOf(world.runtime.clock.now()).slice(0, 4)) + 1;
  await world.put('surveyRound', { year: 2019, date: '2019-04-30', families: 364, lastingShare: 60 });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

let tried: Tried;
const press = (name: string | RegExp) => clicked(tried.page.getByRole('button', { name }));
const follow = (name: string) => clicked(tried.page.getByRole('link', { name, exact: true }).first());
const main = () => tried.page.locator('main').innerText();
const rows = () => tried.page.locator('tbody tr').allInnerTexts();

describe('the districts’ forecast of next year', () => {
  afterEach(async () => expect(await tried.close()).toEqual([]));

  it('is handed in by a district for itself in two clicks, without JavaScript; each version is kept', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare', { javaScriptEnabled: false });
    await follow('Inventering av behov');
    expect(await tried.title()).toBe(`Inventering av behov ${year}`);
    expect(await main()).toContain('Inget är inlämnat än.');
    const told = async (numbers: Readonly<Record<string, string>>) => {
      await tried.page.selectOption('#form', 'transitional');
      for (const [id, number] of Object.entries(numbers)) await tried.page.fill(`[id="${id}"]`, number);
      await press('Lämna in');
    };
    await told({ low: '7', high: '10' });
    expect(await tried.page.locator('.toast').innerText()).toBe('Inventeringen är inlämnad.');
    await tried.page.getByText('Fördela på hushållets storlek').click();
    await told({ low: '9', 'low-2-3': '2', 'high-2-3': '4', 'low-4-5': '6', 'high-4-5': '8' });
    expect(await tried.page.locator('.errors').innerText()).toContain('Storlekarna är tillsammans 8–12.');
    await told({ low: '' });
    expect((await rows()).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/Farsta Genomgångsbostäder för barnfamiljer 1 person 0 0 .* Gäller/),
      expect.stringMatching(/Farsta Genomgångsbostäder för barnfamiljer 2–3 personer 2 4 .* Gäller/),
      expect.stringMatching(/Farsta Genomgångsbostäder för barnfamiljer 4–5 personer 6 8 .* Gäller/),
      expect.stringMatching(/Farsta Genomgångsbostäder för barnfamiljer 6 personer eller fler 0 0 .* Gäller/),
      expect.stringMatching(/Farsta Genomgångsbostäder för barnfamiljer Alla storlekar 7 10 .* Ersatt/),
    ]);
  });

  it('says what to do about what is wrong, and keeps what was typed', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.analytiker');
    await follow('Inventering av behov');
    await tried.page.fill('#low', 'sju');
    await tried.page.fill('#high', '3');
    await press('Lämna in');
    expect(await tried.page.locator('.errors li').allInnerTexts()).toEqual([
      'Välj vilken stadsdel eller enhet uppgiften gäller.',
      'Lägst antal hushåll: skriv ett helt tal, 0 eller mer.',
    ]);
    expect(await tried.page.inputValue('#low')).toBe('sju');
    await tried.page.selectOption('#district', 'hemlosa');
    await tried.page.selectOption('#form', 'housing-first');
    await tried.page.fill('#low', '4');
    await press('Lämna in');
    expect(await tried.page.locator('.errors').innerText()).toContain('Det högsta antalet är lägre');
    await tried.page.fill('#high', '5');
    await press('Lämna in');
    expect(await tried.page.locator('.errors').innerText()).toContain('Den boendeformen är inte deras');
  });

  it('is nobody else’s to hand in, nor for another district', async () => {
    tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const send = (district: string) =>
      tried.page.evaluate(async (code) => {
        const token = document.querySelector<HTMLInputElement>('input[name=token]')?.value ?? '';
        const body = new URLSearchParams({
          token,
          district: code,
          form: 'transitional',
          low: '1',
          high: '2',
        });
        return (await fetch('/forecast', { method: 'POST', body })).status;
      }, district);
    await tried.page.goto(`${world.url}/forecast`);
    expect(await send('skarholmen')).toBe(422);
    await tried.close();
    tried = await Tried.as(browser, world.url, 'shis.handlaggare');
    expect((await tried.page.goto(`${world.url}/forecast`))?.status()).toBe(403);
    expect((await tried.page.goto(`${world.url}/survey`))?.status()).toBe(403);
  });
});

/** The lines as a workbook, as somebody has it on their disk. */
async function workbook(lines: string) {
  const data = lines.split('\n').map((line) => line.split('\t').map((value) => ({ value })));
  const buffer = await writeXlsxFile([{ data, sheet: 'Svar' }]).toBuffer();
  return { name: 'Svar 2021.xlsx', mimeType: 'application/octet-stream', buffer };
}

describe('a round of the survey', () => {
  afterEach(async () => expect(await tried.close()).toEqual([]));
  const sheet = [
    'Boende\tNyanländ\tHushållstyp\tOrsak',
    'SHIS, familjer\tnej\tEnsamstående kvinna med barn\tStrukturell',
    'SHIS, familjer\tnej\tEnsamstående kvinna med barn\tStrukturell',
    'Hotellrum\tnej\tPar med barn\tSocial',
    'SHIS, nyanlända\tja\tPar med barn\tVet ej',
  ].join('\n');

  it('is checked and imported from a spreadsheet in three clicks, and is a report then', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.analytiker');
    await follow('Kartläggning');
    await tried.page.fill('#year', '2021');
    await tried.page.fill('#date', '2021-04-30');
    await tried.page.setInputFiles('#file', await workbook(sheet.replace('Hotellrum', 'Slott')));
    await press('Kontrollera');
    expect(await tried.page.locator('.errors').innerText()).toContain('Rad 4: ”Slott” i kolumnen boende.');
    expect(await tried.page.inputValue('#rows')).toBe(sheet.replace('Hotellrum', 'Slott'));
    await tried.page.setInputFiles('#file', await workbook(sheet));
    await press('Kontrollera');
    expect(await tried.title()).toBe('Kontrollera omgången 2021');
    expect((await rows())[0]?.replace(/\s+/g, ' ')).toBe('SHIS, familjer 2 0');
    expect((await rows()).slice(12).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'Summa 3 1',
      '2021, den här 3 67',
      '2019 364 60',
    ]);
    expect(await tried.faults('survey-check')).toEqual([]);
    await press('Läs in 4 svar');
    expect(await tried.page.locator('.toast').innerText()).toBe('Omgången är inläst.');
    expect((await rows()).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      '2021 2021-04-30 4 67',
      '2019 2019-04-30 364 60',
    ]);
    await tried.page.goto(`${world.url}/reports/survey?year=2021`);
    expect(await main()).toContain('67 % av 3 familjer bodde i något mer varaktigt');
    expect(await main()).toContain('Omgången 2019: 60 % i mer varaktigt boende (364 familjer).');
  });

  it('is imported once', async () => {
    tried = await Tried.as(browser, world.url, 'socialforvaltningen.analytiker');
    await follow('Kartläggning');
    await tried.page.fill('#year', '2021');
    await tried.page.fill('#date', '2020-04-30');
    const csv = {
      name: 'svar.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet.replaceAll('\t', ';'), 'latin1'),
    };
    await tried.page.setInputFiles('#file', csv);
    await press('Kontrollera');
    expect(await tried.page.locator('.errors').innerText()).toContain('Omgången har redan svar.');
    expect(await tried.page.locator('.errors').innerText()).toContain('en dag under omgångens år');
    expect(await tried.page.inputValue('#rows')).toBe(sheet);
    await tried.page.setInputFiles('#file', { ...csv, buffer: Buffer.from([0x89, 0x50, 0, 1]) });
    await press('Kontrollera');
    expect(await tried.page.locator('.errors').innerText()).toContain('Spara den som XLSX eller CSV.');
    expect(await tried.page.inputValue('#rows')).toBe(sheet);
  });
});
