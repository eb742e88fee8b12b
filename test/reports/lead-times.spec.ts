import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/domain/days.js';
import { accepted, Book, refused } from './book.js';
import { left, noon } from './flats.js';
import { way, type Pass, type Wish } from './ways.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(() => book.clear());
afterAll(() => book.close());

type Told = Readonly<Record<string, unknown>>;
const row = async (parameters: Told, step: string, holder = 'all'): Promise<Told> =>
  (await book.ask('lead-times', { ...parameters })).rows.find(
    (one) => one['step'] === step && one['holder'] === holder,
  ) ?? {};

describe('lead times', () => {
  it('tell how long the way took and who held the ball, across a supplement, a pause, a refusal and 29 February', async () => {
    const { lines } = way('h-1', {
      from: '2019-12-20',
      supplement: [3, 7],
      screening: 4,
      pause: [10, 20],
      offers: [
        [5, 2],
        [8, 3],
      ],
      isAccepted: true,
      sign: 6,
      moveIn: 9,
    });
    await book.write(...lines);
    const year = { year: '2020' };
    // 20 December to 3 January; SHIS has it to the 23rd and from the 30th: 3 + 4 days, working days 1 + 2 (31 December and 1 January are none).
    expect(await row(year, 'screening')).toMatchObject({
      count: 1,
      median: 14,
      p90: 14,
      workingMedian: null,
    });
    expect(await row(year, 'screening', 'shis')).toMatchObject({ count: 1, median: 7, workingMedian: 3 });
    expect(await row(year, 'screening', 'district')).toMatchObject({ median: 7, waiting: null });
    expect(await row(year, 'first-offer')).toMatchObject({ count: 1, median: 35 });
    expect(await row(year, 'first-offer', 'paused')).toMatchObject({ median: 20 });
    expect(await row(year, 'answer')).toMatchObject({ count: 2, median: 2.5, p90: 3, days: 5 });
    expect(await row(year, 'signing')).toMatchObject({ count: 1, median: 6, workingMedian: 4 });
    expect(await row(year, 'moving-in')).toMatchObject({ count: 1, median: 9 });
    expect(await row(year, 'whole')).toMatchObject({ count: 1, median: 77, waiting: 0 });
    expect(await row(year, 'whole', 'lease')).toMatchObject({ median: 9 });
    expect((await row({ year: '2019' }, 'screening'))['count']).toBe(0);
    expect(await row({ year: '2019' }, 'screening')).toMatchObject({ waiting: 1, oldest: 11 });
  });

  it('count each pass of a request, and say who still waits', async () => {
    await book.write(
      accepted('h-1', noon('2021-02-01'), ['shis', 'requested'], { process: 2 }),
      left('h-1', noon('2021-02-05'), ['sent', 'evaluating', '2021-02-01'], { process: 2 }),
      left('h-1', noon('2021-02-08'), ['evaluating', 'sent', '2021-02-05'], { process: 2 }),
      left('h-1', noon('2021-02-20'), ['sent', 'evaluating', '2021-02-08'], { process: 2 }),
      left('h-1', noon('2021-02-22'), ['evaluating', 'cancelled', '2021-02-20'], { process: 2 }),
      accepted('h-2', noon('2021-02-10'), ['shis', 'requested'], { process: 2 }),
    );
    const year = { year: '2021', until: '2021-02-28' };
    expect(await row(year, 'proposal')).toMatchObject({ count: 2, median: 8, p90: 12, workingMedian: 6.5 });
    expect(await row(year, 'proposal')).toMatchObject({ waiting: 1, waitingMedian: 18, oldest: 18 });
    // What was cancelled was not answered.
    expect(await row(year, 'proposal-answer')).toMatchObject({ count: 1, median: 3, waiting: 0 });
    expect(await row({ ...year, until: '2021-02-21' }, 'proposal-answer')).toMatchObject({
      waiting: 1,
      oldest: 1,
    });
  });

  it('tell what was known then, and leave out what was closed', async () => {
    await book.write(
      accepted('h-1', noon('2021-01-04'), ['district', 'submitted']),
      left('h-1', noon('2021-01-04'), ['draft', 'screening', '2021-01-01'], { waitsFor: 'district' }),
      accepted('h-1', noon('2021-01-12'), ['shis', 'referral'], { recorded: noon('2021-02-03') }),
      left('h-1', noon('2021-01-12'), ['screening', 'queued', '2021-01-04'], {
        ...{ waitsFor: 'shis', recorded: noon('2021-02-03') },
      }),
      accepted('h-2', noon('2021-01-04'), ['district', 'submitted']),
      left('h-2', noon('2021-01-04'), ['draft', 'screening', '2021-01-01'], { waitsFor: 'district' }),
      refused('h-2', noon('2021-01-08'), ['shis', 'referral', 'no-child']),
      left('h-2', noon('2021-01-08'), ['screening', 'closed', '2021-01-04'], { waitsFor: 'shis' }),
    );
    const january = { year: '2021', until: '2021-01-31' };
    expect(await row(january, 'screening')).toMatchObject({ count: 1, median: 8, waiting: 0 });
    expect(await row({ ...january, 'as-known-on': '2021-02-02' }, 'screening')).toMatchObject({
      ...{ count: 0, median: null, waiting: 1, oldest: 27 },
    });
    expect(await book.behind('lead-times', january, { step: 'screening', holder: 'all' }, 'count')).toEqual([
      'h-1',
    ]);
  });

  it('equal what random ways took, step by step and party by party; months and districts count the same', async () => {
    const days = (max: number) => fc.integer({ min: 0, max });
    const wish: fc.Arbitrary<Wish> = fc.record({
      from: fc.integer({ min: -60, max: 200 }).map((n) => addDays('2020-01-01', n)),
      supplement: fc.option(fc.tuple(days(6), days(15))),
      screening: days(20),
      pause: fc.option(fc.tuple(days(9), fc.integer({ min: 1, max: 40 }))),
      offers: fc.array(fc.tuple(days(50), days(9)), { maxLength: 3 }),
      isAccepted: fc.boolean(),
      sign: fc.option(days(20)),
      moveIn: fc.option(days(30)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 3, maxLength: 12 }), async (wishes) => {
        await book.clear();
        const ways = wishes.map((one, at) => way(`h-${at}`, one));
        await book.write(...ways.flatMap(({ lines }) => lines));
        const asked = { year: '2020' };
        const passes = ways.flatMap((one) => one.passes).filter(({ ended }) => ended.startsWith('2020'));
        expect(timesIn((await book.ask('lead-times', asked)).rows)).toEqual(timesOf(passes));
        // By then every way has come to where it ends.
        const later = await book.ask('lead-times', { year: '2021' });
        expect(waitsIn(later.rows)).toEqual(waitsOf(ways.flatMap((one) => one.waits)));
        const counts = (rows: readonly Told[]) =>
          Object.entries(timesIn(rows)).map(([key, { count }]) => [key, count]);
        const whole = counts((await book.ask('lead-times', asked)).rows);
        for (const by of ['month', 'district'])
          expect(counts((await book.ask('lead-times', { ...asked, by })).rows).sort()).toEqual(whole.sort());
      }),
      { seed: 20211208, numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});

interface Times {
  count: number;
  days: number;
  working: boolean;
}

/** Counts and days of an answer's rows, summed over its parts. */
function timesIn(rows: readonly Told[]): Record<string, Times> {
  const all: Record<string, Times> = {};
  for (const { step, holder, count, days, workingMedian } of rows) {
    if (typeof count !== 'number' || count === 0) continue;
    const key = `${step} ${holder}`;
    const before = all[key] ?? { count: 0, days: 0, working: false };
    all[key] = {
      count: before.count + count,
      days: before.days + Number(days),
      working: before.working || workingMedian !== null,
    };
  }
  return all;
}

const TERMS = ['screening shis', 'signing all', 'proposal all', 'proposal-answer all'];

function timesOf(passes: readonly Pass[]): Record<string, Times> {
  const all: Record<string, Times> = {};
  const add = (key: string, days: number) => {
    const before = all[key] ?? { count: 0, days: 0 };
    all[key] = { count: before.count + 1, days: before.days + days, working: TERMS.includes(key) };
  };
  for (const { step, began, ended, held } of passes) {
    add(`${step} all`, daysBetween(began, ended));
    for (const [who, days] of Object.entries(held)) if (days > 0) add(`${step} ${who}`, days);
  }
  return all;
}

function waitsIn(rows: readonly Told[]): Record<string, unknown> {
  const told = rows.filter(({ holder, waiting }) => holder === 'all' && waiting !== 0);
  return Object.fromEntries(told.map(({ step, waiting, oldest }) => [step as string, [waiting, oldest]]));
}

function waitsOf(waits: readonly (readonly [string, string])[]): Record<string, unknown> {
  const all: Record<string, [number, number]> = {};
  for (const [step, since] of waits) {
    const [count, oldest] = all[step] ?? [0, 0];
    all[step] = [count + 1, Math.max(oldest, daysBetween(since, '2021-12-31'))];
  }
  return all;
}
