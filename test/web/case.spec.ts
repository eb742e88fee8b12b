import { openBrowser } from '../support/browser.js';
import { loggedOf } from './readings.js';
import { fill, hidden } from './filling.js';
import { Tried } from './tried.js';
import type { Page, Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let farsta: Visitor;
let shis: Visitor;
let neighbour: Visitor;
beforeAll(async () => {
  world = await WebWorld.open();
  farsta = await world.signedIn('farsta.handlaggare');
  shis = await world.signedIn('shis.handlaggare');
  neighbour = await world.signedIn('skarholmen.handlaggare');
}, 60_000);
afterAll(() => world.close());

const member = (n: number, name: string, born: string, adult: 'yes' | 'no') => ({
  [`d.household.members.${n}.name`]: name,
  [`d.household.members.${n}.born`]: born,
  [`d.household.members.${n}.gender`]: 'woman',
  [`d.household.members.${n}.adult`]: adult,
});
const family = {
  'd.household.type': 'single-woman',
  'd.household.registeredSince': '2001-05-06',
  'd.household.insecureSince': '2008-01-01',
  'd.household.insecureHousing': 'yes',
  'd.household.currentHousing': 'hotel',
  'd.household.newlyArrived': 'no',
  'd.household.district': 'farsta',
  ...member(0, 'Tilde Provberg', '1985-02-03', 'yes'),
  ...member(1, 'Ville Provberg', '2009-02-03', 'no'),
};
const mainOf = (text: string): string => /<main.*<\/main>/s.exec(text)?.[0] ?? '';
const fileIn = ({ location }: Page): string => /\/files\/([0-9a-z]{11})/.exec(location)?.[1] ?? '';
const newCase = async (): Promise<string> => fileIn(await fill(farsta, '/new/referral', family));
const sent = async (): Promise<string> => {
  const file = await newCase();
  expect((await fill(farsta, `/files/${file}/steps/1.submit`, { 'd.ground': 'consent' })).status).toBe(303);
  return file;
};
const stating = (who: Visitor, file: string) => who.form(`/files/${file}/purpose`, { reason: 'matching' });

describe('a new referral', () => {
  it('keeps what was typed and says at each field what to do, until it is saved as a draft', async () => {
    const { 'd.household.type': _, ...lacking } = family;
    const again = await fill(farsta, '/new/referral', {
      ...lacking,
      'd.household.members.1.born': '2009-02-30',
    });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Hushållstyp: välj ett svar.');
    expect(again.text).toContain('Person 2, Född: kontrollera år, månad och dag.');
    expect(again.text).toContain('value="Tilde Provberg"');
    const done = await fill(farsta, '/new/referral', family);
    expect(done.location).toMatch(/\/files\/[0-9a-z]{11}\?done=1$/);
  });

  it('offers no district that has ended', async () => {
    const district = { code: 'alvsjo', name: 'Älvsjö', from: '2007-01-01' };
    await world.put('district', district);
    await world.put('district', { ...district, to: '2020-06-30', successor: 'farsta' });
    const { text } = await fill(farsta, '/new/referral', {});
    expect([text.includes('<option value="farsta"'), text.includes('value="alvsjo"')]).toEqual([true, false]);
  });

  it('grows by a person without losing what stands in it', async () => {
    const page = await fill(farsta, '/new/referral', { ...family, do: '', add: 'd.household.members' });
    expect(page.text).toContain('name="d.household.members.2.name"');
    expect(page.text).toContain('value="Ville Provberg"');
  });

  it('is opened once, however often the form is sent', async () => {
    const { text } = await farsta.get('/new/referral');
    const fields = { ...family, key: hidden(text, 'key'), do: 'take' };
    const send = () => farsta.form('/new/referral', fields);
    const [one, other] = [await send(), await send()];
    expect(fileIn(one)).toBe(fileIn(other));
  });

  it('is not for those who do not refer', async () => {
    expect((await shis.get('/new/referral')).status).toBe(404);
    expect((await farsta.get('/new/tenancy')).status).toBe(404);
    expect((await farsta.get('/new/constructor')).status).toBe(404);
  });
});

describe('a case', () => {
  it('tells who, whose turn it is, what can be done, why the rest cannot, and what has happened', async () => {
    const file = await newCase();
    const { text, status } = await farsta.get(`/files/${file}`);
    expect(status).toBe(200);
    for (const said of [
      'Familjen Provberg',
      'Utkast',
      'Skicka remissen till SHIS',
      'Alla andra steg, och vad som krävs för dem',
      'En remiss påbörjades.',
      'Ensamstående kvinna',
      'Vägen genom ärendet',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/<title>[^<]*Provberg/);
  });

  it('is not there for another district, nor its steps, nor its log', async () => {
    const file = await sent();
    for (const path of ['', '/events', '/events/1', '/steps/1.withdraw', '/steps/file.note']) {
      const { status, text } = await neighbour.get(`/files/${file}${path}`);
      expect([path, status]).toEqual([path, 404]);
      const none = await neighbour.get(`/files/00000000000${path}`);
      expect(mainOf(text)).toBe(mainOf(none.text));
    }
  });

  it('asks a reader for whom it does not wait why, and shows it once that is said', async () => {
    const file = await sent();
    const chef = await world.signedIn('shis.chef');
    await fill(chef, `/files/${file}/steps/1.requestSupplement`, { 'd.what': 'Inkomst' });
    expect((await chef.get(`/files/${file}`)).text).toContain('Väntar på komplettering');
    const { text: supply } = await farsta.get(`/files/${file}/steps/1.supply`);
    expect(supply).toMatch(/SHIS bad om komplettering.*Vad behöver kompletteras\?.*Inkomst.*Anteckning/s);
    const asked = await shis.get(`/files/${file}`);
    expect([asked.status, asked.text.includes('Provberg')]).toEqual([403, false]);
    expect(asked.text).toContain('Varför läser du ärendet?');
    expect((await shis.form(`/files/${file}/purpose`, { reason: '' })).status).toBe(422);
    expect((await stating(shis, file)).status).toBe(303);
    expect((await shis.get(`/files/${file}`)).text).toContain('Familjen Provberg');
    expect((await loggedOf(world, 'shis.handlaggare')).slice(0, 2)).toEqual(['file', 'purpose']);
  });

  it('shows of its log what moved it, what somebody did, or its notes alone', async () => {
    const file = await sent();
    await fill(farsta, `/files/${file}/steps/file.note`, { 'd.note': 'Ringde skolan.' });
    const log = async (show: string) => mainOf((await farsta.get(`/files/${file}/events?show=${show}`)).text);
    const [moves, notes] = [await log('moves'), await log('notes')];
    expect([moves.includes('Granskas av SHIS</ins>'), moves.includes('Ringde skolan.')]).toEqual([
      true,
      false,
    ]);
    expect([notes.includes('Ringde skolan.'), notes.includes('</ins>')]).toEqual([true, false]);
    expect((await farsta.get(`/files/${file}/events?show=all-of-it`)).status).toBe(400);
  });

  it('shows each event with what it moved, and a page of its own for it', async () => {
    const file = await sent();
    const { text } = await farsta.get(`/files/${file}/events`);
    expect(text).toContain('<del>Utkast</del> <ins>Granskas av SHIS</ins>');
    expect((await farsta.get(`/files/${file}/events/1`)).text).toContain('En remiss påbörjades.');
    expect((await farsta.get(`/files/${file}/events/999`)).status).toBe(404);
    const before = await farsta.get(`/files/${file}/events?before=1`);
    expect([before.status, before.text.includes('Inga sådana händelser.')]).toEqual([200, true]);
  });

  it('offers to take access back from those who were let in by name, and from nobody else', async () => {
    const file = await newCase();
    const revoke = () => farsta.get(`/files/${file}/steps/file.revokeAccess`);
    expect((await revoke()).text).toContain(
      'Minst en handläggare ska ha fått tillgång till ärendet vid namn.',
    );
    const granted = { 'd.to': 'shis.kollega', do: 'take' };
    expect((await fill(farsta, `/files/${file}/steps/file.grantAccess`, granted)).status).toBe(303);
    const offered = [...(await revoke()).text.matchAll(/<option value="([^"]+)"/g)].map(([, login]) => login);
    expect(offered).toEqual(['shis.kollega']);
  });
});

describe('the form of a step', () => {
  it('shows what falls before it takes something away, and takes it when that is confirmed', async () => {
    const file = await sent();
    const path = `/files/${file}/steps/1.withdraw`;
    const shown = await fill(farsta, path, { 'd.reason': 'own-housing' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Inget är gjort än');
    expect(shown.text).toContain('Avslutad');
    const carried = { key: hidden(shown.text, 'key'), version: hidden(shown.text, 'version') };
    const done = await farsta.form(path, { ...carried, 'd.reason': 'own-housing', do: 'confirm' });
    expect(done.status).toBe(303);
    expect((await farsta.get(done.location)).text).toContain('Klart.');
  });

  it('shows before a referral is sent how each condition stands', async () => {
    const { text } = await farsta.get(`/files/${await newCase()}/steps/1.submit`);
    expect(text.match(/>uppfyllt</g)).toHaveLength(4);
    expect(text).toContain('ärende 1.3.1-600/2021');
  });

  it('shows what another has done meanwhile, keeps what was typed, and is taken when sent again', async () => {
    const file = await newCase();
    const path = `/files/${file}/steps/file.note`;
    const { text } = await farsta.get(path);
    await fill(farsta, `/files/${file}/steps/1.update`, { 'd.rooms': '4' });
    const old = { key: hidden(text, 'key'), version: hidden(text, 'version'), do: 'take' };
    const stale = await farsta.form(path, { ...old, 'd.note': 'Ringde skolan.' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Någon annan har ändrat ärendet');
    expect(stale.text).toContain('Remissen ändrades.');
    expect(stale.text).toMatch(/Antal rum som behövs<\/dt><dd>4/);
    expect(stale.text).toContain('Ringde skolan.');
    const fresh = { ...old, version: hidden(stale.text, 'version'), key: hidden(stale.text, 'key') };
    expect((await farsta.form(path, { ...fresh, 'd.note': 'Ringde skolan.' })).status).toBe(303);
  });

  it('takes the day on which something happened, and says when it is none', async () => {
    const file = await sent();
    const path = `/files/${file}/steps/1.withdraw`;
    for (const day of ['i går', '2021-02-29', '2021-13-01']) {
      const again = await fill(farsta, path, { 'd.reason': 'own-housing', happened: day });
      expect([day, again.status]).toEqual([day, 422]);
    }
  });

  it('keeps what was typed when the session has timed out, for this very case alone', async () => {
    const file = await newCase();
    const other = await newCase();
    const path = `/files/${file}/steps/file.note`;
    const slow = await world.signedIn('farsta.handlaggare');
    const { text } = await slow.get(path);
    const token = hidden(text, 'token');
    await world.later(31);
    const late = await slow.bareForm(path, {
      token,
      key: 'k',
      version: '1',
      do: 'take',
      'd.note': 'Sent men viktigt.',
    });
    expect(late.status).toBe(401);
    await slow.signIn('farsta.handlaggare', path);
    expect((await slow.get(`/files/${other}/steps/file.note`)).text).not.toContain('Sent men viktigt.');
    expect((await slow.get(path)).text).toContain('Sent men viktigt.');
    farsta = await world.signedIn('farsta.handlaggare');
    shis = await world.signedIn('shis.handlaggare');
    neighbour = await world.signedIn('skarholmen.handlaggare');
  });

  it('answers whatever is typed with a page, and never with markup of its own', async () => {
    const file = await newCase();
    const hostile = [
      '<script>alert(1)</script>',
      '" onfocus="x',
      "'; drop table event; --",
      '\u0000',
      '💥'.repeat(900),
      '__proto__',
      '{{7*7}}',
      '-1e308',
    ];
    const names = 'rooms reason to on person.name person.born note __proto__.x constructor'.split(' ');
    for (const one of hostile)
      for (const step of ['1.update', '1.withdraw', 'file.transferDistrict', 'file.memberJoins']) {
        const fields = Object.fromEntries(names.map((name) => [`d.${name}`, one]));
        const page = await fill(farsta, `/files/${file}/steps/${step}`, fields);
        expect([step, one, page.status < 500]).toEqual([step, one, true]);
        expect(page.text).not.toContain('<script>alert');
        expect(page.text).not.toContain('onfocus="x');
      }
  }, 60_000);
});

describe('an emergency', () => {
  it('opens a case for those who do not see it, for a short time, with a reason', async () => {
    const file = await sent();
    expect((await neighbour.form('/emergency', { file: 'x', reason: 'danger', note: '' })).status).toBe(422);
    const urgent = { file, reason: 'danger', note: 'Mamman är på akuten med barnen.' };
    expect((await neighbour.form('/emergency', urgent)).location).toMatch(new RegExp(`/files/${file}$`));
    const { text } = await neighbour.get(`/files/${file}`);
    expect(mainOf(text)).toMatch(/Familjen Provberg.*Nödöppnat för läsning till.*Avsluta nu/s);
    expect(mainOf(text)).toMatch(/Lämnat ut till SHIS.*med stöd av familjens samtycke/s);
    await neighbour.form(`/files/${file}/end-emergency`);
    expect((await neighbour.get(`/files/${file}`)).status).toBe(404);
  });
});

describe('in English', () => {
  it('a fault is told in English, the return key answers no question', async () => {
    const browser = await openBrowser();
    const tried = await Tried.as(browser, world.url, 'shis.handlaggare');
    const file = await sent();
    await fill(shis, `/files/${file}/steps/1.approve`, {});
    await tried.page.goto(`${world.url}/files/${file}/steps/1.close?lang=en`);
    await tried.page.getByText('Did it happen on another day than today?').click();
    await tried.page.locator('#happened').press('Enter');
    expect(await tried.page.locator('.errors').innerText()).toContain('Reason: choose an answer.');
    expect(await tried.close()).toEqual([]);
    await browser.close();
  }, 90_000);
});
