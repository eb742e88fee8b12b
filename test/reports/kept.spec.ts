import { isRefusal } from '../../src/engine/refusals.js';
import {
  check,
  deliveries,
  keep,
  keptCorrected,
  newestOf,
  packsUntil,
  type Checked,
} from '../../src/reports/index.js';
import { accepted, allocated, Book, movedIn, refused, TODAY } from './book.js';
import { noon } from './flats.js';

let book: Book;
beforeAll(async () => {
  book = await Book.open();
});
afterEach(async () => {
  await book.clear();
  await book.pool.query('truncate kept_report, dialogue');
});
afterAll(() => book.close());

const kept = async (report: string, parameters: Record<string, unknown>): Promise<string> => {
  const asking = { today: TODAY, reader: 'inside' as const, parameters };
  const done = await keep(book.source, report, asking, { login: 'shis.chef', at: noon('2021-11-01') });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.id;
};
const checked = async (id: string): Promise<Checked> => {
  const found = await check(book.source, id);
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  return found;
};

describe('a kept report', () => {
  beforeEach(async () => {
    await book.goal(2021, ['transitional'], 10, '2020-12-01');
    await book.write(
      allocated('d-1', noon('2021-03-01'), 'transitional'),
      movedIn('h-1', noon('2021-03-05'), { recorded: noon('2021-10-30') }),
    );
  });

  it('gives the same bytes when it is run again, whatever was registered late since; the difference is listed', async () => {
    const id = await kept('tertial', { year: '2021', until: '2021-10-31' });
    expect(id).toMatch(/^tertial-2021-10-31-[0-9a-f]{10}$/);
    expect(await checked(id)).toMatchObject({
      isWhole: true,
      isSame: true,
      isSameDefinition: true,
      then: [],
      now: [],
    });
    await book.write(
      movedIn('h-2', noon('2021-05-01'), { recorded: noon('2021-11-02') }),
      refused('d-2', noon('2021-06-01'), ['shis', 'flat', 'size'], { recorded: noon('2021-11-02') }),
    );
    const again = await checked(id);
    expect(again).toMatchObject({ isSame: true, then: [] });
    expect(again.now).toContainEqual({
      ...{ report: 'placements', row: 'transitional · facility', column: 'count', before: 1, after: 2 },
    });
    expect(again.now.map(({ report }) => report)).toEqual(expect.arrayContaining(['refusals', 'tertial']));
  });

  it('knows what a register was told after the last event', async () => {
    await book.goal(2021, ['transitional'], 20, '2021-10-31');
    await book.pool.query(`insert into dialogue (day, kind, parties, recorded_at)
      values ('2021-10-30', 'meeting', '{shis}', '2021-10-31T12:00:00Z')`);
    for (const report of ['goal-ledger', 'dialogue'])
      expect(await checked(await kept(report, { year: '2021' }))).toMatchObject({ isSame: true, now: [] });
  });

  it('stays as it was known when what it rests on is corrected', async () => {
    const id = await kept('placements', { year: '2021' });
    await book.pool.query(`update fact set voided_at = '2021-11-05T08:00:00Z' where kind = 'movedIn'`);
    const { isSame, now } = await checked(id);
    expect(isSame).toBe(true);
    expect(now.find(({ row }) => row === 'transitional · facility')).toMatchObject({ before: 1, after: 0 });
  });

  it('is told of when a case that it rests on is corrected after it was kept, and not for what was corrected before or happened later', async () => {
    const before = await kept('placements', { year: '2021', until: '2021-03-04' });
    const id = await kept('placements', { year: '2021', until: '2021-10-31' });
    const told = async (reader: 'inside' | 'public') =>
      (await keptCorrected(book.pool, reader, 5)).map((one) => [one.id, one.cases]);
    expect(await told('inside')).toEqual([]);
    await book.pool.query(`update fact set voided_at = '2021-11-05T08:00:00Z' where kind = 'movedIn'`);
    expect(await told('inside')).toEqual([[id, 1]]);
    expect(await told('public')).toEqual([]);
    const after = await kept('placements', { year: '2021', until: '2021-10-31' });
    expect([before, id]).not.toContain(after);
    expect(await told('inside')).toEqual([[id, 1]]);
  });

  it('is kept once for the same knowledge, and says so when its bytes or its facts were tampered with', async () => {
    const id = await kept('placements', { year: '2021' });
    expect(await kept('placements', { year: '2021' })).toBe(id);
    await book.pool.query(`update fact set channel = 'agency' where kind = 'movedIn'`);
    const other = await checked(id);
    expect(other).toMatchObject({ isWhole: true, isSame: false });
    expect(other.then).toContainEqual({
      ...{ report: 'placements', row: 'transitional · agency', column: 'count', before: 0, after: 1 },
    });
    await book.pool.query(`update kept_report set bytes = '{"rows": [], "columns": [], "totals": {}}'`);
    expect(await checked(id)).toMatchObject({ isWhole: false, isSame: false });
  });

  it('runs for every report', async () => {
    await book.write(accepted('h-3', noon('2021-04-01'), ['district', 'submitted']));
    for (const [report, parameters] of [
      ['yearly-goal', { by: 'month' }],
      ['placements', { count: 'signed' }],
      ['survey', { newlyArrived: 'only' }],
      ['monthly', { month: '5' }],
      ['lead-times', {}],
      ['council-answer', { division: 'now' }],
      ['vacancy', { by: 'house', audience: 'public' }],
    ] as const)
      expect([report, (await checked(await kept(report, { year: '2021', ...parameters }))).isSame]).toEqual([
        report,
        true,
      ]);
  });

  it('is not there under another name', async () => {
    expect(await check(book.source, 'none-such')).toMatchObject({ code: 'not-found' });
  });
});

describe('what is to be delivered', () => {
  it.each([
    ['2021-12-08', '2021-11-30', '2021-08-31'],
    ['2021-09-01', '2021-08-31', '2021-08-31'],
    ['2021-08-31', '2021-07-31', '2021-04-30'],
    ['2021-01-01', '2020-12-31', '2020-12-31'],
  ])('is on %s the month to %s and the third of the year to %s', (today, month, third) =>
    expect(newestOf(packsUntil(today)).map(({ until }) => until)).toEqual([month, third]),
  );

  it('is kept, and sent, when that has been done for its very period', async () => {
    const due = () => deliveries(book.pool, 'inside', '2021-12-08');
    await kept('monthly', { year: '2021', month: '10' });
    expect(await due()).toMatchObject([
      { report: 'monthly', kept: null, sent: null },
      { report: 'tertial', kept: null, sent: null },
    ]);
    const id = await kept('tertial', { year: '2021', tertial: '2' });
    await book.pool.query(`insert into dialogue (day, kind, parties, report, until, recorded_at) values
      ('2021-09-15', 'statistics-sent', '{shis}', 'tertial', '2021-08-31', '2021-09-15T12:00:00Z'),
      ('2021-11-05', 'statistics-sent', '{shis}', 'monthly', '2021-10-31', '2021-11-05T12:00:00Z')`);
    expect(await due()).toMatchObject([
      { report: 'monthly', kept: null, sent: null },
      { report: 'tertial', kept: id, sent: '2021-09-15' },
    ]);
    expect(await deliveries(book.pool, 'public', '2021-12-08')).toMatchObject([{}, { kept: null }]);
  });
});
