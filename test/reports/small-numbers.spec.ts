import fc from 'fast-check';
import { HIDDEN, protect, SMALL, type Shown } from '../../src/reports/small-numbers.js';

/** Every table that a reader could believe in: the parts shown, `<5` as 0–4, `..` as five or more, and the known total. */
function solutions(shown: readonly Shown[], total: number): number[][] {
  const free = shown.map((cell) =>
    cell === SMALL ? [0, 1, 2, 3, 4] : cell === HIDDEN ? range(5, total) : [cell as number],
  );
  const search = (at: number, left: number): number[][] => {
    const values = free[at];
    if (values === undefined) return left === 0 ? [[]] : [];
    return values
      .filter((value) => value <= left)
      .flatMap((value) => search(at + 1, left - value).map((rest) => [value, ...rest]));
  };
  return search(0, total);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
const isHidden = (cell: Shown | undefined): boolean => typeof cell === 'string';

describe('small numbers', () => {
  it('are left alone when there are none', () => {
    expect(protect([5, 0, 12])).toEqual([5, 0, 12]);
    expect(protect([])).toEqual([]);
  });

  it('take every zero with them, so that it cannot be told which is the small one', () => {
    expect(protect([13, 3, 0, 7, 0])).toEqual([13, SMALL, SMALL, 7, SMALL]);
  });

  it('take two larger ones with them where nothing is zero', () => {
    expect(protect([13, 3, 7, 8])).toEqual([HIDDEN, SMALL, HIDDEN, 8]);
  });

  it('need no companion when two small ones could be several things', () => {
    expect(protect([13, 6, 3, 1, 0])).toEqual([13, 6, SMALL, SMALL, 0]);
  });

  it('need one when all are ones, or all fours', () => {
    expect(protect([4, 4, 9, 0])).toEqual([SMALL, SMALL, 9, SMALL]);
    expect(protect([1, 1, 9, 0])).toEqual([SMALL, SMALL, 9, SMALL]);
  });

  it('tell the board’s nine reasons without a gap to reckon in', () => {
    expect(protect([13, 6, 3, 1, 1, 1, 1, 1, 0])).toEqual([13, 6, ...Array<string>(6).fill(SMALL), 0]);
  });

  const parts = fc.array(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 })),
    {
      minLength: 3,
      maxLength: 6,
    },
  );

  it('are never shown, and what is shown is true', () => {
    fc.assert(
      fc.property(parts, (numbers) => {
        protect(numbers).forEach((cell, at) => {
          const number = numbers[at] as number;
          if (typeof cell === 'number') expect([cell, number > 0 && number < 5]).toEqual([number, false]);
          else expect(cell).toBe(number < 5 ? SMALL : HIDDEN);
        });
      }),
      { seed: 20211208, numRuns: 500 },
    );
  });

  it('cannot be recovered from the total and what is shown', () => {
    fc.assert(
      fc.property(parts, (numbers) => {
        const shown = protect(numbers);
        // Where all is hidden, there was nothing more to hide behind.
        fc.pre(shown.some((cell) => !isHidden(cell)));
        const believed = solutions(shown, sum(numbers));
        shown.forEach((cell, at) => {
          if (isHidden(cell)) expect(new Set(believed.map((table) => table[at])).size).toBeGreaterThan(1);
        });
      }),
      { seed: 20211208, numRuns: 500 },
    );
  });

  it('with a zero to hide behind cannot be recovered by someone who knows this rule as well', () => {
    // Every book of four parts up to 7, sorted by what the public would see of it.
    const books = new Map<string, number[][]>();
    for (let n = 0; n < 8 ** 4; n++) {
      const parts = [n & 7, (n >> 3) & 7, (n >> 6) & 7, n >> 9];
      const seen = JSON.stringify([protect(parts), sum(parts)]);
      books.set(seen, [...(books.get(seen) ?? []), parts]);
    }
    const recovered = [...books].filter(([seen, alike]) => {
      const [shown] = JSON.parse(seen) as [Shown[]];
      return (
        alike.some((parts) => parts.includes(0)) &&
        shown.some((cell, at) => isHidden(cell) && new Set(alike.map((parts) => parts[at])).size === 1)
      );
    });
    expect(recovered).toEqual([]);
  });
});
