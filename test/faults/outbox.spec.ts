import { setImmediate } from 'node:timers/promises';
import type { Pool } from 'pg';
import { leaveUnsent, sendAgain, workOutbox, type Message, type Receiver } from '../../src/engine/outbox.js';
import { Sweep } from '../../src/engine/sweep.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { alarmsAndBells } from './alarms.workflows.js';

const START = '2021-03-09T08:00:00.000Z';
const MINUTE = 60_000;

describe('the outbox', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let other: TestEngine;
  beforeEach(async () => {
    db = await freshDatabase();
    [e, other] = [
      testEngine(db, { workflows: alarmsAndBells }),
      testEngine(db, { workflows: alarmsAndBells }),
    ];
    at(START);
  });
  afterEach(async () => {
    await Promise.all([e.close(), other.close()]);
    await db.drop();
  });

  function at(now: string | number): void {
    for (const node of [e, other]) node.clock.set(new Date(now).toISOString());
  }
  const after = (minutes: number) => at(Date.parse(e.clock.now()) + minutes * MINUTE);
  const work = (receiver: Receiver, node = e) => workOutbox(node.pool, receiver, node.clock);
  const taking = (got: string[]): Receiver => ({ deliver: async ({ key }) => void got.push(key) });
  const failing: Receiver = { deliver: async () => Promise.reject(new TypeError('the address of somebody')) };

  const file = 'file0000000';
  /** Puts messages into the outbox as the engine does: of one file, due at once. */
  const put = (count: number) =>
    e.ownerPool.query(
      `insert into outbox (file_id, key, process, whom, template, created_at, next_try)
       select $1, n || '.0', 1, 'shis', 'alarm-rung', $3, $3 from generate_series(1, $2) as n`,
      [file, count, e.clock.now()],
    );
  const rows = async () =>
    (
      await e.ownerPool.query<{ key: string; attempts: number; next: Date; sent: Date | null }>(
        'select key, attempts, next_try as next, sent_at as sent from outbox order by key',
      )
    ).rows;
  const incidents = async () =>
    (await e.ownerPool.query(`select subject, code, message, closed_at is null as open from incident`)).rows;

  it('carries the message of a step once, without anything personal', async () => {
    at('2021-03-01T09:00:00.000Z');
    const { file } = await e.do({ open: 'alarm', data: { household, waits: 1 } });
    at(START);
    await new Sweep(e.engine).run();
    const got: Message[] = [];
    const receiver = { deliver: async (message: Message) => void got.push(message) };
    expect([await work(receiver), await work(receiver)]).toEqual([1, 0]);
    expect(got).toEqual([{ file, key: '2.0', process: 1, whom: 'shis', template: 'alarm-rung' }]);
  });

  it('tries again after a longer pause each time, and makes an incident of the tenth failure', async () => {
    await put(1);
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await incidents()).toEqual([]);
      expect(await work(failing)).toBe(0);
      const [row] = await rows();
      expect(row).toMatchObject({ attempts: attempt, sent: null });
      pauses.push((Number(row?.next) - Date.parse(e.clock.now())) / MINUTE);
      after((pauses.at(-1) ?? 0) - 1);
      expect(await work({ deliver: () => Promise.reject(new Error('too early')) })).toBe(0);
      expect((await rows())[0]).toMatchObject({ attempts: attempt });
      after(1);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360]);
    const incident = {
      subject: 'message 1.0',
      code: 'undelivered-message',
      message: 'TypeError',
      open: true,
    };
    expect(await incidents()).toEqual([incident]);
    after(60 * 24);
    const got: string[] = [];
    expect(await work(taking(got))).toBe(0);
    expect(await incidents()).toEqual([incident]);
  });

  it('closes the incident of a message that went through when somebody let it try again', async () => {
    await put(1);
    await e.ownerPool.query('update outbox set attempts = 9');
    await work(failing);
    expect(await incidents()).toMatchObject([{ open: true }]);
    expect(await sendAgain(e.pool, { file, key: '1.0' }, e.clock.now())).toBe(true);
    expect(await rows()).toMatchObject([{ attempts: 0 }]);
    after(5);
    expect(await work(failing)).toBe(0);
    const { rows: told } = await e.ownerPool.query<{ last_at: Date }>('select last_at from incident');
    expect(told.map((one) => one.last_at.toISOString())).toEqual([e.clock.now()]);
    after(1);
    const got: string[] = [];
    expect(await work(taking(got))).toBe(1);
    expect(await incidents()).toMatchObject([{ open: false }]);
    expect(await sendAgain(e.pool, { file, key: '1.0' }, e.clock.now())).toBe(false);
  });

  it('keeps unsent, without an incident, what somebody says is not to be sent, also while it is tried again', async () => {
    await put(1);
    await e.ownerPool.query('update outbox set attempts = 9');
    await work(failing);
    await sendAgain(e.pool, { file, key: '1.0' }, e.clock.now());
    expect(await leaveUnsent(e.pool, { file, key: '1.0' }, 'told', e.clock.now())).toBe(true);
    after(60 * 24);
    const got: string[] = [];
    expect([await work(taking(got)), got]).toEqual([0, []]);
    expect(await incidents()).toMatchObject([{ open: false }]);
    expect(await rows()).toMatchObject([{ sent: null }]);
  });

  it('worked by two at once hands each message over once, never to both', async () => {
    await put(60);
    const [handing, handed] = [new Set<string>(), [] as string[]];
    const receiver: Receiver = {
      deliver: async ({ key }) => {
        if (handing.has(key)) throw new Error('handed over twice at the same time');
        handing.add(key);
        for (let turns = 0; turns < 5; turns++) await setImmediate();
        handing.delete(key);
        handed.push(key);
      },
    };
    const sent = await Promise.all([
      work(receiver),
      work(receiver, other),
      work(receiver),
      work(receiver, other),
    ]);
    expect(sent.reduce((sum, n) => sum + n, 0)).toBe(60);
    expect(new Set(handed).size).toBe(60);
    expect(handed).toHaveLength(60);
  });

  it('hands one failing message’s neighbours over all the same', async () => {
    await put(5);
    const got: string[] = [];
    const receiver: Receiver = {
      deliver: async ({ key }) => {
        if (key === '1.0') throw new Error('not this one');
        got.push(key);
      },
    };
    expect(await work(receiver)).toBe(4);
    expect(got.sort()).toEqual(['2.0', '3.0', '4.0', '5.0']);
  });

  it('leaves to others what is behind a message that takes longer than its lease', async () => {
    await put(6);
    const [slow, quick] = [[] as string[], [] as string[]];
    let goOn = (): void => undefined;
    const stuck = new Promise<void>((go) => (goOn = go));
    const first = work({
      deliver: async ({ key }) => (slow.push(key), slow.length === 1 ? stuck : undefined),
    });
    while (slow.length === 0) await setImmediate();
    expect(await work(taking(quick), other)).toBe(5);
    expect(quick).not.toContain(slow[0]);
    goOn();
    expect(await first).toBe(1);
    expect((await rows()).every((row) => row.sent !== null && row.attempts === 1)).toBe(true);
  });

  it('hands a message over again when its worker died between handing over and noting it', async () => {
    await put(1);
    const got: string[] = [];
    const dead: Pool = new Proxy(e.pool, {
      get: (pool, name) => (name === 'query' ? query : Reflect.get(pool, name)),
    });
    let noted = false;
    const query = (text: string, values: unknown[]) => {
      noted ||= text.includes('sent_at = $3');
      return noted ? new Promise(() => undefined) : e.pool.query(text, values);
    };
    void workOutbox(dead, taking(got), e.clock);
    while (!noted) await setImmediate();
    expect(await work(taking(got), other)).toBe(0);
    after(2);
    expect(await work(taking(got), other)).toBe(1);
    expect(got).toEqual(['1.0', '1.0']);
    expect(await rows()).toMatchObject([{ attempts: 2, sent: new Date(e.clock.now()) }]);
  });

  it('makes an incident of a message whose worker died in the tenth attempt', async () => {
    await put(1);
    await e.ownerPool.query('update outbox set attempts = 10');
    await work(failing);
    expect(await incidents()).toMatchObject([{ subject: 'message 1.0', message: 'interrupted', open: true }]);
  });
});
