import type { Command } from '../../src/engine/command.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { sendAll, untilAnswered } from './clients.js';
import { potsAndGivers } from './pots.workflows.js';
import { acknowledgedLines, amiss, chance, oneOf, potsAndGiversIn, recorded } from './world.js';

const CLIENTS = 64;

describe('two nodes on one database', () => {
  let db: TestDatabase;
  let one: TestEngine;
  let other: TestEngine;
  let pots: string[];
  let givers: string[];
  beforeEach(async () => {
    db = await freshDatabase();
    [one, other] = [
      testEngine(db, { workflows: potsAndGivers }),
      testEngine(db, { workflows: potsAndGivers }),
    ];
    ({ pots, givers } = await potsAndGiversIn(one, 3, 5));
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await db.drop();
  });

  const ref = (file: string) => ({ ref: `${file}/1` });
  const nodes = () => [one.engine, other.engine];

  it('lose, double and halve no step of 64 clients on five households and three pots', async () => {
    const random = chance(20_210_301);
    const commands = Array.from({ length: 256 }, (_, n): Command => {
      const file = oneOf(givers, random);
      const [amount, what] = [1 + Math.floor(random() * 9), random()];
      const give = { event: 'give', data: { pot: ref(oneOf(pots, random)), amount, note: 'Till alla' } };
      const keep = { event: 'keep', data: { amount } };
      const wrong = { event: 'give', data: { pot: { ref: `${file}/1` }, amount } };
      const asked = what < 0.6 ? give : what < 0.9 ? keep : wrong;
      return one.command({ id: `c-${n}`, file, process: 1, ...asked });
    });
    const { done, refused } = await sendAll(nodes(), commands, CLIENTS);
    expect(done.size + refused.size).toBe(commands.length);
    expect([...new Set([...refused.values()].map((no) => no.code))]).toEqual(['unknown-reference']);
    expect(refused.size).toBeGreaterThan(10);
    expect(await recorded(one.ownerPool, 'c-')).toEqual(acknowledgedLines(done));
    expect(await amiss(one)).toEqual([]);
  });

  it('refuse whatever comes after a file was closed, on either node, in the order of the chain', async () => {
    const [file = ''] = givers;
    await other.engine.files.read(givers);
    const commands = Array.from({ length: 80 }, (_, n) =>
      n === 40
        ? one.command({ id: 'l-leave', file, process: 1, event: 'leave', data: { reason: 'old' } })
        : one.command({ id: `l-${n}`, file, process: 1, event: 'keep', data: { amount: 1 } }),
    );
    const { done, refused } = await sendAll(nodes(), commands, CLIENTS);
    const last = done.get('l-leave');
    expect([...done.values()].every(({ seq }) => seq <= (last?.seq ?? 0))).toBe(true);
    expect([...refused.values()].every(({ code }) => code === 'not-possible-now')).toBe(true);
    expect(await recorded(one.ownerPool, 'l-')).toEqual(acknowledgedLines(done));
    expect(await amiss(one)).toEqual([]);
  });

  it('answer one key of twenty clients with one event, and refuse it with other content', async () => {
    const [file = ''] = givers;
    const [pot = ''] = pots;
    const give = (amount: number) =>
      one.command({
        id: 'same',
        file,
        process: 1,
        event: 'give',
        data: { pot: ref(pot), amount, note: 'Hej' },
      });
    const same = await Promise.all(Array.from({ length: 20 }, (_, n) => untilAnswered(nodes(), give(7), n)));
    const answers = new Set(same.map((answer) => JSON.stringify({ ...answer, repeated: true })));
    expect([...answers]).toEqual([
      JSON.stringify({ ok: true, file, seq: 2, process: 1, repeated: true, proposed: false }),
    ]);
    expect(same.filter((answer) => !isRefusal(answer) && !answer.repeated)).toHaveLength(1);
    const others = await Promise.all(
      Array.from({ length: 20 }, (_, n) => untilAnswered(nodes(), give(8), n)),
    );
    expect(new Set(others.map((answer) => isRefusal(answer) && answer.code))).toEqual(
      new Set(['key-reused']),
    );
    expect(await amiss(one)).toEqual([]);
  });

  it('open one file for one key of twenty clients, and none for it with other content', async () => {
    const openPot = (number: string) =>
      one.command({ id: 'same', open: 'pot', data: { source: 'facility', number, rooms: 1, rent: 1 } });
    const files = await Promise.all(
      Array.from({ length: 20 }, (_, n) => untilAnswered(nodes(), openPot('S 1'), n)),
    );
    expect(new Set(files.map((answer) => !isRefusal(answer) && answer.file)).size).toBe(1);
    const others = await Promise.all(nodes().map((node) => node.execute(openPot('S 2'))));
    expect(others.map((answer) => isRefusal(answer) && answer.code)).toEqual(['key-reused', 'key-reused']);
    const { rows } = await one.ownerPool.query(`select id from case_file where kind = 'dwelling'`);
    expect(rows).toHaveLength(pots.length + 1);
  });

  it('let a file be known on one node as soon as it was opened on the other', async () => {
    const [file = ''] = givers;
    const [pot = ''] = pots;
    await other.engine.files.read([file, pot]);
    const second = await one.do({
      open: 'pot',
      file: pot,
      data: { source: 'facility', number: 'B', rooms: 1, rent: 1 },
    });
    expect(second.process).toBe(2);
    const to = { ref: `${pot}/2` };
    expect(await other.do({ file, process: 1, event: 'give', data: { pot: to, amount: 1 } })).toMatchObject({
      ok: true,
    });
  });

  it('do not go by an old copy of a file that a step reads and does not write', async () => {
    const [file = ''] = givers;
    const [pot = ''] = pots;
    const look = { file, process: 1, event: 'look', data: { dwelling: ref(pot) } };
    await other.do(look);
    await one.do({ file: pot, process: 1, event: 'shut', data: {} });
    expect(await other.refused(look)).toMatchObject({ code: 'guard' });
    expect(await other.engine.preview(other.command(look))).toMatchObject({ code: 'guard' });
  });

  it('record in the order of the chain although one clock is behind the other', async () => {
    const [file = ''] = givers;
    one.clock.set('2021-03-01T10:00:00.000Z');
    other.clock.set('2021-03-01T09:59:58.000Z');
    await one.do({ file, process: 1, event: 'keep', data: { amount: 1 } });
    await other.do({ file, process: 1, event: 'keep', data: { amount: 1 } });
    const { rows } = await one.ownerPool.query(
      'select seq from event where file_id = $1 order by recorded_at, seq',
      [file],
    );
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3]);
    const opened = await one.do({
      open: 'pot',
      data: { source: 'facility', number: 'C', rooms: 1, rent: 1 },
    });
    expect(await other.do({ file: opened.file, process: 1, event: 'shut', data: {} })).toMatchObject({
      ok: true,
    });
    expect(await amiss(one)).toEqual([]);
  });
});
