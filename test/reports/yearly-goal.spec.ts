import type { Answer } from '../../src/reports/index.js';
import { accepted, allocated, Book, refused } from './book.js';

const row = (answer: Answer, form: string) => answer.rows.find((one) => one['form'] === form);
const allocatedIn = async (book: Book, parameters: Record<string, unknown>, form = 'transitional') =>
  row(await book.ask('yearly-goal', parameters), form)?.['allocated'];

describe('the yearly goal', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
  });
  afterEach(() => book.clear());
  afterAll(() => book.close());

  it('shows the three forms and the total of an empty year, in their order', async () => {
    const { rows, totals, notes } = await book.ask('yearly-goal', { year: '2021' });
    expect(rows.map(({ form }) => form)).toEqual([
      'supported-housing',
      'transitional',
      'housing-first',
      'total',
    ]);
    expect(rows[1]).toEqual({
      form: 'transitional',
      goal: null,
      allocated: 0,
      left: null,
      share: null,
      trial: null,
      training: null,
      requested: 0,
      declined: 0,
    });
    expect(totals).toEqual({});
    expect(notes).toContainEqual(expect.objectContaining({ sv: 'Inget mål är registrerat för året.' }));
  });

  it('gives the source’s table 1: goal, allocated, left and share of each form and of all', async () => {
    await book.goal(2021, ['supported-housing'], 400, '2020-12-01');
    await book.goal(2021, ['transitional'], 150, '2020-12-01');
    await book.goal(2021, ['housing-first'], 50, '2020-12-01');
    const flats = (form: string, n: number, formKind?: 'trial' | 'training') =>
      Array.from({ length: n }, (_, i) =>
        allocated(`${form}-${formKind}-${i}`, '2021-05-03T10:00:00+02:00', form, formKind && { formKind }),
      );
    await book.write(
      ...flats('supported-housing', 171, 'trial'),
      ...flats('supported-housing', 96, 'training'),
      ...flats('transitional', 10),
      ...flats('housing-first', 46),
    );
    const { rows } = await book.ask('yearly-goal', { year: '2021', until: '2021-10-31' });
    const pick = rows.map((one) =>
      ['form', 'goal', 'allocated', 'left', 'share', 'trial', 'training'].map((c) => one[c]),
    );
    expect(pick).toEqual([
      ['supported-housing', 400, 267, 133, 67, 171, 96],
      ['transitional', 150, 10, 140, 7, null, null],
      ['housing-first', 50, 46, 4, 92, null, null],
      ['total', 600, 323, 277, 54, null, null],
    ]);
  });

  it('counts the day of signing to the last minute of the year in Stockholm, and 29 February', async () => {
    await book.write(
      allocated('last-minute', '2020-12-31T23:59:00+01:00', 'transitional'),
      allocated('first-minute', '2021-01-01T00:00:00+01:00', 'transitional'),
      allocated('leap-day', '2020-02-29T12:00:00+01:00', 'transitional'),
      allocated('summer-night', '2021-06-30T23:30:00+02:00', 'transitional'),
    );
    expect(await allocatedIn(book, { year: '2020' })).toBe(2);
    expect(await allocatedIn(book, { year: '2021' })).toBe(2);
    expect(await allocatedIn(book, { year: '2020', until: '2020-02-28' })).toBe(0);
    expect(await allocatedIn(book, { year: '2020', until: '2020-02-29' })).toBe(1);
    expect(await allocatedIn(book, { year: '2021', until: '2021-06-29' })).toBe(1);
    expect(await allocatedIn(book, { year: '2021', until: '2021-06-30' })).toBe(2);
  });

  it('counts a lease-in once, by its first signing, and never a facility flat', async () => {
    await book.write(
      allocated('twice', '2020-11-02T10:00:00+01:00', 'transitional'),
      allocated('twice', '2021-03-02T10:00:00+01:00', 'transitional'),
      allocated('own', '2021-03-02T10:00:00+01:00', 'transitional', { channel: 'facility' }),
    );
    expect(await allocatedIn(book, { year: '2020' })).toBe(1);
    expect(await allocatedIn(book, { year: '2021' })).toBe(0);
  });

  it('counts by what happened, late registration included, and can be asked as known on a day', async () => {
    await book.write(
      allocated('late', '2020-12-20T10:00:00+01:00', 'transitional', {
        recorded: '2021-02-03T09:00:00+01:00',
      }),
      // To the millisecond: recorded before and at the midnights that end the days when the clocks change.
      allocated('spring', '2021-03-01T10:00:00+01:00', 'transitional', {
        recorded: '2021-03-28T21:59:59.999Z',
      }),
      allocated('spring-after', '2021-03-01T10:00:00+01:00', 'transitional', {
        recorded: '2021-03-28T22:00:00Z',
      }),
      allocated('autumn', '2021-03-01T10:00:00+01:00', 'transitional', {
        recorded: '2021-10-31T22:59:59.999Z',
      }),
      allocated('autumn-after', '2021-03-01T10:00:00+01:00', 'transitional', {
        recorded: '2021-10-31T23:00:00Z',
      }),
    );
    expect(await allocatedIn(book, { year: '2020' })).toBe(1);
    expect(await allocatedIn(book, { year: '2020', 'as-known-on': '2021-02-02' })).toBe(0);
    expect(await allocatedIn(book, { year: '2020', 'as-known-on': '2021-02-03' })).toBe(1);
    const known = (on: string) => allocatedIn(book, { year: '2021', 'as-known-on': on });
    expect([await known('2021-03-27'), await known('2021-03-28'), await known('2021-03-29')]).toEqual([
      0, 1, 2,
    ]);
    expect([await known('2021-10-30'), await known('2021-10-31'), await known('2021-11-01')]).toEqual([
      2, 3, 4,
    ]);
  });

  it('forgets what was voided, but not as known before', async () => {
    await book.write(
      allocated('wrong', '2021-05-03T10:00:00+02:00', 'transitional', {
        voided: '2021-07-01T09:00:00+02:00',
      }),
      allocated('wrong', '2021-05-04T10:00:00+02:00', 'transitional', {
        recorded: '2021-07-01T09:00:00+02:00',
      }),
    );
    expect(await allocatedIn(book, { year: '2021', until: '2021-05-03' })).toBe(0);
    expect(await allocatedIn(book, { year: '2021', until: '2021-05-04' })).toBe(1);
    expect(await allocatedIn(book, { year: '2021', until: '2021-05-03', 'as-known-on': '2021-06-30' })).toBe(
      1,
    );
    expect(await allocatedIn(book, { year: '2021', until: '2021-05-03', 'as-known-on': '2021-07-01' })).toBe(
      0,
    );
  });

  it('divides no goal set for a group, but sums it: 2020', async () => {
    await book.goal(2020, ['housing-first', 'supported-housing'], 400, '2019-12-01');
    await book.goal(2020, ['transitional'], 100, '2019-12-01');
    await book.write(allocated('d-1', '2020-05-03T10:00:00+02:00', 'transitional'));
    const answer = await book.ask('yearly-goal', { year: '2020' });
    expect(answer.rows.map(({ goal, left }) => [goal, left])).toEqual([
      [null, null],
      [100, 99],
      [null, null],
      [500, 499],
    ]);
    expect(answer.policy.map(({ sv }) => sv)).toContain(
      'Mål: 400 lägenheter för Försöks- och träningslägenheter + Bostad Först, satt 2019-12-01.',
    );
  });

  it('takes a goal for all forms as the total, not beside its parts', async () => {
    await book.goal(2020, ['housing-first', 'supported-housing', 'transitional'], 500, '2019-12-01');
    await book.goal(2020, ['transitional'], 100, '2019-12-01');
    const { rows } = await book.ask('yearly-goal', { year: '2020' });
    expect(rows.map(({ goal }) => goal)).toEqual([null, 100, null, 500]);
  });

  it('takes the goal in force on the cut-off, as it was known', async () => {
    await book.goal(2021, ['transitional'], 150, '2020-12-01');
    await book.goal(2021, ['transitional'], 120, '2021-06-15', '2021-07-01');
    const goal = async (more: Record<string, string>) =>
      row(await book.ask('yearly-goal', { year: '2021', ...more }), 'transitional')?.['goal'];
    expect(await goal({ until: '2021-06-14' })).toBe(150);
    expect(await goal({ until: '2021-06-15' })).toBe(120);
    expect(await goal({ until: '2021-06-15', 'as-known-on': '2021-06-30' })).toBe(150);
  });

  it('may be exceeded: left is then negative', async () => {
    await book.goal(2021, ['transitional'], 1, '2020-12-01');
    await book.goal(2021, ['housing-first'], 0, '2020-12-01');
    await book.write(...['d-1', 'd-2'].map((d) => allocated(d, '2021-05-03T10:00:00+02:00', 'transitional')));
    const { rows } = await book.ask('yearly-goal', { year: '2021' });
    expect(rows[1]).toMatchObject({ goal: 1, left: -1, share: 200 });
    expect(rows[2]).toMatchObject({ goal: 0, left: 0, share: null });
  });

  it('shows a form of a workflow that came later, before the total', async () => {
    await book.goal(2021, ['anchor-flat'], 20, '2020-12-01');
    await book.write(allocated('d-1', '2021-05-03T10:00:00+02:00', 'zero-flat'));
    const { rows } = await book.ask('yearly-goal', { year: '2021' });
    expect(rows.slice(3).map(({ form, goal, allocated: n }) => [form, goal, n])).toEqual([
      ['anchor-flat', 20, 0],
      ['zero-flat', null, 1],
      ['total', 20, 1],
    ]);
  });

  it('tells requests sent and flats that SHIS declined, each once', async () => {
    const day = '2021-05-03T10:00:00+02:00';
    await book.write(
      accepted('h-1', day, ['shis', 'requested'], { process: 2 }),
      accepted('h-1', day, ['shis', 'requested'], { process: 3 }),
      accepted('h-2', '2022-01-01T00:30:00+01:00', ['shis', 'requested']),
      refused('d-1', day, ['shis', 'flat', 'own-stock'], { form: null, district: null }),
      refused('d-2', day, ['district', 'flat', 'size'], { form: null }),
      refused('h-1', day, ['shis', 'referral', 'no-child'], { process: 4 }),
    );
    const { rows } = await book.ask('yearly-goal', { year: '2021' });
    expect(rows.map(({ requested, declined }) => [requested, declined])).toEqual([
      [0, null],
      [2, 1],
      [0, null],
      [2, 1],
    ]);
  });

  it('opens each number to the files behind it', async () => {
    const day = '2021-05-03T10:00:00+02:00';
    await book.write(
      allocated('d-2', day, 'transitional'),
      allocated('d-1', day, 'transitional'),
      allocated('d-3', day, 'supported-housing', { formKind: 'trial' }),
      accepted('h-1', day, ['shis', 'requested'], { process: 2 }),
      refused('d-4', day, ['shis', 'flat', 'size'], { form: null }),
    );
    const behind = (form: string, column: string) =>
      book.behind('yearly-goal', { year: '2021' }, { form }, column);
    expect(await behind('transitional', 'allocated')).toEqual(['d-1', 'd-2']);
    expect(await behind('total', 'allocated')).toEqual(['d-1', 'd-2', 'd-3']);
    expect(await behind('supported-housing', 'trial')).toEqual(['d-3']);
    expect(await behind('supported-housing', 'training')).toEqual([]);
    expect(await behind('transitional', 'requested')).toEqual(['h-1']);
    expect(await behind('transitional', 'declined')).toEqual(['d-4']);
    await expect(behind('transitional', 'goal')).rejects.toThrow('invalid-data');
    await expect(book.behind('yearly-goal', { year: '2021' }, {}, 'allocated')).rejects.toThrow(
      'invalid-data',
    );
    await expect(
      book.behind('yearly-goal', { year: '2021', audience: 'public' }, { form: 'total' }, 'allocated'),
    ).rejects.toThrow('not-permitted');
  });

  it('says when the cut-off has not come yet', async () => {
    const asked = { year: '2021', until: '2021-12-31' };
    const said = async (today: string) =>
      (await book.ask('yearly-goal', asked, today)).notes.map(({ en }) => en);
    expect(await said('2021-12-30')).toContainEqual(expect.stringContaining('may change'));
    expect(await said('2021-12-31')).not.toContainEqual(expect.stringContaining('may change'));
  });

  it('says what it rests on', async () => {
    await book.write(
      allocated('d-1', '2021-05-03T10:00:00+02:00', 'transitional'),
      allocated('d-2', '2021-05-04T10:00:00+02:00', 'transitional', {
        recorded: '2021-06-01T08:00:00+02:00',
      }),
    );
    const { basis } = await book.ask('yearly-goal', { year: '2021' }, '2021-12-08');
    expect(basis).toEqual({
      asKnownOn: '2021-12-08',
      lastEvent: 'd-2:1',
      lastRecordedAt: '2021-06-01T06:00:00.000Z',
      events: 2,
    });
    const earlier = await book.ask('yearly-goal', {
      year: '2021',
      'as-known-on': '2021-05-31',
      audience: 'public',
    });
    expect(earlier.basis).toEqual({
      asKnownOn: '2021-05-31',
      lastEvent: null,
      lastRecordedAt: '2021-05-03T08:00:00.000Z',
      events: 1,
    });
  });
});
