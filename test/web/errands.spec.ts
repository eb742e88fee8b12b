import type { Browser } from 'playwright-core';
import { addDays, addMonths } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import { openBrowser } from '../support/browser.js';
import { agencyFlat, facilityFlat, household } from '../support/cast.js';
import { People, type Errand } from './errand.js';
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

/** The way to a step's form beside a row of a list. */
const beside = (step: string): RegExp => new RegExp(`^${step}, `);

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
    people = new People(browser, world.url, mode.way, mode.javaScriptEnabled);
    await world.put('person', {
      login: 'farsta.ny',
      name: 'Nya',
      organisation: 'farsta',
      role: 'caseworker',
    });
    letting = new Letting(world);
    const plain = household() as { members: object[] };
    const members = plain.members.map((one, at) =>
      at === 0 ? { ...one, name: `${mode.name} Testsson` } : one,
    );
    const draft = await letting.farsta.open('referral', { household: { ...plain, members } });
    file = draft.file;
    await letting.farsta.event(file, 'assign', { handler: 'farsta.ny' });
    await letting.flat(facilityFlat(`${mode.way}-1`, 1));
  });
  afterAll(async () => {
    const complaints = await people.leave();
    await world.close();
    expect(complaints).toEqual([]);
  });

  it(
    'is referred, supplements, and stands in the queue',
    () =>
      all(
        [
          C,
          'take over a colleague’s case',
          2,
          ['Alla ärenden', new RegExp(`^Ta över ${mode.name}`)],
          /tilldelat/,
        ],
        [C, 'read a case', 1, [family], family],
        [
          C,
          'submit the referral',
          4,
          [
            family,
            'Skicka remissen till SHIS',
            { 'lämnas ut': 'familjens samtycke' },
            'Skicka remissen till SHIS',
          ],
          'Granskas av SHIS',
        ],
        [
          S,
          'say why, once a day',
          3,
          [family, { Skäl: 'Hjälper handläggaren med ärendet' }, 'Öppna ärendet'],
          family,
        ],
        [
          S,
          'ask for a supplement',
          3,
          [family, 'Be om komplettering', ['Vad behöver', 'Intyg'], 'Be om komplettering'],
          'Väntar på komplettering',
        ],
        [C, 'supply', 3, [beside('Skicka kompletteringen'), 'Skicka kompletteringen'], 'Granskas av SHIS'],
        [S, 'answer a referral', 3, [family, 'Ställ i kö', 'Ställ i kö'], 'I kö'],
      ),
    170_000,
  );

  it('is sought a flat for: in the own stock, then from the agency', async () => {
    const agency = letting.as(A);
    await agency.open('dwelling', agencyFlat(`${mode.way}-2`, 2));
    await agency.open('dwelling', agencyFlat(`${mode.way}-3`, 2));
    await all(
      [S, 'own-stock search', 2, [beside('Sök i egna anläggningar'), 'Sök i egna anläggningar'], 'I kö'],
      [
        S,
        'request to the agency',
        2,
        [beside('Begär lägenhet av Bostadsförmedlingen'), 'Begär lägenhet av Bostadsförmedlingen'],
        'Begärd, väntar på förslag',
      ],
      [
        A,
        'propose a flat',
        3,
        [
          beside('Registrera föreslagen lägenhet'),
          { Lägenhet: `Stockholmshem ${mode.way}-2` },
          'Registrera föreslagen lägenhet',
        ],
        'Förslag att ta ställning till',
      ],
      [
        S,
        'decline a proposal',
        3,
        [beside('Avböj lägenheten'), { Skäl: 'Läget' }, 'Avböj lägenheten'],
        'Begärd, väntar på förslag',
      ],
      [
        A,
        'propose another',
        3,
        [
          beside('Registrera föreslagen lägenhet'),
          { Lägenhet: `Stockholmshem ${mode.way}-3` },
          'Registrera föreslagen lägenhet',
        ],
        'Förslag att ta ställning till',
      ],
      [S, 'accept a proposal', 2, [beside('Godta lägenheten'), 'Godta lägenheten'], 'Klar'],
    );
  }, 170_000);

  it('is offered it, says no and then yes, and signs', async () => {
    const matching = [/famil(j|jer)$/, /^Erbjud /, 'Erbjud lägenheten'];
    await all(
      [S, 'make an offer from the match', 3, matching, 'Har ett erbjudande'],
      [
        C,
        'the family’s answer',
        3,
        [beside('Tackar nej'), { Skäl: 'Läget passar inte' }, 'Tackar nej'],
        'I kö',
      ],
    );
    await letting.flat(facilityFlat(`${mode.way}-4`, 2));
    await all(
      [S, 'make another offer', 3, matching, 'Har ett erbjudande'],
      [S, 'register an answer', 2, [beside('Tackar ja'), 'Tackar ja'], 'Har tackat ja'],
      [
        S,
        'sign',
        3,
        [
          family,
          'Registrera kontrakt',
          ['Kontrakt skrivet', today()],
          ['Kontraktet börjar', today()],
          ['Kontraktet slutar', addMonths(today(), 60)],
          'Registrera kontrakt',
        ],
        'Kontrakt skrivet',
      ],
    );
  }, 170_000);

  it('moves in, is followed up, and moves out; the flat is ready again', async () => {
    await letting.on(addDays(today(), 1));
    await letting.shis.event({ file, process: await letting.numberOf(file, 'tenancy') }, 'recordMoveIn', {
      on: today(),
    });
    await all(
      [C, 'write a note', 2, [family, ['Skriv en anteckning', 'Ringde.'], 'Spara anteckningen'], 'Klart.'],
      [C, 'whose turn it is', 1, [family], 'Ingen behöver göra något nu'],
      [
        C,
        'change the household',
        3,
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
      'record a follow-up, with an answer for each question',
      3 + 2,
      [
        beside('Registrera uppföljning'),
        ['Uppföljningen hölls', today()],
        { Hur: 'Hembesök' },
        { 'söker själv': 'Ja' },
        { 'fått komma till tals': 'Ja' },
        'Registrera uppföljning',
      ],
      'Klart.',
    ]);
    await letting.on(addMonths(today(), 38));
    await all(
      [
        C,
        'write an exit plan',
        3,
        [beside('Skriv utflyttningsplan'), ['Plan för', 'Egen bostad.'], 'Skriv utflyttningsplan'],
        'Klart.',
      ],
      [
        S,
        'say why, on another day',
        3,
        [family, { Skäl: 'Hjälper handläggaren med ärendet' }, 'Öppna ärendet'],
        family,
      ],
      [
        S,
        'end the tenancy, shown before it is done',
        5,
        [
          family,
          'Avsluta boendet',
          { 'Vart flyttade': 'Eget förstahandskontrakt' },
          ['Sista dag i lägenheten', today()],
          /^Avsluta boendet/,
          'Avsluta boendet',
        ],
        'Avslutat',
      ],
    );
    await letting.on(addDays(today(), 1));
    await all(
      [S, 'the flat is ready', 2, [new RegExp(`${mode.way}-4`), 'Klar att hyra ut'], 'Ledig'],
      [
        S,
        'take a flat out of service, shown before it is done',
        5,
        [new RegExp(`${mode.way}-4`), 'Ta ur bruk', { Skäl: 'Vattenskada' }, /^Ta ur bruk/, 'Ta ur bruk'],
        'Ur bruk',
      ],
    );
  }, 170_000);
});
