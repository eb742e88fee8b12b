import fc from 'fast-check';
import { addDays } from '../../src/domain/days.js';
import { midnight } from '../../src/domain/zone.js';
import type { Answer } from '../../src/reports/index.js';
import type { District } from '../../src/register/snapshot.js';
import { accepted, allocated, Book, movedIn, movedOut, refused, type Line } from './book.js';
import { recount } from './recount.js';

const to = '2020-06-30';
const districts: District[] = [
  { code: 'alvsjo', name: 'Älvsjö', from: '1997-01-01', to, successor: 'hagersten-alvsjo' },
  {
    code: 'liljeholmen',
    name: 'Hägersten-Liljeholmen',
    from: '2007-01-01',
    to,
    successor: 'hagersten-alvsjo',
  },
  { code: 'hagersten-alvsjo', name: 'Hägersten-Älvsjö', from: '2020-07-01', to: null, successor: null },
  { code: 'farsta', name: 'Farsta', from: '1997-01-01', to: null, successor: null },
];

const day = fc.integer({ min: -40, max: 420 }).map((n) => addDays('2020-01-01', n));
const among = <T>(...values: T[]) => fc.constantFrom(...values);
const form = among('transitional', 'supported-housing', 'housing-first');
const household = among('h-1', 'h-2', 'h-3');
const flat = among('d-1', 'd-2', 'd-3', 'd-4');
const channel = among<'agency' | 'facility'>('agency', 'facility');

/** When it happened, was recorded and perhaps voided, and whose it was. */
const circumstances = fc
  .record({
    on: day,
    late: among(0, 0, 0, 1, 20, 90),
    voidedAfter: among(null, null, null, 10, 100),
    process: fc.integer({ min: 1, max: 3 }),
    district: among<string | null>('alvsjo', 'liljeholmen', 'farsta', 'hagersten-alvsjo', null),
    dwelling: flat,
  })
  .map(({ on, late, voidedAfter, ...more }) => ({
    at: `${on}T10:00:00Z`,
    recorded: `${addDays(on, late)}T11:00:00Z`,
    ...(voidedAfter === null ? {} : { voided: `${addDays(on, late + voidedAfter)}T12:00:00Z` }),
    ...more,
  }));

type Circumstances = Partial<Line> & { readonly at: string };
const line = (make: (c: Circumstances) => fc.Arbitrary<Line>): fc.Arbitrary<Line> =>
  circumstances.chain(make);
const asFlat = ({ dwelling: _, ...c }: Circumstances): Circumstances => ({ ...c, process: 1 });

const facts: fc.Arbitrary<Line> = fc.oneof(
  line((c) =>
    fc
      .tuple(flat, form, channel, among<'trial' | 'training' | undefined>('trial', 'training', undefined))
      .map(([d, f, from, kind]) =>
        allocated(d, c.at, f, {
          ...asFlat(c),
          channel: from,
          ...(kind === undefined ? {} : { formKind: kind }),
        }),
      ),
  ),
  line((c) =>
    fc
      .tuple(household, form, channel)
      .map(([h, f, from]) => movedIn(h, c.at, { ...c, form: f, channel: from })),
  ),
  line((c) => household.map((h) => movedOut(h, c.at, c))),
  line((c) =>
    fc
      .tuple(household, among('offer', 'referral', 'signed', 'requested', 'submitted'), form)
      .map(([h, stage, f]) =>
        accepted(h, c.at, [stage === 'referral' ? 'shis' : 'household', stage], { ...c, form: f }),
      ),
  ),
  line((c) => flat.map((d) => accepted(d, c.at, ['shis', 'flat'], asFlat(c)))),
  line((c) =>
    fc
      .tuple(flat, among<'shis' | 'district'>('shis', 'district'), among('own-stock', 'size'))
      .map(([d, party, reason]) => refused(d, c.at, [party, 'flat', reason], asFlat(c))),
  ),
  line((c) =>
    fc
      .tuple(
        household,
        among<'household' | 'company' | 'shis'>('household', 'company', 'shis'),
        among('offer', 'tenant', 'fallthrough', 'referral', 'withdrawn'),
        among('area', 'other'),
      )
      .map(([h, ...no]) => refused(h, c.at, [no[0], no[1], no[2]], c)),
  ),
);

/** An answer's numbers as the slow count tells them. */
function numbers(report: string, { rows }: Answer, keys: readonly string[], columns: readonly string[]) {
  return rows.flatMap((row) =>
    columns.flatMap((column): [string, number][] => {
      const value = row[column];
      const name = [
        report,
        ...keys.map((key) => row[key]),
        ...(column === 'count' && report !== 'refusals' ? [] : [column]),
      ];
      return typeof value === 'number' && value !== 0 ? [[name.join(' '), value]] : [];
    }),
  );
}

const sums = (entries: readonly [string, number][]): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const [key, n] of entries) all[key] = (all[key] ?? 0) + n;
  return all;
};

describe('every report', () => {
  let book: Book;
  beforeAll(async () => {
    book = await Book.open(districts);
  });
  afterAll(() => book.close());

  const GOAL = ['allocated', 'trial', 'training', 'requested', 'declined'];
  const all = async (parameters: Record<string, unknown>, base: readonly string[] = ['base']) => {
    const [form_, refusalKeys] = [['form'], ['party', 'stage', 'reason']];
    return sums([
      ...numbers('goal', await book.ask('yearly-goal', parameters), form_, GOAL),
      ...numbers('moved-in', await book.ask('placements', parameters), ['form', 'channel'], ['count']),
      ...numbers(
        'signed',
        await book.ask('placements', { ...parameters, count: 'signed' }),
        ['form', 'channel'],
        ['count'],
      ),
      ...numbers('refusals', await book.ask('refusals', parameters), refusalKeys, ['count', ...base]),
    ]);
  };
  const without = (counts: Record<string, number>, pattern: RegExp) =>
    Object.fromEntries(Object.entries(counts).filter(([key]) => !pattern.test(key)));

  it('equals a slow count of random facts, as known on any day; its months and its districts sum to the city', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 20, maxLength: 140 }),
        day.filter((d) => d.startsWith('2020')),
        fc.option(day),
        async (lines, until, asKnownOn) => {
          await book.clear();
          await book.write(...lines);
          const asked = { year: '2020', until, asKnownOn: asKnownOn ?? undefined };
          const slow = recount(book.facts, {
            from: '2020-01-01',
            until,
            knownBefore: asKnownOn === null ? '9999-12-31' : midnight(addDays(asKnownOn, 1)),
          });
          expect(await all(asked)).toEqual(slow);
          // A breakdown has no row for the total, and its bases are those of its parts.
          const parts = without(slow, / base$|^goal total/);
          for (const by of [{ by: 'month' }, { by: 'district' }, { by: 'district', division: 'now' }])
            expect(without(await all({ ...asked, ...by }, []), /^goal total/)).toEqual(parts);
        },
      ),
      { seed: 20211208, numRuns: 30, endOnFailure: true },
    );
  });

  it('opens to exactly as many files as it counts flats and households', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 20, maxLength: 60 }), async (lines) => {
        await book.clear();
        await book.write(...lines);
        for (const by of [undefined, 'month', 'district']) {
          const asked = { year: '2020', by };
          for (const [report, column, keys] of [
            ['yearly-goal', 'allocated', ['form']],
            ['placements', 'count', ['form', 'channel']],
          ] as const)
            for (const row of (await book.ask(report, asked)).rows) {
              const key = Object.fromEntries(
                [...keys, ...(by === undefined ? [] : [by])].map((k) => [k, row[k]]),
              );
              expect(await book.behind(report, asked, key, column)).toHaveLength(row[column] as number);
            }
        }
      }),
      { seed: 20211208, numRuns: 10, endOnFailure: true },
    );
  });

  it('tells a merged district as it was then, or as it is now', async () => {
    await book.clear();
    await book.write(
      movedIn('h-1', '2020-03-01T10:00:00+01:00', { district: 'alvsjo' }),
      movedIn('h-2', '2020-06-30T10:00:00+02:00', { district: 'liljeholmen' }),
      movedIn('h-3', '2020-07-01T10:00:00+02:00', { district: 'hagersten-alvsjo' }),
      movedIn('h-4', '2020-07-01T10:00:00+02:00', { district: 'enheten-for-hemlosa' }),
    );
    const told = async (parameters: Record<string, unknown>, today?: string) =>
      (await book.ask('placements', { year: '2020', by: 'district', ...parameters }, today)).rows.map(
        ({ district, count }) => [district, count],
      );
    expect(await told({})).toEqual([
      ['alvsjo', 1],
      ['enheten-for-hemlosa', 1],
      ['hagersten-alvsjo', 1],
      ['liljeholmen', 1],
    ]);
    expect(await told({ division: 'now' })).toEqual([
      ['enheten-for-hemlosa', 1],
      ['hagersten-alvsjo', 3],
    ]);
    // On its last day nothing has been merged yet.
    expect(await told({ division: 'now' }, '2020-06-30')).toEqual([
      ['alvsjo', 1],
      ['liljeholmen', 1],
    ]);
    expect(
      await book.behind(
        'placements',
        { year: '2020', by: 'district', division: 'now' },
        { form: 'transitional', channel: 'facility', district: 'hagersten-alvsjo' },
        'count',
      ),
    ).toEqual(['h-1', 'h-2', 'h-3']);
  });

  it('hides small numbers of a breakdown from the public, with the kinds and bases that would give them away', async () => {
    await book.clear();
    await book.write(
      ...Array.from({ length: 6 }, (_, i) =>
        movedIn(`h-${i}`, '2020-03-01T10:00:00+01:00', { district: 'farsta' }),
      ),
      movedIn('h-7', '2020-08-01T10:00:00+02:00', { district: 'hagersten-alvsjo' }),
      ...Array.from({ length: 6 }, (_, i) =>
        refused(`h-${i}`, '2020-08-01T10:00:00+02:00', ['household', 'offer', 'area'], {
          district: 'farsta',
        }),
      ),
      refused('h-7', '2020-08-01T10:00:00+02:00', ['household', 'offer', 'area'], {
        district: 'hagersten-alvsjo',
      }),
      refused('h-8', '2020-08-01T10:00:00+02:00', ['household', 'offer', 'rent'], { district: 'farsta' }),
      allocated('d-1', '2020-08-01T10:00:00+02:00', 'supported-housing', { formKind: 'trial' }),
    );
    const asked = { year: '2020', by: 'district', audience: 'public' };
    const moved = await book.ask('placements', asked);
    expect(moved.rows.map(({ district, count }) => [district, count])).toEqual([
      ['farsta', '..'],
      ['hagersten-alvsjo', '<5'],
    ]);
    expect(moved.totals).toEqual({ count: 7 });
    const { rows, columns } = await book.ask('refusals', asked);
    expect(columns.map(({ name }) => name)).toEqual(['district', 'party', 'stage', 'reason', 'count']);
    // The rent, hidden in the city, is hidden wherever it may have been.
    expect(rows.filter(({ reason }) => reason === 'area').map(({ count }) => count)).toEqual(['..', '<5']);
    expect(rows.filter(({ reason }) => reason === 'rent').map(({ count }) => count)).toEqual(['..', '..']);
    const goal = await book.ask('yearly-goal', asked);
    expect(goal.columns.map(({ name }) => name)).toEqual(['district', 'form', 'allocated']);
  });
});
