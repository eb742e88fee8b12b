import { reports, type Answer, type Report, type Row } from '../../src/reports/index.js';
import { SMALL } from '../../src/reports/small-numbers.js';
import { Chance } from '../support/chance.js';
import {
  accepted,
  allocated,
  Book,
  followUp,
  limited,
  movedIn,
  movedOut,
  refused,
  type Line,
} from './book.js';
import { began, ended, flat } from './flats.js';
import { workedOut, type Answers } from './subtraction.js';
import { way } from './ways.js';

const DISTRICTS = ['bromma', 'farsta', 'kungsholmen', 'skarholmen'] as const;
const FAMILIES = 40;
const OUTCOMES = ['own-lease', 'own-lease', 'care', 'insecure', 'evicted-rent'];
const REASONS = ['area', 'area', 'area', 'rent', 'school', 'size'];
const apart = reports.filter(
  (report) => (report.apart ?? ['district', 'month']).length > 0 || report.partsOf,
);

/** One of a list, by chance. */
type Pick = <T>(list: readonly T[]) => T;

let book: Book;
beforeAll(async () => {
  book = await Book.open(
    DISTRICTS.map((code) => ({ code, name: code, from: '2007-01-01', to: null, successor: null })),
  );
});
afterAll(() => book.close());

const at = (day: string): string => `${day}T10:00:00+01:00`;

/** What happened to one family in a year, at random; more in the first districts than in the last. */
function family(one: Pick, n: number): Line[] {
  const file = `h-${n}`;
  const district = one([...DISTRICTS, 'bromma', 'bromma', 'farsta']);
  const month = one(['01', '02', '02', '03', '03', '05']);
  const answer = one(REASONS);
  const from = `2021-${month}-04`;
  const { lines } = way(file, {
    from,
    supplement: one([null, null, [2, 3] as const]),
    screening: 4,
    pause: one([null, null, null, [1, 9] as const]),
    offers: [[5, 3]],
    isAccepted: one([true, true, false]),
    sign: 2,
    moveIn: one([null, 6]),
  });
  const stay = [
    movedIn(file, at(from), { process: 9, channel: one(['facility', 'facility', 'agency']) }),
    followUp(file, at(from), '2021-06-01', {
      held: one([null, '2021-06-01', '2021-06-01']),
      heard: true,
      process: 9,
    }),
    limited(file, at(from), one(['2022-01-31', '2023-05-01', '2026-03-01']), { process: 9 }),
    movedOut(file, at('2021-08-01'), { outcome: one(OUTCOMES), process: 9 }),
  ];
  const noes = [
    refused(file, at(from), ['household', 'offer', answer], { process: 7 }),
    accepted(file, at(from), ['household', 'offer'], { process: 8 }),
  ];
  const parts = [stay.slice(0, one([3, 4])), lines, noes].filter(() => one([true, true, false]));
  return parts.flat().map((line) => ({ ...line, district }));
}

/** Flats of the agency and of facilities, at random. */
function flats(one: Pick): Line[] {
  return Array.from({ length: 30 }, (_, n) => {
    const district = one(DISTRICTS);
    const form = one(['transitional', 'supported-housing', 'supported-housing']);
    const kind = form === 'supported-housing' ? { formKind: one(['trial', 'training'] as const) } : {};
    const day = `2021-0${one([1, 2, 3])}-15`;
    return [
      allocated(`d-${n}`, at(day), form, { district, ...kind }),
      ...(one([true, false])
        ? [refused(`n-${n}`, at(day), ['shis', 'flat', one(['own-stock', 'condition', 'rent'])])]
        : []),
      began(`e-${n}`, day, 'free'),
      ended(`e-${n}`, `${day.slice(0, 8)}${one(['16', '18', '28'])}`, 'free'),
    ];
  }).flat();
}

async function filled(seed: number): Promise<void> {
  await book.clear();
  await book.pool.query('truncate case_file');
  const chance = new Chance(seed);
  const one: Pick = (list) => chance.one(list) as never;
  for (let n = 0; n < FAMILIES; n++) await book.write(...family(one, n));
  await book.write(...flats(one));
  for (let n = 0; n < 30; n++)
    await flat(book, `e-${n}`, { source: 'facility', facility: one(['tallasen', 'tallasen', 'granen']) });
}

/** A report whole and told apart in every way that it can be. */
const asked = (report: Report, audience: 'inside' | 'public'): Promise<Answers> =>
  Promise.all(
    [null, ...(report.apart ?? ['district', 'month'])].map((by): Promise<Answer> =>
      book.ask(report.name, { year: '2021', audience, ...(by && { by }) }),
    ),
  );

describe.each([1, 2])('in a year at random (%i)', (seed) => {
  const truth = new Map<string, Answers>();
  beforeAll(async () => {
    await filled(seed);
    for (const report of apart) truth.set(report.name, await asked(report, 'inside'));
  });

  it.each(apart.map(({ name }) => name))('nothing small is worked out from the public’s %s', async (name) => {
    const report = apart.find((one) => one.name === name) as Report;
    const shown = await asked(report, 'public');
    expect(workedOut(report, truth.get(name) as Answers, shown)).toEqual([]);
  });

  it('whatever is hidden alone is worked out, and counts among what is shown', async () => {
    const report = apart.find(({ name }) => name === 'placements') as Report;
    const [whole, ...parts] = truth.get('placements') as [Answer, ...Answer[]];
    const isSmall = (row: Row): boolean => Number(row['count']) > 0 && Number(row['count']) < 5;
    const alone = parts.map((answer) => {
      const first = answer.rows.find(isSmall);
      return { ...answer, rows: answer.rows.map((row) => (row === first ? { ...row, count: SMALL } : row)) };
    });
    const found = workedOut(report, [whole, ...parts], [whole, ...alone]);
    const small = parts.flatMap(({ rows }) => rows.filter(isSmall)).length;
    expect([small > 3, found.length]).toEqual([true, small]);
  });
});
