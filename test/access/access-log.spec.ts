import {
  COMMAND_LINE,
  entryText,
  streamOf,
  type NewEntry,
  type Reader,
} from '../../src/access/access-entry.js';
import { AccessLog } from '../../src/access/access-log.js';
import { EmergencyAccess } from '../../src/access/emergency.js';
import { aboutNow, type FileNow } from '../../src/access/about-now.js';
import { verify } from '../../src/audit/verify.js';
import type { Person } from '../../src/engine/model.js';
import { canonical } from '../../src/engine/canonical.js';
import { createPool } from '../../src/platform/database.js';
import { Served } from '../api/served.js';
import { entries } from '../api/readings.js';
import { referral } from '../api/stories.js';

let api: Served;
let file: FileNow;
let reader: Reader;
beforeAll(async () => {
  api = await Served.open();
  const { engine, directory } = api.runtime;
  const id = await referral(api.as('farsta.handlaggare'));
  const state = (await engine.files.read([id])).get(id);
  const person = await directory.person('shis.handlaggare', api.now);
  if (state == null || person === null) throw new Error(id);
  file = aboutNow(api.runtime, state);
  reader = { person, via: 'token:1', isSession: false };
}, 60_000);
afterAll(() => api.close());

describe('an entry', () => {
  it.each([['"seq":0,'], ['\\"seq\\":0,'], ['{"seq":0,"seq":0,}'], ['å "0" \u2028']])(
    'is parted at its number, whatever else it holds: %j',
    (text) => {
      const entry: NewEntry = {
        ...{ stream: streamOf(text), at: api.now, reader, what: 'report', why: 'unstated', reason: text },
        details: { files: [text], parameters: { seq: 0, a: text } },
      };
      const [before, after] = entryText(entry);
      const whole = `${before}17${after}`;
      expect(canonical(JSON.parse(whole))).toBe(whole);
      expect(JSON.parse(whole)).toMatchObject({ seq: 17, reason: text, files: [text] });
    },
  );
});

describe('the log', () => {
  it('keeps one chain for a file that many read at once, on two nodes', async () => {
    const { engine, clock } = api.runtime;
    const pool = createPool(api.runtime.home.ownerUrl, { max: 6 });
    const ports = { keys: engine.keys, vault: engine.ports.vault, clock };
    const nodes = [api.runtime.accessLog, new AccessLog({ ...ports, pool })];
    const before = (await entries(api, file.id)).length;
    const places = await Promise.all(
      Array.from({ length: 60 }, (_, n) => (nodes[n % 2] as AccessLog).read(reader, file, 'file')),
    );
    expect(places.map(({ seq }) => seq - before).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 60 }, (_, n) => n + 1),
    );
    expect(await verify(pool, api.runtime.registry)).toMatchObject({ ok: true });
    await pool.end();
  });

  it('knows who handles a case, also through somebody who acts for them, and who sees no more of it than what is theirs', async () => {
    const { accessLog } = api.runtime;
    const assigned = { ...file, assignee: 'shis.chef' };
    const covering = { ...reader, person: { ...reader.person, onBehalfOf: 'shis.chef' } };
    await accessLog.read(reader, assigned, 'file');
    await accessLog.read(covering, assigned, 'file');
    await accessLog.read(COMMAND_LINE, assigned, 'export');
    const agency = { login: 'formedlingen.handlaggare', organisation: 'formedlingen', role: 'officer' };
    const officer = { ...reader, isSession: true, person: { ...agency, kind: 'agency' as const } };
    expect(await accessLog.purposeNeeded(officer, assigned)).toBe(false);
    expect(await accessLog.purposeNeeded({ ...reader, isSession: true }, assigned)).toBe(true);
    await accessLog.read(officer, assigned, 'file');
    const last = (await entries(api, file.id)).slice(-4);
    expect(last.map(({ why, onBehalfOf = null }) => [why, onBehalfOf])).toEqual([
      ['unstated', null],
      ['assigned', 'shis.chef'],
      ['system', null],
      ['assigned', null],
    ]);
  });
});

describe('a case that waits', () => {
  const asked = (person: Partial<Person>, more: Partial<FileNow> = {}): Promise<boolean> => {
    const who = { ...reader, isSession: true, person: { ...reader.person, ...person } };
    return api.runtime.accessLog.purposeNeeded(who, { ...file, waitsFor: ['shis'], ...more });
  };

  it('for an organisation is read there on that ground, which the log tells', async () => {
    expect(await asked({})).toBe(false);
    expect(await asked({ role: 'manager' })).toBe(false);
    await api.runtime.accessLog.read(reader, { ...file, waitsFor: ['agency', 'shis'] }, 'file');
    expect((await entries(api, file.id)).at(-1)).toMatchObject({ why: 'queue', login: reader.person.login });
  });

  it('no longer is read on that ground by who read it that day, and not by a colleague', async () => {
    expect(await asked({}, { waitsFor: ['district'] })).toBe(false);
    await api.runtime.accessLog.read(reader, file, 'file');
    expect((await entries(api, file.id)).at(-1)).toMatchObject({ why: 'queue' });
    expect(await asked({ login: 'shis.chef' }, { waitsFor: ['district'] })).toBe(true);
  });

  it.each<[string, Partial<Person>, Partial<FileNow>]>([
    ['for others', {}, { waitsFor: ['district', 'agency'] }],
    ['for nobody', {}, { waitsFor: [] }],
    ['for their organisation, whose roles without steps are in no queue', { role: 'analyst' }, {}],
    ['for their organisation, which answers for the family and assigns it', {}, { responsible: 'shis' }],
  ])('%s is read for a reason', async (_, person, more) => {
    expect(await asked({ login: 'shis.kollega', ...person }, more)).toBe(true);
  });
});

describe('an emergency access', () => {
  it('is known at once where it was opened, and within two seconds elsewhere', async () => {
    const { pool, accessLog } = api.runtime;
    let ticks = 0;
    const nodes = [1, 2].map(() => new EmergencyAccess(pool, accessLog, () => ticks));
    const [here, elsewhere] = nodes as [EmergencyAccess, EmergencyAccess];
    const { login } = reader.person;
    for (const node of nodes) expect(await node.activeFor(login, api.now)).toEqual([]);
    const note = await accessLog.sealNote(file.id, 'x');
    if (note === null) throw new Error('no key');
    const until = await here.open(
      reader,
      file,
      { reason: 'danger', note, delegation: 'akut-1', alerts: [] },
      api.now,
    );
    expect(await here.activeFor(login, api.now)).toEqual([file.id]);
    expect(await elsewhere.activeFor(login, api.now)).toEqual([]);
    ticks += 2_000;
    expect(await elsewhere.activeFor(login, api.now)).toEqual([file.id]);
    const last = new Date(Date.parse(until) - 1).toISOString();
    expect(await elsewhere.activeFor(login, last)).toEqual([file.id]);
    expect(await elsewhere.activeFor(login, until)).toEqual([]);
    expect(await elsewhere.activeFor('shis.chef', api.now)).toEqual([]);
    expect(await here.end(reader, file, api.now)).toBe(true);
    expect(await here.end(reader, file, api.now)).toBe(false);
    expect(await here.activeFor(login, api.now)).toEqual([]);
  });

  it('that cannot be told to others is not opened', async () => {
    const { pool, accessLog } = api.runtime;
    const emergency = new EmergencyAccess(pool, accessLog);
    const note = await accessLog.sealNote(file.id, 'x');
    if (note === null) throw new Error('no key');
    const before = (await entries(api, file.id)).length;
    const alerts = [null as unknown as string];
    await expect(
      emergency.open(reader, file, { reason: 'danger', note, delegation: 'akut-1', alerts }, api.now),
    ).rejects.toThrow();
    expect((await entries(api, file.id)).length).toBe(before);
    expect(await emergency.activeFor(reader.person.login, api.now)).toEqual([]);
  });
});
