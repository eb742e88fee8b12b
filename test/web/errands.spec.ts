import type { Browser } from 'playwright-core';
import { addDays, addMonths } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { errandsOf } from './errand-table.js';
import { beside, People, type Errand, type What } from './errand.js';
import type { Deed } from './hands.js';
import { Letting } from './letting.js';
import { WebWorld } from './web-world.js';

const C = 'farsta.handlaggare';
const S = 'shis.handlaggare';
const A = 'formedlingen.handlaggare';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 90_000);
afterAll(() => browser.close());

describe.each([
  { way: 'mouse', name: 'Mus', javaScriptEnabled: true },
  { way: 'keyboard', name: 'Knapp', javaScriptEnabled: false },
] as const)('a family from referral to move-out, by $way, JavaScript $javaScriptEnabled', (mode) => {
  const family = new RegExp(`${mode.name} Testsson`);
  const today = () => dayOf(world.runtime.clock.now());
  let world: WebWorld;
  let letting: Letting;
  let file = '';
  let people: People;
  const all = (...errands: readonly Errand[]) => people.all(errands);

  beforeAll(async () => {
    world = await WebWorld.open();
    people = new People(browser, world.url, mode);
    await world.put('person', {
      login: 'farsta.ny',
      name: 'Nya',
      organisation: 'farsta',
      role: 'caseworker',
    });
    letting = new Letting(world);
    await letting.flat(facilityFlat(`${mode.way}-1`, 1));
  });
  afterAll(async () => {
    await people.leave();
    await world.close();
  });

  it('is referred, supplements, and stands in the queue', async () => {
    await all([
      C,
      'C: new referral to submit',
      [
        'Ny remiss',
        ['Namn', `${mode.name} Testsson`, 'Person 1'],
        ['Personnummer', '19850401-9806', 'Person 1'],
        ['Namn', 'Barn Testsson', 'Person 2'],
        ['Personnummer', '20150203-9819', 'Person 2'],
        'Spara och fortsätt',
        { 'Bor nu': 'Hotellrum' },
        ['Utan tryggt boende sedan', '2018-02-01'],
        ['Folkbokförd i Stockholm sedan', '2013-05-01'],
        'Spara och kontrollera',
        'Skicka remissen till SHIS',
      ],
      'Granskas av SHIS',
    ]);
    file = /files\/([0-9a-z]{11})/.exec((await people.pageOf(C)).url())?.[1] ?? '';
    await letting.farsta.event(file, 'assign', { handler: 'farsta.ny' });
    await all(
      [
        C,
        'C: take over a colleague’s case',
        ['Alla ärenden', new RegExp(`^Ta över ${mode.name}`)],
        /tilldelat/,
      ],
      [C, 'C: read a case', [family], family],
      [
        S,
        'S: ask for a supplement',
        [family, 'Be om komplettering', ['Vad behöver', 'Intyg'], 'Be om komplettering'],
        'Väntar på komplettering',
      ],
      [C, 'C: supply', [beside('Skicka kompletteringen'), 'Skicka kompletteringen'], 'Granskas av SHIS'],
      [S, 'S: answer a referral', [family, 'Ställ i kö', 'Ställ i kö'], 'I kö'],
      [
        C,
        'C: see the place in the queue and whose turn it is',
        [family],
        new RegExp(`Tur.*SHIS.*Ködatum.*${today()}`, 's'),
      ],
    );
  }, 170_000);

  it('is sought a flat for: in the own stock, then from the agency', async () => {
    const agency = letting.as(A);
    await agency.open('dwelling', agencyFlat(`${mode.way}-2`, 2));
    await agency.open('dwelling', agencyFlat(`${mode.way}-3`, 2));
    const proposed = (number: string): Deed[] => [
      beside('Registrera föreslagen lägenhet'),
      { Lägenhet: `Stockholmshem ${mode.way}-${number}` },
      'Registrera föreslagen lägenhet',
    ];
    await all(
      [
        S,
        'S: confirm the search of the own stock',
        [beside('Sök i egna anläggningar'), 'Sök i egna anläggningar'],
        'I kö',
      ],
      [
        S,
        'S: request to the agency',
        [beside('Begär lägenhet av Bostadsförmedlingen'), 'Begär lägenhet av Bostadsförmedlingen'],
        'Begärd, väntar på förslag',
      ],
      [A, ['propose a flat', 3], proposed('2'), 'Förslag att ta ställning till'],
      [S, 'S: decline a proposal', [beside('Avböj lägenheten'), 'Läget'], 'Begärd, väntar på förslag'],
      [A, ['propose another', 3], proposed('3'), 'Förslag att ta ställning till'],
      [S, 'S: accept a proposal', [beside('Godta lägenheten'), 'Godta lägenheten'], 'Klar'],
    );
  }, 170_000);

  it('is offered it, says no twice and then yes, and signs', async () => {
    const matching = [/famil(j|jer)$/, /^Erbjud /, 'Erbjud lägenheten'];
    const offered: Errand = [S, 'S: make an offer from the match', matching, 'Har ett erbjudande'];
    const no = (who: string, what: What): Errand => [
      who,
      what,
      [beside('Tackar nej'), 'Läget passar inte'],
      'I kö',
    ];
    await all(offered, no(C, 'C: the family’s answer on an offer'));
    await letting.flat(facilityFlat(`${mode.way}-4`, 2));
    await all(offered, no(S, 'S: register a no'));
    await letting.flat(facilityFlat(`${mode.way}-5`, 2));
    await all(
      offered,
      [S, 'S: register a yes', [beside('Tackar ja'), 'Tackar ja'], 'Har tackat ja'],
      [
        S,
        'S: sign',
        [
          family,
          'Registrera kontrakt',
          ['Kontrakt skrivet', today()],
          ['Kontraktet börjar', today()],
          ['Kontraktet slutar', addMonths(today(), 60)],
          'Registrera kontrakt',
        ],
        'Klart. Kontrakt skrevs',
      ],
    );
  }, 170_000);

  it('moves in, is followed up, and moves out; the flat is ready again', async () => {
    await letting.on(addDays(today(), 1));
    const stay = { file, process: await letting.numberOf(file, 'tenancy') };
    await letting.shis.event(stay, 'recordMoveIn', { on: today() });
    await all(
      [C, 'C: write a note', [family, ['Skriv en anteckning', 'Ringde.'], 'Spara anteckningen'], 'Klart.'],
      [
        C,
        'C: change the household',
        [
          family,
          'Ändra uppgifter om hushållet',
          ['Utan tryggt boende sedan', '2018-01-01'],
          'Ändra uppgifter om hushållet',
        ],
        'Klart.',
      ],
    );
    await letting.on(addMonths(today(), 1));
    await all([
      C,
      'C: record a follow-up',
      [
        beside('Registrera uppföljning'),
        ['Uppföljningen hölls', today()],
        { 'söker själv': 'Ja' },
        ['Hur', 'Ritade hur det är hemma.', 'Barn Testsson'],
        'Hembesök',
      ],
      'Klart.',
    ]);
    await letting.on(addMonths(today(), 38));
    await all([
      C,
      'C: write an exit plan',
      [beside('Skriv utflyttningsplan'), ['Plan för', 'Egen bostad.'], 'Skriv utflyttningsplan'],
      'Klart.',
    ]);
    const notice = { by: 'household', reason: 'own-housing', moveOut: today() };
    await letting.shis.event(stay, 'giveNotice', notice);
    await all([
      S,
      'S: vacated at the end of a stay',
      [beside('Avsluta boendet'), ['Nästa bostad', 'Gatan 1'], 'Eget förstahandskontrakt'],
      'Avslutat',
    ]);
    await letting.on(addDays(today(), 1));
    await all(
      [S, 'S: ready to let', [beside('Klar att hyra ut'), 'Klar att hyra ut'], 'Ledig'],
      [
        S,
        'S: take a flat out of service',
        [new RegExp(`^\\S+ ${mode.way}-5$`), 'Ta ur bruk', 'Vattenskada'],
        'Ur bruk',
      ],
    );
  }, 170_000);

  it('has been done every errand of a caseworker and of SHIS', () =>
    expect([...new Set(people.done)].sort()).toEqual(errandsOf('C', 'S').sort()));
});
