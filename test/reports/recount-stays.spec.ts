import fc from 'fast-check';
import { addDays } from '../../src/domain/days.js';
import { midnight } from '../../src/domain/zone.js';
import type { Answer } from '../../src/reports/index.js';
import { accepted, Book, followUp, limited, movedIn, movedOut, refused, type Line } from './book.js';
import { recountStays } from './recount-stays.js';

const among = <T>(...values: T[]) => fc.constantFrom(...values);
const day = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays('2020-01-01', n));

/** When it happened, was recorded and perhaps voided, and whose it was. */
const line: fc.Arbitrary<Line> = fc
  .record({
    on: day(-800, 800),
    due: day(-60, 420),
    after: fc.integer({ min: -20, max: 40 }),
    limit: fc.integer({ min: -90, max: 900 }),
    late: among(0, 0, 0, 20, 90),
    voidedAfter: among(null, null, null, 10, 100),
    process: fc.integer({ min: 1, max: 3 }),
    file: among('h-1', 'h-2', 'h-3', 'h-4'),
    district: among('farsta', 'bromma'),
    kind: among('in', 'in', 'out', 'limit', 'plan', 'plan', 'held', 'held', 'submitted', 'withdrawn'),
    code: among('own-lease', 'care', 'deceased'),
    is: among(true, false, undefined),
  })
  .map(({ on, due, after, limit, late, voidedAfter, process, file, district, kind, code, is }) => {
    const at = `${on}T10:00:00Z`;
    const more = {
      ...{ process, district, recorded: `${addDays(on, late)}T11:00:00Z` },
      ...(voidedAfter === null ? {} : { voided: `${addDays(on, late + voidedAfter)}T12:00:00Z` }),
    };
    if (kind === 'in') return movedIn(file, at, more);
    if (kind === 'out') return { ...movedOut(file, at, { ...more, outcome: code }), form: 'transitional' };
    if (kind === 'limit') return limited(file, at, addDays(on, limit), { ...more, exception: is === true });
    if (kind === 'plan') return followUp(file, at, due, more);
    if (kind === 'held')
      return followUp(file, at, due, {
        ...{ ...more, held: addDays(due, after) },
        ...(is !== undefined && { heard: is }),
      });
    if (kind === 'submitted') return accepted(file, at, ['district', 'submitted'], more);
    return refused(file, at, ['household', 'withdrawn', code === 'care' ? 'own-housing' : 'left-city'], more);
  });

const FOLLOW_UPS = ['due', 'onTime', 'late', 'missed', 'childrenHeard', 'childrenNotHeard', 'noChildren'];

/** The numbers of an answer that are not zero, summed over its parts. */
function numbers({ rows }: Answer, told: (row: Answer['rows'][number]) => [string, unknown][]) {
  const all: Record<string, number> = {};
  for (const [key, value] of rows.flatMap(told))
    if (typeof value === 'number' && value !== 0) all[key] = (all[key] ?? 0) + value;
  return all;
}

describe('reports on stays', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
  });
  afterAll(() => book.close());

  const outcomes = async (asked: object) =>
    numbers(await book.ask('outcomes', { ...asked }), ({ outcome, count, base }) => [
      [`outcomes ${outcome} count`, count],
      ...(String(outcome).startsWith('returned')
        ? [[`outcomes ${outcome} base`, base] as [string, unknown]]
        : []),
    ]);
  const followUps = async (asked: object) =>
    numbers(await book.ask('follow-ups', { ...asked }), (row) =>
      FOLLOW_UPS.map((column) => [`follow-ups ${column}`, row[column]]),
    );
  const limits = async (asked: object) =>
    numbers(await book.ask('five-year-limit', { ...asked }), ({ band, count }) => [[`limit ${band}`, count]]);

  it('equal a slow count of random facts, as known on any day; their parts sum to the city', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 20, maxLength: 120 }),
        day(0, 365),
        fc.option(day(0, 900)),
        async (lines, until, asKnownOn) => {
          await book.clear();
          await book.write(...lines);
          const asked = { year: '2020', until, asKnownOn: asKnownOn ?? undefined };
          const slow = recountStays(book.facts, {
            from: '2020-01-01',
            until,
            knownBefore: asKnownOn === null ? '9999-12-31' : midnight(addDays(asKnownOn, 1)),
          });
          const limit = await limits(asked);
          const whole = { ...(await outcomes(asked)), ...(await followUps(asked)) };
          expect({ ...whole, ...limit }).toEqual(slow);
          for (const by of ['month', 'district'])
            expect({
              ...(await outcomes({ ...asked, by })),
              ...(await followUps({ ...asked, by })),
            }).toEqual(whole);
          expect(await limits({ ...asked, by: 'district' })).toEqual(limit);
        },
      ),
      { seed: 20211208, numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});
