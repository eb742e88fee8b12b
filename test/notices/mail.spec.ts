import type { Pool } from 'pg';
import { Registry } from '../../src/engine/registry.js';
import { incidentsOf } from '../../src/files/incidents.js';
import { leave, tryAgain } from '../../src/files/incident-ways.js';
import { workMail, type MailPorts } from '../../src/notices/mail-work.js';
import { smtpMailer, type Mailer } from '../../src/notices/mailer.js';
import { Preferences, USUAL } from '../../src/notices/preferences.js';
import { createPool } from '../../src/platform/database.js';
import { RegisterDirectory } from '../../src/register/directory.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { MailServer } from './mail-server.js';

const ANNA = 'anna.testsson@example.org';
const MORNING = '2021-12-08T08:00:00.000Z';

let database: TestDatabase;
let server: MailServer;
let [pool, owner]: [Pool, Pool] = [] as never;
let ports: MailPorts;
let mailer: Mailer;
let now = MORNING;
let noticed = 0;
const wall = { now: () => now };
const after = (minutes: number) => (now = new Date(Date.parse(now) + minutes * 60_000).toISOString());

beforeAll(async () => {
  [database, server] = await Promise.all([freshDatabase(), MailServer.open()]);
  pool = createPool(database.url, { max: 4, options: '-c role=husrum_app' });
  owner = createPool(database.url, { max: 2 });
  mailer = smtpMailer(server.url, 'husrum@husrum.example');
  await owner.query(`insert into organisation (code, kind, name, valid_from, recorded_at)
    values ('farsta', 'district', 'Farsta', '2010-01-01', '2010-01-01')`);
  await owner.query(
    `insert into person (login, name, organisation, role, mail, valid_from, recorded_at)
     values ('anna', 'Anna Testsson', 'farsta', 'caseworker', $1, '2010-01-01', '2010-01-01')`,
    [ANNA],
  );
});
afterAll(async () => {
  mailer.close();
  await Promise.all([pool.end(), owner.end(), server.close()]);
  await database.drop();
});
beforeEach(async () => {
  now = MORNING;
  server.refuses = 'nothing';
  server.received.length = 0;
  await owner.query('delete from notice; delete from mail; delete from incident');
  ports = {
    ...{ pool, wall, clock: wall, baseUrl: 'https://husrum.example' },
    preferences: new Preferences(pool),
    directory: new RegisterDirectory(pool),
  };
  await ports.preferences.keep('anna', { ...USUAL, mail: 'at-once' }, now);
});

const notice = (byMail = true) =>
  owner.query(
    `insert into notice (login, file_id, key, process, template, at, by_mail)
     values ('anna', 'file0000001', $1, 1, 'overdue', $2, $3)`,
    [`key.${++noticed}`, now, byMail],
  );
const work = () => workMail(ports, mailer);
const incidents = async () =>
  (await owner.query<{ code: string; message: string }>('select code, message from incident')).rows;

const here = () => ({ pool, clock: wall, wall });
const names = async () =>
  (await incidentsOf({ ...ports, registry: new Registry([], []) }, 'sv')).map(({ id }) => id);
const open = async () => (await owner.query('select from incident where closed_at is null')).rowCount;
const givenUp = async () => {
  server.refuses = 'everything';
  await notice();
  await work();
  await owner.query('update mail set attempts = 9, next_try = $1', [now]);
  await work();
  expect(await incidents()).toMatchObject([{ code: 'undelivered-mail' }]);
};

describe('mail', () => {
  it('says how much is new and where it is read, in the language of its receiver, once', async () => {
    await Promise.all([notice(), notice(), notice(false)]);
    expect([await work(), await work()]).toEqual([1, 0]);
    expect(server.received).toHaveLength(1);
    const [{ from, to, raw } = { from: '', to: [], raw: '' }] = server.received;
    expect([from, to]).toEqual(['husrum@husrum.example', [ANNA]]);
    expect(raw).toContain('Subject: Husrum: 2 nya notiser');
    expect(raw).toContain('https://husrum.example/inbox');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).not.toMatch(/file0000001|overdue|Anna Testsson|Farsta/);

    await ports.preferences.keep('anna', { ...USUAL, mail: 'at-once', language: 'en' }, now);
    await notice();
    after(5);
    await work();
    expect(server.received[1]?.raw).toContain('Subject: Husrum: one new notice');
  });

  it('is made once by several nodes at once', async () => {
    await notice();
    const sent = await Promise.all([work(), work(), work()]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  it('waits for the end of the quiet hours, and gathers what comes meanwhile', async () => {
    now = '2021-12-08T21:00:00.000Z';
    await notice();
    expect(await work()).toBe(0);
    await notice();
    now = '2021-12-09T06:00:00.000Z';
    expect(await work()).toBe(1);
    expect(server.received[0]?.raw).toContain('2 nya notiser');
  });

  it('that the server does not take is tried again later each time, and is an incident after the tenth', async () => {
    server.refuses = 'everything';
    await notice();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect([await work(), await incidents()]).toEqual([0, []]);
      const { rows } = await owner.query<{ next: Date }>('select next_try as next from mail');
      const pause = (Number(rows[0]?.next) - Date.parse(now)) / 60_000;
      if (attempt < 10) pauses.push(pause);
      after(Math.max(pause, 1));
      if (attempt === 9) break;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
    await work();
    expect(await incidents()).toEqual([{ code: 'undelivered-mail', message: 'NotSent' }]);
    server.refuses = 'nothing';
    after(1000);
    expect([await work(), server.received]).toEqual([0, []]);
  });

  it('that was given up goes when somebody lets it try again, and its incident ends', async () => {
    await givenUp();
    const [id] = await names();
    after(60);
    expect(await tryAgain(here(), id ?? '')).toBe(true);
    expect([await work(), await open()]).toEqual([0, 1]);
    server.refuses = 'nothing';
    expect(await work()).toBe(0);
    after(1);
    expect([await work(), await open(), server.received.length]).toEqual([1, 0, 1]);
    expect(await tryAgain(here(), id ?? '')).toBe(false);
    expect([await work(), server.received.length]).toEqual([0, 1]);
  });

  it('that may have gone when it was tried again is not tried once more', async () => {
    await givenUp();
    const [id] = await names();
    expect(await tryAgain(here(), id ?? '')).toBe(true);
    server.refuses = 'and-breaks-off';
    expect(await work()).toBe(0);
    expect(await incidents()).toMatchObject([{ code: 'uncertain-mail' }]);
    expect(await tryAgain(here(), id ?? '')).toBe(false);
    after(60);
    expect([await work(), server.received.length]).toEqual([0, 1]);
  });

  it('that is not to be sent ends its incident, and is kept unsent', async () => {
    await givenUp();
    const [id] = await names();
    expect(await leave(here(), id ?? '', 'told')).toBe(true);
    expect([await open(), await leave(here(), id ?? '', 'told')]).toEqual([0, false]);
    server.refuses = 'nothing';
    after(600);
    expect([await work(), await tryAgain(here(), id ?? ''), server.received]).toEqual([0, false, []]);
    expect((await owner.query('select sent_at from mail')).rows).toEqual([{ sent_at: null }]);
  });

  it('is tried again when the server cannot be reached', async () => {
    await notice();
    const nowhere = smtpMailer('smtp://127.0.0.1:1', 'husrum@husrum.example');
    expect(await workMail(ports, nowhere)).toBe(0);
    after(1);
    expect(await work()).toBe(1);
  });

  it('that may have gone is never sent again, and is an incident', async () => {
    server.refuses = 'and-breaks-off';
    await notice();
    expect(await work()).toBe(0);
    expect(await incidents()).toMatchObject([{ code: 'uncertain-mail' }]);
    server.refuses = 'nothing';
    after(60);
    expect(await work()).toBe(0);
    expect(server.received).toHaveLength(1);
  });

  it('that a node began and did not end is never sent again, and is an incident', async () => {
    await notice();
    await workMail(ports, { send: () => Promise.resolve(), close: () => undefined });
    await owner.query('update mail set sent_at = null');
    after(3);
    expect(await work()).toBe(0);
    expect(await incidents()).toEqual([{ code: 'uncertain-mail', message: 'interrupted' }]);
    expect(server.received).toEqual([]);
  });
});
