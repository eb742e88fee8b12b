import { verify } from '../../src/audit/verify.js';
import type { Command, Done } from '../../src/engine/command.js';
import { tryTimersAgain } from '../../src/engine/incidents.js';
import { Sweep } from '../../src/engine/sweep.js';
import { newTool } from '../fixtures/workflows/errand/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { alarmWorkflow, alarmsAndBells } from './alarms.workflows.js';
import { sendAll } from './clients.js';
import { raising } from './raising.js';

const later = { ...alarmWorkflow, version: 2 };

describe('the sweep', () => {
  let db: TestDatabase;
  let nodes: TestEngine[];
  let e: TestEngine;
  beforeEach(async () => {
    db = await freshDatabase();
    nodes = [0, 1, 2].map(() => testEngine(db, { workflows: alarmsAndBells, connections: 4 }));
    e = nodes[0] as TestEngine;
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    await db.drop();
  });

  const at = (now: string) => nodes.forEach((node) => node.clock.set(now));
  const sweepAll = () => Promise.all(nodes.map((node) => new Sweep(node.engine).run()));
  const sweep = () => new Sweep(e.engine).run();
  const bell = async (number: number) =>
    (await e.do({ open: 'bell', data: { ...newTool, number: `K ${number}` } })).file;

  /** Opens alarms, many at once; gives their files in order. */
  async function alarms(count: number, data: (n: number) => object, name = 'a', by = e): Promise<string[]> {
    const commands = Array.from({ length: count }, (_, n): Command =>
      e.command({ id: `${name}-${n}`, open: 'alarm', data: { household, ...data(n) } }),
    );
    const { done } = await sendAll([by.engine], commands, 32);
    return commands.map(({ id }) => (done.get(id) as Done).file);
  }

  async function rung(): Promise<Map<string, number>> {
    const { rows } = await e.ownerPool.query<{ file_id: string; n: number }>(
      `select file_id, count(*)::int as n from event
       where convert_from(canonical, 'UTF8')::jsonb ->> 'type' = 'rings' group by file_id`,
    );
    return new Map(rows.map((row) => [row.file_id, row.n]));
  }

  async function incidents(): Promise<
    Record<string, { code: string; attempts: number; next: string; open: boolean }>
  > {
    const { rows } = await e.ownerPool.query<{
      about: string;
      code: string;
      attempts: number;
      next: Date;
      open: boolean;
    }>(
      `select file_id || ' ' || split_part(subject, ' ', 1) as about, code, attempts, next_try as next, closed_at is null as open
       from incident order by 1`,
    );
    return Object.fromEntries(
      rows.map(({ about, code, attempts, next, open }) => [
        about,
        { code, attempts, next: next.toISOString(), open },
      ]),
    );
  }

  async function expectSound(): Promise<void> {
    const found = await verify(e.ownerPool, e.registry, { vault: e.vault });
    expect(found.findings).toEqual([]);
  }

  it('of three nodes at once delivers each of 300 deadlines once', async () => {
    const bells = await Promise.all([1, 2, 3, 4].map(bell));
    const files = await alarms(300, (n) => ({
      waits: 1 + (n % 3),
      ...(n % 10 === 0 ? { bell: { ref: `${bells[n % 4]}/1` } } : {}),
    }));
    at('2021-03-09T08:00:00.000Z');
    const swept = await sweepAll();
    expect(await rung()).toEqual(new Map(files.map((file) => [file, 1])));
    expect(swept.reduce((sum, { files: n }) => sum + n, 0)).toBe(files.length);
    const { rows } = await e.ownerPool.query(
      `select sum((stored #>> '{context,struck}')::int)::int as struck from process where workflow = 'bell'`,
    );
    expect(rows).toEqual([{ struck: 30 }]);
    expect(await incidents()).toEqual({});
    await expectSound();
  });

  it('delivers once what a person brings about at the same moment', async () => {
    const files = await alarms(40, () => ({ waits: 1 }));
    at('2021-03-09T08:00:00.000Z');
    const stops = files.map((file, n) =>
      e.command({ id: `s-${n}`, file, process: 1, event: 'stop', data: {} }),
    );
    const [, { done, refused }] = await Promise.all([
      sweepAll(),
      sendAll(
        nodes.map((node) => node.engine),
        stops,
        8,
      ),
    ]);
    expect(done.size).toBe(0);
    expect(new Set([...refused.values()].map((no) => no.code))).toEqual(new Set(['not-possible-now']));
    expect(await rung()).toEqual(new Map(files.map((file) => [file, 1])));
    await expectSound();
  });

  it('sets aside what cannot be delivered, tries it later each time, and holds up nobody', async () => {
    const muffled = await bell(1);
    await e.do({ file: muffled, process: 1, event: 'muffle', data: {} });
    const newer = testEngine(db, { workflows: [...alarmsAndBells, later] });
    const [unheard = ''] = await alarms(1, () => ({ waits: 1, bell: { ref: `${muffled}/1` } }), 'u');
    const [cracked = ''] = await alarms(1, () => ({ waits: 1, cracked: true }), 'c');
    const [unknown = ''] = await alarms(1, () => ({ waits: 1 }), 'v', newer);
    const others = await alarms(12, () => ({ waits: 2 }));
    const [bad = ''] = others;
    const stop = await raising(e.ownerPool, 'event', 'P0001', `new.file_id = '${bad}'`);
    const good = others.slice(1);
    at('2021-03-09T08:00:00.000Z');
    await sweepAll();
    expect(await rung()).toEqual(new Map(good.map((file) => [file, 1])));
    const first = { attempts: 1, next: '2021-03-09T08:01:00.000Z', open: true };
    const noted = {
      [`${unheard} deadline`]: { code: 'undelivered', ...first },
      [`${cracked} file`]: { code: 'error', ...first },
      [`${unknown} deadline`]: { code: 'undelivered', ...first },
      [`${bad} file`]: { code: 'error', ...first },
    };
    expect(await incidents()).toEqual(noted);
    at('2021-03-09T08:00:59.000Z');
    await sweepAll();
    expect(await incidents()).toEqual(noted);
    at('2021-03-09T08:01:00.000Z');
    await sweepAll();
    const second = Object.values(await incidents());
    expect(second).toHaveLength(4);
    for (const one of second) expect(one).toMatchObject({ attempts: 2, next: '2021-03-09T08:03:00.000Z' });
    await stop();
    await e.do({ file: muffled, process: 1, event: 'free', data: {} });
    at('2021-03-09T08:03:00.000Z');
    await sweepAll();
    expect([...(await rung()).keys()].sort()).toEqual([...good, unheard, bad].sort());
    expect(await incidents()).toMatchObject({
      [`${unheard} deadline`]: { open: false },
      [`${bad} file`]: { open: false },
      [`${cracked} file`]: { attempts: 3, open: true },
      [`${unknown} deadline`]: { attempts: 3, open: true },
    });
    at('2021-03-09T08:08:00.000Z');
    await new Sweep(newer.engine).run();
    expect((await incidents())[`${unknown} deadline`]).toMatchObject({ open: false });
    await newer.close();
  });

  it('comes to what is behind more than a hundred that cannot be delivered', async () => {
    const muffled = await bell(1);
    await e.do({ file: muffled, process: 1, event: 'muffle', data: {} });
    await alarms(110, () => ({ waits: 1, bell: { ref: `${muffled}/1` } }), 'u');
    const good = await alarms(3, () => ({ waits: 2 }));
    at('2021-03-09T08:00:00.000Z');
    expect(await sweep()).toMatchObject({ files: 3 });
    expect(await rung()).toEqual(new Map(good.map((file) => [file, 1])));
    expect(Object.keys(await incidents())).toHaveLength(110);
  });

  it('closes the incident of a deadline that a person took away', async () => {
    const muffled = await bell(1);
    await e.do({ file: muffled, process: 1, event: 'muffle', data: {} });
    const [file = ''] = await alarms(1, () => ({ waits: 1, bell: { ref: `${muffled}/1` } }));
    at('2021-03-09T08:00:00.000Z');
    await sweep();
    await e.do({ file, process: 1, event: 'stop', data: {} });
    await sweep();
    expect(await incidents()).toMatchObject({ [`${file} deadline`]: { attempts: 1, open: false } });
    await e.do({ file, process: 1, event: 'watch', data: {} });
    await expectSound();
  });

  it('tries at once what somebody lets it try again, before its own next try', async () => {
    const muffled = await bell(1);
    await e.do({ file: muffled, process: 1, event: 'muffle', data: {} });
    const [file = ''] = await alarms(1, () => ({ waits: 1, bell: { ref: `${muffled}/1` } }));
    at('2021-03-09T08:00:00.000Z');
    await sweep();
    await e.do({ file: muffled, process: 1, event: 'free', data: {} });
    await sweep();
    expect(await rung()).toEqual(new Map());
    expect(await tryTimersAgain(e.pool, file, e.clock.now())).toBe(true);
    await sweep();
    expect(await rung()).toEqual(new Map([[file, 1]]));
    expect(await incidents()).toMatchObject({ [`${file} deadline`]: { open: false } });
    expect(await tryTimersAgain(e.pool, file, e.clock.now())).toBe(false);
  });

  it('delivers the deadlines of a file whose message was given up', async () => {
    const [file = ''] = await alarms(1, () => ({ waits: 1 }));
    at('2021-03-09T08:00:00.000Z');
    await e.ownerPool.query(
      `insert into incident values ($1, 'message 1.0', 'undelivered-message', 'Error', 10, $2, $2, '2021-04-01', null)`,
      [file, e.clock.now()],
    );
    await sweep();
    expect(await rung()).toEqual(new Map([[file, 1]]));
    expect((await incidents())[`${file} message`]).toMatchObject({ open: true });
  });

  it('that the database fails in the middle of delivers all of it in the next run', async () => {
    const files = await alarms(20, () => ({ waits: 1 }));
    at('2021-03-09T08:00:00.000Z');
    const stop = await raising(e.ownerPool, 'event', '53100', 'call > 5');
    await expect(sweep()).rejects.toMatchObject({ code: '53100' });
    await stop();
    expect(await rung()).toEqual(new Map());
    expect(await incidents()).toEqual({});
    await sweep();
    expect(await rung()).toEqual(new Map(files.map((file) => [file, 1])));
    await expectSound();
  });

  it('of three nodes at once reminds once in each visit of a state', async () => {
    const files = await alarms(60, () => ({ waits: 9 }));
    const [again = ''] = files;
    const all = (event: string) =>
      Promise.all(files.map((file) => e.do({ file, process: 1, event, data: {} })));
    await all('watch');
    at('2021-03-04T08:00:00.000Z');
    const first = await sweepAll();
    expect(first.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(files.length);
    expect(await reminders()).toEqual(new Map(files.map((file) => [file, 1])));
    at('2021-03-05T08:00:00.000Z');
    expect((await sweepAll()).map((swept) => swept.reminders)).toEqual([0, 0, 0]);
    await e.do({ file: again, process: 1, event: 'rest', data: {} });
    await e.do({ file: again, process: 1, event: 'watch', data: {} });
    at('2021-03-08T08:00:00.000Z');
    await sweepAll();
    expect(await reminders()).toEqual(new Map(files.map((file) => [file, file === again ? 2 : 1])));
    await expectSound();
  });

  // The row of the term is the same before and after, and keeps that it was reminded of.
  it('reminds anew in a state that was left and entered again in one step', async () => {
    const [file = ''] = await alarms(1, () => ({ waits: 9 }));
    await e.do({ file, process: 1, event: 'watch', data: {} });
    at('2021-03-04T08:00:00.000Z');
    expect(await sweep()).toMatchObject({ reminders: 1 });
    await e.do({ file, process: 1, event: 'glance', data: {} });
    at('2021-03-08T08:00:00.000Z');
    expect(await sweep()).toMatchObject({ reminders: 1 });
  });

  async function reminders(): Promise<Map<string, number>> {
    const { rows } = await e.ownerPool.query<{ file_id: string; n: number }>(
      `select file_id, count(*)::int as n from outbox where template = 'overdue' group by file_id order by 1`,
    );
    return new Map(rows.map((row) => [row.file_id, row.n]));
  }

  it('of three nodes at once transfers the files of a merged district once', async () => {
    const files = await alarms(20, () => ({ waits: 9 }));
    const merger = async () => [{ from: 'farsta', to: 'skarpnack' }];
    const swept = await Promise.all(nodes.map((node) => new Sweep(node.engine, merger).run()));
    expect(swept.reduce((sum, { transfers }) => sum + transfers, 0)).toBe(files.length);
    const { rows } = await e.ownerPool.query(
      `select district, version, count(*)::int as files from case_file group by 1, 2`,
    );
    expect(rows).toEqual([{ district: 'skarpnack', version: 2, files: files.length }]);
    await expectSound();
  });
});
