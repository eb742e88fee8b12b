import fc from 'fast-check';
import { orderFreeDwellings } from '../../src/domain/own-stock.js';
import { days } from './arbitraries.js';

const flat = (ref: string, rooms: number, emptySince?: string) => ({
  ref,
  rooms,
  rent: 8000,
  ...(emptySince && { emptySince }),
});

describe('the match against own stock', () => {
  const free = [
    flat('d-1', 2, '2020-01-01'),
    flat('d-2', 3, '2021-03-01'),
    flat('d-3', 4, '2021-01-01'),
    flat('d-4', 3),
    flat('d-5', 3, '2019-01-01'),
  ];

  it('proposes what is large enough, the longest empty first, and tells why not of the rest', () => {
    const matches = orderFreeDwellings(free, { rooms: 3, refused: ['d-5'] });
    expect(matches.map(({ dwelling, reason }) => [dwelling.ref, reason])).toEqual([
      ['d-3', null],
      ['d-2', null],
      ['d-4', null],
      ['d-5', 'refused-by-household'],
      ['d-1', 'size'],
    ]);
  });

  it('tells of a flat both refused and too small that it was refused', () => {
    expect(orderFreeDwellings(free.slice(0, 1), { rooms: 3, refused: ['d-1'] })[0]?.reason).toBe(
      'refused-by-household',
    );
  });

  it('finds nothing where nothing is free', () => {
    expect(orderFreeDwellings([], { rooms: 2 })).toEqual([]);
  });

  it('answers for every flat, in an order that does not depend on how they were listed', () => {
    const any = fc.record({ rooms: fc.integer({ min: 1, max: 6 }), since: fc.option(days(2019, 2020)) });
    const stock = fc
      .array(any, { maxLength: 12 })
      .map((list) => list.map(({ rooms, since }, index) => flat(`d-${index}`, rooms, since ?? undefined)));
    fc.assert(
      fc.property(stock, fc.integer({ min: 1, max: 6 }), (listed, rooms) => {
        const matches = orderFreeDwellings(listed, { rooms });
        expect(orderFreeDwellings([...listed].reverse(), { rooms })).toEqual(matches);
        expect(matches.map(({ dwelling }) => dwelling.ref).sort()).toEqual(
          listed.map(({ ref }) => ref).sort(),
        );
        for (const { dwelling, reason } of matches)
          expect(reason).toBe(dwelling.rooms < rooms ? 'size' : null);
      }),
    );
  });
});
