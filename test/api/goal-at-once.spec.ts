import { setTimeout } from 'node:timers/promises';
import type { Command, Done } from '../../src/engine/command.js';
import type { Person } from '../../src/engine/model.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { reservations } from '../../src/reports/ledger.queries.js';
import { allocations } from '../../src/reports/measures.queries.js';
import { agencyFlat, household } from '../support/cast.js';
import { Served, type Caller } from './served.js';

const CLIENTS = 100;
const FLATS = 200;
const GOAL = 150;
const LEASE = { signedOn: '2021-02-01', leaseStart: '2021-02-15', leaseEnd: '2022-02-14' };

/** In one snapshot: each flat of which its state, its live offers, its hold and the ledger's two sides do not say the same. */
const DISAGREEING = `
with flat as (select file_id, file_id || '/' || number as ref, state from process where workflow = 'dwelling'),
live as (select stored #>> '{context,dwelling,ref}' as flat, count(*) as offers from process
  where workflow = 'offer' and is_open group by 1)
select f.ref, f.state, l.offers, h.ref as hold, r.file is not null as held, a.file is not null as booked from flat f
left join live l on l.flat = f.ref
left join hold h on h.file_id = f.file_id
left join (${reservations.units}) r on r.file = f.file_id
left join (${allocations.units}) a on a.file = f.file_id
where (f.state = 'reserved') is distinct from (coalesce(l.offers, 0) = 1) or l.offers > 1
  or (f.state = 'reserved') is distinct from (h.ref is not null)
  or (f.state = 'reserved') is distinct from (r.file is not null)
  or (f.state in ('let', 'occupied')) is distinct from (a.file is not null)`;

describe('two hundred flats offered by a hundred clients at once', () => {
  let api: Served;
  let families: string[];
  let flats: string[];
  let commands = 0;
  beforeAll(async () => {
    api = await Served.open();
    await api.runtime.registers.put(
      'goal',
      { year: 2021, forms: ['transitional'], goal: GOAL },
      { at: '2020-12-01T00:00:00Z', by: 'casebook' },
    );
    families = await atOnce(CLIENTS, queued);
    flats = await atOnce(FLATS, free);
  }, 90_000);
  afterAll(() => api.close());

  /** So many things made, some at a time. */
  async function atOnce(count: number, make: (n: number) => Promise<string>): Promise<string[]> {
    const made: string[] = [];
    const queue = Array.from({ length: count }, (_, n) => n).values();
    const worker = async (): Promise<void> => {
      for (const n of queue) made[n] = await make(n);
    };
    await Promise.all(Array.from({ length: 6 }, worker));
    return made;
  }

  async function take(login: string, asked: Command['asked']): Promise<string> {
    const by = (await api.runtime.directory.person(login, api.now)) as Person;
    const done = await api.runtime.engine.execute({ id: `begin-${++commands}`, by, asked });
    if (isRefusal(done)) throw new Error(JSON.stringify(done));
    return (done as Done).file;
  }

  async function queued(): Promise<string> {
    const file = await take('farsta.handlaggare', { open: 'referral', data: { household: household() } });
    await take('farsta.handlaggare', { event: 'submit', file, process: 1, data: {} });
    return take('shis.handlaggare', { event: 'approve', file, process: 1, data: {} });
  }

  async function free(n: number): Promise<string> {
    const file = await take('formedlingen.handlaggare', { open: 'dwelling', data: agencyFlat(`B ${n}`, 3) });
    return take('shis.handlaggare', { event: 'approve', file, process: 1, data: {} });
  }

  const disagreeing = async () =>
    (await api.runtime.pool.query(DISAGREEING, ['2021-01-01', '2021-02-01', 'infinity'])).rows;

  /** Three flats, the first two wanted by a neighbour at the same time; what is got is given back, but for the last. */
  async function client(shis: Caller, n: number, answers: Map<number, number>): Promise<string[]> {
    const file = families[n] as string;
    const got: string[] = [];
    const step = async (process: number, type: string, data: object) => {
      const { status, body } = await shis.step(file, process, type, data);
      answers.set(status, (answers.get(status) ?? 0) + 1);
      return status === 200 ? (body.processes.length as number) : null;
    };
    const [first, last] = [2 * (n - (n % 2)), 2 * (n - (n % 2)) + 2 + (n % 2)];
    for (const at of [first, first + 1, last]) {
      const flat = flats[at] as string;
      const offer = await step(1, 'makeOffer', { dwelling: { ref: `${flat}/1` } });
      if (offer === null) continue;
      got.push(flat);
      if (at !== last) await step(offer, 'withdraw', { reason: 'made-in-error' });
      else if (n % 2 === 0) await step(offer, 'accept', {});
      if (at === last && n % 4 === 0) await step(offer, 'sign', LEASE);
    }
    return got;
  }

  it('are never offered twice, and ledger, facts and states agree at every moment', async () => {
    const answers = new Map<number, number>();
    let isOver = false;
    const looks = async (): Promise<number> => {
      let looked = 0;
      for (; !isOver; looked++) {
        expect(await disagreeing()).toEqual([]);
        await setTimeout(100);
      }
      return looked;
    };
    const work = Promise.all(
      Array.from({ length: CLIENTS }, (_, n) => client(api.as('shis.handlaggare'), n, answers)),
    ).finally(() => (isOver = true));
    const [offered, looked] = await Promise.all([work, looks()]);
    expect(new Set(offered.flat()).size).toBe(FLATS);
    expect(looked).toBeGreaterThan(10);
    // Each flat that two wanted at the same moment went to one; the other was told.
    expect([...answers.keys()].filter((status) => ![200, 422].includes(status))).toEqual([]);
    expect(answers.get(422)).toBeGreaterThan(0);
    expect(await disagreeing()).toEqual([]);
  }, 120_000);

  it('and the report says so', async () => {
    const { body } = await api
      .as('shis.handlaggare')
      .get('/api/v1/reports/goal-ledger?year=2021&until=2021-02-01');
    const consumed = CLIENTS / 4;
    const reserved = CLIENTS - consumed;
    expect(body.rows[1]).toMatchObject({
      ...{ form: 'transitional', goal: GOAL, consumed, reserved },
      balance: GOAL - consumed - reserved,
    });
  });
});
