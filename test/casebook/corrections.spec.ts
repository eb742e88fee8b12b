import { staysOf } from '../../src/register/lookup.queries.js';
import { DISTRICT, SHIS, flat, inOrder, line, placing, referral, registers, type Written } from './books.js';
import { exported, verified } from './checks.js';
import { pictureOf } from './picture.js';
import { bookWorld, type BookWorld } from './world.js';

let one: BookWorld, other: BookWorld;
beforeAll(async () => {
  [one, other] = await Promise.all([bookWorld(), bookWorld()]);
});
afterAll(() => Promise.all([one.close(), other.close()]));

const correct = (at: string, by: string, of: string, data: Written, more: Written = {}): Written =>
  line(at, by, { file: 'r-1', event: 'correct', data: { of, reason: 'Skrevs fel', ...data }, ...more });
const named = (id: string, event: string, lines: readonly Written[]): Written[] =>
  lines.map((written) => (written['event'] === event ? { ...written, id } : written));

const lease = { signedOn: '2021-03-08', leaseStart: '2021-03-20', leaseEnd: '2022-03-19' };
/** A family is refused an offer that it was never made, then placed; the day of the lease was typed wrong. */
const placed = inOrder([
  flat('d-0', '2021-01-10', { rooms: 2 }),
  flat('d-1', '2021-01-10'),
  ...referral('r-1', '2021-02-01'),
  line('2021-02-10', SHIS, {
    ...{ process: 'r-1', event: 'makeOffer', id: 'l-offer' },
    data: { dwelling: { ref: 'd-0' } },
  }),
  line('2021-02-11', DISTRICT, {
    ...{ process: 'r-1/offer', event: 'refuse', id: 'l-refusal' },
    data: { reason: 'school', note: 'Skolan ligger för långt bort', wanted: 'Farsta' },
  }),
  correct('2021-02-12', DISTRICT, 'l-refusal', { void: true }),
  correct('2021-02-13', SHIS, 'l-offer', { void: true }),
  ...named('l-sign', 'sign', placing('r-1', 'd-1', '2021-03').slice(0, 3)),
]);
const later = [
  correct('2021-03-16', SHIS, 'l-sign', { replacement: { data: lease } }, { id: 'l-correction' }),
  line('2021-03-22', SHIS, {
    ...{ process: 'r-1/tenancy', event: 'recordMoveIn' },
    data: { on: '2021-03-20' },
  }),
];
const book = [...registers, ...placed, ...later];

const byMoment = (first: Written, next: Written): number =>
  'register' in first || 'register' in next
    ? 0
    : Date.parse(String(first['at'])) - Date.parse(String(next['at']));

/** Among flats that fit alike the number of the file decides, which is chance. */
const unranked = (rows: readonly string[] = []): string[] =>
  rows.map((row) => row.replace(/"flat":\d+,/g, ''));

/** What was known when a day began. */
const known = async ({ runtime }: BookWorld, until: string): Promise<string[]> => {
  const { rows } = await runtime.pool.query<{ told: string }>(
    `select kind || ' ' || occurred_on as told from fact where kind in ('movedIn', 'refused')
     and recorded_at < $1::date and (voided_at is null or voided_at >= $1::date) order by kind, occurred_on`,
    [until],
  );
  return rows.map(({ told }) => told);
};

describe('a casebook with corrections', () => {
  it('is taken through the engine, by the id of the line that was wrong', async () => {
    expect(await one.take(book)).toMatchObject({ taken: book.length, refused: 0, refusals: {} });
    expect(await known(one, '2021-02-12')).toEqual(['refused 2021-02-11']);
    expect(await known(one, '2021-02-14')).toEqual([]);
    expect(await known(one, '2021-03-16')).toEqual(['movedIn 2021-03-15']);
    expect(await known(one, '2021-03-17')).toEqual([]);
    expect(await known(one, '2021-03-21')).toEqual(['movedIn 2021-03-20']);
    expect(await verified(one)).toEqual({ found: 0, findings: [] });
  });

  it('changes nothing when it is imported again', async () => {
    const before = await pictureOf(one.runtime);
    expect(await one.take(book)).toMatchObject({ taken: 0, repeated: book.length, refused: 0 });
    expect(await pictureOf(one.runtime)).toEqual(before);
  });

  it('is exported so that an empty database comes to know the same, at every time', async () => {
    const text = await exported(one);
    expect(await other.take(text)).toMatchObject({ refused: 0, refusals: {} });
    const [first, second] = [await pictureOf(one.runtime), await pictureOf(other.runtime)];
    for (const part of Object.keys(first)) expect(unranked(second[part])).toEqual(unranked(first[part]));
    expect(await verified(other)).toEqual({ found: 0, findings: [] });
    expect(await other.take(text)).toMatchObject({ taken: 0, refused: 0 });
    const lines = text
      .trim()
      .split('\n')
      .map((written) => JSON.parse(written) as Written);
    expect(lines.filter(({ id }) => id !== undefined).map(({ event }) => event)).toEqual([
      ...['makeOffer', 'refuse', 'sign'],
    ]);
  });

  it('keeps the order in which a stay was told: the day moved in counts, also when the lease is corrected after', async () => {
    const [own, flatOf] = ['r-8', 'd-8'];
    const stay = named('l-lease', 'sign', [
      flat(flatOf, '2021-05-10'),
      ...referral(own, '2021-05-20'),
      ...placing(own, flatOf, '2021-06').slice(0, 3),
      line('2021-06-18', SHIS, {
        process: `${own}/tenancy`,
        event: 'recordMoveIn',
        data: { on: '2021-06-18' },
      }),
    ]);
    const signed = { signedOn: '2021-06-08', leaseStart: '2021-06-16', leaseEnd: '2022-06-15' };
    const corrected = {
      ...correct('2021-06-21', SHIS, 'l-lease', { replacement: { data: signed } }),
      file: own,
    };
    const told = await one.take([...inOrder(stay), corrected], { book: 'order' });
    expect(told).toMatchObject({ taken: stay.length + 1, refused: 0 });
    const { rows } = await one.runtime.pool.query<{ file: string; days: string[] }>(
      `select file_id as file, array_agg(occurred_on::text order by seq, ordinal) as days from fact
       where kind = 'movedIn' and occurred_on > '2021-06-01' and voided_at is null group by file_id`,
    );
    expect(rows.map(({ days }) => days)).toEqual([['2021-06-16', '2021-06-18']]);
    expect(await staysOf(one.runtime.pool, rows[0]?.file ?? '')).toEqual([
      { form: 'transitional', from: '2021-06-18', to: null },
    ]);
    expect(await verified(one)).toEqual({ found: 0, findings: [] });
  });

  it('lets a line be corrected that an earlier edition brought without an id', async () => {
    const note = (at: string) =>
      line(at, DISTRICT, { file: 'r-9', event: 'note', data: { note: 'Ringde om skolan' } });
    const [opening] = referral('r-9', '2021-05-03') as [Written];
    const first = [opening, note('2021-05-04'), note('2021-05-04')];
    expect(await one.take(first, { book: 'growing' })).toMatchObject({ taken: 3, refused: 0 });
    const second = [
      { ...opening, id: 'l-open' },
      note('2021-05-04'),
      { ...note('2021-05-04'), id: 'l-note' },
      { ...correct('2021-05-05', DISTRICT, 'l-note', { void: true }), file: 'r-9' },
    ];
    expect(await one.take(second, { book: 'growing' })).toMatchObject({ taken: 1, repeated: 3, refused: 0 });
    expect(await one.take(second, { book: 'growing' })).toMatchObject({ taken: 0, repeated: 4, refused: 0 });
    expect(await verified(one)).toEqual({ found: 0, findings: [] });
  });
});

describe('a correction in a casebook is refused, and nothing of it is kept,', () => {
  const at = '2021-03-25';
  it.each<[string, Written, string, string?]>([
    ['of what no line is called', correct(at, SHIS, 'l-77', { void: true }), 'unknown-name', 'data.of'],
    [
      'of a line of another file',
      { ...correct(at, SHIS, 'l-sign', { void: true }), file: 'd-1' },
      'unknown-name',
      'data.of',
    ],
    ['by the number of an event', correct(at, SHIS, 14 as never, { void: true }), 'invalid-data', 'data.of'],
    ['that gives no reason', correct(at, SHIS, 'l-sign', { void: true, reason: '' }), 'invalid-data'],
    ['that says nothing', correct(at, SHIS, 'l-sign', {}), 'invalid-data'],
    ['with a field that none has', correct(at, SHIS, 'l-sign', { void: true, x: 1 }), 'invalid-data'],
    [
      'that points at what was never opened',
      correct(at, SHIS, 'l-sign', { replacement: { data: { dwelling: { ref: 'd-9' } } } }),
      'unknown-name',
      'data.replacement.data.dwelling',
    ],
    ['by others than took the step', correct(at, DISTRICT, 'l-sign', { void: true }), 'not-permitted'],
    ['under what rests on it', correct(at, SHIS, 'l-sign', { void: true }), 'stands-in-the-way'],
    ['of what is gone', correct(at, SHIS, 'l-offer', { void: true }), 'not-possible-now'],
    ['of a correction', correct(at, SHIS, 'l-correction', { void: true }), 'not-possible-now'],
    ['with the id of another', correct(at, SHIS, 'l-sign', { note: 'x' }, { id: 'l-sign' }), 'key-reused'],
    [
      'that was recorded before what stands there',
      correct('2021-03-16', SHIS, 'l-sign', { note: 'x' }),
      'stale',
    ],
  ])('%s', async (_, written, code, path = '') => {
    const before = await pictureOf(one.runtime);
    const told = await one.take([...book, written].sort(byMoment));
    expect([told.refused, Object.values(told.refusals)[0]?.code]).toEqual([1, code]);
    if (path !== '') expect(Object.values(told.refusals)[0]?.fields?.[0]?.path).toBe(path);
    expect(await pictureOf(one.runtime)).toEqual(before);
  });
});
