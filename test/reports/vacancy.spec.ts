import { Book } from './book.js';
import { began, costs, ended, flat, left, noon } from './flats.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
beforeEach(() => flat(book, 'd-1'));
afterEach(async () => {
  await book.clear();
  await book.pool.query('truncate case_file');
});
afterAll(() => book.close());

/** Lines with empty days, as `cause days base share cost`. */
const told = async (parameters: Record<string, unknown>, source = 'facility'): Promise<string[]> =>
  (await book.ask('vacancy', parameters)).rows
    .filter((row) => row['source'] === source && row['days'] !== 0)
    .map(({ cause, days, base, share, cost }) => `${cause} ${days} ${base} ${share} ${cost ?? '–'}`);

describe('vacancy', () => {
  it('counts the days of a cause, both ends, in the year they lie in, 29 February too', async () => {
    await book.write(
      began('d-1', '2019-12-30', 'free'),
      ended('d-1', '2020-01-02', 'free'),
      began('d-1', '2020-02-28', 'turnaround'),
      ended('d-1', '2020-03-01', 'turnaround'),
      began('d-1', '2020-12-31', 'free'),
    );
    expect(await told({ year: '2019' })).toEqual(['free 2 2 100 –', 'all 2 2 100 –']);
    expect(await told({ year: '2020' })).toEqual(['turnaround 3 366 1 –', 'free 3 366 1 –', 'all 6 366 2 –']);
    expect(await told({ year: '2021', until: '2021-01-10' })).toEqual([
      'free 10 10 100 –',
      'all 10 10 100 –',
    ]);
  });

  it('gives a day to the strongest cause that touched it', async () => {
    await book.write(
      began('d-1', '2021-03-01', 'turnaround'),
      ended('d-1', '2021-03-04', 'turnaround'),
      began('d-1', '2021-03-04', 'free'),
      ended('d-1', '2021-03-06', 'free'),
      began('d-1', '2021-03-06', 'reserved'),
      began('d-1', '2021-03-07', 'out-of-service'),
      ended('d-1', '2021-03-08', 'out-of-service'),
      ended('d-1', '2021-03-10', 'reserved'),
      began('d-1', '2021-03-10', 'accepted-not-started'),
      ended('d-1', '2021-03-14', 'accepted-not-started'),
    );
    // 1–4 turnaround, 5 free, 6 and 9 reserved, 7–8 out of service, 10–14 accepted; 14 days of 31 in stock.
    expect(await told({ year: '2021', until: '2021-03-31' })).toEqual([
      'out-of-service 2 31 6 –',
      'turnaround 4 31 13 –',
      'accepted-not-started 5 31 16 –',
      'reserved 2 31 6 –',
      'free 1 31 3 –',
      'all 14 31 45 –',
    ]);
  });

  it('knows no day of a cause that ended before it began', async () => {
    await book.write(
      began('d-1', '2021-03-01', 'free'),
      ended('d-1', '2021-03-05', 'free'),
      began('d-1', '2021-03-05', 'reserved'),
      ended('d-1', '2021-03-04', 'reserved'),
    );
    expect((await told({ year: '2021', until: '2021-03-31' })).slice(0, 1)).toEqual(['free 5 31 16 –']);
  });

  it('costs what each day cost, and says of how many days the cost is not known', async () => {
    await flat(book, 'd-2');
    await book.write(
      began('d-1', '2021-01-30', 'free'),
      costs('d-1', '2021-01-01', 300),
      costs('d-1', '2021-02-02', 310),
      // Told late, for a day before.
      costs('d-1', '2021-02-01', 305, { recorded: '2021-03-01T12:00:00Z' }),
      ended('d-1', '2021-02-03', 'free'),
      began('d-2', '2021-01-01', 'free'),
      ended('d-2', '2021-01-02', 'free'),
    );
    // 30 and 31 January at 300, 1 February at 305 (as known then: 300), 2 and 3 at 310.
    const asked = { year: '2021', until: '2021-02-28' };
    expect((await told(asked))[0]).toBe('free 7 89 8 1525');
    expect((await told({ ...asked, 'as-known-on': '2021-02-28' }))[0]).toBe('free 7 89 8 1520');
    const { notes } = await book.ask('vacancy', asked);
    expect(notes.map(({ en }) => en)).toContain(
      'The cost of 2 of the empty days is not known; they are no part of the cost.',
    );
  });

  it('tells what was known then', async () => {
    await book.write(
      began('d-1', '2021-03-01', 'free'),
      ended('d-1', '2021-03-10', 'free', { recorded: '2021-04-02T12:00:00Z' }),
    );
    expect((await told({ year: '2021', until: '2021-03-31', 'as-known-on': '2021-04-01' }))[0]).toBe(
      'free 31 31 100 –',
    );
    expect((await told({ year: '2021', until: '2021-03-31' }))[0]).toBe('free 10 31 32 –');
  });

  it('tells flats from the agency apart, until they have left the stock', async () => {
    await flat(book, 'd-3', { source: 'agency', company: 'stockholmshem' });
    await book.write(
      began('d-3', '2021-03-01', 'free'),
      ended('d-3', '2021-03-03', 'free'),
      left('d-3', noon('2021-03-10'), ['service.inService', 'service.stopped', '2021-03-01']),
    );
    expect(await told({ year: '2021' })).toEqual([]);
    expect(await told({ year: '2021' }, 'agency')).toEqual(['free 3 10 30 –', 'all 3 10 30 –']);
  });

  it('is told by month and by facility, and opens to the flats', async () => {
    await flat(book, 'd-2', { source: 'facility', facility: 'ekbacken' });
    await book.write(
      began('d-1', '2021-01-31', 'free'),
      ended('d-1', '2021-02-02', 'free'),
      began('d-2', '2021-02-02', 'free'),
      ended('d-2', '2021-02-02', 'free'),
    );
    const asked = { year: '2021', until: '2021-02-28' };
    const by = async (by: string) =>
      (await book.ask('vacancy', { ...asked, by })).rows
        .filter(({ cause }) => cause === 'free')
        .map((row) => [row[by], row['days'], row['base']]);
    expect(await by('month')).toEqual([
      ['2021-01', 1, 1],
      ['2021-02', 3, 55],
    ]);
    expect(await by('house')).toEqual([
      ['ekbacken', 1, 27],
      ['tallasen', 3, 29],
    ]);
    const row = { source: 'facility', cause: 'free' };
    expect(await book.behind('vacancy', asked, row, 'days')).toEqual(['d-1', 'd-2']);
  });
});
