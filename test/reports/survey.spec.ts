import { Book, movedIn, refused } from './book.js';

describe('survey', () => {
  let book: Book;
  const round = (
    year: number,
    heldOn: string,
    families: number | null = null,
    lastingShare: number | null = null,
  ) =>
    book.pool.query(
      `insert into survey_round (year, held_on, families, lasting_share, recorded_at) values ($1, $2, $3, $4, $2::date)`,
      [year, heldOn, families, lastingShare],
    );
  /** So many families with the same answers in the round of 2021. */
  const answered = (count: number, situation: string, newlyArrived = false, type = 'single-woman') =>
    book.pool.query(
      `insert into survey_response (round, situation, newly_arrived, household_type, cause, recorded_at)
       select 2021, $2, $3, $4, 'unknown', '2021-05-10' from generate_series(1, $1)`,
      [count, situation, newlyArrived, type],
    );
  const ask = (parameters: object = {}) => book.ask('survey', { year: '2021', ...parameters });
  const nonZero = (rows: readonly Readonly<Record<string, unknown>>[]) =>
    rows.filter(({ count }) => count !== 0).map(({ situation, count, share }) => [situation, count, share]);

  beforeAll(async () => {
    book = await Book.open();
  });
  beforeEach(async () => {
    await round(2021, '2021-04-30');
    await answered(3, 'shis-family');
    await answered(1, 'trial', false, 'couple');
    await answered(2, 'hotel', false, 'unknown');
    await answered(2, 'shis-newly-arrived', true, 'couple');
  });
  afterEach(() => book.clear());
  afterAll(() => book.close());

  it('tells the twelve situations in their order, with shares of all answers; the newly arrived are left out', async () => {
    const { rows, totals } = await ask();
    expect(rows.map(({ situation }) => situation)).toEqual([
      ...['shis-family', 'shis-newly-arrived', 'hotel', 'lodger', 'trial', 'emergency', 'training', 'hostel'],
      ...['apartment-hotel', 'sheltered', 'care', 'unknown'],
    ]);
    expect(nonZero(rows)).toEqual([
      ['shis-family', 3, 50],
      ['hotel', 2, 33],
      ['trial', 1, 17],
    ]);
    expect(totals).toMatchObject({ families: 6, lasting: 67 });
  });

  it.each([
    ['only', 2, 100, 1],
    ['include', 8, 75, 4],
  ])('with newlyArrived %s', async (newlyArrived, families, lasting, situations) => {
    const { rows, totals } = await ask({ newlyArrived });
    expect(totals).toMatchObject({ families, lasting });
    expect(nonZero(rows)).toHaveLength(situations);
  });

  it('takes the latest round held by the last day; one of totals alone says nothing of situations', async () => {
    await round(2019, '2019-04-30', 364, 60);
    await round(2017, '2017-04-30', null, 43);
    const before = await ask({ until: '2021-04-29' });
    expect(before.totals).toMatchObject({ families: 364, lasting: 60 });
    expect(before.rows[0]).toEqual({ situation: 'shis-family', count: null, share: null });
    expect((await book.ask('survey', { year: '2018' })).totals).toMatchObject({
      families: null,
      lasting: 43,
    });
    const { notes } = await ask();
    expect(notes.map(({ en }) => en)).toEqual([
      'The round of 2019: 60 % in lasting housing (364 families).',
      'The round of 2017: 43 % in lasting housing (the number of families is not known).',
    ]);
    expect((await ask({ until: '2021-04-29', newlyArrived: 'only' })).totals).toMatchObject({
      lasting: null,
    });
  });

  it('is as it was known: no answers before they were recorded', async () => {
    expect((await ask({ 'as-known-on': '2021-05-09' })).totals).toMatchObject({ families: null });
  });

  it('says nothing before the first round', async () => {
    const { rows, totals, headline } = await book.ask('survey', { year: '2015' });
    expect(rows).toHaveLength(12);
    expect([totals['families'], headline]).toEqual([null, null]);
  });

  describe('equality', () => {
    it('is the answered types out of all answers, not known among them, and the cases apart from it', async () => {
      await book.write(
        movedIn('h-1', '2021-03-01T09:00:00+01:00'),
        refused('h-2', '2021-03-01T09:00:00+01:00', ['household', 'offer', 'area']),
        refused('h-3', '2021-03-01T09:00:00+01:00', ['shis', 'referral', 'no-child']),
      );
      const { rows, headline } = await book.ask('equality', { year: '2021' });
      const told = rows.filter(({ count }) => count !== 0);
      expect(told.map(({ source, type, count, base, share }) => [source, type, count, base, share])).toEqual([
        ['survey', 'single-woman', 3, 6, 50],
        ['survey', 'couple', 1, 6, 17],
        ['survey', 'unknown', 2, 6, 33],
        ['placements', 'unknown', 1, 1, 100],
        ['refusals', 'unknown', 1, 1, 100],
      ]);
      expect(rows).toHaveLength(15);
      expect(headline?.en).toBe(
        '50 % of the families in the survey are a single woman with children (3 of 6).',
      );
    });
  });
});
