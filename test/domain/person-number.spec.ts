/**
 * The only real-looking number here is the published test number 191212121212. Generated ones lie in the years 1700–1839: no one
 * born then lived in 1947, when the first personal numbers were given.
 */
import { mock } from 'node:test';
import fc from 'fast-check';
import library from 'personnummer';
import { readPersonNumber } from '../../src/domain/person-number.js';

const TODAY = '2021-12-08';
// Node gives the class itself, whatever its types say.
const oracle = library as unknown as typeof library.default;
const two = (value: number) => String(value).padStart(2, '0');

describe('a personal number', () => {
  it.each(['191212121212', '19121212-1212', '19121212+1212', '121212+1212', ' 191212121212 '])(
    '%p is read',
    (text) => {
      expect(readPersonNumber(text, TODAY)).toEqual({
        ok: true,
        number: '191212121212',
        born: '1912-12-12',
        kind: 'personal',
      });
    },
  );

  it.each([
    ['1912121212', 'checksum'],
    ['19121212 1212', 'format'],
    ['19121212--1212', 'format'],
    ['19121212121x', 'format'],
    ['191212120000', 'format'],
    ['', 'format'],
    ['191213321212', 'date'],
    ['191202301212', 'date'],
    ['191212001212', 'date'],
    ['191212601212', 'date'],
    ['191212121213', 'checksum'],
    ['211212121212', 'future'],
  ])('%p has the fault %p', (text, fault) => {
    expect(readPersonNumber(text, TODAY)).toEqual({ ok: false, fault });
  });

  it('is valid, and written in twelve digits, exactly as the library has it', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1700, max: 1839 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.oneof(fc.integer({ min: 0, max: 33 }), fc.integer({ min: 58, max: 93 })),
      sign: fc.constantFrom('', '-', '+'),
      number: fc.integer({ min: 0, max: 9999 }),
    });
    let valid = 0;
    fc.assert(
      fc.property(parts, ({ year, month, day, sign, number }) => {
        const text = `${year}${two(month)}${two(day)}${sign}${String(number).padStart(4, '0')}`;
        const read = readPersonNumber(text, TODAY);
        expect(read.ok).toBe(oracle.valid(text));
        if (!read.ok) return;
        valid += 1;
        const told = oracle.parse(text);
        expect(read.number).toBe(told.format(true));
        expect(read.kind).toBe(told.isCoordinationNumber() ? 'coordination' : 'personal');
      }),
      { numRuns: 3000 },
    );
    expect(valid).toBeGreaterThan(50);
  });
});

describe('ten digits', () => {
  afterEach(() => {
    mock.timers.reset();
  });

  it.each([
    ['121212-1212', '2011-12-31', '1912-12-12'],
    ['121212+1212', '2012-01-01', '1912-12-12'],
    ['121212-1212', '2012-12-12', '2012-12-12'],
    ['1212121212', '2021-12-08', '2012-12-12'],
    ['121212+1212', '2112-01-01', '2012-12-12'],
  ])('%s are read on %s as a birth on %s', (text, today, born) => {
    expect(readPersonNumber(text, today)).toMatchObject({ ok: true, born });
  });

  it('of someone who will be born later this year are refused', () => {
    expect(readPersonNumber('121212-1212', '2012-12-11')).toEqual({ ok: false, fault: 'future' });
  });

  it('fall in the century in which the library puts them, whatever year it is', () => {
    for (let year = 1913; year <= 2120; year += 1) {
      mock.timers.reset();
      mock.timers.enable({ apis: ['Date'], now: new Date(`${year}-06-15T12:00:00Z`) });
      for (const text of ['121212-1212', '121212+1212', '1212121212']) {
        const read = readPersonNumber(text, `${year}-12-31`);
        expect([year, text, read.ok && read.number]).toEqual([year, text, oracle.parse(text).format(true)]);
      }
    }
  });
});
