import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_COPIES } from '../../demo/copies.js';
import { demoYears } from '../../demo/demo-years.js';
import { generate } from '../../demo/generate.js';
import { demo } from '../../demo/main.js';
import { Stock } from '../../demo/stock.js';

interface Line {
  readonly at: string;
  readonly recorded?: string;
  readonly by?: string;
  readonly register?: string;
  readonly process?: string;
  readonly event?: string;
  readonly open?: string;
  readonly data: { readonly results?: readonly { readonly dwelling: { readonly ref: string } }[] };
}

/** The whole book is made, on a machine that may have much else to do. */
const GENERATING = 120_000;

const written = (scale?: number): string[] => [...generate(scale)];
const read = (lines: readonly string[]): Line[] => lines.slice(1).map((line) => JSON.parse(line) as Line);
const steps = (lines: readonly string[]): Line[] =>
  read(lines).filter(({ register }) => register === undefined);

describe('the book of the demo years', () => {
  const book = written();

  it(
    'comes out the same, byte for byte',
    () => {
      expect(written().join('')).toBe(book.join(''));
    },
    GENERATING,
  );

  it('names itself first, and has one JSON object a line', () => {
    expect(JSON.parse(book[0] as string)).toEqual({ book: demo.book });
    expect(book.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(book.length).toBeGreaterThan(5_000);
    expect(book.length).toBeLessThan(25_000);
  });

  it('is in order of recording, by working days, and ends on the demo’s day', () => {
    const recorded = steps(book).map((line) => line.recorded ?? line.at);
    expect(recorded).toEqual([...recorded].sort());
    expect(recorded.at(-1)?.slice(0, 10)).toBe(demo.today);
    expect(steps(book).every((line) => line.at <= (line.recorded ?? line.at))).toBe(true);
  });

  it('has nothing registered late but one answer, and the papers of one summer', () => {
    const late = steps(book).filter(({ recorded }) => recorded !== undefined);
    expect(late.filter(({ at }) => at < '2021-07').map(({ event }) => event)).toEqual(['accept']);
    const summer = late.filter(({ at }) => at >= '2021-07');
    expect(summer.filter(({ at }) => at < '2021-08').length).toBeGreaterThan(20);
    expect(summer.every(({ recorded = '' }) => recorded >= '2021-08' && recorded < '2021-09')).toBe(true);
  });

  it('holds nobody’s personal number, one correction, and one entry that two persons seal', () => {
    const text = book.join('');
    expect(text).not.toMatch(/personNumber|reclassify/);
    const about = steps(book).filter(({ event = '' }) => ['correct', 'sealEntry'].includes(event));
    expect(about.map(({ event, by = '' }) => [event, by.split('.')[0]])).toEqual([
      ['correct', 'shis'],
      ['sealEntry', 'farsta'],
      ['sealEntry', 'farsta'],
    ]);
    expect(text).not.toMatch(/\b(19|20)?\d{6}[-+]\d{4}\b/);
  });

  it(
    'is made in copies with names and flats of their own, side by side',
    () => {
      const twice = steps(written(2));
      expect(twice).toHaveLength(2 * steps(book).length);
      const opened = twice.flatMap(({ open, process }) => (open === undefined ? [] : [process as string]));
      expect(new Set(opened).size).toBe(opened.length);
      const ofSecond = twice.filter(({ process = '' }) => /^[rbf]-\d+b?\.2/.test(process));
      expect(ofSecond.length).toBeGreaterThan(5_000);
      const nameOf = (line: Line) => /"ref":"vuxen-1","name":"([^"]+)"/.exec(JSON.stringify(line))?.[1];
      const named = new Map(
        twice.map((line) => [line.process, nameOf(line)] as const).filter(([, one]) => one),
      );
      const same = [...named].filter(([process, name]) => named.get(`${process}.2`) === name);
      expect(named.size).toBeGreaterThan(1_200);
      expect(same.length).toBeLessThan(60);
    },
    GENERATING,
  );

  it(
    'can be made in so many copies that a search still names every free flat',
    () => {
      const stock = new Stock();
      for (const { tell } of demoYears()) tell(stock);
      expect(stock.mostReasons * MOST_COPIES).toBeLessThanOrEqual(500);
      expect(() => written(MOST_COPIES + 1)).toThrow(RangeError);
      expect(() => written(0)).toThrow(RangeError);
      expect(() => written(1.5)).toThrow(RangeError);
    },
    GENERATING,
  );
});

describe('the program', () => {
  it('knows nothing of the demo: what of it imports the generator does so when it is asked to load it', () => {
    const importing = ['src', 'workflows'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .filter((name) => /from '[^']*\/demo\/(?!.*\.words)/.test(readFileSync(join(root, name), 'utf8'))),
    );
    expect(importing).toEqual([]);
  });
});
