import { limitBand } from '../../src/domain/five-year-clock.js';
import { addDays } from '../../src/domain/days.js';
import { Book, limited, movedIn, movedOut } from './book.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(() => book.clear());
afterAll(() => book.close());

/** Bands that are not empty, as `band count share`. */
const told = async (until: string, more: object = {}): Promise<string[]> =>
  (await book.ask('five-year-limit', { year: until.slice(0, 4), until, ...more })).rows
    .filter(({ count }) => count !== 0)
    .map(({ band, count, share }) => `${band} ${count} ${share}`);
const stay = (file: string, from: string, limit: string) => [
  movedIn(file, `${from}T10:00:00Z`),
  limited(file, `${from}T10:00:00Z`, limit),
];

describe('the five-year limit', () => {
  it('tells every band, also the empty ones, and takes no months', async () => {
    const { rows, totals } = await book.ask('five-year-limit', { year: '2021' });
    expect(rows.map(({ band }) => band)).toEqual([
      ...['over-24', '12-24', '6-12', '3-6', 'under-3', 'exceeded', 'exception'],
    ]);
    expect(totals).toEqual({ count: 0 });
    await expect(book.ask('five-year-limit', { year: '2021', by: 'month' })).rejects.toThrow('by');
  });

  it('counts stays that have begun and not ended on or before the day', async () => {
    await book.write(...stay('h-1', '2020-03-01', '2025-03-01'));
    expect(await told('2020-02-29')).toEqual([]);
    expect(await told('2020-03-01')).toEqual(['over-24 1 100']);
    await book.write(movedOut('h-1', '2021-05-31T10:00:00+02:00'));
    expect(await told('2021-05-30')).toEqual(['over-24 1 100']);
    expect(await told('2021-05-31')).toEqual([]);
  });

  it('puts a stay exactly so many months from its limit in the band above, as the clock of the domain does', async () => {
    const limit = '2023-08-31';
    await book.write(...stay('h-1', '2018-08-31', limit));
    for (const months of ['2021-08-31', '2022-08-31', '2023-02-28', '2023-05-31', '2023-08-31'])
      for (const day of [addDays(months, -1), months, addDays(months, 1)])
        expect(await told(day)).toEqual([`${limitBand(limit, day)} 1 100`]);
    expect(await told('2023-08-31')).toEqual(['under-3 1 100']);
    expect(await told('2023-09-01')).toEqual(['exceeded 1 100']);
  });

  it('counts an exception from the day it was granted to its last day', async () => {
    await book.write(
      ...stay('h-1', '2016-03-01', '2021-03-01'),
      limited('h-1', '2021-02-10T10:00:00+01:00', '2021-09-30', { exception: true }),
    );
    expect(await told('2021-02-09')).toEqual(['under-3 1 100']);
    expect(await told('2021-02-10')).toEqual(['exception 1 100']);
    expect(await told('2021-09-30')).toEqual(['exception 1 100']);
    expect(await told('2021-10-01')).toEqual(['exceeded 1 100']);
  });

  it('goes by the move-in once it is known, and by what was known then', async () => {
    await book.write(
      ...stay('h-1', '2021-03-01', '2026-03-01'),
      movedIn('h-1', '2021-04-10T10:00:00+02:00', { on: '2021-04-05' }),
      limited('h-1', '2021-04-10T10:00:00+02:00', '2026-04-05'),
    );
    expect(await told('2021-03-31')).toEqual([]);
    expect(await told('2021-03-31', { asKnownOn: '2021-04-09' })).toEqual(['over-24 1 100']);
  });

  it('opens a band to its cases', async () => {
    await book.write(...stay('h-1', '2016-03-01', '2021-03-01'), ...stay('h-2', '2020-03-01', '2025-03-01'));
    expect(await book.behind('five-year-limit', { year: '2021' }, { band: 'exceeded' }, 'count')).toEqual([
      'h-1',
    ]);
  });
});
