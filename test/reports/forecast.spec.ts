import { accepted, Book, movedIn } from './book.js';

const district = (code: string) => ({ code, name: code, from: '2007-01-01', to: null, successor: null });
const submitted = (file: string, at: string, of = 'farsta', more: object = {}) =>
  accepted(file, at, ['district', 'submitted'], { form: 'transitional', district: of, ...more });
const SPRING = '2021-03-01T09:00:00+01:00';

describe('forecast', () => {
  let book: Book;
  /** A version of the forecast: from `low` to `high`, handed in on a day. */
  const handIn = (code: string, low: number, high: number, on: string, form = 'transitional') =>
    book.pool.query(
      `insert into forecast (year, district, form, low, high, handed_in, recorded_at)
       values (2021, $1, $2, $3, $4, $5, $5::date)`,
      [code, form, low, high, on],
    );
  const bySize = (code: string, size: string | null, low: number, high: number, on = '2020-11-27') =>
    book.pool.query(
      `insert into forecast (year, district, form, size, low, high, handed_in, recorded_at)
       values (2021, $1, 'transitional', $2, $3, $4, $5, $5::date)`,
      [code, size, low, high, on],
    );
  const household = (file: string, record: object) =>
    book.pool.query(
      `insert into case_file (id, kind, version, head, record, opened_at, recorded_at)
       values ($1, 'household', 1, '', $2, '2020-01-01', '2020-01-01')`,
      [file, record],
    );
  const told = async (parameters: object = {}) =>
    (await book.ask('forecast', { year: '2021', ...parameters })).rows.map(
      ({ district: of, low, high, referred, placed }) => [of, low, high, referred, placed],
    );

  beforeAll(async () => {
    book = await Book.open([district('bromma'), district('farsta')]);
  });
  afterEach(() => book.clear());
  afterAll(() => book.close());

  it('is told for each district and in all; a unit that is no district stands below the total', async () => {
    await handIn('farsta', 7, 10, '2020-11-27');
    await handIn('bromma', 3, 5, '2020-11-27');
    await handIn('hemlosa', 2, 4, '2020-11-27');
    await book.write(
      submitted('h-1', SPRING),
      submitted('h-2', SPRING),
      submitted('h-3', SPRING, 'hemlosa'),
      movedIn('h-4', SPRING, { district: 'farsta' }),
    );
    expect(await told()).toEqual([
      ['bromma', 3, 5, 0, 0],
      ['farsta', 7, 10, 2, 1],
      ['total', 10, 15, 2, 1],
      ['hemlosa', 2, 4, 1, 0],
    ]);
  });

  it('is the version that was handed in last before the year began; what comes later does not change it', async () => {
    await handIn('farsta', 1, 2, '2020-10-01');
    await handIn('farsta', 7, 10, '2020-12-31');
    await handIn('farsta', 50, 90, '2021-01-01');
    await handIn('farsta', 30, 40, '2020-12-01', 'supported-housing');
    expect((await told())[1]).toEqual(['farsta', 7, 10, 0, 0]);
    expect((await told({ 'as-known-on': '2020-11-30' }))[1]).toEqual(['farsta', 1, 2, 0, 0]);
  });

  it('says nothing of what a district that handed in none expected', async () => {
    expect(await told()).toEqual([
      ['bromma', null, null, 0, 0],
      ['farsta', null, null, 0, 0],
      ['total', null, null, 0, 0],
    ]);
    expect((await book.ask('forecast', { year: '2021' })).headline?.en).toBe(
      'No forecast was handed in for the year.',
    );
  });

  it('counts a household once a year, and not for a referral that was first handed in the year before', async () => {
    await book.write(
      submitted('h-1', '2020-12-30T09:00:00+01:00'),
      submitted('h-1', SPRING),
      submitted('h-2', SPRING),
      submitted('h-2', '2021-05-01T09:00:00+02:00', 'farsta', { process: 2 }),
    );
    expect((await told())[1]?.[3]).toBe(1);
  });

  it('tells how much of the year has gone, and only at its end whether the forecast held, by the referred', async () => {
    await handIn('farsta', 1, 1, '2020-11-27');
    await handIn('bromma', 1, 1, '2020-11-27');
    await book.write(submitted('h-1', SPRING));
    const at = async (until: string) =>
      (await book.ask('forecast', { year: '2021', until })).rows.map(({ elapsed, inRange }) => [
        elapsed,
        inRange,
      ]);
    expect(await at('2021-09-30')).toEqual(Array(3).fill([75, undefined]));
    expect(await at('2021-12-31')).toEqual([
      [100, 0],
      [100, 1],
      [100, 0],
    ]);
  });

  it('is of a size where it was handed in so: one of a size ends one of all, and the other way round', async () => {
    await bySize('farsta', null, 7, 10, '2020-10-01');
    await bySize('farsta', '2-3', 2, 3, '2020-11-01');
    await bySize('farsta', '4-5', 4, 6, '2020-11-01');
    await bySize('farsta', '4-5', 5, 6, '2020-12-01');
    await bySize('bromma', '6-more', 1, 1, '2020-11-01');
    await bySize('bromma', null, 3, 5, '2020-12-01');
    expect((await told())[1]?.slice(0, 3)).toEqual(['farsta', 7, 9]);
    expect((await told({ 'as-known-on': '2020-10-31' }))[1]?.slice(0, 3)).toEqual(['farsta', 7, 10]);
    const apart = await book.ask('forecast', { year: '2021', sizes: 'apart' });
    expect(apart.rows.map(({ district: of, size, low, high }) => [of, size, low, high])).toEqual([
      ['bromma', 'unknown', 3, 5],
      ['farsta', '2-3', 2, 3],
      ['farsta', '4-5', 5, 6],
      ['total', '1', null, null],
      ['total', '2-3', 2, 3],
      ['total', '4-5', 5, 6],
      ['total', '6-more', null, null],
      ['total', 'unknown', 3, 5],
    ]);
  });

  it('counts what happened by the persons in the household on that day', async () => {
    const home = (...members: readonly [from: string | null, to: string | null][]) => ({
      members: members.map(([from, to]) => ({ from, to })),
    });
    await book.write(
      submitted('h-1', SPRING),
      submitted('h-2', SPRING),
      movedIn('h-2', '2021-05-01T09:00:00+02:00', { district: 'farsta' }),
      submitted('h-3', SPRING),
    );
    await household('h-1', home([null, null], [null, null], ['2021-03-02', null], [null, '2021-02-28']));
    await household('h-2', home([null, null], [null, null], [null, null], ['2021-04-01', null]));
    const { rows } = await book.ask('forecast', { year: '2021', sizes: 'apart' });
    const farsta = rows.filter(({ district: of }) => of === 'farsta');
    expect(farsta.map(({ size, referred, placed }) => [size, referred, placed])).toEqual([
      ['2-3', 2, 0],
      ['4-5', 0, 1],
      ['unknown', 1, 0],
    ]);
  });

  it('is told of trial and training flats and of Housing First beside what was granted', async () => {
    await handIn('farsta', 2, 4, '2020-11-27', 'supported-housing');
    await handIn('boendeenheten', 5, 8, '2020-11-27', 'supported-housing');
    const form = 'supported-housing';
    await book.write(
      accepted('s-1', SPRING, ['district', 'assistance'], { form, district: 'farsta' }),
      accepted('s-2', SPRING, ['district', 'assistance'], { form, district: 'boendeenheten' }),
      movedIn('s-2', SPRING, { form, district: 'boendeenheten' }),
      submitted('h-1', SPRING),
    );
    expect((await told({ form })).filter(([, low, , n]) => low !== null || n !== 0)).toEqual([
      ['boendeenheten', 5, 8, 1, 1],
      ['farsta', 2, 4, 1, 0],
      ['total', 7, 12, 2, 1],
    ]);
  });

  it('hides small numbers of districts from the public, and never the total', async () => {
    await handIn('farsta', 7, 10, '2020-11-27');
    await book.write(
      submitted('h-1', SPRING),
      ...Array.from({ length: 6 }, (_, n) => submitted(`b-${n}`, SPRING, 'bromma')),
    );
    expect(await told({ audience: 'public' })).toEqual([
      ['bromma', null, null, '..', 0],
      ['farsta', 7, 10, '<5', 0],
      ['total', 7, 10, 7, 0],
    ]);
  });

  it('opens to the families behind a figure', async () => {
    await book.write(submitted('h-1', SPRING), submitted('h-2', SPRING, 'bromma'));
    const year = { year: '2021' };
    expect(await book.behind('forecast', year, { district: 'farsta' }, 'referred')).toEqual(['h-1']);
    expect(await book.behind('forecast', year, { district: 'total' }, 'referred')).toEqual(['h-1', 'h-2']);
  });
});
