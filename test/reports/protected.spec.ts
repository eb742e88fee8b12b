import fc from 'fast-check';
import { HIDDEN, SMALL } from '../../src/reports/small-numbers.js';
import { Book, followUp, movedIn as stayed, movedOut, TODAY } from './book.js';

const DISTRICTS = ['bromma', 'farsta', 'kungsholmen', 'skarholmen'] as const;
const district = (code: string) => ({ code, name: code, from: '2007-01-01', to: null, successor: null });
let book: Book;
beforeAll(async () => {
  book = await Book.open(DISTRICTS.map(district));
});
afterAll(() => book.close());
beforeEach(async () => {
  await book.clear();
  await book.pool.query('truncate case_file');
});

/** So many families that moved in, in a district; the first of them protected until a day. */
async function movedIn(code: string, count: number, protectedUntil?: string): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => ({
    fact: { kind: 'movedIn', form: 'transitional', channel: 'facility' } as const,
    at: '2021-03-01T10:00:00+01:00',
    file: `${code}-${n}`,
    district: code,
    form: 'transitional',
  }));
  await book.write(...lines);
  if (protectedUntil === undefined) return;
  await book.pool.query(
    `insert into case_file (id, kind, version, head, record, opened_at, recorded_at, protected_until)
     values ($1, 'household', 1, '', '{}', now(), now(), $2)`,
    [`${code}-0`, protectedUntil],
  );
}
const byDistrict = async (today = TODAY) => {
  const { rows, notes, totals } = await book.ask('placements', { year: '2021', by: 'district' }, today);
  const cells = rows
    .filter((row) => row['channel'] === 'facility')
    .map((row) => [row['district'], row['count']]);
  return { cells: Object.fromEntries(cells) as Record<string, unknown>, notes, totals };
};

describe('a family with protected identity, in the reports of those inside', () => {
  it('changes nothing where nobody is protected', async () => {
    await movedIn('farsta', 3);
    await movedIn('bromma', 9);
    expect((await byDistrict()).cells).toEqual({ bromma: 9, farsta: 3 });
  });

  it('is in the totals, and in no part of fewer than five', async () => {
    await movedIn('farsta', 3, 'infinity');
    await movedIn('bromma', 9);
    const { cells, notes, totals } = await byDistrict();
    expect(cells['bromma']).toBe(9);
    expect(cells['farsta']).toBe(SMALL);
    expect(Object.values(cells).filter((cell) => cell === SMALL).length).toBeGreaterThan(1);
    expect(totals['count']).toBe(12);
    expect(notes.map(({ sv }) => sv).join(' ')).toContain(`${SMALL} betyder 0 till 4`);
    const { rows } = await book.ask('placements', { year: '2021' });
    expect(rows).toContainEqual(expect.objectContaining({ channel: 'facility', count: 12 }));
  });

  it('is told among five and more, and again when its protection has passed', async () => {
    await movedIn('farsta', 5, 'infinity');
    await movedIn('bromma', 2);
    expect((await byDistrict()).cells).toEqual({ bromma: 2, farsta: 5 });
    await book.clear();
    await movedIn('skarholmen', 2, '2022-01-31');
    expect((await byDistrict('2022-01-31')).cells['skarholmen']).toBe(SMALL);
    expect((await byDistrict('2022-02-01')).cells['skarholmen']).toBe(2);
  });

  it('is never shown in a small part, whatever the other parts are, nor found by subtraction', async () => {
    const parts = fc.tuple(...DISTRICTS.map(() => fc.integer({ min: 0, max: 8 })));
    await fc.assert(
      fc.asyncProperty(parts, fc.nat({ max: 3 }), async (counts, guarded) => {
        await book.clear();
        await book.pool.query('truncate case_file');
        for (const [at, code] of DISTRICTS.entries())
          await movedIn(
            code,
            counts[at] as number,
            at === guarded && counts[at] !== 0 ? 'infinity' : undefined,
          );
        const { cells, totals } = await byDistrict();
        const own = counts[guarded] as number;
        if (own === 0 || own >= 5) return;
        expect([SMALL, HIDDEN]).toContain(cells[DISTRICTS[guarded] as string]);
        const hidden = Object.values(cells).filter((cell) => typeof cell === 'string');
        expect(hidden.length).toBeGreaterThan(1);
        expect(totals['count']).toBe(counts.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('a protected family among the parts of a report on stays', () => {
  const protect = (file: string) =>
    book.pool.query(
      `insert into case_file (id, kind, version, head, record, opened_at, recorded_at, protected_until)
       values ($1, 'household', 1, '', '{}', now(), now(), 'infinity')`,
      [file],
    );
  const at = '2021-03-01T10:00:00+01:00';
  const farsta = { district: 'farsta', form: 'transitional' };
  const asked = { year: '2021', by: 'district' };

  it('is not found by taking the other outcomes from their total', async () => {
    const six = Array.from({ length: 6 }, (_, n) => movedOut(`f-${n}`, at, farsta));
    await book.write(...six, movedOut('f-p', at, { ...farsta, outcome: 'care' }));
    await book.write(
      ...Array.from({ length: 7 }, (_, n) => movedOut(`b-${n}`, at, { ...farsta, district: 'bromma' })),
    );
    await protect('f-p');
    for (const audience of ['inside', 'public']) {
      const { rows } = await book.ask('outcomes', { ...asked, audience });
      const own = rows.filter((row) => row['district'] === 'farsta');
      const told = Object.fromEntries(own.map(({ outcome, count }) => [outcome, count]));
      expect(told).toMatchObject({ 'own-lease': 6, care: HIDDEN, 'all-ends': HIDDEN });
      expect(own.map(({ base }) => base).filter((base) => typeof base === 'number')).toEqual([]);
    }
  });

  it('is not found by taking the other follow-ups from those due', async () => {
    const due = '2021-04-01';
    for (let n = 0; n < 7; n++)
      await book.write(
        stayed(`f-${n}`, at, { district: 'farsta' }),
        followUp(`f-${n}`, at, due, { district: 'farsta', held: n === 6 ? null : due, heard: true }),
      );
    await protect('f-6');
    const { rows } = await book.ask('follow-ups', asked);
    const row = rows.find(({ district: code }) => code === 'farsta');
    expect(row).toMatchObject({ due: 7, onTime: HIDDEN, late: HIDDEN, missed: HIDDEN, share: HIDDEN });
  });
});
