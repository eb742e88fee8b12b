import { houseOf } from '../../src/domain/address.js';

describe('the house of an address', () => {
  it.each([
    'Storgatan 12 A',
    'storgatan 12a',
    'STORGATAN 12 A, 123 45 Farsta',
    'Storgatan 12 A lgh 1203',
    'Storgatan 12 A 3 tr',
    'Storgatan 12 A 12345 Farsta',
    'c/o Testsson, Storgatan 12 A\n123 45 Farsta',
    'Storg. 12 A',
  ])('is the same when it is written %j', (address) => {
    expect(houseOf(address)).toBe('storgatan12a');
  });

  it('is another with another number, letter or street', () => {
    const others = ['Storgatan 12', 'Storgatan 12 B', 'Storgatan 121', 'Lillgatan 12 A', 'Storvägen 12 A'];
    expect(new Set(others.map(houseOf)).size).toBe(others.length);
    expect(others.map(houseOf)).not.toContain('storgatan12a');
  });

  it('is nothing when nothing of a street is told', () => {
    for (const address of ['', ' ,  ', 'c/o Testsson', '123 45 Farsta']) expect(houseOf(address)).toBe('');
  });
});
