import { randomUUID } from 'node:crypto';
import { noteIncident } from '../../src/engine/incidents.js';
import { workOutbox } from '../../src/engine/outbox.js';
import { workMail } from '../../src/notices/mail-work.js';
import { smtpMailer } from '../../src/notices/mailer.js';
import { MailServer } from '../notices/mail-server.js';
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

/** The open incidents whose subject begins so, by what they are named in their addresses. */
const incidentsOn = async (subject: string): Promise<string[]> => {
  const { rows } = await world.owner.query<{ id: string }>(
    `select left(encode(sha256(convert_to(file_id || ' ' || subject, 'UTF8')), 'hex'), 16) as id
     from incident where starts_with(subject, $1) and closed_at is null order by subject`,
    [subject],
  );
  return rows.map(({ id }) => id);
};

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

  it('sends a message that was given up when it is tried again, and closes what is not to be sent', async () => {
    await world.owner.query(
      `insert into outbox (file_id, key, process, whom, template, created_at, attempts, next_try)
       select $1, key, 1, 'shis', 'overdue', now(), 10, now() - interval '1 hour'
       from unnest(array['due.again@1', 'due.left@1']) as key`,
      [file],
    );
    const { runtime } = world;
    await workOutbox(runtime.pool, runtime.inbox, runtime.clock);
    const [first, second] = await incidentsOn('message due.');
    expect((await admin.get(`/status/incidents/${first}`)).text).toContain('Försök igen nu');
    const again = await admin.form(`/status/incidents/${first}/again`, {});
    expect(again.location).toBe(`${world.url}/status/incidents/${first}?done=again`);
    expect((await world.log())[0]).toMatchObject({ event: 'incident-tried-again', ref: first });
    // The world's own worker may have claimed it, and be about to hand it over.
    while ((await incidentsOn('message due.again')).length > 0)
      await workOutbox(runtime.pool, runtime.inbox, runtime.clock);
    expect((await admin.get(`/status/incidents/${first}`)).text).toContain('Störningen är avhjälpt.');

    const unchosen = await admin.form(`/status/incidents/${second}/leave`, {});
    expect([unchosen.status, unchosen.text.includes('Välj varför det inte ska skickas.')]).toEqual([
      422,
      true,
    ]);
    await admin.form(`/status/incidents/${second}/leave`, { because: 'told' });
    expect((await world.log())[0]).toMatchObject({
      ...{ event: 'incident-left', login: 'system.forvaltare', ref: `${second} told` },
    });
    const { text } = await admin.get(`/status/incidents/${second}`);
    for (const said of ['ska inte skickas', 'Mottagaren har fått veta det på annat sätt'])
      expect(text).toContain(said);
    expect(text).not.toContain('Skicka inte</button>');
    const late = await admin.form(`/status/incidents/${second}/again`, {});
    expect(late.location).toBe(`${world.url}/status/incidents/${second}?done=gone`);
  });

  it('sends a mail that the server refused when it is tried again and the server takes it', async () => {
    const server = await MailServer.open();
    const mailer = smtpMailer(server.url, 'husrum@husrum.example');
    const { runtime, owner } = world;
    const work = () => workMail({ ...runtime, baseUrl: world.url }, mailer);
    await world.put('person', {
      ...{ login: 'shis.handlaggare', name: 'Sara Test', organisation: 'shis', role: 'caseworker' },
      mail: 'sara@example.org',
    });
    await owner.query(
      `insert into mail (id, login, file_id, made_at, attempts, next_try)
       values ($1, 'shis.handlaggare', $2, now(), 9, now() - interval '1 minute')`,
      [randomUUID(), file],
    );
    server.refuses = 'everything';
    expect(await work()).toBe(0);
    const [mail] = await incidentsOn('message mail ');
    expect((await admin.get(`/status/incidents/${mail}`)).text).toContain('försöks inte igen');
    server.refuses = 'nothing';
    await admin.form(`/status/incidents/${mail}/again`, {});
    expect([await work(), server.received.length]).toEqual([1, 1]);
    expect((await admin.get(`/status/incidents/${mail}`)).text).toContain('Störningen är avhjälpt.');
    mailer.close();
    await server.close();
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
