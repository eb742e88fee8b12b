import fc from 'fast-check';
import { addDays } from '../../src/domain/days.js';
import { midnight } from '../../src/domain/zone.js';
import { accepted, allocated, Book, movedIn, movedOut, refused, type Line } from './book.js';
import { flat, left, noon } from './flats.js';
import { recountBridge, recountCompanies, recountMonth } from './recount-month.js';

const among = <T>(...values: T[]) => fc.constantFrom(...values);
const FLATS = ['d-1', 'd-2', 'd-3', 'd-4'] as const;
const COMPANIES: Readonly<Record<string, string>> = {
  ...{ 'd-1': 'stockholmshem', 'd-2': 'stockholmshem', 'd-3': 'familjebostader', 'd-4': 'svenska-bostader' },
};
const companyOf = (one: string | null): string => COMPANIES[one ?? ''] ?? 'unknown';

/** When it happened, was recorded and perhaps voided, and of which process it is. */
const circumstances = fc
  .record({
    on: fc.integer({ min: -20, max: 110 }).map((n) => addDays('2021-01-01', n)),
    late: among(0, 0, 0, 1, 20),
    voidedAfter: among(null, null, null, 10),
    process: fc.integer({ min: 1, max: 3 }),
    form: among('transitional', 'transitional', 'supported-housing'),
  })
  .map(({ on, late, voidedAfter, ...more }) => ({
    on,
    more: {
      ...more,
      recorded: `${addDays(on, late)}T13:00:00Z`,
      ...(voidedAfter === null ? {} : { voided: `${addDays(on, late + voidedAfter)}T14:00:00Z` }),
    },
  }));

const line: fc.Arbitrary<Line> = fc
  .record({
    circumstances,
    file: among('h-1', 'h-2', 'h-3'),
    dwelling: among(...FLATS),
    kind: among('in', 'in', 'out', 'out', 'yes', 'yes', 'no', 'step', 'step', 'flat', 'booked', 'stopped'),
    stage: among('submitted', 'offered', 'referral', 'offer', 'requested', 'requested', 'signed'),
    refusal: among('withdrawn', 'referral', 'offer', 'tenant', 'fallthrough'),
    step: among<[string, string]>(
      ...([
        ['sent', 'evaluating'],
        ['evaluating', 'sent'],
        ['evaluating', 'fulfilled'],
        ['sent', 'expired'],
        ['sent', 'cancelled'],
      ] as [string, string][]),
    ),
    party: among<'shis' | 'district'>('shis', 'district'),
  })
  .map(({ circumstances: { on, more }, file, dwelling, kind, stage, refusal, step, party }): Line => {
    const at = noon(on);
    if (kind === 'in') return movedIn(file, at, { ...more, dwelling });
    if (kind === 'out') return movedOut(file, at, more);
    if (kind === 'yes')
      return accepted(file, at, [stage === 'referral' ? 'shis' : 'household', stage], { ...more, dwelling });
    if (kind === 'no') {
      const who = refusal === 'tenant' ? 'company' : refusal === 'referral' ? 'shis' : 'household';
      return refused(file, at, [who, refusal, 'other'], { ...more, dwelling });
    }
    const ofFlat = { ...more, process: 1 };
    if (kind === 'flat') return refused(dwelling, at, [party, 'flat', 'size'], ofFlat);
    if (kind === 'booked') return allocated(dwelling, at, 'transitional', ofFlat);
    if (kind === 'stopped') return left(dwelling, at, ['service.inService', 'service.stopped', on], ofFlat);
    const by = step[1] === 'fulfilled' ? { dwelling } : {};
    return left(file, at, [step[0], step[1], on], { ...more, ...by });
  });

describe('monthly, tertial and the bridge', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
    for (const one of FLATS) await flat(book, one, { source: 'agency', company: companyOf(one) });
  });
  afterAll(() => book.close());

  const counts = async (report: string, key: string, asked: object): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await book.ask(report, { ...asked })).rows.map((row) => [String(row[key]), Number(row['count'])]),
    );

  it('equal a slow count of random facts, as known on any day; a month’s stays go up in the next', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 30, maxLength: 110 }),
        among('2021-01-31', '2021-02-28', '2021-03-31'),
        fc.option(fc.integer({ min: 0, max: 130 }).map((n) => addDays('2021-01-01', n))),
        async (lines, until, asKnownOn) => {
          await book.clear();
          await book.write(...lines);
          const known = asKnownOn === null ? {} : { asKnownOn };
          const knownBefore = asKnownOn === null ? '9999-12-31' : midnight(addDays(asKnownOn, 1));
          const [year, of] = [{ year: '2021', ...known }, (from: string) => ({ from, until, knownBefore })];
          const month = await counts('monthly', 'line', { ...year, until });
          const slow = recountMonth(book.facts, of(`${until.slice(0, 7)}-01`));
          expect(month).toMatchObject(slow);
          const { atStart = 0, in: came = 0, out = 0, atEnd } = slow;
          expect(atStart + came - out).toBe(atEnd);
          const next = addDays(until, 28);
          expect((await counts('monthly', 'line', { ...year, until: next }))['atStart']).toBe(month['atEnd']);
          const whole = of('2021-01-01');
          expect(await counts('council-answer', 'line', { ...year, until })).toMatchObject(
            recountBridge(book.facts, whole),
          );
          const { rows } = await book.ask('tertial', { ...year, until });
          const told = rows.flatMap(({ company, ...row }) =>
            ['allocated', 'declined', 'rejected'].flatMap((column) =>
              row[column] === 0 ? [] : [[`${company} ${column}`, row[column]] as const],
            ),
          );
          expect(Object.fromEntries(told)).toEqual(recountCompanies(book.facts, whole, companyOf));
        },
      ),
      { seed: 20211208, numRuns: 12, endOnFailure: true },
    );
  }, 60_000);
});
