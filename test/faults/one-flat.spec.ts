import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { verify } from '../../src/audit/verify.js';
import type { Command, Done } from '../../src/engine/command.js';
import type { Refusal } from '../../src/engine/refusals.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { sendAll } from './clients.js';
import { acknowledgedLines, chance, oneOf, recorded } from './world.js';

const workflows = [referral, offer, dwelling, tenancy, agencyRequest];
const FAMILIES = 5;
const FLATS = 3;

/** Flats that two live offers hold, or that do not know of the one offer that holds them. */
const DOUBLED = `
with live as (
  select file_id || '/' || number as offer, stored #>> '{context,dwelling,ref}' as flat
  from process where workflow = 'offer' and is_open)
select flat from live group by flat having count(*) > 1
union all
select l.flat from live l where not exists (select from hold h where h.file_id || '/1' = l.flat and h.ref = l.offer)
union all
select h.file_id from hold h where not exists (select from live l where l.offer = h.ref)`;

describe('one flat', () => {
  let db: TestDatabase;
  let one: TestEngine;
  let other: TestEngine;
  let families: string[];
  let flats: string[];
  const shis = () => one.person('the.administrator', 'shis');
  beforeAll(async () => {
    db = await freshDatabase();
    [one, other] = [testEngine(db, { workflows }), testEngine(db, { workflows })];
    families = await Promise.all(Array.from({ length: FAMILIES }, queuedFamily));
    flats = await Promise.all(Array.from({ length: FLATS }, (_, n) => freeFlat(`11${n}`)));
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await db.drop();
  });

  async function queuedFamily(): Promise<string> {
    const { file } = await one.do({ open: 'referral', data: { household } });
    await one.do({ file, process: 1, event: 'submit', data: {} });
    await one.do({ file, process: 1, event: 'approve', data: {}, by: shis() });
    return file;
  }

  async function freeFlat(number: string): Promise<string> {
    const data = { source: 'facility', number, rooms: 3, rent: 8000 };
    return (await one.do({ open: 'dwelling', data, by: shis() })).file;
  }

  const makeOffer = (id: string, file: string, flat: string): Command =>
    one.command({
      id,
      file,
      process: 1,
      event: 'makeOffer',
      by: shis(),
      data: { dwelling: { ref: `${flat}/1` } },
    });
  const nodes = () => [one.engine, other.engine];
  const doubled = async () => (await one.ownerPool.query(DOUBLED)).rows;

  async function withdraw(id: string, file: string): Promise<Command | null> {
    const { rows } = await one.ownerPool.query<{ number: number }>(
      `select number from process where file_id = $1 and workflow = 'offer' and is_open`,
      [file],
    );
    const [row] = rows;
    const data = { reason: 'made-in-error' };
    return row === undefined
      ? null
      : one.command({ id, file, process: row.number, event: 'withdraw', by: shis(), data });
  }

  it('offered to five families at once goes to exactly one, and the others are told why not', async () => {
    for (const [round, flat] of flats.entries()) {
      const offers = families.map((file, n) => makeOffer(`round-${round}-${n}`, file, flat));
      const { done, refused } = await sendAll(nodes(), offers, FAMILIES);
      expect(done.size).toBe(1);
      for (const no of refused.values()) expectTold(no, flat);
      expect(await doubled()).toEqual([]);
      const [winner] = done.values();
      const back = await withdraw(`back-${round}`, winner?.file ?? '');
      expect(await other.engine.execute(back as Command)).toMatchObject({ ok: true });
      expect(await doubled()).toEqual([]);
    }
  });

  function expectTold(no: Refusal, flat: string): void {
    expect(no).toMatchObject({ code: 'not-possible-now', at: `${flat}/1`, event: 'reserve' });
    expect(no.possibleIn?.map((state) => state.en)).toContain('Available');
    expect(no.sentences.every(({ sv, en }) => sv.length > 10 && en.length > 10)).toBe(true);
  }

  it('is never held twice while 64 clients offer and withdraw on two nodes', async () => {
    const random = chance(5_3);
    const done = new Map<string, Done>();
    const made = new Set<string>();
    const codes = new Set<string>();
    const client = async (_: unknown, who: number) => {
      for (let n = 0; n < 2; n++) {
        const [file, flat, id] = [oneOf(families, random), oneOf(flats, random), `f-${who}-${n}`];
        const command = (random() < 0.4 ? await withdraw(id, file) : null) ?? makeOffer(id, file, flat);
        if ('event' in command.asked && command.asked.event === 'makeOffer') made.add(id);
        const answers = await sendAll(random() < 0.5 ? nodes() : nodes().reverse(), [command], 1);
        answers.done.forEach((answer) => done.set(id, answer));
        answers.refused.forEach((no) => codes.add(no.code));
      }
    };
    await Promise.all(Array.from({ length: 64 }, client));
    expect(done.size).toBeGreaterThan(FLATS);
    expect([...codes].every((code) => code === 'guard' || code === 'not-possible-now')).toBe(true);
    expect(await doubled()).toEqual([]);
    expect(await recorded(one.ownerPool, 'f-')).toEqual(acknowledgedLines(done));
    const { rows } = await one.ownerPool.query<{ live: number; offers: number }>(
      `select count(*) filter (where is_open)::int as live, count(*)::int as offers from process where workflow = 'offer'`,
    );
    expect(rows[0]?.live).toBeLessThanOrEqual(FLATS);
    expect(rows[0]?.offers).toBe(FLATS + [...made].filter((id) => done.has(id)).length);
    const found = await verify(one.ownerPool, one.registry, { vault: one.vault });
    expect(found.findings).toEqual([]);
  });
});
