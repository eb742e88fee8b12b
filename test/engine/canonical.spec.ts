import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from '../../src/engine/canonical.js';

const oracle = canonicalize as unknown as (value: unknown) => string;

describe('the canonical text', () => {
  it('is that of RFC 8785, as a library of its own writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => canonical(value) === oracle(value)),
      { numRuns: 2_000 },
    );
  });

  it('orders names by their UTF-16 units, numbers among them', () => {
    expect(canonical({ b: 1, 10: 1, 9: 1, '\u{1F600}': 1, '\uFB33': 1, å: 1, B: 1 })).toBe(
      '{"10":1,"9":1,"B":1,"b":1,"å":1,"\u{1F600}":1,"\uFB33":1}',
    );
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonical([-0, 1e21, 1e-7, 0.1 + 0.2, 333333333.33333329])).toBe(
      '[0,1e+21,1e-7,0.30000000000000004,333333333.3333333]',
    );
  });

  it('leaves undefined members out', () => {
    expect(canonical({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  it.each([[Number.NaN], [Infinity], ['\uD800'], [{ '\uDC00': 1 }], [() => 1], [undefined], [1n]])(
    'refuses what JSON cannot hold (%#)',
    (value) => {
      expect(() => canonical(value)).toThrow(TypeError);
    },
  );
});
