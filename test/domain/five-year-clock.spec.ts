import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../src/domain/days.js';
import { limitBand, limitDay, sharedStays, usedDays, type Stay } from '../../src/domain/five-year-clock.js';
import { days, everyDay } from './arbitraries.js';

describe('the last permitted day', () => {
  it.each([
    ['2020-03-01', '2025-03-01'],
    ['2020-03-15', '2025-03-15'],
    ['2020-02-29', '2025-02-28'],
    ['2019-12-31', '2024-12-31'],
  ])('of a first stay from %s is %s, working day or not', (start, limit) => {
    expect(limitDay({ start, earlier: [] })).toBe(limit);
  });

  it('is nearer by the days of earlier stays, both ends counted, gaps not', () => {
    const earlier = [
      { from: '2015-01-01', to: '2015-01-10' },
      { from: '2016-05-01', to: '2016-05-01' },
    ];
    expect(usedDays('2020-03-01', earlier)).toBe(11);
    expect(limitDay({ start: '2020-03-01', earlier })).toBe('2025-02-18');
  });

  it('counts an overlap of two parts of a merged household once', () => {
    const earlier = [
      { from: '2015-01-01', to: '2015-01-31' },
      { from: '2015-01-10', to: '2015-01-20' },
      { from: '2015-01-31', to: '2015-02-02' },
    ];
    expect(usedDays('2020-03-01', earlier)).toBe(33);
  });

  it('counts an earlier stay only up to the day before the present one, be it open or not', () => {
    expect(usedDays('2020-03-01', [{ from: '2020-02-20', to: '2020-03-05' }])).toBe(10);
    expect(usedDays('2020-03-01', [{ from: '2020-02-20', to: null }])).toBe(10);
    expect(usedDays('2020-03-01', [{ from: '2020-03-01', to: null }])).toBe(0);
  });

  it('is not moved by a stay that ended before it began', () => {
    expect(usedDays('2020-03-01', [{ from: '2018-06-01', to: '2018-05-20' }])).toBe(0);
  });

  it('may lie before the start when the years were used up', () => {
    expect(limitDay({ start: '2020-03-01', earlier: [{ from: '2010-01-01', to: '2016-01-01' }] })).toBe(
      '2019-03-01',
    );
  });

  it('takes another number of years', () => {
    expect(limitDay({ start: '2020-03-01', earlier: [], years: 4 })).toBe('2024-03-01');
  });

  it('is a bug to ask for with a day that does not exist', () => {
    expect(() => limitDay({ start: '2021-02-29', earlier: [] })).toThrow(RangeError);
    expect(() => limitDay({ start: '2021-03-01', earlier: [{ from: '2019-02-29', to: null }] })).toThrow(
      RangeError,
    );
  });

  it('agrees with counting the days one by one, in any order of stays', () => {
    const all = everyDay(2010, 2013);
    const stay = fc
      .tuple(fc.constantFrom(...all), fc.option(fc.constantFrom(...all)))
      .map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(stay, { maxLength: 5 }), (start, earlier) => {
        const open = (day: string) =>
          earlier.some(({ from, to }) => from <= day && (to === null || day <= to));
        const used = all.filter((day) => day < start && open(day)).length;
        expect(usedDays(start, earlier)).toBe(used);
        expect(usedDays(start, [...earlier].reverse())).toBe(used);
        const limit = Temporal.PlainDate.from(start).add({ years: 5 }).subtract({ days: used }).toString();
        expect(limitDay({ start, earlier })).toBe(limit);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the band of a stay', () => {
  const limit = '2025-03-15';

  it.each([
    ['2023-03-14', 'over-24'],
    ['2023-03-15', 'over-24'],
    ['2023-03-16', '12-24'],
    ['2024-03-15', '12-24'],
    ['2024-03-16', '6-12'],
    ['2024-09-15', '6-12'],
    ['2024-09-16', '3-6'],
    ['2024-12-15', '3-6'],
    ['2024-12-16', 'under-3'],
    ['2025-03-15', 'under-3'],
    ['2025-03-16', 'exceeded'],
  ])('on %s is %s', (day, band) => {
    expect(limitBand(limit, day)).toBe(band);
  });

  it('has its border on the last day of a shorter month', () => {
    expect(limitBand('2025-08-31', '2025-02-28')).toBe('6-12');
    expect(limitBand('2025-08-31', '2025-03-01')).toBe('3-6');
  });

  it('is an exception from the day it is granted to its last day', () => {
    const exception = { granted: '2025-01-10', until: '2025-09-15' };
    const bands = ['2025-01-09', '2025-01-10', '2025-03-16', '2025-09-15', '2025-09-16'].map((day) =>
      limitBand(limit, day, exception),
    );
    expect(bands).toEqual(['under-3', 'exception', 'exception', 'exception', 'exceeded']);
  });

  it('only ever moves towards the limit as days pass', () => {
    const order = ['over-24', '12-24', '6-12', '3-6', 'under-3', 'exceeded'];
    fc.assert(
      fc.property(days(2010, 2040), fc.integer({ min: -1500, max: 60 }), (last, shift) => {
        const today = addDays(last, shift);
        const [now, next] = [today, addDays(today, 1)].map((day) => order.indexOf(limitBand(last, day)));
        expect(next! - now!).toBeGreaterThanOrEqual(0);
        expect(next! - now!).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the clock over splits and mergers', () => {
  const day = days(2000, 2030);
  const stay = fc
    .tuple(day, fc.integer({ min: 0, max: 900 }), fc.boolean())
    .map(([from, length, open]): Stay => ({ from, to: open ? null : addDays(from, length) }));
  const stays = fc.array(stay, { maxLength: 5 });
  const END = '2040-01-01';
  /** The days themselves, one by one: the rule as it is told, not as it is reckoned. */
  const daysOf = (all: readonly Stay[], until: string): Set<string> => {
    const lived = new Set<string>();
    for (const { from, to } of all)
      for (let at = from; at <= (to ?? until) && at <= until; at = addDays(at, 1)) lived.add(at);
    return lived;
  };

  it('each part keeps exactly the days that it shared, and none after the split', () => {
    fc.assert(
      fc.property(stays, day, fc.option(day), (all, on, since) => {
        const last = addDays(on, -1);
        const shared = daysOf(sharedStays(all, since, last), END);
        const expected = [...daysOf(all, last)].filter((one) => since === null || one >= since);
        expect([...shared].sort()).toEqual(expected.sort());
        expect(usedDays(END, sharedStays(all, since, last))).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });

  it('a merger counts the union of both parts’ days, in whatever order, and a gap in neither', () => {
    fc.assert(
      fc.property(stays, stays, (one, other) => {
        const closed = (all: readonly Stay[]) =>
          all.map(({ from, to }) => ({ from, to: to ?? addDays(from, 400) }));
        const [a, b] = [closed(one), closed(other)];
        const union = new Set([...daysOf(a, END), ...daysOf(b, END)]);
        expect(usedDays(END, [...a, ...b])).toBe(union.size);
        expect(usedDays(END, [...b, ...a])).toBe(union.size);
      }),
      { numRuns: 60 },
    );
  });

  it('a household that parts and becomes one again has used what it would have used without', () => {
    fc.assert(
      fc.property(stays, day, (all, on) => {
        const before = sharedStays(all, null, addDays(on, -1));
        const again = [...sharedStays(all, null, addDays(on, -1)), ...before];
        expect(usedDays(END, again)).toBe(usedDays(END, before));
      }),
      { numRuns: 60 },
    );
  });
});
