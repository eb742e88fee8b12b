import fc from 'fast-check';
import { addDays } from '../../src/domain/days.js';
import type { Answer } from '../../src/reports/index.js';
import { allocated, Book, released, reserved, type FactRow, type Line } from './book.js';

const row = (answer: Answer, form: string) => answer.rows.find((one) => one['form'] === form) ?? {};
const noon = (day: string): string => `${day}T12:00:00Z`;
const flats = (n: number, of: (name: string, at: number) => Line): Line[] =>
  Array.from({ length: n }, (_, at) => of(`flat-${at}`, at));

describe('the goal’s ledger', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open();
  });
  afterEach(() => book.clear());
  afterAll(() => book.close());

  const on = async (until: string, form = 'transitional', more: Record<string, unknown> = {}) => {
    const {
      goal,
      consumed,
      reserved: held,
      balance,
    } = row(await book.ask('goal-ledger', { year: until.slice(0, 4), until, ...more }), form);
    return [goal, consumed, held, balance];
  };

  it('holds a flat from its reservation until it is released, and consumes it by its lease', async () => {
    await book.goal(2021, ['transitional'], 150, '2020-12-01');
    await book.write(
      reserved('a', noon('2021-02-01'), 'transitional'),
      released('a', noon('2021-02-10'), 'transitional'),
      reserved('a', noon('2021-03-01'), 'transitional'),
      allocated('a', noon('2021-03-20'), 'transitional', { on: '2021-03-18' }),
    );
    const days = ['2021-01-31', '2021-02-01', '2021-02-10', '2021-03-01', '2021-03-17', '2021-03-18'];
    const told = [];
    for (const day of days) told.push(await on(day));
    expect(told).toEqual([
      [150, 0, 0, 150],
      [150, 0, 1, 149],
      [150, 0, 0, 150],
      [150, 0, 1, 149],
      [150, 0, 1, 149],
      [150, 1, 0, 149],
    ]);
  });

  it('takes a lease that was registered late from the day it was signed, once it is known', async () => {
    await book.goal(2021, ['transitional'], 150, '2020-12-01');
    await book.write(
      reserved('a', noon('2021-03-01'), 'transitional'),
      allocated('a', noon('2021-03-05'), 'transitional', { recorded: noon('2021-04-01') }),
    );
    expect(await on('2021-03-31', 'transitional', { asKnownOn: '2021-03-31' })).toEqual([150, 0, 1, 149]);
    expect(await on('2021-03-31', 'transitional', { asKnownOn: '2021-04-01' })).toEqual([150, 1, 0, 149]);
  });

  it('carries what is held over to the new year, and the year’s leases not', async () => {
    await book.goal(2020, ['transitional'], 2, '2019-12-01');
    await book.goal(2021, ['transitional'], 2, '2020-12-01');
    await book.write(
      allocated('a', noon('2020-05-01'), 'transitional'),
      reserved('b', noon('2020-12-20'), 'transitional'),
      ...flats(3, (name) => allocated(name, noon('2021-02-01'), 'transitional')),
    );
    expect(await on('2020-12-31')).toEqual([2, 1, 1, 0]);
    expect(await on('2021-01-01')).toEqual([2, 0, 1, 1]);
    expect(await on('2021-02-01')).toEqual([2, 3, 1, -2]);
  });

  it('gives a goal of several forms together a row of its own', async () => {
    await book.goal(2020, ['supported-housing', 'housing-first'], 400, '2019-12-01');
    await book.goal(2020, ['transitional'], 100, '2019-12-01');
    await book.write(
      allocated('a', noon('2020-05-01'), 'housing-first'),
      reserved('b', noon('2020-05-01'), 'supported-housing'),
    );
    const { rows, columns } = await book.ask('goal-ledger', { year: '2020' });
    expect(rows.map(({ form, goal, balance }) => [form, goal, balance])).toEqual([
      ['supported-housing', null, null],
      ['transitional', 100, 100],
      ['housing-first', null, null],
      ['supported-housing+housing-first', 400, 398],
      ['total', 500, 498],
    ]);
    expect(columns[0]?.words?.('supported-housing+housing-first', {})?.sv).toBe(
      'Försöks- och träningslägenheter + Bostad Först',
    );
  });

  it('projects by working days and by last year, each uncut, and says on what assumption', async () => {
    await book.goal(2021, ['transitional'], 10, '2020-12-01');
    await book.write(
      ...flats(3, (name) => allocated(`early-${name}`, noon('2020-03-01'), 'transitional')),
      ...flats(7, (name) => allocated(`late-${name}`, noon('2020-10-01'), 'transitional')),
      ...flats(8, (name) => allocated(name, noon('2021-06-01'), 'transitional')),
    );
    const answer = await book.ask('goal-ledger', { year: '2021', until: '2021-06-30' });
    // 123 working days of 2021 to 30 June (129 Mondays to Fridays, 6 of them off), 253 in all: 8 × 253 / 123 = 16.46.
    expect(row(answer, 'transitional')).toMatchObject({ byPace: 16, byLastYear: 15, balance: 2 });
    expect(row(answer, 'housing-first')).toMatchObject({ byPace: 0, byLastYear: null });
    expect(answer.policy.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/each working day/),
        expect.stringMatching(/same day last year/),
      ]),
    );
  });

  it('opens what is held to the flats behind it', async () => {
    await book.write(reserved('a', noon('2021-03-01'), 'housing-first'));
    const asked = { year: '2021', until: '2021-03-31' };
    expect(await book.behind('goal-ledger', asked, { form: 'housing-first' }, 'reserved')).toEqual(['a']);
  });

  const day = fc.integer({ min: -30, max: 380 }).map((n) => addDays('2021-01-01', n));
  const late = fc.constantFrom(0, 0, 1, 30);
  const flat = fc.constantFrom('a', 'b', 'c');
  const form = fc.constantFrom('transitional', 'housing-first');
  const line = fc
    .tuple(
      fc.constantFrom(reserved, released, allocated),
      flat,
      day,
      form,
      late,
      fc.constantFrom(null, null, 20),
    )
    .map(([make, name, of, as, behind, voided]) =>
      make(name, noon(of), as, {
        recorded: noon(addDays(of, behind)),
        ...(voided === null ? {} : { voided: noon(addDays(of, behind + voided)) }),
      }),
    );

  it('is goal − consumed − reserved on every day, as known on every day, whatever was told', async () => {
    await book.goal(2021, ['transitional'], 3, '2020-06-01');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), day, day, async (lines, until, asKnownOn) => {
        fc.pre(until.startsWith('2021'));
        await book.pool.query('truncate fact');
        book.facts.splice(0);
        await book.write(...lines);
        const [consumed, held] = recounted(book.facts, until, asKnownOn);
        expect(await on(until, 'transitional', { asKnownOn })).toEqual([
          3,
          consumed,
          held,
          3 - consumed - held,
        ]);
      }),
      { numRuns: 150, seed: 20_211_031 },
    );
  });
});

/** How many flats are consumed and held, flat by flat and day by day. */
function recounted(facts: readonly FactRow[], until: string, asKnownOn: string): [number, number] {
  const knownBefore = addDays(asKnownOn, 1);
  // Stockholm is an hour or two ahead: noon of a day is before its midnight.
  const known = facts.filter(
    ({ recorded, voided, on }) =>
      recorded.slice(0, 10) < knownBefore &&
      (voided === null || voided.slice(0, 10) >= knownBefore) &&
      on <= until,
  );
  let [consumed, held] = [0, 0];
  for (const name of new Set(known.map(({ file }) => file))) {
    const own = known
      .filter(({ file }) => file === name)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq));
    const signed = own.find(({ kind }) => kind === 'allocated');
    const last = own.filter(({ kind }) => kind !== 'allocated').at(-1);
    if (signed?.form === 'transitional' && signed.on >= `${until.slice(0, 4)}-01-01`) consumed += 1;
    if (signed === undefined && last?.kind === 'reserved' && last.form === 'transitional') held += 1;
  }
  return [consumed, held];
}
