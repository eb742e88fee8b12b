import {
  amounts,
  familiesFor,
  homesFor,
  misfit,
  misfits,
  priorities,
  type Home,
  type Rules,
  type Waiting,
} from '../../src/domain/matching.js';
import { addDays } from '../../src/domain/days.js';
import { Chance } from '../support/chance.js';

const TODAY = '2021-12-08';
const RULES: Rules = { weights: { waiting: 1, children: 2, school: 6, ties: 3 }, holdEmpty: 30 };
const DISTRICTS = ['farsta', 'bromma', 'skarpnack'];

const home = (more: Partial<Home> = {}): Home => ({
  ...{ ref: 'flat/1', rooms: 3, rent: 9000, floor: 2, lift: true, pets: null, district: 'farsta' },
  ...{ moveInFrom: null, emptySince: '2021-11-01', keptFor: null, ...more },
});
const family = (more: Partial<Waiting> = {}): Waiting => ({
  ...{
    file: 'family',
    rooms: 3,
    lift: false,
    pets: null,
    avoid: [],
    rentMost: null,
    moveFrom: null,
    moveBy: null,
  },
  ...{ schoolIn: null, ties: [], queueDate: '2021-06-01', isPaused: false, children: 2, isTemporary: false },
  ...{ refused: new Set<string>(), ...more },
});

describe('what must be so for a flat to be proposed', () => {
  const why = (flat: Partial<Home>, of: Partial<Waiting>) => misfit(home(flat), family(of), TODAY, RULES);

  it.each<[string, Partial<Home>, Partial<Waiting>, string | null]>([
    ['it fits', {}, {}, null],
    ['it is kept for another', { keptFor: 'other' }, {}, 'reserved-for-other'],
    ['it is kept for the family', { keptFor: 'family' }, {}, null],
    ['the family has refused it', {}, { refused: new Set(['flat']) }, 'refused-by-household'],
    ['the referral is paused', {}, { isPaused: true }, 'paused'],
    ['it lies where the family cannot live', {}, { avoid: ['bromma', 'farsta'] }, 'safety'],
    ['nobody knows where it lies', { district: null }, { avoid: ['farsta'] }, null],
    ['it is too small', { rooms: 2 }, {}, 'size'],
    ['it has more rooms than needed', { rooms: 5 }, {}, null],
    ['there are only stairs', { lift: false }, { lift: true }, 'access'],
    ['nobody knows of a lift', { lift: null }, { lift: true }, 'access'],
    ['it lies on the ground', { lift: false, floor: 0 }, { lift: true }, null],
    ['it takes no pet', { pets: false }, { pets: true }, 'pets'],
    ['it takes no pet, and the family has none', { pets: false }, { pets: false }, null],
    ['it takes no pet, and nobody knows of one', { pets: false }, { pets: null }, null],
    ['nobody knows whether it takes a pet', { pets: null }, { pets: true }, null],
    ['the rent is too high', { rent: 9001 }, { rentMost: 9000 }, 'rent'],
    ['the rent can just be paid', {}, { rentMost: 9000 }, null],
    ['the family comes too late', {}, { moveFrom: '2022-01-08' }, 'time'],
    ['the family comes in time', {}, { moveFrom: '2022-01-07' }, null],
    ['it is ready too late', { moveInFrom: '2022-02-02' }, { moveBy: '2022-02-01' }, 'time'],
    ['it is ready just in time', { moveInFrom: '2022-02-01' }, { moveBy: '2022-02-01' }, null],
    ['both come later', { moveInFrom: '2022-02-01' }, { moveFrom: '2022-03-03' }, null],
  ])('%s', (_, flat, of, reason) => expect(why(flat, of)).toBe(reason));
});

describe('in which order', () => {
  const files = (waiting: Waiting[], rules = RULES) =>
    familiesFor(home(), waiting, TODAY, rules).fit.map(({ family: { file } }) => file);
  const near = family({ file: 'near', queueDate: '2021-11-01', schoolIn: 'farsta' });
  const long = family({ file: 'long', queueDate: '2021-06-01' });

  it('goes by the points of each priority, which hang on the policy', () => {
    expect(files([long, near])).toEqual(['near', 'long']);
    const waitingFirst = { ...RULES, weights: { ...RULES.weights, school: 1 } };
    expect(files([long, near], waitingFirst)).toEqual(['long', 'near']);
  });

  it('puts first whom the flat is kept for, and tells what its place is made of', () => {
    const { fit } = familiesFor(home(), [long, near], TODAY, RULES);
    expect(fit[0]).toMatchObject({ points: 7, amounts: { waiting: 1, children: 0, school: 1, ties: 0 } });
    const kept = familiesFor(home({ keptFor: 'long' }), [near, long], TODAY, RULES);
    expect(kept.fit.map((one) => one.family.file)).toEqual(['long']);
    expect(kept.not).toMatchObject([{ why: 'reserved-for-other' }]);
  });

  it('counts children where nobody can stay alone', () => {
    const placed = (isTemporary: boolean) => amounts(home(), family({ isTemporary }), TODAY).children;
    expect([placed(true), placed(false)]).toEqual([2, 0]);
  });

  it('shows a family what lies near first, then the longest empty', () => {
    const flats = [
      home({ ref: 'a/1', district: 'bromma', emptySince: '2021-11-01' }),
      home({ ref: 'b/1', district: 'bromma', emptySince: '2021-09-01' }),
      home({ ref: 'c/1', district: 'farsta', emptySince: '2021-12-01' }),
      home({ ref: 'd/1', district: 'bromma', emptySince: null }),
    ];
    const fit = (one: Waiting) => homesFor(one, flats, TODAY, RULES).fit.map(({ ref }) => ref);
    expect(fit(near)).toEqual(['c/1', 'b/1', 'a/1', 'd/1']);
    expect(fit(long)).toEqual(['b/1', 'a/1', 'c/1', 'd/1']);
  });
});

describe('of any stock and queue', () => {
  const chance = new Chance(20211208);
  const days = (from: number, most: number): string => addDays(TODAY, from + chance.below(most));
  const maybe = <T>(value: T): T | null => (chance.below(3) === 0 ? value : null);
  const pick = (): string => chance.one(DISTRICTS) as string;
  const anyHome = (n: number): Home => ({
    ...{ ref: `flat-${n}/1`, rooms: 1 + chance.below(5), rent: 5000 + 500 * chance.below(12) },
    ...{ floor: maybe(chance.below(4)), lift: chance.one([true, false, null]) ?? null },
    pets: maybe(chance.below(2) === 0),
    ...{ district: maybe(pick()), moveInFrom: maybe(days(-30, 90)), emptySince: maybe(days(-200, 200)) },
    keptFor: chance.below(9) === 0 ? `family-${chance.below(12)}` : null,
  });
  const anyFamily = (n: number): Waiting => ({
    ...{ file: `family-${n}`, rooms: 1 + chance.below(4), lift: chance.below(4) === 0 },
    pets: maybe(chance.below(2) === 0),
    ...{ avoid: chance.below(4) === 0 ? [pick()] : [], rentMost: maybe(6000 + 500 * chance.below(9)) },
    ...{ moveFrom: maybe(days(-10, 60)), moveBy: maybe(days(0, 120)), schoolIn: maybe(pick()) },
    ...{ ties: chance.below(2) === 0 ? [pick()] : [], queueDate: days(-900, 900) },
    ...{ isPaused: chance.below(8) === 0, children: chance.below(5), isTemporary: chance.below(2) === 0 },
    refused: new Set(chance.below(4) === 0 ? [`flat-${chance.below(8)}`] : []),
  });
  const anyRules = (): Rules => ({
    weights: {
      ...{ waiting: chance.below(4), children: chance.below(4) },
      ...{ school: chance.below(8), ties: chance.below(8) },
    },
    holdEmpty: chance.below(60),
  });
  const towns = Array.from({ length: 300 }, () => ({
    homes: Array.from({ length: 1 + chance.below(8) }, (_, n) => anyHome(n)),
    families: Array.from({ length: chance.below(13) }, (_, n) => anyFamily(n)),
    rules: anyRules(),
  }));
  const each = (test: (one: Home, families: readonly Waiting[], rules: Rules) => void) => {
    for (const { homes, families, rules } of towns) for (const one of homes) test(one, families, rules);
  };

  it('is drawn so that each reason and each priority is met', () => {
    const met = new Set<string>();
    const counted = new Set<string>();
    each((one, families, rules) => {
      const { fit, not } = familiesFor(one, families, TODAY, rules);
      for (const { why } of not) met.add(why);
      for (const placed of fit)
        for (const name of priorities) if (placed.amounts[name] > 0) counted.add(name);
    });
    expect([...met].sort()).toEqual([...misfits].sort());
    expect([...counted].sort()).toEqual([...priorities].sort());
  });

  it('never breaks what must be so, and leaves nobody out', () => {
    each((one, families, rules) => {
      const { fit, not } = familiesFor(one, families, TODAY, rules);
      expect(
        [...fit.map((placed) => placed.family.file), ...not.map(({ what }) => what.file)].sort(),
      ).toEqual(families.map(({ file }) => file).sort());
      for (const { family: of } of fit) {
        expect(one.keptFor === null || one.keptFor === of.file).toBe(true);
        expect(of.refused.has(one.ref.split('/')[0] ?? '')).toBe(false);
        expect(of.isPaused).toBe(false);
        expect(one.rooms).toBeGreaterThanOrEqual(of.rooms);
        expect(one.district === null || !of.avoid.includes(one.district)).toBe(true);
        expect(!of.lift || one.lift === true || one.floor === 0).toBe(true);
        expect(one.rent).toBeLessThanOrEqual(of.rentMost ?? one.rent);
        const first = [TODAY, one.moveInFrom, of.moveFrom].reduce<string>((a, b) => (b && b > a ? b : a), '');
        expect(first <= (of.moveBy ?? first)).toBe(true);
      }
    });
  });

  it('never puts a family behind one that is worse on all priorities', () => {
    each((one, families, rules) => {
      const { fit } = familiesFor(one, families, TODAY, rules);
      for (const [at, placed] of fit.entries())
        for (const before of fit.slice(0, at)) {
          const isWorse =
            before.family.queueDate > placed.family.queueDate &&
            priorities.every((name) => before.amounts[name] <= placed.amounts[name]);
          expect(isWorse).toBe(false);
        }
    });
  });

  it('gives one order, however the families and flats are listed, and changes nothing', () => {
    each((one, families, rules) => {
      const before = JSON.stringify(families);
      const told = familiesFor(one, families, TODAY, rules).fit;
      expect(familiesFor(one, [...families].reverse(), TODAY, rules).fit).toEqual(told);
      expect(familiesFor(one, families, TODAY, rules).fit).toEqual(told);
      expect(JSON.stringify(families)).toBe(before);
    });
    for (const { homes, families, rules } of towns)
      for (const one of families)
        expect(homesFor(one, [...homes].reverse(), TODAY, rules)).toEqual(homesFor(one, homes, TODAY, rules));
  });

  it('proposes a flat to a family exactly when it proposes the family for the flat', () => {
    for (const { homes, families, rules } of towns)
      for (const one of families) {
        const flats = homesFor(one, homes, TODAY, rules).fit.map(({ ref }) => ref);
        const proposed = homes.filter((flat) =>
          familiesFor(flat, families, TODAY, rules).fit.some((placed) => placed.family.file === one.file),
        );
        expect(flats.sort()).toEqual(proposed.map(({ ref }) => ref).sort());
      }
  });
});
