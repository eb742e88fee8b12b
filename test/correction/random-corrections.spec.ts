import { verify } from '../../src/audit/verify.js';
import { Cone } from '../../src/engine/history/cone.js';
import { Correcting } from '../../src/engine/history/correcting.js';
import { historiesOf } from '../../src/engine/history/read-histories.js';
import { retell } from '../../src/engine/history/retell.js';
import { isRefusal } from '../../src/engine/refusals.js';
import type { EventBody } from '../../src/engine/model.js';
import { Chance } from '../support/chance.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { randomWalk } from '../support/random-walk.js';
import { housing, personsSteps, small, successorOf } from './random-history.js';

describe.each([
  ['the small workflows', small, 1, 120],
  ['the housing workflows', housing, 3, 200],
] as const)('a random history of %s', (_, { workflows, openings }, seed, steps) => {
  let db: TestDatabase;
  let e: TestEngine;
  let persons: EventBody[];
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db, { workflows });
    await randomWalk(e, openings, seed, steps);
    persons = await personsSteps(e);
  }, 60_000);
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  it('is told the same when nothing in it is other', async () => {
    const read = historiesOf(e.pool, e.registry);
    const moment = { recordedAt: persons.at(-1)?.recordedAt ?? '' };
    for (const body of persons.filter((_one, n) => n % 5 === 0)) {
      const cone = new Cone(read);
      const of = `${body.file}:${body.seq}`;
      await cone.from(of);
      const change = { of, instead: body, moment, fresh: new Map() };
      let told = retell(e.engine.ports, cone, change, new Map());
      // A file that comes into it only as it is told: which one differs with the numbers that files were given.
      while ('need' in told && 'file' in told.need) {
        await cone.reach(told.need.file, told.at);
        told = retell(e.engine.ports, cone, change, new Map());
      }
      if (!('events' in told)) throw new Error(`${of} ${body.type}: ${JSON.stringify(told)}`);
      for (const file of cone.cuts.keys())
        expect([file, told.events.get(file) ?? []]).toEqual([file, cone.tail(file)]);
    }
  }, 60_000);

  it('verifies after whatever is corrected in it', async () => {
    const chance = new Chance(seed);
    const correcting = new Correcting(e.engine);
    const counts: Record<string, number> = {};
    for (let n = 0; n < 30; n++) {
      const body = chance.one(persons) as EventBody;
      const by = await successorOf(e, body);
      const way = chance.one([
        { void: true },
        { void: true },
        { replacement: earlier(body) },
        { note: 'so' },
      ]);
      const data = { of: body.seq, ...way, reason: 'because' };
      const answer = await correcting.correct({ id: `c.${n}`, by, file: body.file, data });
      const key = isRefusal(answer) ? answer.code : Object.keys(way ?? {}).join();
      counts[key] = (counts[key] ?? 0) + 1;
    }
    if (process.env['TELL']) process.stdout.write(`${JSON.stringify(counts)}\n`);
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining(['void', 'replacement', 'note', 'stands-in-the-way']),
    );
    const { found, findings } = await verify(e.ownerPool, e.registry, { vault: e.vault });
    expect({ found, findings }).toEqual({ found: 0, findings: [] });
    const more = await randomWalk(e, openings, seed + 100, 40);
    expect(Object.keys(more).length).toBeGreaterThan(3);
    const after = await verify(e.ownerPool, e.registry, { vault: e.vault });
    expect({ found: after.found, findings: after.findings }).toEqual({ found: 0, findings: [] });
  }, 90_000);
});

/** It happened an hour before it was said to have. */
const earlier = ({ occurredAt }: EventBody) => ({
  occurredAt: new Date(Date.parse(occurredAt) - 3_600_000).toISOString(),
});
