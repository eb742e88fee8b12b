import type { Browser } from 'playwright-core';
import { addMonths } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { child, facilityFlat, household } from '../support/cast.js';
import { beside, People } from './errand.js';
import { Letting } from './letting.js';
import { findReviews, readBy } from './readings.js';
import { WebWorld } from './web-world.js';

const UNIT = 'boendeenheten.handlaggare';
const AGENCY = 'formedlingen.handlaggare';
const MANAGER = 'farsta.ledare';

let browser: Browser;
let world: WebWorld;
/** By the keyboard alone, with scripts; and by the mouse, without any. */
let keys: People;
let mouse: People;
const today = () => dayOf(world.runtime.clock.now());
let letting: Letting;
const named = (name: string) => ({
  members: [
    { ref: 'one', name, born: '1985-04-01', gender: 'woman', adult: true },
    child('child-1', '2015-03-01'),
  ],
});

beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  letting = new Letting(world);
  for (const [login, role] of [
    [MANAGER, 'manager'],
    ['farsta.ny', 'caseworker'],
  ] as const)
    await world.put('person', { login, name: login, organisation: 'farsta', role });
  for (const name of ['Ett Testsson', 'Två Testsson']) {
    const { file } = await letting.queued(named(name));
    await letting.farsta.event(file, 'assign', { handler: 'farsta.handlaggare' });
    const elsewhere = { household: household({ district: 'skarholmen' }) };
    const draft = await letting.as('skarholmen.handlaggare').open('referral', elsewhere);
    await readBy(world, 'shis.kollega', draft.file);
  }
  await letting.flat(facilityFlat('91', 2));
  await findReviews(world);
  keys = new People(browser, world.url, { way: 'keyboard', javaScriptEnabled: true });
  mouse = new People(browser, world.url, { way: 'mouse', javaScriptEnabled: false });
}, 90_000);
afterAll(async () => {
  await Promise.all([keys.leave(), mouse.leave()]);
  await browser.close();
  await world.close();
});

it('a manager of a district sees who has what, hands two families to a colleague, and takes it back', async () => {
  const whose = /^farsta\.handlaggare, Öppna ärenden: 2$/;
  await keys.all([
    [MANAGER, ['see who has what', 1], [whose], 'Handläggare: farsta.handlaggare'],
    [
      MANAGER,
      ['hand two families on', 6],
      [
        whose,
        (hands) => hands.tick('Välj Ett Testsson'),
        (hands) => hands.tick('Välj Två Testsson'),
        { 'Tilldela de valda till': 'farsta.ny' },
        'Förhandsgranska',
        'Tilldela 2 ärenden',
      ],
      '2 ärenden är tilldelade farsta.ny.',
    ],
    [
      MANAGER,
      ['hand them on, and take it back', 7],
      [
        /^farsta\.ny, Öppna ärenden: 2$/,
        (hands) => hands.tick('Välj Ett Testsson'),
        (hands) => hands.tick('Välj Två Testsson'),
        { 'Tilldela de valda till': 'farsta.handlaggare' },
        'Förhandsgranska',
        'Tilldela 2 ärenden',
        'Ångra',
      ],
      'Tilldelningen är ångrad.',
    ],
    [MANAGER, ['see that nothing else changed', 1], [/^farsta\.ny, Öppna ärenden: 2$/], 'Två Testsson'],
  ]);
}, 120_000);

it('a manager at SHIS reviews a reading, and takes a flat out of service and in again', async () => {
  const chef = 'shis.chef';
  await mouse.all([
    [
      chef,
      ['review a read of a colleague', 2],
      ['Granska nästa läsning', 'Förklarad av läsaren'],
      /antecknat/,
    ],
    [chef, ['take a flat out of service', 3], ['Tallåsen 91', 'Ta ur bruk', 'Brand'], 'Ur bruk'],
    [chef, ['put it in service', 4], ['Lägenheter', 'Tallåsen 91', 'Ta i bruk'], 'Ledig'],
    [chef, ['see the five-year limit', 1], ['Femårsgränsen'], 'Femårsgränsen'],
  ]);
}, 120_000);

describe('a home with support, from the application to the first follow-up', () => {
  it(
    'is applied for and granted by the housing unit, and a flat requested',
    () =>
      keys.all([
        [
          UNIT,
          ['apply', 10],
          [
            'Ansökan om försöks- eller träningslägenhet',
            { Hushållstyp: 'Ensamstående kvinna' },
            ['Folkbokförd i Stockholm sedan', '2013-05-01'],
            { 'Saknar tryggt boende': 'Ja' },
            { 'Bor nu': 'Vandrarhem' },
            { Nyanländ: 'Nej' },
            { 'Stadsdelsnämnd eller enhet': 'Boendeenheten' },
            ['Namn', 'Sara Testsson', 'Person 1'],
            ['Född', '1985-04-01', 'Person 1'],
            { Kön: 'kvinna' },
            { 'Är vuxen': 'Ja' },
            { 'Lägenhet för': 'träning' },
            'Spara',
          ],
          'Ansökt',
        ],
        [UNIT, ['grant', 2], [beside('Bevilja'), ['Beslut', 'Beviljas ett år.'], 'Bevilja'], 'Beviljad'],
        [
          UNIT,
          ['request a flat', 2],
          [beside('Begär lägenhet'), 'Begär lägenhet'],
          'Begärd, väntar på förslag',
        ],
      ]),
    120_000,
  );

  it(
    'is proposed a flat by the agency',
    () =>
      mouse.all([
        [
          AGENCY,
          ['add a flat', 4],
          [
            'Lägg upp en lägenhet',
            { 'Kommer från': 'Bostadsförmedlingen' },
            { Bostadsbolag: 'Stockholmshem' },
            ['Lägenhetsnummer', '77'],
            ['Antal rum', '1'],
            ['Hyra', '7000'],
            'Spara',
          ],
          'Föreslagen',
        ],
        [
          AGENCY,
          ['propose a flat', 3],
          [
            beside('Registrera föreslagen lägenhet'),
            { Lägenhet: 'Stockholmshem 77' },
            'Registrera föreslagen lägenhet',
          ],
          'Förslag att ta ställning till',
        ],
      ]),
    120_000,
  );

  it('is leased and sublet, and followed up', async () => {
    await keys.all([
      [
        UNIT,
        ['offer it', 3],
        [beside('Erbjud lägenheten'), { Lägenhet: 'Stockholmshem 77' }, 'Erbjud lägenheten'],
        'Erbjuden',
      ],
      [UNIT, ['register a yes', 2], [beside('Tackar ja'), 'Tackar ja'], 'Tackat ja'],
      [
        UNIT,
        ['sign the first-hand lease', 3],
        [
          beside('Registrera förstahandskontrakt'),
          ['Kontrakt skrivet', today()],
          ['Kontraktet börjar', today()],
          { 'Hyresgäst i första hand': 'Boendeenheten' },
          'Registrera förstahandskontrakt',
        ],
        'Hyrd av nämnden',
      ],
      [
        UNIT,
        ['sublet', 2],
        [
          beside('Hyr ut i andra hand'),
          ['Från och med', today()],
          ['Till och med', addMonths(today(), 12)],
          ['Hyra', '7000'],
          'Hyr ut i andra hand',
        ],
        'Uthyrd i andra hand',
      ],
    ]);
    await letting.on(addMonths(today(), 12));
    await keys.all([
      [UNIT, ['follow up', 3], [/^Sara Testsson$/, 'Registrera uppföljning', 'Hembesök'], 'Klart.'],
    ]);
  }, 120_000);
});
