import fc from 'fast-check';
import { addDays } from '../../src/domain/days.js';
import { midnight } from '../../src/domain/zone.js';
import type { Answer } from '../../src/reports/index.js';
import { Book, type Line } from './book.js';
import { began, costs, ended, flat, left, noon } from './flats.js';
import { recountVacancy } from './recount-vacancy.js';

const among = <T>(...values: T[]) => fc.constantFrom(...values);
const CAUSES = ['out-of-service', 'turnaround', 'accepted-not-started', 'reserved', 'free'];

const line: fc.Arbitrary<Line> = fc
  .record({
    on: fc.integer({ min: -60, max: 420 }).map((n) => addDays('2020-01-01', n)),
    late: among(0, 0, 0, 30),
    voidedAfter: among(null, null, null, 40),
    file: among('d-1', 'd-2', 'd-3'),
    kind: among('began', 'began', 'ended', 'ended', 'cost', 'gone'),
    cause: among(...CAUSES),
    value: among(200, 300, null),
  })
  .map(({ on, late, voidedAfter, file, kind, cause, value }) => {
    const more = {
      recorded: noon(addDays(on, late)),
      ...(voidedAfter === null ? {} : { voided: noon(addDays(on, late + voidedAfter)) }),
    };
    if (kind === 'cost') return costs(file, on, value, more);
    if (kind === 'began') return began(file, on, cause, more);
    if (kind === 'ended') return ended(file, on, cause, more);
    // Leaving the stock is rare, and far ahead here.
    const gone = addDays(on, 200);
    return left(file, noon(gone), ['service.inService', 'service.stopped', on], {
      ...more,
      recorded: noon(gone),
    });
  });

/** The numbers of an answer that are not zero, summed over its parts. */
function numbers({ rows }: Answer): Record<string, number> {
  const all: Record<string, number> = {};
  const add = (key: string, value: unknown) => {
    if (typeof value === 'number' && value !== 0) all[key] = (all[key] ?? 0) + value;
  };
  for (const { cause, days, cost, base } of rows) {
    add(`${cause} days`, days);
    add(`${cause} cost`, cost);
    if (cause === 'all') add('base', base);
  }
  return all;
}

describe('vacancy', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
    for (const [id, facility] of [
      ['d-1', 'tallasen'],
      ['d-2', 'tallasen'],
      ['d-3', 'ekbacken'],
    ] as const)
      await flat(book, id, { source: 'facility', facility });
  });
  afterAll(() => book.close());

  it('equals a slow count of every day, as known on any day; months and facilities sum to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: 0, max: 365 }).map((n) => addDays('2020-01-01', n)),
        fc.option(fc.integer({ min: 0, max: 500 }).map((n) => addDays('2020-01-01', n))),
        async (lines, until, asKnownOn) => {
          await book.clear();
          await book.write(...lines);
          const asked = { year: '2020', until, asKnownOn: asKnownOn ?? undefined };
          const slow = recountVacancy(book.facts, {
            from: '2020-01-01',
            until,
            knownBefore: asKnownOn === null ? '9999-12-31' : midnight(addDays(asKnownOn, 1)),
          });
          expect(numbers(await book.ask('vacancy', asked))).toEqual(slow);
          for (const by of ['month', 'house'])
            expect(numbers(await book.ask('vacancy', { ...asked, by }))).toEqual(slow);
        },
      ),
      { seed: 20211208, numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});
