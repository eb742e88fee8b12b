import type { Browser } from 'playwright-core';
import { workOutbox } from '../../src/engine/outbox.js';
import { openBrowser } from '../support/browser.js';
import { MailServer } from '../notices/mail-server.js';
import { clicked } from './browsing.js';
import { Letting } from './letting.js';
import { loggedOf } from './readings.js';
import { Tried } from './tried.js';
import { WebWorld } from './web-world.js';

const ADDRESS = 'handlaggare@farsta.example';
let world: WebWorld;
let mail: MailServer;
let browser: Browser;
let [own, secret] = ['', ''];

beforeAll(async () => {
  [mail, browser] = await Promise.all([MailServer.open(), openBrowser()]);
  world = await WebWorld.open({ SMTP_URL: mail.url });
  const named = {
    login: 'farsta.handlaggare',
    name: 'Karin Testsson',
    organisation: 'farsta',
    role: 'caseworker',
  };
  await world.put('person', { ...named, mail: ADDRESS }, '2010-01-02T00:00:00Z');
  const letting = new Letting(world);
  for (const hidden of [false, true]) {
    const referral = await letting.queued();
    await letting.farsta.event(referral.file, 'assign', { handler: 'farsta.handlaggare' });
    if (hidden) {
      const handlers = ['farsta.handlaggare'];
      await letting.farsta.event(referral.file, 'setProtection', { kind: 'sekretessmarkering', handlers });
    }
    await world.owner.query(
      `insert into outbox (file_id, key, process, whom, template, created_at, next_try)
       values ($1, 'due.stage.queued@1@2021-12-01T23:00', 1, 'district', 'overdue', $2, $2),
         ($1, 'due.stage.queued@1@2021-12-01T23:01', 1, 'shis', 'overdue', $2, $2)`,
      [referral.file, world.runtime.clock.now()],
    );
    if (hidden) secret = referral.file;
    else own = referral.file;
  }
}, 90_000);
afterAll(async () => {
  await Promise.all([browser.close(), mail.close()]);
  await world.close();
});

describe('settings', () => {
  it('are kept, and asked for again as they are', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    expect((await visitor.get('/settings')).text).toContain(`Mejl går till ${ADDRESS}.`);
    const wish = {
      mail: 'at-once',
      told: 'overdue',
      quietFrom: '4',
      quietTo: '4',
      language: 'en',
      shortcuts: 'on',
    };
    expect((await visitor.form('/settings', wish)).location).toContain('/settings?saved=1');
    const { text } = await visitor.get('/settings?saved=1');
    expect(text).toContain('Inställningarna är sparade.');
    expect(text).toMatch(/id="mail-at-once"[^>]*checked/);
    expect(text).toMatch(/id="shortcuts-on"[^>]*checked/);
    expect(text).not.toMatch(/id="(refresh-on|told-notice-given)"[^>]*checked/);
    expect((await visitor.form('/settings', { ...wish, mail: 'hourly' })).status).toBe(400);
  });

  it('tell whoever has no address in the register that no mail is sent', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    expect((await visitor.get('/settings')).text).toContain('Det finns ingen e-postadress till dig');
  });
});

describe('the inbox', () => {
  it('tells those who handle a case, once, and others nothing of a protected family', async () => {
    await workOutbox(world.runtime.pool, world.runtime.inbox, world.runtime.clock);
    await world.owner.query('update outbox set sent_at = null, attempts = 0, next_try = created_at');
    await workOutbox(world.runtime.pool, world.runtime.inbox, world.runtime.clock);
    const karin = await world.signedIn('farsta.handlaggare');
    const { text } = await karin.get('/inbox');
    expect(text.match(/En tid har gått ut: /g)).toHaveLength(2);
    for (const file of [own, secret]) expect(text).toContain(`href="/files/${file}"`);
    expect((await loggedOf(world, 'farsta.handlaggare'))[0]).toBe('list');
    const shis = (await (await world.signedIn('shis.handlaggare')).get('/inbox')).text;
    expect(shis).toContain(own);
    expect(shis).not.toContain(secret);
    for (const login of [
      'skarholmen.handlaggare',
      'socialforvaltningen.analytiker',
      'formedlingen.handlaggare',
    ])
      expect((await (await world.signedIn(login)).get('/inbox')).text).toContain('Inga olästa notiser.');
  });

  it('is mailed about by how many alone, and of the protected family not at all', async () => {
    await mail.arrived();
    expect(mail.received.map(({ to }) => to)).toEqual([[ADDRESS]]);
    expect(mail.received[0]?.raw).toContain('one new notice');
    expect(mail.received[0]?.raw).not.toMatch(new RegExp(`${own}|${secret}|Testsson`));
  });

  it('a notice is read when its case is', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    await tried.page.goto(`${world.url}/inbox`);
    await tried.page.locator(`a[href="/files/${own}"]`).click();
    expect(await tried.page.locator('.bell .n').innerText()).toBe('1');
    await clicked(tried.page.locator('.bell'));
    expect(await tried.page.locator('tbody tr').count()).toBe(1);
    await clicked(tried.page.getByRole('button', { name: 'Markera alla som lästa' }));
    expect(await tried.page.locator('.bell .n').count()).toBe(0);
    expect(await tried.page.locator('main').innerText()).toContain('Inga olästa notiser.');
    expect(await tried.close()).toEqual([]);
  });

  it('loses what its owner no longer sees', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    expect((await visitor.get('/inbox')).text).toContain(own);
    const handlers = ['farsta.handlaggare'];
    const protect = { kind: 'sekretessmarkering', handlers };
    await new Letting(world).farsta.event(own, 'setProtection', protect);
    expect((await visitor.get('/inbox')).text).toContain('Inga olästa notiser.');
  });
});
