import fc from 'fast-check';
import { World } from '../support/world.js';
import type { Happening } from './happenings.js';
import { STAGES } from './beginnings.js';
import { daysOf, flatsIn, recounted, type GoalSet } from './ledger-recount.js';
import { RandomTown } from './random-town.js';
import type { Row } from '../../src/reports/index.js';

const BEGINS = '2020-02-03T09:00';
const SEED = 20_200_229;
const TOWNS = 21;
/** On so many of the days on which something happened the ledger is counted again. */
const LEDGERS = 60;
/** The same for each year; that of trial and training flats is raised in June. */
const GOALS: readonly GoalSet[] = [
  { form: 'transitional', goal: 9 },
  { form: 'housing-first', goal: 2 },
  { form: 'supported-housing', goal: 3 },
  { form: 'supported-housing', goal: 5, from: '06-01' },
];
const SET = `insert into goal (year, forms, goal, valid_from, recorded_at)
  select year, array[$1], $2, make_date(year, $3, 1), '2019-12-01' from generate_series(2020, 2060) year`;
/** Longer than it takes; a failure is shrunk to a small town in what is left of it. */
const MOST_MS = 140_000;

const kinds: Readonly<Record<Happening['kind'], number>> = {
  plausible: 36,
  late: 4,
  denied: 5,
  absurd: 7,
  again: 2,
  altered: 1,
  stale: 1,
  open: 2,
  time: 6,
};
const kind = fc.oneof(
  ...Object.entries(kinds).map(([name, weight]) => ({
    weight,
    arbitrary: fc.constant(name as Happening['kind']),
  })),
);
const number = fc.nat(9_999);
const happening = fc.record({ kind, who: number, where: number, what: number, data: number });

/** Seeded: the same towns every time. A failure tells the whole story of the smallest town that was found to fail. */
describe('whatever happens to a few households and flats', () => {
  let world: World;
  const answers: Record<string, number> = {};
  let steps = 0;
  beforeAll(async () => {
    world = await World.open({ at: BEGINS });
    for (const { form, goal, from = '01-01' } of GOALS)
      await world.pool.query(SET, [form, goal, Number(from.slice(0, 2))]);
  });
  afterAll(() => world.close());

  async function live(stage: number, happenings: readonly Happening[]): Promise<void> {
    world.set(BEGINS);
    const town = new RandomTown(world);
    await town.begin(stage);
    for (const one of happenings) await town.happen(one);
    const faults = await town.faults();
    await town.end();
    steps += happenings.length;
    for (const [answer, n] of Object.entries(town.counts)) answers[answer] = (answers[answer] ?? 0) + n;
    if (faults.length > 0) throw new Error([...faults, '', ...town.log].join('\n'));
  }

  it('keeps every invariant', async () => {
    const lives = fc.array(happening, { minLength: 90, maxLength: 115 });
    const towns = fc.asyncProperty(fc.nat(STAGES - 1), lives, live);
    const limits = { interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: true };
    await fc.assert(towns, { seed: SEED, numRuns: TOWNS, ...limits });
  }, 170_000);

  it('took thousands of steps, and was refused for every kind of reason', () => {
    expect(steps).toBeGreaterThan(2_000);
    expect(Object.keys(answers)).toEqual(
      expect.arrayContaining([
        'taken',
        'guard',
        'invalid-data',
        'key-reused',
        'not-found',
        'not-permitted',
        'not-possible-now',
        'occurred-before-opening',
        'stale',
        'unknown-event',
        'unknown-reference',
        'unknown-workflow',
      ]),
    );
  });

  it('came as far as homes that are lived in, moved from and left', async () => {
    const { rows } = await world.pool.query<{ type: string }>(
      `select distinct convert_from(canonical, 'UTF8')::jsonb ->> 'type' as type from event`,
    );
    const ways = [
      'sign',
      'recordMoveIn',
      'makeTransferOffer',
      'end',
      'requestFromAgency',
      'transferDistrict',
      'signLease',
      'sublet',
    ];
    expect(rows.map(({ type }) => type)).toEqual(expect.arrayContaining(ways));
  });

  it('leaves a ledger of the goal that is what a slow count of the raw events comes to, on any day, as known then and now', async () => {
    const flats = await flatsIn(world.pool);
    const days = daysOf(flats);
    world.set(days.at(-1) as string);
    const told = { reserved: 0, consumed: 0, late: 0 };
    for (const day of days.filter((_, at) => at % Math.ceil(days.length / LEDGERS) === 0)) {
      const year = { year: day.slice(0, 4), until: day };
      const now = await ledger(year);
      const then = await ledger({ ...year, asKnownOn: day });
      expect({ day, now }).toEqual({ day, now: recounted(flats, GOALS, day, '9999-12-31') });
      expect({ day, then }).toEqual({ day, then: recounted(flats, GOALS, day, day) });
      for (const { reserved, consumed } of Object.values(now)) {
        told.reserved += Number(reserved);
        told.consumed += Number(consumed);
      }
      if (JSON.stringify(then) !== JSON.stringify(now)) told.late += 1;
    }
    expect(Object.entries(told).filter(([, n]) => n === 0)).toEqual([]);
  }, 60_000);

  /** What the report tells of each form: goal, used up, held, and the balance. */
  async function ledger(parameters: Readonly<Record<string, string>>): Promise<Record<string, Row>> {
    const rows = (await world.report('goal-ledger', parameters)).filter(({ form }) => form !== 'total');
    return Object.fromEntries(
      rows.map(({ form, goal, consumed, reserved, balance }) => [
        form,
        { goal, consumed, reserved, balance },
      ]),
    );
  }

  it('leaves a trail that verifies', async () => {
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  }, 60_000);
});
