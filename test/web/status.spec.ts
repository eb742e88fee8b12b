import { noteIncident } from '../../src/engine/incidents.js';
import { anIncident, newFile, post } from './readings.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let admin: Visitor;
let file = '';
let hidden = '';
beforeAll(async () => {
  world = await WebWorld.open();
  admin = await world.signedIn('system.forvaltare');
  [file, hidden] = [await newFile(world), await newFile(world)];
}, 90_000);
afterAll(() => world.close());

const waysIn = (text: string): string[] =>
  [...text.matchAll(/href="(\/status\/incidents\/[0-9a-f]{16})"/g)].map(([, href = '']) => href);

describe('how the system runs', () => {
  it('is all well where nothing has gone wrong, and one click from the first page', async () => {
    expect((await admin.get('/')).text).toContain('href="/status"');
    const { text } = await admin.get('/status');
    for (const said of [
      'Allt är i sin ordning',
      'Ingen störning är öppen.',
      'Husrum tar inga säkerhetskopior',
    ])
      expect(text).toContain(said);
    const checked = await admin.form('/audit/chains', { back: 'status' });
    expect(checked.location).toBe(`${world.url}/status#chains`);
    expect((await admin.get('/status')).text).toContain('hänger ihop');
  });

  it('tells what has gone wrong, of which case, and what can be done', async () => {
    await anIncident(world, file);
    const { text } = await admin.get('/status');
    expect(text).toContain('Något behöver ses till.');
    const told = await Promise.all(waysIn(text).map(async (way) => (await admin.get(way)).text));
    const timer = told.find((one) => one.includes('En tidsfrist kunde inte verkställas'));
    for (const said of [file, 'Farsta', 'Ärendet är avslutat.', 'Vad som kan göras'])
      expect(timer).toContain(said);
    const message = told.find((one) => one.includes('Ett meddelande gick inte fram'));
    for (const said of ['TypeError', 'försöks inte igen']) expect(message).toContain(said);
    await admin.get('/status?lang=en');
    expect((await admin.get(waysIn(text)[0] ?? '')).text).toContain('What can be done');
    await admin.get('/status?lang=sv');
  });

  it('tells of a message that waits for another try', async () => {
    await world.owner.query(
      `insert into outbox (file_id, key, process, whom, template, created_at, attempts, next_try)
       values ($1, 'due.screening@1', 1, 'shis', 'overdue', now(), 3, now() + interval '1 day')`,
      [file],
    );
    const { text } = await admin.get('/status');
    const section = /<h2 id="messages">.*?<\/section>/s.exec(text)?.[0] ?? '';
    for (const said of ['En tid har gått ut', 'SHIS', '>3<']) expect(section).toContain(said);
  });

  it('names neither the number of a protected family’s case nor who answers for it', async () => {
    const family = await world.signedIn('farsta.handlaggare');
    const data = { kind: 'sekretessmarkering', handlers: ['farsta.handlaggare'] };
    const set = await post(family, `/files/${hidden}/events`, { type: 'setProtection', data });
    expect(set.status).toBe(200);
    const { pool, clock } = world.runtime;
    const incident = { file: hidden, subject: 'file', code: 'error', message: 'TypeError' };
    await noteIncident(pool, incident, clock.now());
    const { text } = await admin.get('/status');
    const all = await Promise.all(waysIn(text).map(async (way) => (await admin.get(way)).text));
    expect([text, ...all].some((one) => one.includes(hidden))).toBe(false);
    const told = all.find((one) => one.includes('Ett ärende kunde inte räknas om'));
    expect(told).toContain('skyddat, numret visas inte');
    expect(told).not.toContain('Ansvarig för ärendet');
  });

  it('says of an incident that is not there that it is not', async () => {
    for (const name of ['0123456789abcdef', 'x', '%00'])
      expect((await admin.get(`/status/incidents/${name}`)).status).toBe(404);
  });

  it.each(['shis.chef', 'socialforvaltningen.granskare'])('is not for %s', async (login) => {
    const visitor = await world.signedIn(login);
    expect((await visitor.get('/status')).status).toBe(403);
    expect((await visitor.get('/status/incidents/0123456789abcdef')).status).toBe(403);
  });
});
