import { gate } from '../../src/access/gate.js';
import { about, seenBy, seenByOf } from '../../src/engine/about.js';
import type { Gate } from '../../src/engine/ports.js';
import type { FileState, Person } from '../../src/engine/model.js';
import { roles } from '../../src/register/roles.js';
import { dayOf } from '../../src/domain/zone.js';
import { searchWords } from '../../src/engine/seal.js';
import { keepsToTheirOwn, seesHouseholds, showsWho, sightOf } from '../../src/files/sight.js';
import { Served } from '../api/served.js';
import { flat, referral } from '../api/stories.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { people } from '../scenarios/people.js';

/** Where one of the families lives. */
const ADDRESS = 'Provgatan 7';

let api: Served;
let files: FileState[];

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

/** Files of every sort: a draft, one handed over, one at the agency, protected ones open-ended, dated and past, flats. */
beforeAll(async () => {
  api = await Served.open();
  const ids: string[] = [await referral(farsta())];
  const sent = await referral(farsta(), { address: ADDRESS });
  await farsta().step(sent, 1, 'submit');
  const own = await flat(shis(), facilityFlat('4101', 2));
  const asked = await referral(farsta());
  await farsta().step(asked, 1, 'submit');
  await shis().step(asked, 1, 'approve');
  const results = [{ dwelling: { ref: `${own}/1` }, reason: 'size' }];
  await shis().step(asked, 1, 'searchOwnStock', { results });
  await shis().step(asked, 1, 'requestFromAgency', {});
  const hidden = await referral(farsta());
  await farsta().step(hidden, 1, 'submit');
  await farsta().step(hidden, null, 'setProtection', {
    kind: 'sekretessmarkering',
    handlers: ['shis.kollega', 'skarholmen.handlaggare'],
  });
  const dated = await referral(farsta());
  await farsta().step(dated, null, 'setProtection', { kind: 'skyddad-folkbokforing', until: '2021-02-01' });
  const shared = await referral(farsta());
  await farsta().step(shared, null, 'grantAccess', { to: 'hemlosa.handlaggare' });
  const refused = await referral(farsta());
  await farsta().step(refused, 1, 'submit');
  await farsta().step(refused, 1, 'withdrawConsent');
  const offered = await referral(farsta());
  await farsta().step(offered, 1, 'submit');
  await shis().step(offered, 1, 'approve');
  await shis().step(offered, 1, 'makeOffer', { dwelling: { ref: `${own}/1` } });
  await farsta().step(offered, 1, 'withdrawConsent');
  const again = await referral(farsta());
  await farsta().step(again, 1, 'submit');
  await farsta().step(again, 1, 'withdrawConsent');
  await farsta().step(again, 1, 'disclose', { ground: 'statute' });
  ids.push(
    sent,
    own,
    asked,
    hidden,
    dated,
    shared,
    refused,
    offered,
    again,
    await flat(shis(), agencyFlat('4102', 3)),
  );
  const { engine } = api.runtime;
  files = [...(await engine.files.read(ids, true)).values()].flatMap((file) => file ?? []);
}, 60_000);
afterAll(() => api.close());

/** Everybody of the cast, also as a substitute, in an emergency, and in every role that there is. */
function everyone(): Person[] {
  const emergency = files.slice(4, 6).map(({ id }) => id);
  return people.flatMap((one) => [
    one,
    { ...one, onBehalfOf: 'farsta.handlaggare' },
    { ...one, emergency },
    ...Object.keys(roles).map((role) => ({ ...one, role })),
  ]);
}

describe.each(['2021-02-01T09:00', '2021-02-02T00:00'])('at %s the database by itself', (at) => {
  beforeAll(() => api.set(at));

  it('shows each person the files that the gate lets them see, and no other', async () => {
    const { registry, guarded } = api.runtime;
    for (const person of everyone()) {
      const seen = await guarded.as(person, api.now, async (db) => {
        const { rows } = await db.query<{ id: string }>('select id from case_file');
        return rows.map(({ id }) => id).sort();
      });
      const due = files.filter((file) =>
        gate.maySee(person, about(registry, file, dayOf(api.now)), seenByOf(registry, file)),
      );
      expect([person, seen]).toEqual([person, due.map(({ id }) => id).sort()]);
    }
  });

  it('shows them of those the processes that are theirs to know of, and nothing of other files', async () => {
    const { registry, guarded } = api.runtime;
    for (const person of people) {
      const seen = await guarded.as(person, api.now, async (db) => {
        const ask = async (text: string) =>
          (await db.query<{ place: string }>(text)).rows.map((row) => row.place);
        return {
          files: await ask('select id as place from case_file'),
          processes: await ask(`select file_id || '/' || number as place from process`),
          events: await ask('select distinct file_id as place from event'),
          deadlines: await ask(`select distinct file_id || '/' || process as place from deadline`),
          facts: await ask(`select distinct file_id || '/' || process as place from fact`),
        };
      });
      const mine = files
        .filter(({ id }) => seen.files.includes(id))
        .flatMap((file) =>
          file.processes
            .filter((one) => person.kind === 'administration' || seenBy(registry, one).includes(person.kind))
            .map(({ number }) => `${file.id}/${number}`),
        );
      expect([person.login, seen.processes.sort()]).toEqual([person.login, mine.sort()]);
      expect([...seen.events].sort()).toEqual([...seen.files].sort());
      expect(seen.deadlines.every((one) => mine.includes(one))).toBe(true);
      expect(seen.facts.every((one) => mine.includes(one))).toBe(true);
    }
  });

  it('lets each person find by who they are the families that the gate shows them whole, and no other', async () => {
    const { registry, guarded, engine } = api.runtime;
    let atShis: string[] = [];
    for (const person of everyone()) {
      const seen = await guarded.as(person, api.now, async (db) => {
        const { rows } = await db.query<{ id: string }>('select distinct file_id as id from term');
        return rows.map(({ id }) => id).sort();
      });
      const due = files.filter((file) => {
        const sight = sightOf({ registry, gate: engine.ports.gate }, file, person, dayOf(api.now));
        return (
          file.kind === 'household' && seesHouseholds(person) && sight !== null && showsWho(sight.record)
        );
      });
      expect([person, seen]).toEqual([person, due.map(({ id }) => id).sort()]);
      if (person.login === 'shis.handlaggare' && person.role === 'administrator') atShis = seen;
    }
    const [, sent, , , , , , refused, offered, again] = files.map(({ id }) => id);
    expect(atShis).toEqual(expect.arrayContaining([sent, again]));
    for (const one of [refused, offered]) expect(atShis).not.toContain(one);
  });
});

describe('by its address a family', () => {
  it('is found in the database by those alone who see it and with whom the address stays', async () => {
    const { registry, guarded, engine } = api.runtime;
    const { gate: asked, vault } = engine.ports;
    const words = searchWords('address', ADDRESS).map((word) => vault.term(word));
    const sent = files.find(({ record }) => 'address' in record) as FileState;
    const told = new Map<string, boolean>();
    for (const person of everyone()) {
      const { rowCount } = await guarded.as(person, api.now, (db) =>
        db.query('select from term where term = any($1)', [words]),
      );
      const sight = sightOf({ registry, gate: asked }, sent, person, dayOf(api.now));
      const isDue = sight !== null && keepsToTheirOwn(person);
      expect([person, rowCount]).toEqual([person, isDue ? 1 : 0]);
      if (sight !== null) told.set(person.kind, isDue);
    }
    expect([told.get('district'), told.get('shis'), told.get('administration')]).toEqual([true, false, true]);
  });
});

describe('the role in which people read', () => {
  const as = <T>(work: (db: { query(text: string): Promise<{ rows: T[] }> }) => Promise<T[]>) =>
    api.runtime.guarded.as(people[0] as Person, api.now, (db) => work(db as never));

  it('cannot write, nor reach keys, sealed values or the registers', async () => {
    for (const text of [
      `insert into event values ('x', 1, null, null, now(), '', '')`,
      'update case_file set assignee = null',
      'delete from process',
      'select * from file_key',
      'select * from sealed',
      'select * from api_token',
      `select commit_files('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`,
    ])
      await expect(as((db) => db.query(text).then(({ rows }) => rows))).rejects.toThrow(
        /permission denied|read-only transaction/,
      );
  });

  it('sees nothing without its settings, and they end with the reading', async () => {
    const { pool } = api.runtime;
    await as(async (db) => (await db.query('select 1')).rows);
    const { rows } = await pool.query(
      `select current_setting('husrum.login', true) as login, current_user <> 'husrum_reader' as back`,
    );
    expect([[null, ''].includes(rows[0].login as string), rows[0].back]).toEqual([true, true]);
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('set local role husrum_reader');
      expect((await client.query('select id from case_file')).rows).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('with the gate taken away the database', () => {
  const open: Gate = {
    mayAct: () => null,
    mayDecide: () => ({ ok: true, line: 'none' }),
    maySee: () => true,
  };
  let kept: Gate;
  beforeAll(() => {
    const { ports } = api.runtime.engine;
    kept = ports.gate;
    Object.assign(ports, { gate: open });
  });
  afterAll(() => void Object.assign(api.runtime.engine.ports, { gate: kept }));

  it('still refuses a step in another’s household, or in a protected one, and writes nothing', async () => {
    const [draft, sent, , , hidden] = files as [FileState, FileState, FileState, FileState, FileState];
    const before = await api.events();
    for (const [login, file] of [
      ['skarholmen.handlaggare', draft],
      ['boendeenheten.handlaggare', sent],
      ['farsta.chef', hidden],
      ['shis.handlaggare', hidden],
    ] as const) {
      const got = await api.as(login).step(file.id, null, 'note', { note: 'x' });
      expect([login, [404, 500].includes(got.status)]).toEqual([login, true]);
      const { engine } = api.runtime;
      const by = people.find((one) => one.login === login) as Person;
      const asked = { event: 'note', file: file.id, data: { note: 'x' } };
      await expect(engine.execute({ id: `${login} ${file.id}`, by, asked })).rejects.toMatchObject({
        code: 'HS003',
      });
    }
    expect(await api.events()).toBe(before);
    expect((await farsta().step(draft.id, null, 'note', { note: 'x' })).status).toBe(200);
  });

  it('still shows nobody what is not theirs', async () => {
    const got = await Promise.all(
      files.slice(0, 5).map(({ id }) => api.as('skarholmen.handlaggare').get(`/api/v1/files/${id}`)),
    );
    expect(got.map(({ status }) => status)).toEqual([404, 404, 200, 404, 200]);
  });
});
