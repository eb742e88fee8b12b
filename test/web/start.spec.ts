import { addDays } from '../../src/domain/days.js';
import { dayOf } from '../../src/domain/zone.js';
import type { Running } from '../support/actor.js';
import { facilityFlat, household } from '../support/cast.js';
import { Letting } from './letting.js';
import { loggedOf } from './readings.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let waiting: string;
let secret: string;
let letting: Letting;
let offered: Running;
beforeAll(async () => {
  world = await WebWorld.open();
  letting = new Letting(world);
  const queued = await letting.queued();
  const flat = await letting.flat(facilityFlat('303', 3));
  await letting.flat(facilityFlat('304', 4));
  offered = await letting.offered(queued, flat);
  const screened = await letting.farsta.open('referral', { household: household() });
  await letting.farsta.event(screened, 'submit', { ground: 'consent' });
  await letting.shis.event(screened, 'requestSupplement', { what: 'Hyresavtal' });
  waiting = screened.file;
  await letting.farsta.event(waiting, 'assign', { handler: 'farsta.handlaggare' });
  const hidden = await letting.queued();
  secret = hidden.file;
  const protection = { kind: 'sekretessmarkering', handlers: ['farsta.handlaggare'] };
  await letting.farsta.event(secret, 'setProtection', protection);
}, 90_000);
afterAll(() => world.close());

const startOf = async (login: string): Promise<string> => (await (await world.signedIn(login)).get('/')).text;

describe('the first page', () => {
  it('tells a caseworker what to do first, their families and what is new, with a way to a new referral', async () => {
    const text = await startOf('farsta.handlaggare');
    expect(text).toContain('En sak väntar.');
    expect(text).toMatch(/class="first[^>]*>.*Kompletteringen ska komma/);
    expect(text).toContain('href="/new/referral"');
    for (const title of ['Att göra i dag', 'Mina familjer', 'Nytt från SHIS'])
      expect(text).toContain(`>${title}</h2>`);
    expect(text).toContain(`/files/${waiting}`);
    expect((await loggedOf(world, 'farsta.handlaggare'))[0]).toBe('list');
  });

  it('tells SHIS of free flats, offers by their day and the queue', async () => {
    const text = await startOf('shis.handlaggare');
    expect(text).toContain('Tallåsen 304');
    expect(text).toContain('Svar ska lämnas');
    expect(text).toMatch(/4 rum<\/th><td class="r">0<\/td><td class="r">1</);
    expect(text).not.toContain('/new/referral');
    expect(text).not.toContain(secret);
  });

  it('tells a manager who has what, beside the readings to review', async () => {
    const visitor = await world.signedIn('shis.chef');
    const { text: calm } = await visitor.get('/');
    expect(calm).toContain('href="/reviews"');
    expect(calm).not.toContain('Läsningar att granska');
    const farsta = await world.signedIn('farsta.chef');
    await farsta.form('/choose-role', { acting: 'farsta|manager', to: '/' });
    const { text } = await farsta.get('/');
    expect(text).toMatch(
      /Vem har vad.*farsta\.handlaggare<\/th><td[^>]*><a href="[^"]*handler=farsta\.handlaggare&amp;what=open"[^>]*>1</,
    );
    expect(text).not.toContain(secret);
  });

  it('tells an analyst of the goal, an auditor of cases without an owner, and others what there is', async () => {
    const analyst = await startOf('socialforvaltningen.analytiker');
    expect(analyst).toContain('href="/reports/yearly-goal"');
    for (const title of ['Inventering och utfall', 'Saknas', 'Att lämna'])
      expect(analyst).toContain(`>${title}</h2>`);
    expect(analyst).toContain('Ingen har lämnat in någon inventering för');
    expect(analyst).toMatch(/href="\/reports\/monthly\?year=\d{4}&amp;month=\d+[^"]*">Månadsstatistik/);
    expect(analyst).toContain('href="/reports/council-answer"');
    const auditor = await startOf('socialforvaltningen.granskare');
    expect(auditor).toContain('Utan handläggare');
    expect(auditor).toContain('Inget som en sparad rapport bygger på har rättats sedan dess.');
    expect(auditor).not.toContain(secret);
    expect(await startOf('system.forvaltare')).toContain('Inloggningar och nycklar');
    expect(await startOf('formedlingen.handlaggare')).toContain('Väntar på förslag från er');
    expect(await startOf('skarholmen.handlaggare')).toContain('Inget väntar på dig.');
  });

  it.each(['farsta.handlaggare', 'shis.handlaggare'])(
    'gives %s the way to what each of its figures counts',
    async (login) => {
      const visitor = await world.signedIn(login);
      const { text } = await visitor.get('/');
      const ways = [...text.matchAll(/<a class="fig" href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(ways.length).toBeGreaterThan(1);
      for (const href of ways)
        expect([href, (await visitor.get(href.replaceAll('&amp;', '&'))).status]).toEqual([href, 200]);
    },
  );
});

it('an answer that was given in time is registered late, by the day on which it was given', async () => {
  const given = dayOf(world.runtime.clock.now());
  await letting.on(addDays(given, 10));
  const shis = await world.signedIn('shis.handlaggare');
  const path = `/files/${offered.file}/steps/${offered.process}.accept`;
  const { text: first } = await shis.get('/');
  expect(first).toContain(path);
  const { text: page } = await shis.get(`/files/${offered.file}`);
  expect(page).toMatch(
    new RegExp(
      `Tackar ja<.*Svaret ska ha getts inom svarstiden.*href="${path}">Hände det en tidigare dag`,
      's',
    ),
  );
  expect(page).not.toMatch(/steps\/1\.makeOffer">Hände/);
  const { text: form } = await shis.get(path);
  expect(form).toContain('Steget går inte i dag.');
  const fields = { key: 'late', version: /name="version" value="(\d+)"/.exec(form)?.[1] ?? '', do: 'take' };
  const today = await shis.form(path, { ...fields, happened: '' });
  expect([today.status, today.text.includes('Svaret ska ha getts inom svarstiden')]).toEqual([422, true]);
  const sent = await shis.form(path, { ...fields, happened: addDays(given, 1) });
  expect([sent.status, new URL(sent.location).pathname]).toEqual([303, `/files/${offered.file}`]);
});
