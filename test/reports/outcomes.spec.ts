import { accepted, Book, movedOut, refused } from './book.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(() => book.clear());
afterAll(() => book.close());

/** Lines that are not zero, as `outcome count base share`. */
const told = async (parameters: Record<string, unknown>): Promise<string[]> =>
  (await book.ask('outcomes', parameters)).rows
    .filter(({ count, base }) => count !== 0 || (typeof base === 'number' && base > 0))
    .filter(({ count, outcome }) => count !== 0 || String(outcome).startsWith('returned'))
    .map(({ outcome, count, base, share }) => `${outcome} ${count} ${base ?? '–'} ${share ?? '–'}`);
const submitted = (file: string, at: string, process: number) =>
  accepted(file, at, ['district', 'submitted'], { process });

describe('outcomes', () => {
  it('tell every outcome there can be, also when nobody moved', async () => {
    const { rows } = await book.ask('outcomes', { year: '2021' });
    expect(rows).toHaveLength(14);
    expect(rows[0]).toEqual({ form: 'transitional', outcome: 'own-lease', count: 0, base: 0, share: null });
  });

  it('count ends by day, and shares of all but the deceased', async () => {
    await book.write(
      movedOut('h-1', '2020-12-31T23:30:00+01:00'),
      movedOut('h-2', '2021-01-01T00:30:00+01:00'),
      movedOut('h-3', '2021-06-30T10:00:00+02:00', { outcome: 'insecure' }),
      movedOut('h-4', '2021-06-30T10:00:00+02:00', { outcome: 'unknown' }),
      movedOut('h-5', '2021-06-30T10:00:00+02:00', { outcome: 'deceased' }),
      movedOut('h-6', '2021-07-01T10:00:00+02:00'),
    );
    expect(await told({ year: '2021', until: '2021-06-30' })).toEqual([
      'own-lease 1 3 33',
      'insecure 1 3 33',
      'deceased 1 – –',
      'unknown 1 3 33',
      'all-ends 4 – –',
    ]);
    expect((await told({ year: '2021' }))[0]).toBe('own-lease 2 4 50');
  });

  it('tell of those who came back, for ends that are old enough, by the 365th and the 730th day', async () => {
    await book.write(
      movedOut('h-1', '2020-03-01T10:00:00+01:00', { process: 3 }),
      submitted('h-1', '2021-03-01T10:00:00+01:00', 4),
      movedOut('h-2', '2020-03-01T10:00:00+01:00', { process: 3 }),
      submitted('h-2', '2021-03-02T10:00:00+01:00', 4),
      movedOut('h-3', '2020-12-08T10:00:00+01:00', { process: 3 }),
      // The referral that led to the stay is no return.
      submitted('h-4', '2020-03-01T10:00:00+01:00', 1),
      movedOut('h-4', '2020-03-01T10:00:00+01:00', { process: 3 }),
    );
    expect(await told({ year: '2021', until: '2021-02-28' })).toEqual([]);
    expect(await told({ year: '2021', until: '2021-03-01' })).toEqual(['returned-365 1 3 33']);
    expect(await told({ year: '2021', until: '2021-12-08' })).toEqual(['returned-365 1 4 25']);
    expect(await told({ year: '2022', until: '2022-03-01' })).toEqual(['returned-730 2 3 67']);
  });

  it('tell of referrals withdrawn for a home of their own on a line of its own', async () => {
    await book.write(
      refused('h-1', '2021-03-01T10:00:00+01:00', ['household', 'withdrawn', 'own-housing']),
      refused('h-2', '2021-03-01T10:00:00+01:00', ['household', 'withdrawn', 'left-city']),
    );
    expect(await told({ year: '2021' })).toEqual(['withdrawn-own-housing 1 – –']);
  });

  it('give what was known then', async () => {
    await book.write(
      movedOut('h-1', '2021-03-01T10:00:00+01:00', { voided: '2021-04-01T10:00:00+02:00' }),
      movedOut('h-1', '2021-03-01T10:00:00+01:00', {
        outcome: 'care',
        recorded: '2021-04-01T10:00:00+02:00',
      }),
    );
    expect((await told({ year: '2021', asKnownOn: '2021-03-31' }))[0]).toBe('own-lease 1 1 100');
    expect((await told({ year: '2021' }))[0]).toBe('care 1 1 100');
  });

  it('open to the cases, lines with no outcome too', async () => {
    await book.write(
      movedOut('h-2', '2021-03-01T10:00:00+01:00', { outcome: 'care' }),
      movedOut('h-1', '2021-03-01T10:00:00+01:00'),
    );
    const row = { form: 'transitional', outcome: 'all-ends' };
    expect(await book.behind('outcomes', { year: '2021' }, row, 'count')).toEqual(['h-1', 'h-2']);
  });
});
