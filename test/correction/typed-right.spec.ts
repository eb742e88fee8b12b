import { Correcting } from '../../src/engine/history/correcting.js';
import { isRefusal } from '../../src/engine/refusals.js';
import type { EventBody } from '../../src/engine/model.js';
import { digestsIn, unmark } from '../../src/engine/seal.js';
import { Chance } from '../support/chance.js';
import { freshDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { randomWalk } from '../support/random-walk.js';
import { housing, personsSteps, successorOf } from './random-history.js';

const SEED = 3;
/** Without these others would have been let in: the database refuses their steps, where a correction leaves them as taken. */
const WHOSE = new Set(['transferDistrict', 'setProtection', 'grantAccess', 'revokeAccess', 'assign']);
const { workflows, openings } = housing;

/** By their turns; steps of several turns were on their way at once, and those of one file stand as they were written. */
function asTaken(steps: readonly EventBody[]): EventBody[] {
  const turn = ({ command = '' }: EventBody) => Number(command.split('.')[1]);
  const byTurn = [...steps].sort((one, other) => turn(one) - turn(other));
  const told = new Set<EventBody>();
  for (const step of byTurn)
    for (const one of steps) if (one.file === step.file && one.seq <= step.seq) told.add(one);
  return [...told];
}

/** The histories of one random walk, each lived on a database of its own, on time. */
describe('a corrected step', () => {
  const opened: { e: TestEngine; drop(): Promise<void> }[] = [];
  const engine = async (): Promise<TestEngine> => {
    const db = await freshDatabase();
    const e = testEngine(db, { workflows, now: '2021-03-01T09:00:00.000Z' });
    opened.push({ e, drop: () => db.drop() });
    return e;
  };
  let walked: TestEngine;
  let script: EventBody[];
  beforeAll(async () => {
    walked = await engine();
    await randomWalk(walked, openings, SEED, 150);
    script = asTaken(await personsSteps(walked));
  }, 60_000);
  afterAll(async () => {
    for (const { e, drop } of opened) {
      await e.close();
      await drop();
    }
  });

  /** Lives the script, one step of it left out or typed otherwise; the first later step that is then refused. */
  async function live(e: TestEngine, changed?: string, instead?: EventBody): Promise<EventBody | null> {
    for (const step of script) {
      const isChanged = step.step === changed;
      const body = isChanged ? instead : step;
      if (body === undefined) continue;
      await wait(e, step.recordedAt);
      const answer = await e.engine.execute(await commandOf(body));
      if (isRefusal(answer)) return step;
    }
    await wait(e, script.at(-1)?.recordedAt ?? '');
    return null;
  }

  async function commandOf(body: EventBody) {
    const plain = await walked.engine.keys.unseal(body.file, digestsIn(body.data));
    const data = unmark(body.data, (digest) => plain.get(digest));
    const { command: id = '', file, process, occurredAt, recordedAt, by, orgKind, organisation, role } = body;
    const person = { login: by, kind: orgKind, organisation, role };
    const place = process === undefined ? { file } : { file, process };
    const open = { open: body.workflow ?? '', ...(body.opens === undefined ? { file } : {}), data };
    const asked = body.type === 'open' ? open : { event: body.type, ...place, data };
    const late = occurredAt === recordedAt ? {} : { occurredAt };
    return { id, by: person, asked, recordedAt, ...late };
  }

  /** Every deadline is delivered on its minute. */
  async function wait(e: TestEngine, until: string): Promise<void> {
    const stuck = new Set<string>();
    for (;;) {
      const { rows } = await e.pool.query<{ file: string; at: Date }>(
        `select file_id as file, due_at as at from deadline where moves and due_at <= $1
         and not file_id || due_at = any($2) order by due_at, file_id limit 1`,
        [until, [...stuck]],
      );
      const [next] = rows;
      if (next === undefined) break;
      e.clock.set(next.at.toISOString());
      if (!(await e.engine.advance(next.file, next.at.toISOString()))) {
        const { rows: key } = await e.pool.query<{ key: string }>(
          `select file_id || due_at as key from deadline where file_id = $1 and due_at = $2`,
          [next.file, next.at],
        );
        for (const one of key) stuck.add(one.key);
      }
    }
    e.clock.set(until);
  }

  /** Everything that is known of every file now, in plain values and without the numbers of events. */
  async function known(e: TestEngine) {
    const { rows } = await e.pool.query<{ file: string; said: object }>(`
      select f.id as file, json_build_object('record', f.record, 'opened', f.opened_at, 'district', f.district,
        'processes', (select json_agg(json_build_object('n', number, 'w', workflow, 'stored', stored, 'states', states,
           'open', is_open, 'at', opened_at, 'entered', entered_at, 'proposals', jsonb_array_length(proposals)) order by number)
           from process where file_id = f.id),
        'deadlines', (select json_agg(json_build_object('p', process, 'key', key, 'on', due_on) order by process, key)
           from deadline where file_id = f.id),
        'holds', (select json_agg(json_build_object('name', name, 'ref', ref) order by name) from hold where file_id = f.id),
        'facts', (select json_agg(json_build_object('p', process, 'kind', kind, 'on', occurred_on, 'district', district,
           'dwelling', dwelling, 'party', party, 'stage', stage, 'reason', reason, 'data', data)
           order by process, seq, ordinal)
           from fact where file_id = f.id and voided_at is null)) as said
      from case_file f order by f.id`);
    const files = await Promise.all(
      rows.map(async ({ file, said }) => {
        const plain = await e.engine.keys.unseal(file, digestsIn(said));
        return [file, unmark(said, (digest) => plain.get(digest))] as const;
      }),
    );
    return Object.fromEntries(files);
  }

  const facts = async (e: TestEngine, day: string) => {
    const { rows } = await e.pool.query(
      `select file_id, process, kind, occurred_on, data from fact
       where recorded_at < $1 and (voided_at is null or voided_at >= $1)
       order by file_id, process, kind, occurred_on, data::text`,
      [day],
    );
    return rows;
  };

  it('leaves everything as if it had been typed right from the start, and what was known then as it was', async () => {
    const chance = new Chance(SEED);
    const counts: Record<string, number> = {};
    for (let n = 0; n < 6; n++) {
      const step = chance.one(
        script.filter(({ opens, type }) => opens === undefined && !WHOSE.has(type)),
      ) as EventBody;
      const isVoid = n % 2 === 0;
      const occurredAt = new Date(Date.parse(step.occurredAt) - 26 * 3_600_000).toISOString();
      const instead = isVoid ? undefined : { ...step, occurredAt };
      const [wrong, right] = [await engine(), await engine()];
      expect(await live(wrong)).toBeNull();
      const stands = await live(right, step.step, instead);
      const before = await facts(wrong, '2099-01-01');
      const corrected = new Date(Date.parse(wrong.clock.now()) + 60_000).toISOString();
      await wait(wrong, corrected);
      const seq = await seqOf(wrong, step);
      const answer = await new Correcting(wrong.engine).correct({
        ...{ id: 'c', by: await successorOf(wrong, step), file: step.file },
        data: { of: seq, reason: 'x', ...(isVoid ? { void: true } : { replacement: { occurredAt } }) },
      });
      const what = `${n} ${step.type} ${step.step}`;
      if (isRefusal(answer)) {
        counts[answer.code] = (counts[answer.code] ?? 0) + 1;
        expect([what, stands === null]).toEqual([what, false]);
        if (answer.code === 'stands-in-the-way' && answer.standing !== undefined)
          expect([what, answer.standing.file]).toEqual([what, stands?.file]);
        continue;
      }
      counts['done'] = (counts['done'] ?? 0) + 1;
      expect([what, stands]).toEqual([what, null]);
      await wait(right, corrected);
      expect([what, await known(wrong)]).toEqual([what, await known(right)]);
      expect(await facts(wrong, corrected)).toEqual(before);
    }
    if (process.env['TELL']) process.stdout.write(`${JSON.stringify(counts)}\n`);
    expect(counts['done']).toBeGreaterThan(1);
    expect(counts['stands-in-the-way'] ?? 0).toBeGreaterThan(0);
  }, 170_000);

  async function seqOf(e: TestEngine, { file, command }: EventBody): Promise<number> {
    const { rows } = await e.pool.query<{ seq: number }>(
      'select seq from event where file_id = $1 and command = $2',
      [file, command],
    );
    return rows[0]?.seq ?? 0;
  }
});
