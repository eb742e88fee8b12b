import { accepted, allocated, Book, movedIn, movedOut } from './book.js';

/** Rows that are not zero, as `form channel count`. */
const told = async (book: Book, parameters: Record<string, unknown>): Promise<string[]> =>
  (await book.ask('placements', parameters)).rows
    .filter(({ count }) => count !== 0)
    .map(({ form, channel, count }) => `${form} ${channel} ${count}`);

describe('placements', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
  });
  afterEach(() => book.clear());
  afterAll(() => book.close());

  it('tell every form and channel there can be, also when nothing happened', async () => {
    const { rows, totals } = await book.ask('placements', { year: '2021' });
    expect(rows).toEqual([
      { form: 'supported-housing', channel: 'agency', count: 0 },
      { form: 'transitional', channel: 'agency', count: 0 },
      { form: 'transitional', channel: 'facility', count: 0 },
      { form: 'housing-first', channel: 'agency', count: 0 },
    ]);
    expect(totals).toEqual({ count: 0 });
  });

  it('count households by the day the stay began, in the year in Stockholm', async () => {
    await book.write(
      movedIn('h-1', '2020-12-31T23:59:00+01:00'),
      movedIn('h-2', '2021-01-01T00:00:00+01:00'),
      movedIn('h-3', '2021-09-30T23:59:59+02:00', { channel: 'agency' }),
      movedIn('h-4', '2021-10-01T00:00:00+02:00', { channel: 'agency' }),
    );
    expect(await told(book, { year: '2020' })).toEqual(['transitional facility 1']);
    expect(await told(book, { year: '2021', until: '2021-09-30' })).toEqual([
      'transitional agency 1',
      'transitional facility 1',
    ]);
    expect((await book.ask('placements', { year: '2021' })).totals).toEqual({ count: 3 });
  });

  it('take the move-in instead of the lease start once it is known', async () => {
    await book.write(
      movedIn('h-1', '2021-09-25T00:00:00+02:00'),
      movedIn('h-1', '2021-10-05T09:00:00+02:00', { on: '2021-10-03' }),
    );
    const until = { year: '2021', until: '2021-09-30' };
    expect(await told(book, until)).toEqual([]);
    expect(await told(book, { ...until, 'as-known-on': '2021-10-04' })).toEqual(['transitional facility 1']);
    expect(await told(book, { ...until, 'as-known-on': '2021-10-05' })).toEqual([]);
    expect(await told(book, { year: '2021' })).toEqual(['transitional facility 1']);
  });

  it('go back to what was told before when a move-in is voided', async () => {
    await book.write(
      movedIn('h-1', '2021-09-25T00:00:00+02:00'),
      movedIn('h-1', '2021-10-05T09:00:00+02:00', { on: '2021-10-03', voided: '2021-11-01T09:00:00+01:00' }),
    );
    expect(await told(book, { year: '2021', until: '2021-09-30' })).toEqual(['transitional facility 1']);
    expect(await told(book, { year: '2021', until: '2021-09-30', 'as-known-on': '2021-10-31' })).toEqual([]);
  });

  it('count a return after an ended stay in another year, and once in the same year, by the first flat', async () => {
    await book.write(
      movedIn('h-1', '2020-02-01T10:00:00+01:00', { process: 3 }),
      movedOut('h-1', '2020-12-01T10:00:00+01:00', { process: 3 }),
      movedIn('h-1', '2021-03-01T10:00:00+01:00', { process: 6, channel: 'agency' }),
      movedOut('h-1', '2021-06-01T10:00:00+02:00', { process: 6 }),
      movedIn('h-1', '2021-10-01T10:00:00+02:00', { process: 9 }),
    );
    expect(await told(book, { year: '2020' })).toEqual(['transitional facility 1']);
    expect(await told(book, { year: '2021' })).toEqual(['transitional agency 1']);
  });

  it('count a household once for each form', async () => {
    await book.write(
      movedIn('h-1', '2021-02-01T10:00:00+01:00', { process: 3 }),
      movedIn('h-1', '2021-08-01T10:00:00+02:00', { process: 7, form: 'housing-first', channel: 'agency' }),
    );
    expect(await told(book, { year: '2021' })).toEqual(['transitional facility 1', 'housing-first agency 1']);
  });

  describe('counted as signed', () => {
    const signed = (file: string, at: string, dwelling: string, process: number) =>
      accepted(file, at, ['household', 'signed'], { process, dwelling });
    const year = { year: '2021', count: 'signed' };

    it('go by the lease, through the agency if the flat was booked on the goal', async () => {
      await book.write(
        allocated('d-1', '2021-12-20T10:00:00+01:00', 'transitional'),
        signed('h-1', '2021-12-20T10:00:00+01:00', 'd-1', 2),
        movedIn('h-1', '2022-01-15T10:00:00+01:00', { process: 3, channel: 'agency' }),
        signed('h-2', '2021-12-20T10:00:00+01:00', 'd-2', 2),
      );
      expect(await told(book, year)).toEqual(['transitional agency 1', 'transitional facility 1']);
      expect(await told(book, { year: '2021' })).toEqual([]);
      expect((await book.ask('placements', year)).definition.sv).toContain('som Bostadsförmedlingen räknar');
    });

    it('leave out transfers, also one whose stay ends later', async () => {
      await book.write(
        movedIn('h-1', '2020-05-01T10:00:00+02:00', { process: 3 }),
        signed('h-1', '2021-04-01T10:00:00+02:00', 'd-2', 4),
        movedOut('h-1', '2021-11-01T10:00:00+01:00', { process: 3 }),
      );
      expect(await told(book, year)).toEqual([]);
    });

    it('count a return, also on the day of leaving, and a stay that began on the day it was signed', async () => {
      await book.write(
        movedIn('h-1', '2019-05-01T10:00:00+02:00', { process: 3 }),
        movedOut('h-1', '2021-04-01T09:00:00+02:00', { process: 3 }),
        signed('h-1', '2021-04-01T10:00:00+02:00', 'd-2', 5),
        movedIn('h-1', '2021-04-01T12:00:00+02:00', { process: 6 }),
        signed('h-2', '2021-04-01T10:00:00+02:00', 'd-3', 2),
        movedIn('h-2', '2021-04-01T12:00:00+02:00', { process: 3 }),
      );
      expect(await told(book, year)).toEqual(['transitional facility 2']);
    });
  });

  it('open each number to the households behind it', async () => {
    await book.write(
      movedIn('h-2', '2021-02-01T10:00:00+01:00'),
      movedIn('h-1', '2021-03-01T10:00:00+01:00'),
      movedIn('h-3', '2021-03-01T10:00:00+01:00', { channel: 'agency' }),
    );
    const row = { form: 'transitional', channel: 'facility' };
    expect(await book.behind('placements', { year: '2021' }, row, 'count')).toEqual(['h-1', 'h-2']);
    expect(
      await book.behind('placements', { year: '2021', by: 'month' }, { ...row, month: '2021-02' }, 'count'),
    ).toEqual(['h-2']);
  });
});
