import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { unbroken } from './filling.js';
import { Tried } from './tried.js';
import type { Page, Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let farsta: Visitor;
let colleague: Visitor;
beforeAll(async () => {
  world = await WebWorld.open();
  farsta = await world.signedIn('farsta.handlaggare');
  const kim = { login: 'farsta.kollega', name: 'Kim', organisation: 'farsta', role: 'caseworker' };
  await world.put('person', kim);
  colleague = await world.signedIn('farsta.kollega');
}, 60_000);
afterAll(() => world.close());

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const draftIn = (text: string): string => /\/drafts\/([0-9a-f-]{36})/.exec(text)?.[1] ?? '';

const persons = {
  'd.household.members.0.name': 'Tilde Provberg',
  'd.household.members.0.personNumber': '191212121212',
  'd.household.members.1.name': 'Ville Provberg',
  'd.household.members.1.born': '2015-02-03',
  'd.household.members.1.gender': 'man',
  'd.household.members.1.school': 'Magelungsskolan',
};
/** A day three months ago. */
const lately = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
const home = {
  'd.household.type': 'single-woman',
  'd.household.currentHousing': 'hotel',
  'd.household.insecureSince': '2008-01-01',
  'd.household.registeredSince': '2001-05-06',
  'd.household.district': 'farsta',
};

/** Sends the page of a form as it stands there, with some fields filled in. */
async function keep(
  who: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  as = 'next',
): Promise<Page> {
  const { text } = await who.get(path);
  const own = ['key', 'version', 'page'].map((name) => [name, hidden(text, name)]);
  return who.form(path, { ...Object.fromEntries(own), do: as, ...fields });
}

/** A form under way with the persons alone. */
const begun = async (): Promise<string> => draftIn((await keep(farsta, '/new/referral', persons)).location);
async function whole(): Promise<string> {
  const draft = await begun();
  await keep(farsta, `/drafts/${draft}/home`, home);
  return draft;
}

describe('a referral as short pages', () => {
  it('is kept half-filled, wrong or not, and says what is missing where it is asked', async () => {
    const again = await keep(farsta, '/new/referral', { ...persons, 'd.household.members.1.born': 'i mars' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Det du skrev är sparat.');
    expect(unbroken(again.text)).toContain('Person 2, Född: skriv dagen som ÅÅÅÅ-MM-DD.');
    const kept = await farsta.get(`/drafts/${draftIn(again.text)}/persons`);
    expect(kept.text).toContain('value="i mars"');
    const tasks = await farsta.get(`/drafts/${draftIn(again.text)}`);
    expect(tasks.text).toMatch(
      /Personerna.*Påbörjad.*Boendet nu.*Inte påbörjad.*Behov och önskemål.*Frivillig/s,
    );
  });

  it('names the person of whom something cannot be so, and what to do about it', async () => {
    const { text } = await keep(farsta, '/new/referral', {
      ...persons,
      'd.household.members.0.personNumber': '191212121213',
      'd.household.members.0.born': '1912-13-12',
      'd.household.members.1.adult': 'yes',
      'd.household.members.2.name': 'Vide Provberg',
      'd.household.members.2.born': '2199-01-01',
    });
    for (const said of [
      'Person 1, Personnummer: kontrollera siffrorna i numret.',
      'Person 1, Född: kontrollera år, månad och dag.',
      'Svara Nej, eller rätta födelsedagen.',
      'Person 3, Född: dagen får inte ligga i framtiden.',
    ])
      expect(text).toContain(said);
    const draft = await begun();
    const later = { ...home, 'd.household.insecureSince': '2199-01-01' };
    const again = await keep(farsta, `/drafts/${draft}/home`, later);
    expect(again.text).toContain('Utan tryggt boende sedan: dagen får inte ligga i framtiden.');
    expect(again.text).toContain('value="2199-01-01"');
    const moves = { 'd.moveFrom': '2199-03-01', 'd.moveBy': '2199-02-01' };
    expect((await keep(farsta, `/drafts/${draft}/needs`, moves)).text).toContain(
      'Måste ha flyttat in senast: dagen ligger före den då de tidigast kan flytta in.',
    );
  });

  it('leads from page to page, and to the checking once all are done', async () => {
    const draft = await begun();
    const on = async (page: string, fields = {}) =>
      new URL((await keep(farsta, `/drafts/${draft}/${page}`, fields)).location).pathname.split('/').at(-1);
    expect(await on('home', home)).toBe('needs');
    expect([await on('needs'), await on('exception'), await on('disclosure')]).toEqual([
      'exception',
      'disclosure',
      'check',
    ]);
    expect(await on('home', home)).toBe('check');
  });

  it('reckons what follows from the answers, and shows each condition with where it is from', async () => {
    const { text } = await farsta.get(`/drafts/${await whole()}/check`);
    for (const said of [
      '1912-12-12',
      'Magelungsskolan',
      'familjens samtycke',
      'Räknades ut av de andra svaren',
    ])
      expect(text).toContain(said);
    expect(text.match(/>uppfyllt</g)).toHaveLength(3);
    expect(text).toContain('Stadens målgrupp för genomgångsbostäder');
  });

  it('says which condition is not met, without stopping it', async () => {
    const draft = await whole();
    await keep(farsta, `/drafts/${draft}/home`, { ...home, 'd.household.registeredSince': lately });
    const { text } = await farsta.get(`/drafts/${draft}/check`);
    // Registered so lately they may be newly arrived: that is asked, and not reckoned.
    expect(text).toContain('Nyanländ: välj ett svar.');
    const told = { ...home, 'd.household.registeredSince': lately, 'd.household.newlyArrived': 'no' };
    await keep(farsta, `/drafts/${draft}/home`, told);
    const { text: again } = await farsta.get(`/drafts/${draft}/check`);
    expect([again.match(/>uppfyllt</g)?.length, again.match(/>inte uppfyllt</g)?.length]).toEqual([2, 1]);
    expect(again).toContain('Skicka remissen till SHIS');
  });

  it('is sent as a case with its writer in charge; what was asked and answered is frozen, without what stays within', async () => {
    const draft = await whole();
    const done = await farsta.form(`/drafts/${draft}/send`, { do: 'send' });
    const file = /\/files\/([0-9a-z]{11})/.exec(done.location)?.[1] ?? '';
    const page = await farsta.get(`/files/${file}`);
    expect(page.text).toContain('Granskas av SHIS');
    expect((await farsta.get(`/drafts/${draft}`)).status).toBe(404);
    const at = /\/files\/[0-9a-z]{11}\/events\/\d+\/copy/.exec(page.text)?.[0] ?? '';
    const told = ['Tilde Provberg', 'Bor nu', 'Hotellrum', 'Antal rum som behövs', 'inget svar'];
    const before = await farsta.get(at);
    for (const said of told) expect(before.text).toContain(said);
    expect(before.text).not.toContain('Magelungsskolan');
    const change = await farsta.get(`/files/${file}/steps/file.updateHousehold`);
    const own = { key: hidden(change.text, 'key'), version: hidden(change.text, 'version'), do: 'take' };
    await farsta.form(`/files/${file}/steps/file.updateHousehold`, { ...own, 'd.currentHousing': 'hostel' });
    expect((await farsta.get(at)).text).toContain('Hotellrum');
    expect((await farsta.get(`/files/${file}/events/1/copy`)).status).toBe(404);
  });

  it('is sent once, however often it is asked', async () => {
    const draft = await whole();
    const [one, other] = await Promise.all([
      farsta.form(`/drafts/${draft}/send`, { do: 'send' }),
      farsta.form(`/drafts/${draft}/send`, { do: 'send' }),
    ]);
    const files = [one, other].flatMap(({ location }) => /\/files\/([0-9a-z]{11})/.exec(location)?.[1] ?? []);
    expect(new Set(files).size).toBe(1);
  });

  it('can be opened without being sent, and then stands as a draft that SHIS does not see', async () => {
    const done = await farsta.form(`/drafts/${await whole()}/send`, { do: 'open' });
    expect((await farsta.get(done.location)).text).toContain('Skicka remissen till SHIS');
    const shis = await world.signedIn('shis.handlaggare');
    expect((await shis.get(done.location)).status).toBe(404);
  });
});

describe('the drafts of a district', () => {
  it('are listed for its colleagues without the name, opened by them, and nobody else’s', async () => {
    const draft = await begun();
    const list = (await colleague.get('/drafts')).text;
    expect([list.includes(draft), list.includes('Provberg')]).toEqual([true, false]);
    expect((await farsta.get('/drafts')).text).toContain('Tilde Provberg');
    expect((await colleague.get(`/drafts/${draft}/persons`)).text).toContain('Tilde Provberg');
    const other = await world.signedIn('skarholmen.handlaggare');
    for (const path of ['', '/persons', '/check'])
      expect((await other.get(`/drafts/${draft}${path}`)).status).toBe(404);
    expect((await other.form(`/drafts/${draft}/persons`, { page: 'persons', do: 'next' })).status).toBe(404);
    expect((await other.form(`/drafts/${draft}/send`, { do: 'send' })).status).toBe(404);
    await other.form(`/drafts/${draft}/discard`);
    expect((await farsta.get(`/drafts/${draft}`)).status).toBe(200);
  });

  it('can be kept to oneself, and thrown away', async () => {
    const draft = await begun();
    await farsta.form(`/drafts/${draft}/own`, { own: 'yes' });
    expect((await colleague.get(`/drafts/${draft}`)).status).toBe(404);
    await farsta.form(`/drafts/${draft}/discard`);
    expect((await farsta.get(`/drafts/${draft}`)).status).toBe(404);
  });

  it('show a colleague’s change of the same page beside one’s own; other pages are theirs to change', async () => {
    const draft = await begun();
    const { text } = await farsta.get(`/drafts/${draft}/home`);
    const old = { version: hidden(text, 'version'), page: 'home', do: 'next' };
    await keep(colleague, `/drafts/${draft}/needs`, { 'd.rooms': '4' });
    expect((await farsta.form(`/drafts/${draft}/home`, { ...old, ...home })).status).toBe(303);
    await keep(colleague, `/drafts/${draft}/home`, { ...home, 'd.household.currentHousing': 'hostel' });
    const stale = await farsta.form(`/drafts/${draft}/home`, { ...old, ...home });
    expect(stale.status).toBe(409);
    for (const said of ['Någon annan har ändrat den här delen', 'Hotellrum', 'Vandrarhem'])
      expect(stale.text).toContain(said);
    const fresh = { ...old, version: hidden(stale.text, 'version') };
    expect((await farsta.form(`/drafts/${draft}/home`, { ...fresh, ...home })).status).toBe(303);
    expect((await farsta.get(`/drafts/${draft}/check`)).text).toContain('Hotellrum');
  });

  it('hold no word that can be read in the database, and each reading of one is logged', async () => {
    const draft = await begun();
    const { rows } = await world.owner.query<{ row: string }>(
      `select row_to_json(d)::text || encode(sealed, 'escape') as row from form_draft d where id = $1`,
      [draft],
    );
    expect(rows[0]?.row).not.toMatch(/Provberg|1212/);
    await colleague.get(`/drafts/${draft}/persons`);
    const log = await world.owner.query<{ count: number }>(
      `select count(*)::int as count from access_entry where login = 'farsta.kollega' and what = 'form-draft'`,
    );
    expect(log.rows[0]?.count).toBeGreaterThan(0);
  });

  it('survive a session that times out, with what was being typed', async () => {
    const draft = await begun();
    const slow = await world.signedIn('farsta.handlaggare');
    const path = `/drafts/${draft}/needs`;
    const token = hidden((await slow.get(path)).text, 'token');
    await world.later(31);
    const typed = { page: 'needs', version: '9', do: 'next', 'd.wishes': 'Nära mormor i Hökarängen.' };
    expect((await slow.bareForm(path, { token, ...typed })).status).toBe(401);
    await slow.signIn('farsta.handlaggare', path);
    await slow.get(path);
    expect((await slow.get(`/drafts/${draft}/needs`)).text).toContain('Nära mormor i Hökarängen.');
    farsta = await world.signedIn('farsta.handlaggare');
    colleague = await world.signedIn('farsta.kollega');
  });

  it('answer whatever is typed with a page', async () => {
    const draft = await begun();
    const hostile = ['<script>alert(1)</script>', '\u0000', '💥'.repeat(900), '__proto__', '-1e308'];
    for (const one of hostile) {
      const fields = { 'd.rooms': one, 'd.lift': one, 'd.wishes': one, 'd.__proto__.x': one, version: one };
      const page = await keep(farsta, `/drafts/${draft}/needs`, fields);
      expect([one, page.status < 500]).toEqual([one, true]);
      expect(page.text).not.toContain('<script>alert');
      expect((await farsta.get(`/drafts/${draft}/check`)).status).toBeLessThan(500);
    }
  });
});

describe('in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('a practised hand sends a referral within five clicks and choices', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const { page } = tried;
    await page.goto(`${world.url}/new/referral?ask=all`);
    await page.goto(world.url);
    let clicks = 0;
    const click = (role: 'link' | 'radio' | 'button', name: string) => {
      clicks += 1;
      return page.getByRole(role, { name, exact: true }).click();
    };
    await click('link', 'Ny remiss');
    const typed = { ...persons, ...home };
    for (const [name, value] of Object.entries(typed))
      if (!/gender|type|currentHousing|district/.test(name)) await page.fill(`[name="${name}"]`, value);
    await page.fill('[name="d.household.members.1.personNumber"]', '191212121212');
    await page.fill('[name="d.household.members.1.born"]', '2015-02-03');
    await click('radio', 'Ensamstående kvinna');
    await page.selectOption('[name="d.household.currentHousing"]', 'hotel');
    clicks += 1;
    await click('button', 'Kontrollera svaren');
    await click('button', 'Skicka remissen till SHIS');
    expect(await page.locator('.toast').innerText()).toContain('Remissen skickades till SHIS.');
    expect(clicks).toBeLessThanOrEqual(5);
    await page.getByRole('link', { name: 'Frågorna och svaren som de skickades' }).click();
    await page.goto(`${world.url}/new/referral?ask=pages`);
    await page.getByRole('button', { name: 'Spara och fortsätt' }).click();
    await page.locator('.errors:focus').waitFor();
    await page.goto(`${world.url}/drafts`);
    await page.locator('main table a').first().click();
    expect(await tried.close()).toEqual([]);
  }, 90_000);
});
