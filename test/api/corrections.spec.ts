import { verify } from '../../src/audit/verify.js';
import { addDays } from '../../src/domain/days.js';
import { foreseenCorrection } from '../../src/files/correction-shapes.js';
import { steppedView } from '../../src/files/shapes.js';
import { canonical } from '../../src/engine/canonical.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { keep } from '../../src/reports/index.js';
import { facilityFlat } from '../support/cast.js';
import { createPool } from '../../src/platform/database.js';
import { Served, type Caller, type Got } from './served.js';
import { flat, referral, statesIn } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open({ at: '2021-02-01T09:00' });
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');
let keys = 0;
const correct = (by: Caller, file: string, seq: number, body: object, query = '', key = `c-${++keys}`) =>
  by.post(`/api/v1/files/${file}/events/${seq}/correction${query}`, body, { 'idempotency-key': key });
const dry = '?dryRun=true';

/** The number of the newest event of a type in a file. */
async function seqOf(by: Caller, file: string, type: string): Promise<number> {
  const { body } = await by.get(`/api/v1/files/${file}/events?limit=200`);
  return (body.events as { type: string; seq: number }[]).findLast((one) => one.type === type)?.seq ?? 0;
}

/** A family in a flat of its own since a day: the signing told a wrong start of the lease. */
async function signed(number: string): Promise<{ file: string; home: string; sign: number }> {
  api.set('2021-02-01T09:00');
  const file = await referral(farsta());
  await farsta().step(file, 1, 'submit');
  await shis().step(file, 1, 'approve');
  const home = await flat(shis(), facilityFlat(number, 3));
  await shis().step(file, 1, 'makeOffer', { dwelling: { ref: `${home}/1` } });
  await farsta().step(file, 2, 'accept');
  const lease = { signedOn: '2021-02-01', leaseStart: '2021-02-10', leaseEnd: '2022-02-09' };
  const got = await shis().step(file, 2, 'sign', lease);
  if (got.status !== 200) throw new Error(got.text);
  const sign = await seqOf(shis(), file, 'sign');
  api.set('2021-03-01T09:00');
  await api.runtime.sweep.run();
  return { file, home, sign };
}

const right = { data: { signedOn: '2021-02-01', leaseStart: '2021-03-10', leaseEnd: '2022-03-09' } };

const movedIn = async (file: string, knownOn: string): Promise<string[]> => {
  const { rows } = await api.runtime.pool.query<{ on: string }>(
    `select occurred_on::text as on from fact where file_id = $1 and kind = 'movedIn'
     and recorded_at < $2 and (voided_at is null or voided_at >= $2)`,
    [file, `${addDays(knownOn, 1)}T00:00:00+01:00`],
  );
  return rows.map(({ on }) => on);
};

const verified = async (): Promise<unknown> => {
  const owner = createPool(api.runtime.home.ownerUrl, { max: 2 });
  const { found, findings } = await verify(owner, api.runtime.registry);
  await owner.end();
  return { found, findings };
};

describe('a lease start that was typed wrong', () => {
  it('is shown with what it changes, corrected in both files, and known as it was known then', async () => {
    const { file, home, sign } = await signed('3101');
    expect(await movedIn(file, '2021-03-01')).toEqual(['2021-02-10']);
    const asked = { replacement: right, reason: 'Fel dag' };
    const before = await api.events();
    const shown = await correct(shis(), file, sign, asked, dry);
    expect(shown.status).toBe(200);
    expect(foreseenCorrection.strict().safeParse(shown.body).error).toBeUndefined();
    const files = shown.body.files as { id: string; closed: object[]; changes: { after: object[] }[] }[];
    expect(files.map(({ id }) => id)).toEqual([file, home]);
    expect(files[0]?.closed).toContainEqual(expect.objectContaining({ kind: 'movedIn', on: '2021-02-10' }));
    expect(await api.events()).toBe(before);

    api.set('2021-03-02T09:00');
    const got = await correct(shis(), file, sign, asked);
    expect([got.status, steppedView.strict().safeParse(got.body).error]).toEqual([200, undefined]);
    expect(statesIn(got)).toContain('tenancy upcoming');
    expect(statesIn(await shis().get(`/api/v1/files/${home}`))).toEqual(['dwelling let']);
    expect(await movedIn(file, '2021-03-01')).toEqual(['2021-02-10']);
    expect(await movedIn(file, '2021-03-02')).toEqual([]);
    api.set('2021-03-11T09:00');
    await api.runtime.sweep.run();
    expect(await movedIn(file, '2021-03-11')).toEqual(['2021-03-10']);
    expect(statesIn(await shis().get(`/api/v1/files/${file}`))).toContain('tenancy active');
    expect(await verified()).toEqual({ found: 0, findings: [] });
    const changes = '/api/v1/reports/placements/changes?year=2021&until=2021-02-28';
    const since = (by: Caller) => by.get(`${changes}&asKnownOn=2021-03-01`);
    const correction = `${file}:${await seqOf(shis(), file, 'correct')}`;
    const told = await since(shis());
    expect(told.body).toMatchObject({ report: 'placements', asKnownOn: '2021-03-01', happenedSince: 0 });
    expect(told.body.differences).toContainEqual(
      expect.objectContaining({ report: 'placements', column: 'count', before: 1, after: 0 }),
    );
    expect(told.body.changed).toEqual([
      expect.objectContaining({
        ...{ as: 'left', file, day: '2021-02-10', column: 'count', event: correction, isCorrection: true },
        row: expect.objectContaining({ form: 'transitional', channel: 'facility' }),
      }),
    ]);
    const other = await since(api.as('skarholmen.handlaggare'));
    expect([other.body.changed, other.body.differences]).toEqual([[], told.body.differences]);
    const public_ = await since(api.as('socialforvaltningen.analytiker'));
    expect([public_.status, public_.body.changed]).toEqual([200, []]);
    expect((await shis().get(changes)).status).toBe(400);
    expect((await since(farsta())).body.changed).toEqual(told.body.changed);
  });

  it('names the kept reports that rest on it, and no others', async () => {
    const { file, sign } = await signed('3106');
    const { pool, directory, registry } = api.runtime;
    const source = { pool, registers: directory, workflows: registry.all().map(({ workflow }) => workflow) };
    const keepUntil = async (until: string, asKnownOn = '') => {
      const asking = { today: '2021-03-01', reader: 'inside' as const };
      const parameters = { year: '2021', until, asKnownOn };
      const by = { login: 'shis.chef', at: api.now };
      const kept = await keep(source, 'placements', { ...asking, parameters }, by);
      if (isRefusal(kept)) throw new Error(JSON.stringify(kept));
      return kept.id;
    };
    const [before, rests] = [await keepUntil('2021-01-31'), await keepUntil('2021-02-28')];
    const notKnown = await keepUntil('2021-02-27', '2021-01-31');
    const { body } = await correct(shis(), file, sign, { replacement: right, reason: 'Fel dag' }, dry);
    const named = (body.keptReports as { id: string; name: string }[]).map(({ id, name }) => [id, name]);
    expect(named).toEqual([[rests, 'Hushåll som fått bostad']]);
    expect(named.flat()).not.toEqual(expect.arrayContaining([before, notKnown]));
  });

  it('is corrected once, however often the same key comes, and by two at a time one after the other', async () => {
    const { file, sign } = await signed('3102');
    const asked = { replacement: right, reason: 'Fel dag' };
    const all = await Promise.all([1, 2, 3].map(() => correct(shis(), file, sign, asked, '', 'once')));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(all.map(({ body }) => body.step.event)).size).toBe(1);
    const other = await correct(shis(), file, sign, { ...asked, reason: 'En annan' }, '', 'once');
    expect([other.status, other.body.code]).toEqual([409, 'key-reused']);
    const two = await Promise.all(
      ['2021-03-12', '2021-03-13'].map((leaseStart) =>
        correct(shis(), file, sign, { replacement: { data: { ...right.data, leaseStart } }, reason: 'x' }),
      ),
    );
    expect(two.map(({ status }) => status)).toEqual([200, 200]);
    expect(await verified()).toEqual({ found: 0, findings: [] });
  });

  it('cannot be taken away under what rests on it, which is named', async () => {
    const { file, sign } = await signed('3103');
    await shis().step(file, 3, 'recordMoveIn', { on: '2021-02-12' });
    const got = await correct(shis(), file, sign, { void: true, reason: 'Aldrig' });
    expect([got.status, got.body.code]).toEqual([422, 'stands-in-the-way']);
    expect(got.body.detail).toContain('2021-02-12');
  });

  it('may be reclassified by a note, which changes nothing that happened', async () => {
    const { file, sign } = await signed('3104');
    const states = statesIn(await shis().get(`/api/v1/files/${file}`));
    const got = await correct(shis(), file, sign, { note: 'Avtalet hade två dagar', reason: 'Sent' });
    expect([got.status, statesIn(got)]).toEqual([200, states]);
  });
});

describe('a correction', () => {
  const code = ({ status, body }: Got) => [status, body.code];

  it('is for those who took the step, and others learn no more than they may', async () => {
    const file = await referral(farsta());
    await farsta().step(file, 1, 'submit');
    const asked = { void: true, reason: 'Fel familj' };
    expect(code(await correct(api.as('skarholmen.handlaggare'), file, 2, asked))).toEqual([404, 'not-found']);
    expect(code(await correct(shis(), file, 2, asked))).toEqual([403, 'not-permitted']);
    expect(code(await correct(farsta(), file, 1, asked))).toEqual([422, 'not-possible-now']);
    expect(code(await correct(farsta(), file, 99, asked))).toEqual([422, 'not-possible-now']);
    const taken = await correct(farsta(), file, 2, asked, '', 'taken');
    expect([taken.status, statesIn(taken)]).toEqual([200, ['referral draft']]);
    const again = await correct(farsta(), file, 2, asked, '', 'taken');
    expect([again.status, again.body.step]).toEqual([200, { ...taken.body.step, repeated: true }]);
    expect(code(await correct(farsta(), file, 2, asked))).toEqual([422, 'not-possible-now']);
  });

  it.each([
    ['nothing', { reason: 'x' }],
    ['two ways at once', { void: true, note: 'x', reason: 'x' }],
    ['no reason', { void: true }],
    ['data that are no such data', { replacement: { data: { note: 5 } }, reason: 'x' }],
    ['a day that never was', { replacement: { occurredAt: '2021-02-31T10:00:00Z' }, reason: 'x' }],
  ])('that says %s is refused, with the fields', async (_, asked) => {
    const file = await referral(farsta());
    await farsta().step(file, 1, 'submit');
    const got = await correct(farsta(), file, 2, asked);
    expect([400, 422]).toContain(got.status);
    expect(got.body.sentences.length).toBeGreaterThan(0);
  });

  it('that somebody changes in the database is found', async () => {
    const { file, sign } = await signed('3105');
    await correct(shis(), file, sign, { replacement: right, reason: 'Fel dag' });
    const owner = createPool(api.runtime.home.ownerUrl, { max: 2 });
    const found = async () =>
      (await verify(owner, api.runtime.registry)).findings.filter((one) => one.file === file);
    expect(await found()).toEqual([]);
    const reopened = await owner.query(
      'update fact set voided_at = null where file_id = $1 and voided_at is not null returning seq',
      [file],
    );
    expect(reopened.rowCount).toBeGreaterThan(0);
    expect((await found()).map(({ kind }) => kind)).toContain('fact');
    const { rows } = await owner.query<{ seq: number; canonical: Buffer }>(
      `select seq, canonical from event where file_id = $1 order by seq desc limit 1`,
      [file],
    );
    const [last] = rows;
    const body = JSON.parse(last?.canonical.toString('utf8') ?? '{}') as { corrects: { then: unknown[] } };
    body.corrects.then.pop();
    await owner.query('update event set canonical = $3 where file_id = $1 and seq = $2', [
      ...[file, last?.seq, Buffer.from(canonical(body))],
    ]);
    const kinds = (await found()).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['hash', 'fact', 'state']));
    await owner.end();
  });
});
