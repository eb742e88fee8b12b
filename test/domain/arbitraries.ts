import fc from 'fast-check';

const LENGTH = 86_400_000;
const written = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Every day of these years, in order; made by `Date`, not by the code under test. */
export function everyDay(firstYear: number, lastYear: number): string[] {
  const start = Date.UTC(firstYear, 0, 1);
  const count = (Date.UTC(lastYear + 1, 0, 1) - start) / LENGTH;
  return Array.from({ length: count }, (_, index) => written(start + index * LENGTH));
}

/** Days from the year 100 on for property tests; leap days and the ends of months and years come often. */
export function days(firstYear = 1900, lastYear = 2200): fc.Arbitrary<string> {
  const last = (Date.UTC(lastYear + 1, 0, 1) - Date.UTC(firstYear, 0, 1)) / LENGTH - 1;
  const any = fc
    .integer({ min: 0, max: last })
    .map((index) => written(Date.UTC(firstYear, 0, 1) + index * LENGTH));
  const year = fc.integer({ min: firstYear, max: lastYear });
  const border = fc.constantFrom('01-01', '01-31', '02-28', '03-01', '08-31', '12-30', '12-31');
  const leap = year.filter((value) => new Date(Date.UTC(value, 1, 29)).getUTCDate() === 29);
  const on = (value: number, rest: string) => `${String(value).padStart(4, '0')}-${rest}`;
  return fc.oneof(
    { weight: 3, arbitrary: any },
    { weight: 1, arbitrary: fc.tuple(year, border).map(([value, rest]) => on(value, rest)) },
    { weight: 1, arbitrary: leap.map((value) => on(value, '02-29')) },
  );
}
