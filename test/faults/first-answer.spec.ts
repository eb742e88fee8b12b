import type { Gate } from '../../src/engine/ports.js';
import { refuse } from '../../src/engine/refusals.js';
import { words } from '../../src/engine/words.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { newTool } from '../fixtures/workflows/errand/index.js';
import { potsAndGivers } from './pots.workflows.js';

/** A district sees and does what is its own; SHIS everything. */
const ownDistrict: Gate = {
  mayDecide: () => ({ ok: true as const, line: 'test' }),
  maySee: (person, file) => person.kind !== 'district' || file.responsible === person.organisation,
  mayAct: (person, by) =>
    by.some((actor) => actor.org === person.kind) ? null : refuse('not-permitted', words.onlyEngine),
};

describe('the same command again', () => {
  let db: TestDatabase;
  let e: TestEngine;
  let other: TestEngine;
  let file: string;
  beforeAll(async () => {
    db = await freshDatabase();
    [e, other] = [0, 1].map(() => testEngine(db, { workflows: potsAndGivers, gate: ownDistrict })) as [
      TestEngine,
      TestEngine,
    ];
    file = (await e.do({ open: 'giver', data: { household } })).file;
  });
  afterAll(async () => {
    await Promise.all([e.close(), other.close()]);
    await db.drop();
  });

  it('has its first answer after its sender lost sight of the file by it', async () => {
    const transfer = e.command({ id: 't', event: 'transferDistrict', file, data: { to: 'skarpnack' } });
    const first = await e.engine.execute(transfer);
    expect(first).toMatchObject({ ok: true, repeated: false });
    const anew = { ...first, repeated: true };
    for (const node of [e, other]) expect(await node.engine.execute(transfer)).toEqual(anew);
    const asked = { ...transfer.asked, data: { to: 'enskede' } };
    expect(await e.engine.execute({ ...transfer, asked })).toMatchObject({ code: 'key-reused' });
    expect(await e.engine.execute({ ...transfer, id: 'another' })).toMatchObject({ code: 'not-found' });
    expect(await e.refused({ id: 't2', event: 'note', file, data: { note: 'Hej' } })).toMatchObject({
      code: 'not-found',
    });
  });

  it('has its first answer after its reason was taken off the list, and the year has changed', async () => {
    const by = e.person('the.administrator', 'shis');
    const leave = e.command({ id: 'l', event: 'leave', file, process: 1, by, data: { reason: 'old' } });
    const first = await e.engine.execute(leave);
    expect(first).toMatchObject({ ok: true, repeated: false });
    [e, other].forEach((node) => node.clock.set('2022-06-01T08:00:00.000Z'));
    for (const node of [e, other])
      expect(await node.engine.execute(leave)).toEqual({ ...first, repeated: true });
    expect(await e.engine.execute({ ...leave, id: 'l2' })).toMatchObject({ code: 'unknown-reason' });
  });

  it('has its first answer whatever version it expects by now', async () => {
    const by = e.person('the.administrator', 'shis');
    const pot = (await e.do({ open: 'pot', data: newTool, by })).file;
    const shut = e.command({
      id: 's',
      event: 'shut',
      file: pot,
      process: 1,
      by,
      data: {},
      expectedVersion: 1,
    });
    expect(await e.engine.execute(shut)).toMatchObject({ ok: true, seq: 2, repeated: false });
    expect(await other.engine.execute(shut)).toMatchObject({ ok: true, seq: 2, repeated: true });
    expect(await e.engine.execute({ ...shut, id: 's2' })).toMatchObject({ code: 'stale' });
  });
});
