import { Book, followUp, movedIn, movedOut } from './book.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(() => book.clear());
afterAll(() => book.close());

const told = async (until: string, more: object = {}): Promise<unknown> => {
  const { rows } = await book.ask('follow-ups', { year: until.slice(0, 4), until, ...more });
  const { due, onTime, late, missed, share } = rows[0] as Record<string, unknown>;
  return [due, onTime, late, missed, share];
};
const stay = (file: string) => movedIn(file, '2021-01-10T10:00:00+01:00');

describe('follow-ups', () => {
  it('are due on their day, and missed until they are done', async () => {
    await book.write(stay('h-1'), followUp('h-1', '2021-01-10T10:00:00+01:00', '2021-02-10'));
    expect(await told('2021-02-09')).toEqual([0, 0, 0, 0, null]);
    expect(await told('2021-02-10')).toEqual([1, 0, 0, 1, 0]);
  });

  it('are on time on the last day, late after it, and missed as long as they were', async () => {
    await book.write(
      ...['h-1', 'h-2'].map(stay),
      followUp('h-1', '2021-01-10T10:00:00+01:00', '2021-02-10'),
      followUp('h-1', '2021-02-12T10:00:00+01:00', '2021-02-10', { held: '2021-02-10' }),
      followUp('h-1', '2021-02-12T10:00:00+01:00', '2021-08-10'),
      followUp('h-2', '2021-01-10T10:00:00+01:00', '2021-02-10'),
      followUp('h-2', '2021-03-01T10:00:00+01:00', '2021-02-10', { held: '2021-03-01' }),
      followUp('h-2', '2021-03-01T10:00:00+01:00', '2021-09-01'),
    );
    expect(await told('2021-02-28')).toEqual([2, 1, 0, 1, 50]);
    expect(await told('2021-03-01')).toEqual([2, 1, 1, 0, 50]);
    expect(await told('2021-02-28', { asKnownOn: '2021-02-11' })).toEqual([2, 0, 0, 2, 0]);
    expect(await told('2021-12-31')).toEqual([4, 1, 1, 2, 25]);
  });

  it('that were planned anew before they were held count by the new day alone', async () => {
    await book.write(
      stay('h-1'),
      followUp('h-1', '2021-01-10T10:00:00+01:00', '2021-02-10'),
      followUp('h-1', '2021-01-20T10:00:00+01:00', '2021-02-18'),
    );
    expect(await told('2021-02-17')).toEqual([0, 0, 0, 0, null]);
    expect(await told('2021-02-18')).toEqual([1, 0, 0, 1, 0]);
  });

  it('count only for stays open on the day', async () => {
    await book.write(
      ...['h-1', 'h-2'].map(stay),
      followUp('h-1', '2021-01-10T10:00:00+01:00', '2021-02-10'),
      movedOut('h-1', '2021-02-10T10:00:00+01:00'),
      followUp('h-2', '2021-01-10T10:00:00+01:00', '2021-02-10'),
      movedOut('h-2', '2021-02-11T10:00:00+01:00'),
    );
    expect(await told('2021-12-31')).toEqual([1, 0, 0, 1, 0]);
  });

  it('tell whether the children were heard, among those done', async () => {
    await book.write(
      ...['h-1', 'h-2', 'h-3', 'h-4'].map(stay),
      followUp('h-1', '2021-02-10T10:00:00+01:00', '2021-02-10', { held: '2021-02-10', heard: true }),
      followUp('h-2', '2021-02-10T10:00:00+01:00', '2021-02-10', { held: '2021-02-10', heard: false }),
      followUp('h-3', '2021-02-10T10:00:00+01:00', '2021-02-10', { held: '2021-02-10' }),
      followUp('h-4', '2021-01-10T10:00:00+01:00', '2021-02-10'),
    );
    const { rows } = await book.ask('follow-ups', { year: '2021' });
    expect(rows[0]).toMatchObject({
      due: 4,
      childrenHeard: 1,
      childrenNotHeard: 1,
      noChildren: 1,
      missed: 1,
    });
    const row = { form: 'transitional' };
    expect(await book.behind('follow-ups', { year: '2021' }, row, 'childrenNotHeard')).toEqual(['h-2']);
    expect(await book.behind('follow-ups', { year: '2021' }, row, 'missed')).toEqual(['h-4']);
  });
});
