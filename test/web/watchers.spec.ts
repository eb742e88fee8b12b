import type { Browser } from 'playwright-core';
import { addDays } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { errandsOf } from './errand-table.js';
import { ONCE_A_DAY, People, purpose } from './errand.js';
import type { Deed } from './hands.js';
import { anIncident, emergencyBy, findReviews, newFile, readBy } from './readings.js';
import { WebWorld } from './web-world.js';

const AUDITOR = 'socialforvaltningen.granskare';
const ANALYST = 'socialforvaltningen.analytiker';
const OFFICER = 'system.forvaltare';

let browser: Browser;
let world: WebWorld;
/** By the keyboard alone, with scripts; and by the mouse, without any. */
let keys: People;
let mouse: People;
const today = () => dayOf(world.runtime.clock.now());
let file = '';

beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  file = await newFile(world);
  await readBy(world, 'shis.handlaggare', file);
  await emergencyBy(world, 'skarholmen.handlaggare', file, 'Barnet var ensamt hemma.');
  await findReviews(world);
  const { tokens, checkpoints, wall } = world.runtime;
  await tokens.create('farsta.handlaggare', 30, wall.now(), { label: 'Provsystem' });
  await checkpoints.make();
  await anIncident(world, file);
  keys = new People(browser, world.url, { way: 'keyboard', javaScriptEnabled: true });
  mouse = new People(browser, world.url, { way: 'mouse', javaScriptEnabled: false });
}, 90_000);
afterAll(async () => {
  await Promise.all([keys.leave(), mouse.leave()]);
  await browser.close();
  await world.close();
});

it('an auditor has each errand within its clicks', async () => {
  const at = (number: string): Deed => ['Ärendets eller händelsens nummer', number];
  const show = 'Visa kedja och bevis';
  await keys.all([
    [AUDITOR, 'A: verify the chain', ['Kontrollera alla kedjor'], /åtkomstloggen hänger ihop/],
    [AUDITOR, 'A: sample of 20', ['Dra stickprov'], file],
    [AUDITOR, ONCE_A_DAY, [at(file), show, ...purpose], 'Ta ut som fil'],
    [
      AUDITOR,
      'A: a case as seen on a date',
      [at(file), show, ['Dag', today()], 'Visa som det stod'],
      new RegExp(`Den ${today()}`),
    ],
    [AUDITOR, 'A: who has read it', [at(file), 'Visa vem som har läst'], 'skarholmen.handlaggare'],
    [AUDITOR, 'A: the proof of an event', [at(`${file}:1`), show], 'Underskrift (Ed25519)'],
    [
      AUDITOR,
      'A: export evidence with a purpose',
      [at(file), show, { Ändamål: 'Granskning eller tillsyn' }, (hands) => hands.take('Ta ut som fil')],
      'Ta ut som fil',
    ],
    [
      AUDITOR,
      'A: a report as known then',
      ['Uppföljningar per stadsdel', ['var känt', addDays(today(), -1)], 'Visa'],
      new RegExp(`Känt den ${addDays(today(), -1)}`),
    ],
    [AUDITOR, 'A: list of exceptions', ['Undantag och beslut av två personer'], /två personer/],
    [AUDITOR, 'A: follow-ups missed', ['Uppföljningar som inte är gjorda'], 'Till rapporten'],
    [AUDITOR, 'A: children not heard', ['Uppföljningar där barnen inte hördes'], 'Till rapporten'],
  ]);
  expect(keys.done).toEqual(errandsOf('A'));
}, 120_000);

it('an analyst has each errand within its clicks; the first fault has the focus', async () => {
  const sheet = ['Hotellrum\tnej\tPar med barn\tSocial', 'Hotellrum\tnej\tPar med barn\tSocial'].join('\n');
  await mouse.all([
    [ANALYST, 'F: table 1 to a date', ['Öppna årsmålet'], new RegExp(`Till och med ${today()}`)],
    [
      ANALYST,
      'F: copy a table with its source line',
      ['Öppna årsmålet', (hands) => hands.unfold('Kopiera med källrad')],
      'Kopiera med källrad',
    ],
    [
      ANALYST,
      'F: compare two cut-offs',
      ['Öppna årsmålet', ['Jämför med, till och med', addDays(today(), -30)], 'Visa'],
      'Två tidpunkter sida vid sida',
    ],
    [ANALYST, 'F: refusals by reason', ['Nej och deras skäl'], 'Så räknas det'],
    [
      ANALYST,
      ['forecast entry with a fault', 3],
      ['Inventering av behov', { 'Stadsdel eller enhet': 'Farsta' }, ['Lägst', 'sju'], 'Lämna in'],
      'Lägst antal hushåll: skriv ett helt tal, 0 eller mer.',
    ],
  ]);
  const page = await mouse.pageOf(ANALYST);
  await page.locator('.errors:focus').waitFor();
  await mouse.all([
    [
      ANALYST,
      'F: forecast entry of a district',
      [
        'Inventering av behov',
        { 'Stadsdel eller enhet': 'Farsta' },
        ['Lägst', '7'],
        ['Högst', '10'],
        'Lämna in',
      ],
      'Inventeringen är inlämnad.',
    ],
    [
      ANALYST,
      'F: survey import and check',
      [
        'Kartläggning',
        ['Omgångens år', '2021'],
        ['Mätdag', '2021-04-30'],
        ['klistra in', sheet],
        'Kontrollera',
        'Läs in 2 svar',
      ],
      'Omgången är inläst.',
    ],
    [
      ANALYST,
      'F: monthly statistics, kept and logged',
      [/^Månadsstatistik \p{L}+ \d{4}$/u, 'Spara rapporten'],
      'Samma bytes.',
    ],
    [ANALYST, 'F: tertial report, kept', [/^(Tertial|Helårs)rapport /, 'Spara rapporten'], 'Samma bytes.'],
    [
      ANALYST,
      'F: draft of an answer to the council',
      [
        'Svar på skrivelse',
        { 'Vad siffrorna ska användas till': 'Svar till nämnden' },
        (hands) => hands.take('Hämta PDF'),
      ],
      'Ta med siffrorna',
    ],
  ]);
  await page.goto(world.url);
  expect(await page.locator('dd', { hasText: 'Sparad, inte antecknad som skickad' }).count()).toBe(2);
  expect(mouse.done).toEqual(errandsOf('F'));
}, 120_000);

it('whoever watches over the system has each errand within its clicks', async () => {
  await world.signedIn('farsta.handlaggare');
  const reviewed = ['Granska nästa läsning', 'Läsningen hörde till arbetet'];
  await mouse.all([
    [OFFICER, 'I: outcome of an emergency access', reviewed, 'Utfallet är antecknat.'],
    [OFFICER, 'I: review a read', reviewed, 'Utfallet är antecknat.'],
    [
      OFFICER,
      'I: end a session',
      ['Inloggningar och nycklar', /^Avsluta inloggningen för farsta\.handlaggare$/],
      'Inloggningar och nycklar',
    ],
    [
      OFFICER,
      'I: take back a token',
      ['Inloggningar och nycklar', 'Återkalla nyckeln Provsystem'],
      'Det finns inga gällande nycklar.',
    ],
    [
      OFFICER,
      'I: user and role',
      [
        'Användare och roller',
        ['Inloggningsnamn', 'farsta.vikarie'],
        ['Namn', 'Vera Vikarie'],
        { Organisation: 'Farsta' },
        { Roll: 'Handläggare' },
        'Registrera',
      ],
      'Vera Vikarie',
    ],
    [
      OFFICER,
      'I: line of delegation with dates',
      [
        'Delegation',
        async (hands) => {
          await hands.page.locator('#decision').selectOption({ index: 1 });
          hands.clicks += 1;
        },
        ['Punkt', '4.2'],
        ['Organisation', 'farsta'],
        { Roll: 'Chef' },
        ['Från och med', addDays(today(), 1)],
        ['Till och med', addDays(today(), 365)],
        'Registrera punkten',
      ],
      'Punkten är registrerad.',
    ],
    [OFFICER, 'I: permission matrix', ['Behörigheter'], 'Bostadsadministratör'],
    [
      OFFICER,
      'I: how the chains and the system stand',
      ['Kontrollera alla kedjor'],
      /åtkomstloggen hänger ihop/,
    ],
    [
      OFFICER,
      ['cover with dates', 4],
      [
        'Vikariat och fler roller',
        ['Vikarie', 'farsta.handlaggare'],
        ['Ersätter', 'farsta.chef'],
        async (hands) => hands.page.locator('#last').fill(addDays(today(), 9)),
        'Se vad det innebär',
        'Registrera vikariatet',
      ],
      'Vikariatet är registrerat.',
    ],
    [
      OFFICER,
      'I: incident on a timer or a message',
      ['Driftläge', 'En tidsfrist kunde inte verkställas'],
      'Ärendet är avslutat.',
    ],
    [OFFICER, 'I: backup and verify status', ['Driftläge'], /Husrum tar inga säkerhetskopior/],
    [
      OFFICER,
      'I: extract of the log for a person',
      ['Åtkomstlogg', ['Kollega', 'skarholmen.handlaggare'], 'Visa loggen'],
      'Nödöppning',
    ],
  ]);
  expect([...mouse.done].filter((one) => one.startsWith('I')).sort()).toEqual(errandsOf('I').sort());
}, 120_000);
