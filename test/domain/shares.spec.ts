import fc from 'fast-check';
import { median, p90, wholePercent } from '../../src/domain/shares.js';

describe('a share', () => {
  it.each([
    [267, 400, 67],
    [46, 50, 92],
    [213, 300, 71],
    [10, 150, 7],
    [1, 200, 1],
    [1, 201, 0],
    [29, 200, 15],
    [0, 7, 0],
    [7, 7, 100],
    [410, 400, 103],
    [-1, 200, 0],
    [0, 0, null],
    [5, 0, null],
  ])('of %i in %i is %p percent', (part, whole, percent) => {
    expect(wholePercent(part, whole)).toEqual(percent);
  });

  it('gives the printed shares of the survey of April 2021, which add to 99', () => {
    const counts = [146, 27, 10, 19, 15, 14, 25, 7, 6, 17, 4, 10];
    const shares = counts.map((count) => wholePercent(count, 300)!);
    expect(shares).toEqual([49, 9, 3, 6, 5, 5, 8, 2, 2, 6, 1, 3]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(99);
  });

  it('is half up exactly, by whole numbers', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1_000_000 }), (part, whole) => {
        const exact = (200n * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole));
        expect(wholePercent(part, whole)).toBe(Number(exact));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the middle and the slow end', () => {
  it.each([
    [[], null, null],
    [[5], 5, 5],
    [[9, 1], 5, 9],
    [[4, 1], 2.5, 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9],
    [[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 6, 10],
    [[10, 9, 100], 10, 100],
  ])('of %j are %p and %p', (values, middle, slow) => {
    expect(median(values)).toBe(middle);
    expect(p90(values)).toBe(slow);
  });

  it('leave at least half, and at least nine tenths, at or below; the input is not reordered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const before = [...values];
        const atOrBelow = (limit: number) => values.filter((value) => value <= limit).length;
        expect(atOrBelow(median(values)!) * 2).toBeGreaterThanOrEqual(values.length);
        expect(atOrBelow(p90(values)!) * 10).toBeGreaterThanOrEqual(values.length * 9);
        expect(atOrBelow(p90(values)! - 1) * 10).toBeLessThan(values.length * 9);
        expect(values).toEqual(before);
      }),
    );
  });
});
