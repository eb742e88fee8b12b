import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { verify } from '../../src/audit/verify.js';
import type { Command } from '../../src/engine/command.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';
import { digestsIn } from '../../src/engine/seal.js';
import { newTool } from '../fixtures/workflows/errand/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { smallWorkflows, testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';
import { hostileTexts, hostileTimes, hostileValues, placesIn, withAt } from './hostile.js';
import { potsAndGivers } from './pots.workflows.js';
import { chance, oneOf, recorded } from './world.js';

const workflows = [...smallWorkflows, ...potsAndGivers, referral, offer, dwelling, tenancy, agencyRequest];
const CODES = [
  'invalid-data',
  'unknown-workflow',
  'unknown-event',
  'unknown-reason',
  'unknown-reference',
  'occurred-in-future',
  'occurred-before-opening',
  'not-found',
  'not-permitted',
  'not-possible-now',
  'guard',
  'stale',
  'key-reused',
];

describe('bad input', () => {
  let db: TestDatabase;
  let e: TestEngine;
  /** One file of each kind, with processes in it: household (errand, giver, referral), dwelling (tool, pot, dwelling). */
  let family: string;
  let flat: string;
  let count = 0;
  const taken: string[] = [];
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db, { workflows });
    family = (await e.do({ open: 'errand', data: { household, what: 'milk', weight: 3 } })).file;
    await e.do({ open: 'giver', file: family, data: {} });
    await e.do({ open: 'referral', file: family, data: {} });
    await e.do({ event: 'begin', file: family, process: 1, data: {} });
    flat = (await e.do({ open: 'tool', data: newTool })).file;
    await e.do({ open: 'pot', file: flat, data: newTool });
    await e.do({ open: 'dwelling', file: flat, data: newTool });
  });
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  const next = () => `bad-${count++}`;
  const version = async (file: string) => (await e.engine.files.read([file], true)).get(file)?.version;

  /** Takes a command that nobody should send; gives the refusal, or null when there was nothing wrong with it after all. */
  async function send(command: Command): Promise<Refusal | null> {
    const answer = await e.engine.execute(command).catch((error: unknown) => {
      throw new Error(`it threw ${String(error)} at ${JSON.stringify(command).slice(0, 500)}`);
    });
    if (!isRefusal(answer)) {
      taken.push(`${command.id} ${answer.file}:${answer.seq}`);
      return null;
    }
    expect(CODES).toContain(answer.code);
    expect(answer.sentences.length).toBeGreaterThan(0);
    for (const { sv, en } of answer.sentences)
      for (const told of [sv, en]) expect(told).toMatch(/\p{L}{3}.*[.!?]$/su);
    for (const { message } of answer.fields ?? [])
      for (const told of [message.sv, message.en]) expect(told.length).toBeGreaterThan(3);
    return answer;
  }

  /** Commands as they should be, each with data to spoil. */
  const sound = (): Command['asked'][] => [
    { open: 'errand', data: { household, what: 'bread', weight: 2, note: 'Ring på.' } },
    { open: 'errand', file: family, data: { what: 'bread', weight: 2 } },
    {
      open: 'dwelling',
      data: { ...newTool, company: 'bolaget', area: 40.5, floor: -1, lift: true, dailyCost: null },
    },
    { open: 'referral', data: { household, rooms: 2, wishes: 'Nära skolan' } },
    { event: 'borrow', file: family, process: 1, data: { tool: { ref: `${flat}/1` } } },
    { event: 'postpone', file: family, process: 1, data: { until: '2021-06-01' } },
    { event: 'drop', file: family, process: 1, data: { reason: 'rain' } },
    {
      event: 'give',
      file: family,
      process: 2,
      data: { pot: { ref: `${flat}/2` }, amount: 3, note: 'Varsågod' },
    },
    { event: 'look', file: family, process: 2, data: { dwelling: { ref: `${flat}/2` } } },
    {
      event: 'update',
      file: family,
      process: 3,
      data: { rooms: 3, lift: false, exception: 'child-expected' },
    },
    {
      event: 'makeOffer',
      file: family,
      process: 3,
      data: { dwelling: { ref: `${flat}/3` }, note: 'Se bilaga' },
    },
    { event: 'pause', file: family, process: 3, data: { until: '2021-05-01', reason: 'illness' } },
    {
      event: 'updateHousehold',
      file: family,
      data: { insecureSince: '2020-01-01', members: [{ ref: 'mother', name: 'Ny' }] },
    },
    {
      event: 'memberJoins',
      file: family,
      data: { person: { ...household.members[1], ref: 'child-9' }, on: '2021-02-01' },
    },
    { event: 'memberLeaves', file: family, data: { ref: 'child-1', on: '2021-02-01' } },
    { event: 'assign', file: family, data: { handler: 'second.handler' } },
    { event: 'note', file: family, data: { note: 'En anteckning' } },
    { event: 'updateDwelling', file: flat, data: { from: '2021-04-01', rent: 9000, area: 41 } },
  ];

  it('in any field of any command is refused in words, or stored as it is: never thrown, never half', async () => {
    const random = chance(82);
    let refused = 0;
    const spoilt = sound().flatMap((asked) =>
      [...placesIn(asked.data), ['__proto__'], ['household', 'extra']].flatMap((at) =>
        Array.from({ length: 6 }, () => ({
          ...asked,
          data: withAt(asked.data, at, oneOf(hostileValues, random)),
        })),
      ),
    );
    for (const asked of spoilt) {
      const no = await send(e.command({ ...asked, id: next() }));
      if (no !== null) refused++;
    }
    expect(refused).toBeGreaterThan(500);
    expect(await recorded(e.ownerPool, 'bad-')).toEqual([...taken].sort());
    const found = await verify(e.ownerPool, e.registry, { vault: e.vault });
    expect(found.findings).toEqual([]);
  });

  it('begins with commands that have nothing wrong in their data', async () => {
    for (const asked of sound()) {
      const no = await send(e.command({ ...asked, id: next() }));
      if (no !== null) expect(['guard', 'not-possible-now']).toContain(no.code);
    }
  });

  it('as any day of any command is refused in words, or a day that can be counted from', async () => {
    for (const asked of sound())
      for (const at of placesIn(asked.data).filter((one) =>
        /(^on|born|until|from|[sS]ince)$/.test(one.at(-1) ?? ''),
      ))
        for (const day of hostileTimes)
          await send(e.command({ ...asked, data: withAt(asked.data, at, day), id: next() }));
  });

  it('as a name of something finds nothing', async () => {
    const before = [await version(family), await version(flat)];
    const by = e.person('first.handler');
    const data = {};
    for (const text of hostileTexts) {
      const asked: [Command['asked'], string][] = [
        [{ open: text, data }, 'unknown-workflow'],
        [{ open: `errand@1${text}`, data }, 'unknown-workflow'],
        [{ open: 'giver', file: text, data }, 'not-found'],
        [{ open: 'giver', file: family + text, data }, 'not-found'],
        [{ event: text, file: family, process: 1, data }, 'unknown-event'],
        [{ event: text, file: family, data }, 'unknown-event'],
        [{ event: 'buy', file: text, process: 1, data }, 'not-found'],
        [{ event: 'buy', file: family, process: text as never, data }, 'not-found'],
        [
          { event: 'give', file: family, process: 2, data: { pot: { ref: text }, amount: 1 } },
          'invalid-data unknown-reference',
        ],
        [
          { event: 'give', file: family, process: 2, data: { pot: { ref: `${flat}/${text}` }, amount: 1 } },
          'invalid-data unknown-reference',
        ],
        [{ event: 'drop', file: family, process: 1, data: { reason: text } }, 'invalid-data unknown-reason'],
      ];
      if (text === '') asked.splice(3, 1);
      for (const [one, codes] of asked)
        expect(`${codes} `).toContain(`${(await send({ id: next(), by, asked: one }))?.code} `);
    }
    expect([await version(family), await version(flat)]).toEqual(before);
  });

  it('as the id of a command is refused, or the command is found by it again', async () => {
    for (const text of hostileTexts) {
      const keep = e.command({ id: text, event: 'keep', file: family, process: 2, data: { amount: 1 } });
      const before = await version(family);
      if ((await send(keep)) === null) {
        expect(await e.engine.execute(keep)).toMatchObject({ ok: true, repeated: true });
        expect(await send({ ...keep, asked: { ...keep.asked, data: { amount: 2 } } })).toMatchObject({
          code: 'key-reused',
        });
      } else expect(await version(family)).toBe(before);
      await send(e.command({ id: text, open: 'giver', data: { household } }));
    }
  });

  it('as the time of a step is refused', async () => {
    for (const occurredAt of [...hostileTimes, ...hostileTexts]) {
      const before = await version(family);
      const codes = ['invalid-data', 'occurred-in-future', 'occurred-before-opening'];
      const keep = { event: 'keep', file: family, process: 2, data: { amount: 1 }, occurredAt };
      expect(codes).toContain((await send(e.command({ ...keep, id: next() })))?.code);
      expect(await version(family)).toBe(before);
      await send(
        e.command({ id: next(), open: 'errand', data: { household, what: 'tea', weight: 1 }, occurredAt }),
      );
      await send(e.command({ id: next(), open: 'referral', data: { household }, occurredAt }));
      await send(e.command({ id: next(), open: 'dwelling', data: newTool, occurredAt }));
    }
  });

  it('as the expected version or the process is refused', async () => {
    for (const value of hostileValues.filter((one) => one !== undefined)) {
      const keep = { event: 'keep', file: family, process: 2, data: { amount: 1 } };
      const no = await send({ ...e.command({ ...keep, id: next() }), expectedVersion: value as number });
      expect(no?.code).toBe('stale');
      expect(await send(e.command({ ...keep, id: next(), process: value as number }))).toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('that is free text is kept letter by letter where it can be, and refused where it cannot', async () => {
    for (const note of hostileTexts) {
      const no = await send(e.command({ id: next(), event: 'note', file: family, data: { note } }));
      if (no !== null) {
        expect(no).toMatchObject({ code: 'invalid-data', fields: [{ path: 'note' }] });
        continue;
      }
      const { rows } = await e.ownerPool.query<{ canonical: Buffer }>(
        'select canonical from event where file_id = $1 and seq = $2',
        [family, Number(taken.at(-1)?.split(':').at(-1))],
      );
      const digests = digestsIn(JSON.parse((rows[0]?.canonical ?? '{}').toString()));
      expect([...(await e.engine.keys.unseal(family, digests)).values()]).toEqual([note.trim()]);
    }
  });

  it('left no trace but the steps that were taken', async () => {
    expect(await recorded(e.ownerPool, 'bad-')).toEqual(
      taken.filter((line) => line.startsWith('bad-')).sort(),
    );
    const found = await verify(e.ownerPool, e.registry, { vault: e.vault });
    expect(found.findings).toEqual([]);
  });
});
