import { verify } from '../../src/audit/verify.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { sourceOf } from '../../src/files/report-reader.js';
import { createPool } from '../../src/platform/database.js';
import { keep } from '../../src/reports/index.js';
import { Served, type Caller, type Got } from '../api/served.js';
import { flat, idIn, statesIn } from '../api/stories.js';
import { facilityFlat, household } from '../support/cast.js';
import { stockholm } from '../support/world.js';

/** Story 2 of the product's three: a protected family, a change of district, late hands, and one mistake. */
describe('a protected family, a change of district, late hands and one mistake', () => {
  let api: Served;
  let [file, home] = ['', ''];
  const skarholmen = () => api.as('skarholmen.handlaggare');
  const farsta = () => api.as('farsta.handlaggare');
  const shis = () => api.as('shis.kollega');
  const read = (by: Caller, more = ''): Promise<Got> => by.get(`/api/v1/files/${file}${more}`);
  const taken = (got: Got): Got => {
    if (got.status !== 200) throw new Error(`${got.status} ${got.text}`);
    return got;
  };
  const at = async (local: string): Promise<void> => {
    api.set(local);
    await api.runtime.sweep.run();
  };
  const post = (by: Caller, path: string, body: object): Promise<Got> =>
    by.post(`/api/v1/files/${file}${path}`, body, { 'idempotency-key': `story-${++keys}` });
  let keys = 0;
  const queueDate = async (by: Caller): Promise<string> => {
    const { body } = await read(by);
    return (body.processes as { context: { queueDate: string } }[])[0]?.context.queueDate ?? '';
  };
  const seqOf = async (by: Caller, type: string): Promise<number> => {
    const { body } = await read(by, '/events?limit=200');
    return (body.events as { type: string; seq: number }[]).findLast((one) => one.type === type)?.seq ?? 0;
  };
  beforeAll(async () => {
    api = await Served.open({ at: '2021-03-01T09:00' });
  }, 60_000);
  afterAll(() => api.close());

  it('1. is Skärholmen’s, protected from the first day: only the named handlers know of it', async () => {
    const data = { household: household({ children: 2, type: 'couple', district: 'skarholmen' }) };
    file = idIn(await skarholmen().post('/api/v1/files', { workflow: 'referral', data }), 201);
    const protection = { kind: 'sekretessmarkering', ref: 'mother', handlers: ['shis.kollega'] };
    taken(await skarholmen().step(file, null, 'setProtection', protection));
    taken(await skarholmen().step(file, 1, 'submit', { ground: 'statute' }));
    for (const login of [
      'shis.handlaggare',
      'shis.chef',
      'farsta.handlaggare',
      'socialforvaltningen.granskare',
    ]) {
      expect((await api.as(login).step(file, 1, 'approve')).status).toBe(404);
      expect((await read(api.as(login))).status).toBe(404);
    }
    const log = await skarholmen().get(`/api/v1/access-log?file=${file}`);
    const tried = (log.body.entries as { login: string }[]).map(({ login }) => login);
    expect(tried).toEqual(expect.arrayContaining(['shis.handlaggare', 'socialforvaltningen.granskare']));
    api.set('2021-03-05T10:00');
    taken(await shis().step(file, 1, 'approve'));
    expect(await queueDate(shis())).toBe('2021-03-01');
  });

  it('2. moves in the queue: the new handler first, the old one loses it at once, the queue date stays', async () => {
    await at('2021-05-04T10:00');
    const no = await skarholmen().step(file, null, 'transferDistrict', { to: 'farsta' });
    expect([no.status, no.body.code]).toEqual([422, 'guard']);
    const moved = { to: 'farsta', handler: 'farsta.handlaggare' };
    expect((await skarholmen().step(file, null, 'transferDistrict', moved)).status).toBe(200);
    expect((await skarholmen().step(file, null, 'note', { note: 'x' })).status).toBe(404);
    taken(await farsta().step(file, null, 'note', { note: 'Nu hos oss' }));
    expect(await queueDate(farsta())).toBe('2021-03-01');
    const { rows } = await api.runtime.pool.query<{ district: string }>(
      `select distinct district from fact where file_id = $1 and occurred_on < '2021-05-04'`,
      [file],
    );
    expect(rows).toEqual([{ district: 'skarholmen' }]);
  });

  it('3. answers on the 4th what is registered on the 15th: taken, marked late, SHIS’s term runs from the 15th', async () => {
    home = await flat(api.as('shis.handlaggare'), facilityFlat('7101', 4));
    await at('2021-06-01T10:00');
    taken(await shis().step(file, 1, 'makeOffer', { dwelling: { ref: `${home}/1` } }));
    await at('2021-06-15T10:00');
    expect(statesIn(await read(shis()))).toContain('offer unanswered');
    const given = { type: 'accept', data: {}, occurredAt: stockholm('2021-06-04T13:00') };
    const answered = taken(await post(shis(), '/processes/2/events', given));
    expect(statesIn(answered)).toContain('offer accepted');
    const { body } = await read(shis(), '/events?limit=200');
    const event = (body.events as { type: string; occurredAt: string; recordedAt: string }[]).findLast(
      ({ type }) => type === 'accept',
    );
    expect([event?.occurredAt, event?.recordedAt]).toEqual([
      stockholm('2021-06-04T13:00'),
      stockholm('2021-06-15T10:00'),
    ]);
    const term = (answered.body.deadlines as { name: string; day: string }[]).find(
      ({ name }) => name === 'signTerm',
    );
    // Fifteen working days after the 15th, Midsummer's Eve left out.
    expect(term?.day).toBe('2021-07-07');
  });

  const lease = { signedOn: '2021-06-18', leaseStart: '2021-07-01', leaseEnd: '2022-06-30' };
  const placed = async (until: string, asKnownOn: string): Promise<number> => {
    const asked = new URLSearchParams({ year: '2021', until, asKnownOn });
    const { body } = await shis().get(`/api/v1/reports/placements?${asked.toString()}`);
    return (body.rows as { count: number }[]).reduce((all, { count }) => all + count, 0);
  };
  /** What runs, with its day. */
  const terms = async (): Promise<string[]> =>
    ((await read(shis())).body.deadlines as { name: string; day: string }[]).map(
      ({ name, day }) => `${name} ${day}`,
    );
  /** Keeps the placements to the last of July as they are known now. */
  const keptPlacements = async (): Promise<string> => {
    const asking = { today: '2021-07-20', reader: 'inside' as const };
    const parameters = { year: '2021', until: '2021-07-31' };
    const by = { login: 'shis.chef', at: api.now };
    const kept = await keep(sourceOf(api.runtime), 'placements', { ...asking, parameters }, by);
    if (isRefusal(kept)) throw new Error(JSON.stringify(kept));
    return kept.id;
  };

  it('4. has a lease start that was typed wrong: shown, corrected, and known as it was known then', async () => {
    await at('2021-06-18T10:00');
    taken(await shis().step(file, 2, 'sign', lease));
    taken(await farsta().step(file, null, 'note', { note: 'Lisa Larsson i en annan familj ringde' }));
    await at('2021-07-20T10:00');
    expect(statesIn(await read(shis()))).toContain('tenancy active');
    // Of the limit the first term is that of the planning, two years before it.
    const before = ['followUpPasses 2021-08-02', 'leaseEnds 2022-06-30', 'planningBegins 2024-07-01'];
    expect(await terms()).toEqual(before);
    const path = `/events/${await seqOf(shis(), 'sign')}/correction`;
    const right = {
      replacement: { data: { ...lease, leaseStart: '2021-08-01', leaseEnd: '2022-07-31' } },
      reason: 'Fel månad',
    };
    const kept = await keptPlacements();
    const shown = taken(await post(shis(), `${path}?dryRun=true`, right));
    const own = (shown.body.files as { id: string; closed: { kind: string; on: string }[] }[])[0];
    expect(own?.closed).toContainEqual(expect.objectContaining({ kind: 'movedIn', on: '2021-07-01' }));
    expect((shown.body.keptReports as { id: string }[]).map(({ id }) => id)).toEqual([kept]);
    expect(await placed('2021-07-31', '2021-07-20')).toBe(1);
    api.set('2021-07-21T10:00');
    expect(statesIn(taken(await post(shis(), path, right)))).toContain('tenancy upcoming');
    expect(await terms()).not.toEqual(expect.arrayContaining([before[0], before[2]]));
    expect(await placed('2021-07-31', '2021-07-20')).toBe(1);
    expect(await placed('2021-07-31', '2021-07-21')).toBe(0);
    await at('2021-08-02T10:00');
    expect(statesIn(await read(shis()))).toContain('tenancy active');
    expect(await placed('2021-08-31', '2021-08-02')).toBe(1);
    expect(await terms()).toEqual(
      expect.arrayContaining(['leaseEnds 2022-07-31', 'planningBegins 2024-08-01']),
    );
    expect(await terms()).not.toContain(before[0]);
  });

  it('4. has a note that belongs to another family, sealed by two persons: its content is gone, the chain holds', async () => {
    const seq = await seqOf(farsta(), 'note');
    const seal = (by: Caller) => post(by, `/events/${seq}/sealing`, { reason: 'Hör till en annan familj' });
    expect((await seal(shis())).status).toBe(404);
    expect((await seal(api.as('farsta.chef'))).status).toBe(404);
    taken(await farsta().step(file, null, 'grantAccess', { to: 'farsta.chef' }));
    expect(taken(await seal(farsta())).body.step.proposed).toBe(true);
    const noteOf = async () =>
      (
        (await read(farsta(), '/events?limit=200')).body.events as { seq: number; data: { note: string } }[]
      ).find((one) => one.seq === seq)?.data.note;
    expect(await noteOf()).toContain('Lisa Larsson');
    expect((await seal(farsta())).body.code).toBe('same-person-twice');
    expect(taken(await seal(api.as('farsta.chef'))).body.step.proposed).toBe(false);
    expect(await noteOf()).toBeNull();
    const owner = createPool(api.runtime.home.ownerUrl, { max: 2 });
    const { found, findings } = await verify(owner, api.runtime.registry);
    await owner.end();
    expect({ found, findings }).toEqual({ found: 0, findings: [] });
  });

  it('5. lets an auditor ask what a named handler could see on a given day, and gets it', async () => {
    const auditor = api.as('socialforvaltningen.granskare');
    const could = async (login: string, day: string): Promise<unknown> =>
      (await auditor.get(`/api/v1/handlers/${login}/files?on=${day}`)).body.files;
    const moved = stockholm('2021-05-04T10:00');
    expect(await could('skarholmen.handlaggare', '2021-05-03')).toEqual([
      { file, from: stockholm('2021-03-01T09:00'), to: moved, protection: 'sekretessmarkering' },
    ]);
    expect(await could('skarholmen.handlaggare', '2021-05-05')).toEqual([]);
    expect(await could('farsta.handlaggare', '2021-05-05')).toEqual([
      { file, from: moved, to: null, protection: 'sekretessmarkering' },
    ]);
    expect((await read(auditor)).status).toBe(404);
  });
});
