import type { District } from '../../src/register/snapshot.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { answer, changes, reports, type Answer, type Changes } from '../../src/reports/index.js';
import {
  accepted,
  allocated,
  Book,
  followUp,
  limited,
  movedIn,
  movedOut,
  refused,
  TODAY,
  type Line,
} from './book.js';
import { began, costs, ended, flat, noon } from './flats.js';

const to = '2020-06-30';
const successor = 'hagersten-alvsjo';
const district = (code: string, more: Partial<District> = {}): District => ({
  ...{ code, name: code, from: '1997-01-01', to: null, successor: null },
  ...more,
});
const districts = [
  district('alvsjo', { to, successor }),
  district('liljeholmen', { to, successor }),
  district('hagersten-alvsjo', { from: '2020-07-01' }),
  district('farsta'),
];

let n = 0;
/** All that reports count, of one household, one that leaves, and one flat of each kind, on one day of one district. */
function happened(on: string, of: string, more: Pick<Line, 'recorded' | 'voided'> = {}): Line[] {
  const [home, gone, leased, empty] = [`h-${++n}`, `o-${n}`, `d-${n}`, `e-${n}`];
  const at = noon(on);
  const here = { ...more, district: of };
  return [
    accepted(home, at, ['district', 'submitted'], here),
    accepted(home, at, ['shis', 'referral'], here),
    accepted(home, at, ['shis', 'offered'], { ...here, process: 7 }),
    refused(home, at, ['household', 'offer', 'area'], { ...here, process: 7 }),
    accepted(home, at, ['household', 'signed'], { ...here, process: 8 }),
    movedIn(home, at, { ...here, process: 9 }),
    limited(home, at, '2030-01-01', { ...here, process: 9 }),
    followUp(home, at, on, { ...here, held: on, process: 9 }),
    movedIn(gone, noon('2019-06-01'), { ...more, district: of }),
    movedOut(gone, at, here),
    allocated(leased, at, 'transitional', here),
    began(empty, on, 'free', more),
    ended(empty, on, 'free', more),
    costs(empty, on, 100, more),
  ];
}

let book: Book;
beforeAll(async () => {
  book = await Book.open(districts);
  await book.goal(2020, ['transitional'], 10, '2019-12-01');
  await book.write(
    ...happened('2020-03-01', 'alvsjo'),
    ...happened('2020-06-30', 'liljeholmen'),
    ...happened('2020-07-01', 'hagersten-alvsjo'),
    // The last day of the year, and the first of the next.
    ...happened('2020-12-31', 'farsta'),
    ...happened('2021-01-01', 'farsta'),
    // Registered late, and taken back.
    ...happened('2020-02-03', 'farsta', { recorded: noon('2020-11-03') }),
    ...happened('2020-02-03', 'farsta', { voided: noon('2020-12-03') }),
  );
  for (let at = 1; at <= n; at++) await flat(book, `e-${at}`);
});
afterAll(() => book.close());

/** The number that one row of each report tells of what happened; what it tells of the year whole is counted by hand. */
const FIGURES = [
  ['yearly-goal', { form: 'transitional' }, 'allocated'],
  ['placements', { form: 'transitional', channel: 'facility' }, 'count'],
  ['refusals', { party: 'household', stage: 'offer', reason: 'area' }, 'count'],
  ['lead-times', { step: 'screening', holder: 'all' }, 'count'],
  ['lead-times', { step: 'moving-in', holder: 'all' }, 'count'],
  ['follow-ups', {}, 'onTime'],
  ['outcomes', { outcome: 'own-lease' }, 'count'],
  ['five-year-limit', { band: 'over-24' }, 'count'],
] as const;
type Told = Readonly<Record<string, unknown>>;
const numberOf = ({ rows }: Answer, key: Told, column: string): number =>
  Number(rows.find((row) => Object.entries(key).every(([name, is]) => row[name] === is))?.[column] ?? 0);
const byDistrict = ({ rows }: Answer, key: Told, column: string): Told =>
  Object.fromEntries(
    rows
      .filter((row) => Object.entries(key).every(([name, is]) => row[name] === is) && row[column] !== 0)
      .map((row) => [row['district'], row[column]]),
  );

describe.each(FIGURES)('%s tells of %j, %s', (report, key, column) => {
  it('a merged district as it was then, or as it is now; the city is their sum', async () => {
    const year = { year: '2020', by: 'district' };
    const then = { alvsjo: 1, liljeholmen: 1, 'hagersten-alvsjo': 1, farsta: 2 };
    expect(byDistrict(await book.ask(report, year), key, column)).toEqual(then);
    const now = await book.ask(report, { ...year, division: 'now' });
    expect(byDistrict(now, key, column)).toEqual({ 'hagersten-alvsjo': 3, farsta: 2 });
    expect(numberOf(await book.ask(report, { year: '2020' }), key, column)).toBe(5);
  });

  it('the last day of the year, and not the first of the next', async () => {
    const until = async (day: string) =>
      numberOf(await book.ask(report, { year: day.slice(0, 4), until: day }), key, column);
    // On a day stand those who have stayed since the year before, too.
    const stays = report === 'five-year-limit' ? 5 : 0;
    expect([await until('2020-06-30'), await until('2020-07-01')]).toEqual([3, 4]);
    expect([await until('2020-12-30'), await until('2020-12-31')]).toEqual([4, 5]);
    expect(await until('2021-01-01')).toBe(stays + 1);
  });

  it('what was registered late and what was taken back as it was known then, and what has changed since', async () => {
    const known = async (asKnownOn: string) =>
      numberOf(await book.ask(report, { year: '2020', asKnownOn }), key, column);
    // Without the late one, with the one that was taken back; with both; with the late one alone.
    expect([await known('2020-11-02'), await known('2020-11-03'), await known('2020-12-03')]).toEqual([
      4, 5, 4,
    ]);
    expect(await known('2020-12-31')).toBe(5);
  });
});

describe('what is no part of any district', () => {
  const line = async (parameters: Told, name: string) =>
    numberOf(await book.ask('monthly', { year: '2020', ...parameters }), { line: name }, 'count');

  it('a month counts its days, what came late and what was taken back', async () => {
    const lines = ['submitted', 'in', 'out', 'no', 'signed'];
    const months = async (month: string, more: Told = {}) =>
      Promise.all(lines.map((one) => line({ month, ...more }, one)));
    expect(await months('6')).toEqual([1, 1, 1, 1, 1]);
    expect(await months('12')).toEqual([1, 1, 1, 1, 1]);
    expect(await months('2')).toEqual([1, 1, 1, 1, 1]);
    expect(await months('2', { asKnownOn: '2020-11-03' })).toEqual([2, 2, 2, 2, 2]);
    expect([
      (await line({ month: '12' }, 'corrected')) > 0,
      (await line({ month: '11' }, 'late')) > 0,
    ]).toEqual([true, true]);
  });

  it('empty days and their cost, and the goal by company, to the last day', async () => {
    const empty = async (until: string) => {
      const { rows } = await book.ask('vacancy', { year: until.slice(0, 4), until });
      return [
        numberOf({ rows } as Answer, { cause: 'all' }, 'days'),
        numberOf({ rows } as Answer, { cause: 'all' }, 'cost'),
      ];
    };
    expect([await empty('2020-12-30'), await empty('2020-12-31')]).toEqual([
      [4, 400],
      [5, 500],
    ]);
    const signed = async (until: string) => {
      const { rows } = await book.ask('tertial', { year: '2020', until });
      return rows.reduce((sum, row) => sum + Number(row['allocated']), 0);
    };
    expect([await signed('2020-12-30'), await signed('2020-12-31')]).toEqual([4, 5]);
    const answered = await book.ask('council-answer', { year: '2020' });
    expect([
      numberOf(answered, { line: 'allocated' }, 'count'),
      numberOf(answered, { line: 'left' }, 'count'),
    ]).toEqual([5, 5]);
  });
});

describe('the public', () => {
  const publicly = async (name: string, parameters: Told): Promise<Answer> => {
    const asking = { today: TODAY, reader: 'public' as const, parameters: { ...parameters } };
    const made = await answer(book.source, name, asking);
    if (isRefusal(made)) throw new Error(JSON.stringify(made));
    return made;
  };
  const FILES = /\b[hode]-\d+\b/;

  it.each(reports.map(({ name }) => name))(
    'is told of no case by %s, by nothing that opens',
    async (name) => {
      const made = await publicly(name, { year: '2020' });
      for (const one of [made, ...made.parts]) {
        expect(one.basis.lastEvent).toBeNull();
        expect(one.opens.flat()).toEqual([]);
        expect(one.parameters.audience).toBe('public');
      }
      expect(JSON.stringify([made.rows, made.parts.map(({ rows }) => rows), made.notes])).not.toMatch(FILES);
    },
  );

  it('has the bridge of the city whole, and small parts of its chapters hidden', async () => {
    const [inside, outside] = [
      await book.ask('council-answer', { year: '2020' }),
      await publicly('council-answer', { year: '2020' }),
    ];
    expect(outside.rows).toEqual(inside.rows);
    const chapter = (made: Answer, name: string) =>
      made.parts.find(({ report }) => report === name) as Answer;
    for (const name of ['yearly-goal', 'placements'])
      expect(chapter(outside, name).totals).toEqual(chapter(inside, name).totals);
  });

  it('learns that a figure has changed, and of whom nothing', async () => {
    const asking = { today: TODAY, parameters: { year: '2020', asKnownOn: '2020-11-02' } };
    const found = await changes(book.source, 'placements', { ...asking, reader: 'public' });
    const inside = await changes(book.source, 'placements', { ...asking, reader: 'inside' });
    if (isRefusal(found) || isRefusal(inside)) throw new Error('refused');
    expect([found.changed, found.happenedSince]).toEqual([[], 0]);
    expect((inside as Changes).changed.length).toBeGreaterThan(0);
    expect(JSON.stringify(found.differences)).not.toMatch(FILES);
  });
});
