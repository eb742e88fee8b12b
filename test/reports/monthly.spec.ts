import { accepted, Book, movedIn, movedOut, refused } from './book.js';
import { began, ended, flat, left, noon } from './flats.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(async () => {
  await book.clear();
  await book.pool.query('truncate case_file, dialogue');
});
afterAll(() => book.close());

const counts = async (parameters: Record<string, unknown>): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await book.ask('monthly', { year: '2020', ...parameters })).rows.map(({ line, count }) => [line, count]),
  );
const form = { form: 'transitional' };

describe('the monthly statistics', () => {
  it('tell who lived there at the start and the end, and what lies between, over the ends of February', async () => {
    await book.write(
      movedIn('h-1', noon('2020-01-31'), form),
      movedIn('h-2', noon('2020-02-01'), form),
      movedIn('h-3', noon('2020-02-29'), form),
      movedIn('h-4', noon('2020-03-01'), form),
      { ...movedOut('h-1', noon('2020-02-29')), ...form },
      movedIn('h-5', noon('2020-02-10'), form),
      { ...movedOut('h-5', noon('2020-02-10')), ...form },
    );
    expect(await counts({ month: '2' })).toMatchObject({ atStart: 1, in: 3, out: 2, atEnd: 2 });
    expect(await counts({ month: '1' })).toMatchObject({ atStart: 0, in: 1, out: 0, atEnd: 1 });
    expect(await counts({ month: '3' })).toMatchObject({ atStart: 2, in: 1, out: 0, atEnd: 3 });
    expect(await counts({ until: '2020-02-28' })).toMatchObject({ atStart: 1, in: 2, out: 1, atEnd: 2 });
  });

  it('tell the flats, the queue, offers and requests of the month; the months sum to the year', async () => {
    await flat(book, 'd-1');
    await book.write(
      began('d-1', '2020-02-10', 'free'),
      ended('d-1', '2020-03-05', 'free'),
      accepted('h-1', noon('2020-02-03'), ['district', 'submitted']),
      accepted('h-1', noon('2020-02-20'), ['shis', 'referral']),
      left('h-1', noon('2020-02-20'), ['screening', 'queued', '2020-02-03']),
      left('h-1', noon('2020-03-02'), ['queued', 'offered', '2020-02-20']),
      accepted('h-1', noon('2020-03-02'), ['shis', 'offered'], { process: 2 }),
      refused('h-1', noon('2020-03-04'), ['household', 'offer', 'area'], { process: 2 }),
      accepted('h-1', noon('2020-03-10'), ['shis', 'requested'], { process: 3 }),
      left('h-1', noon('2020-03-12'), ['sent', 'evaluating', '2020-03-10'], { process: 3 }),
      refused('d-9', noon('2020-03-13'), ['shis', 'flat', 'own-stock']),
      refused('h-2', noon('2020-03-13'), ['household', 'withdrawn', 'own-housing']),
    );
    expect(await counts({ month: '2' })).toMatchObject({
      ...{ free: 1, empty: 1, submitted: 1, approved: 1, queue: 1, offered: 0, requested: 0 },
    });
    const march = { free: 0, submitted: 0, queue: 0, offered: 1, yes: 0, no: 1, requested: 1, proposed: 1 };
    expect(await counts({ month: '3' })).toMatchObject({ ...march, declined: 1, withdrawn: 1 });
    const months = await Promise.all(Array.from({ length: 12 }, (_, n) => counts({ month: String(n + 1) })));
    for (const line of ['submitted', 'approved', 'offered', 'no', 'requested', 'proposed', 'declined'])
      expect(months.reduce((sum, one) => sum + Number(one[line]), 0)).toBe(1);
  });

  it('tell what earlier months got late or lost since the last edition was sent', async () => {
    await book.write(
      movedIn('h-1', noon('2020-01-10'), { ...form, recorded: noon('2020-02-04') }),
      movedIn('h-2', noon('2020-01-10'), { ...form, recorded: noon('2020-02-08') }),
      movedIn('h-3', noon('2020-01-10'), { ...form, voided: noon('2020-02-08') }),
    );
    // What came before it was corrected: it stands elsewhere, and says the same.
    await book.write(
      movedIn('h-4', noon('2020-01-10'), { ...form, voided: noon('2020-02-08') }),
      movedIn('h-4', noon('2020-01-10'), { ...form, recorded: noon('2020-02-08') }),
    );
    const february = { month: '2', 'as-known-on': '2020-03-01' };
    expect(await counts(february)).toMatchObject({ late: 2, corrected: 1 });
    await book.pool.query(
      `insert into dialogue (day, kind, parties, report, until, recorded_at)
       values ('2020-02-05', 'statistics-sent', '{shis}', 'monthly', '2020-01-31', '2020-02-05T12:00:00Z')`,
    );
    expect(await counts(february)).toMatchObject({ late: 1, corrected: 1 });
    expect(await counts({ month: '2', 'as-known-on': '2020-02-07' })).toMatchObject({
      late: 0,
      corrected: 0,
    });
  });

  it('are of a month that has begun, and of a day in it', async () => {
    for (const asked of [
      { year: '2024', month: '12' },
      { month: '2', until: '2020-03-01' },
      { month: '2', until: '2020-01-31' },
    ])
      await expect(counts(asked)).rejects.toThrow('until');
  });
});
