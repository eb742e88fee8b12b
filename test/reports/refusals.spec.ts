import { accepted, allocated, Book, refused } from './book.js';

const day = '2021-05-03T10:00:00+02:00';
const told = async (book: Book, parameters: Record<string, unknown> = { year: '2021' }) =>
  (await book.ask('refusals', parameters)).rows.map(({ party, stage, reason, count, base, share }) => [
    `${party} ${stage} ${reason}`,
    count,
    base,
    share,
  ]);

describe('refusals', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
  });
  afterEach(() => book.clear());
  afterAll(() => book.close());

  it('of an empty year are none', async () => {
    expect(await told(book)).toEqual([]);
  });

  it('answer the board: why SHIS declines flats, out of how many', async () => {
    const reasons = {
      'own-stock': 13,
      'no-family': 6,
      size: 3,
      area: 1,
      condition: 1,
      access: 1,
      rent: 1,
      time: 1,
    };
    const flats = Object.entries(reasons).flatMap(([reason, n]) =>
      Array.from({ length: n }, (_, i) =>
        refused(`${reason}-${i}`, day, ['shis', 'flat', reason], { form: null }),
      ),
    );
    await book.write(...flats);
    for (let i = 0; i < 10; i++)
      await book.write(accepted(`yes-${i}`, day, ['shis', 'flat'], { form: null }));
    const { rows, totals } = await book.ask('refusals', { year: '2021' });
    expect(rows.map(({ reason, count, base, share }) => [reason, count, base, share])).toEqual([
      ['own-stock', 13, 37, 35],
      ['no-family', 6, 37, 16],
      ['size', 3, 37, 8],
      ['area', 1, 37, 3],
      ['condition', 1, 37, 3],
      ['access', 1, 37, 3],
      ['rent', 1, 37, 3],
      ['time', 1, 37, 3],
    ]);
    expect(totals).toEqual({ count: 27 });
  });

  it('stand stage by stage, each with the yes of the same party as its base', async () => {
    await book.write(
      refused('h-1', day, ['shis', 'referral', 'no-child']),
      accepted('h-2', day, ['shis', 'referral']),
      accepted('h-3', day, ['shis', 'referral']),
      refused('d-1', day, ['district', 'flat', 'size'], { form: null }),
      refused('d-2', day, ['shis', 'flat', 'size'], { form: null }),
      accepted('d-3', day, ['shis', 'flat'], { form: null }),
      refused('h-2', day, ['household', 'offer', 'school'], { process: 2, dwelling: 'd-3' }),
      accepted('h-2', day, ['household', 'offer'], { process: 3, dwelling: 'd-4' }),
      // The company says no to the family for one flat; two agency flats and one own are signed for.
      refused('h-4', day, ['company', 'tenant', 'debt'], { process: 2, dwelling: 'd-5' }),
      allocated('d-6', day, 'transitional'),
      allocated('d-7', day, 'transitional'),
      accepted('h-5', day, ['household', 'signed'], { process: 2, dwelling: 'd-6' }),
      accepted('h-6', day, ['household', 'signed'], { process: 2, dwelling: 'd-7' }),
      accepted('h-7', day, ['household', 'signed'], { process: 2, dwelling: 'd-8' }),
      refused('h-8', day, ['household', 'fallthrough', 'own-housing'], { process: 2, dwelling: 'd-9' }),
      refused('h-9', day, ['company', 'fallthrough', 'income'], { process: 2, dwelling: 'd-9' }),
    );
    expect(await told(book)).toEqual([
      ['shis referral no-child', 1, 3, 33],
      ['shis flat size', 1, 2, 50],
      ['district flat size', 1, 1, 100],
      ['household offer school', 1, 2, 50],
      ['company tenant debt', 1, 3, 33],
      ['household fallthrough own-housing', 1, 4, 25],
      ['company fallthrough income', 1, 4, 25],
    ]);
  });

  it('are not what was withdrawn, nor yes and no of other kinds', async () => {
    await book.write(
      refused('h-1', day, ['household', 'withdrawn', 'own-housing']),
      accepted('h-1', day, ['district', 'submitted']),
      accepted('h-1', day, ['shis', 'requested'], { process: 2 }),
      refused('h-2', day, ['household', 'offer', 'area'], { process: 2, dwelling: 'd-1' }),
    );
    expect(await told(book)).toEqual([['household offer area', 1, 1, 100]]);
  });

  it('count the same thing refused twice at one stage once, and the landlord’s no to two flats twice', async () => {
    await book.write(
      refused('h-1', '2021-03-01T10:00:00+01:00', ['shis', 'referral', 'incomplete']),
      refused('h-1', day, ['shis', 'referral', 'no-child']),
      refused('h-2', day, ['company', 'tenant', 'income'], { process: 2, dwelling: 'd-1' }),
      refused('h-2', day, ['company', 'tenant', 'income'], { process: 2, dwelling: 'd-2' }),
    );
    expect(await told(book)).toEqual([
      ['shis referral incomplete', 1, 1, 100],
      ['company tenant income', 2, 2, 100],
    ]);
  });

  it('go by the day of the no, as known, and not if voided', async () => {
    await book.write(
      refused('h-1', '2021-12-31T23:59:00+01:00', ['household', 'offer', 'rent']),
      refused('h-2', day, ['household', 'offer', 'rent'], { recorded: '2021-09-01T10:00:00+02:00' }),
      refused('h-3', day, ['household', 'offer', 'rent'], { voided: '2021-09-02T10:00:00+02:00' }),
    );
    expect(await told(book)).toEqual([['household offer rent', 2, 2, 100]]);
    expect(await told(book, { year: '2021', until: '2021-12-30' })).toEqual([
      ['household offer rent', 1, 1, 100],
    ]);
    expect(await told(book, { year: '2021', 'as-known-on': '2021-08-31' })).toEqual([
      ['household offer rent', 1, 1, 100],
    ]);
    expect(await told(book, { year: '2021', 'as-known-on': '2021-09-01' })).toEqual([
      ['household offer rent', 2, 2, 100],
    ]);
  });

  it('are told to the public with the small ones hidden, among all reasons there could be', async () => {
    await book.write(
      ...Array.from({ length: 7 }, (_, i) =>
        refused(`h-${i}`, day, ['household', 'offer', 'area'], { process: 2 }),
      ),
      refused('h-8', day, ['household', 'offer', 'safety'], { process: 2 }),
      accepted('h-9', day, ['household', 'offer'], { process: 2 }),
    );
    const rows = await told(book, { year: '2021', audience: 'public' });
    expect(rows).toEqual([
      ['household offer area', 7, 9, 78],
      // One family refused for one of these reasons; which, is not to be known.
      ...[
        'size',
        'access',
        'rent',
        'school',
        'safety',
        'own-housing',
        'other-form',
        'no-answer',
        'other',
      ].map((reason) => [`household offer ${reason}`, '<5', 9, '..']),
    ]);
    const { notes, totals } = await book.ask('refusals', { year: '2021', audience: 'public' });
    expect(totals).toEqual({ count: 8 });
    expect(notes.some(({ sv }) => sv.includes('<5 betyder 0 till 4'))).toBe(true);
  });

  it('open to the files behind count and base', async () => {
    await book.write(
      refused('d-1', day, ['shis', 'flat', 'size'], { form: null }),
      refused('d-2', day, ['shis', 'flat', 'area'], { form: null }),
      accepted('d-3', day, ['shis', 'flat'], { form: null }),
    );
    const row = { party: 'shis', stage: 'flat', reason: 'size' };
    expect(await book.behind('refusals', { year: '2021' }, row, 'count')).toEqual(['d-1']);
    expect(await book.behind('refusals', { year: '2021' }, row, 'base')).toEqual(['d-1', 'd-2', 'd-3']);
  });
});
