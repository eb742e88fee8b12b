import fc from 'fast-check';
import { householdDoubts } from '../../workflows/files/household.doubts.js';
import type { HouseholdRecord } from '../../workflows/files/household.js';

type Told = readonly (readonly [path: string, says: string])[];
const record = (...members: object[]): HouseholdRecord => ({ members }) as unknown as HouseholdRecord;
const told = (event: string, data: object, day: string, known: HouseholdRecord | null = null): Told =>
  (householdDoubts[event]?.(data as Record<string, unknown>, { day, record: known }) ?? []).map(
    ({ path, says }) => [path, says.sv],
  );
const opened = (day: string, ...members: object[]): readonly string[] =>
  told('open', { household: { members } }, day).map(([path]) => path.replace('household.members.', ''));
const joins = (person: object, on: string, day: string): readonly string[] =>
  told('memberJoins', { person, on }, day).map(([path]) => path);
const changes = (change: object, known: object, day: string): readonly string[] =>
  told(
    'updateHousehold',
    { members: [{ ref: 'one', ...change }] },
    day,
    record({ ref: 'one', ...known }),
  ).map(([path]) => path);

describe('what cannot be so of a person', () => {
  it.each([
    ['2003-12-08', '2021-12-07', []],
    ['2003-12-08', '2021-12-08', ['0.adult']],
    ['2004-02-29', '2022-02-28', []],
    ['2004-02-29', '2022-03-01', ['0.adult']],
  ])('a child born on %s is no child on %s: %j', (born, day, faults) => {
    expect(opened(day, { born, adult: false })).toEqual(faults);
    expect(opened(day, { born, adult: true })).toEqual([]);
  });

  it.each([
    ['2006-12-09', ['0.adult']],
    ['2006-12-08', []],
  ])('leads a household from the day on which they turn 15, born on %s', (born, faults) => {
    expect(opened('2021-12-08', { born, adult: true })).toEqual(faults);
  });

  it('is born on the day at the latest, and somebody born that day is nobody’s parent', () => {
    expect(opened('2021-12-08', { born: '2021-12-08', adult: false })).toEqual([]);
    expect(opened('2021-12-08', { born: '2021-12-09', adult: false })).toEqual(['0.born']);
    expect(opened('2021-12-08', { born: '2021-12-08', adult: true })).toEqual(['0.adult']);
  });

  it('may have no number, as long as a protected identity has none to tell', () => {
    expect(opened('2021-12-08', { born: '1981-06-09', adult: true })).toEqual([]);
  });

  it('is judged by the field in words that name it', () => {
    const person = { born: '2010-01-01', adult: true, personNumber: '191212121213' };
    expect(told('open', { household: { members: [person] } }, '2021-12-08')).toEqual([
      ['household.members.0.personNumber', 'Personnummer: kontrollera siffrorna i numret.'],
      [
        'household.members.0.adult',
        'Är vuxen (18 år eller äldre): personen är yngre än 15 år. Svara Nej, eller rätta födelsedagen.',
      ],
    ]);
  });

  it('has no number in which one figure was typed wrong', () => {
    const valid = fc.constantFrom('191212121212', '198302022390', '197501012392', '191212721219');
    const wrong = fc.record({
      number: valid,
      at: fc.integer({ min: 2, max: 11 }),
      by: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(wrong, ({ number, at, by }) => {
        const typed = [...number];
        typed[at] = String((Number(typed[at]) + by) % 10);
        expect(opened('2021-12-08', { personNumber: number })).toEqual([]);
        expect(opened('2021-12-08', { personNumber: typed.join('') })).toEqual(['0.personNumber']);
      }),
    );
  });

  it('may be anything: nothing of it is a fault of the system', () => {
    const day = '2021-12-08';
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        for (const data of [
          { household: one },
          { household: { members: one } },
          { household: { members: [one] } },
        ])
          expect(told('open', data, day)).toBeInstanceOf(Array);
        expect(told('memberJoins', { person: one, on: other }, day)).toBeInstanceOf(Array);
        expect(told('updateHousehold', { members: [one, other] }, day, record())).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('somebody who joins', () => {
  it('was a child on the day on which they came, though they have grown up by the time it is told', () => {
    const person = { born: '2003-12-01', adult: false };
    expect(joins(person, '2021-11-30', '2021-12-08')).toEqual([]);
    expect(joins(person, '2021-12-01', '2021-12-08')).toEqual(['person.adult']);
    expect(joins({ ...person, adult: true }, '2021-11-30', '2021-12-08')).toEqual([]);
  });

  it('came on the day of birth at the earliest', () => {
    const newborn = { born: '2021-12-01', adult: false };
    expect(joins(newborn, '2021-12-01', '2021-12-08')).toEqual([]);
    expect(joins(newborn, '2021-11-30', '2021-12-08')).toEqual(['person.born']);
  });
});

describe('a change of somebody known', () => {
  const day = '2021-12-08';
  const child = { born: '2003-12-08', adult: false, from: null, to: null };

  it('is judged with what is known, and what it leaves as it was is not', () => {
    expect(changes({ adult: true }, { ...child, born: '2010-01-01' }, day)).toEqual(['members.0.adult']);
    expect(changes({ born: '1990-01-01' }, child, day)).toEqual(['members.0.adult']);
    expect(changes({ name: 'Ny' }, child, day)).toEqual([]);
    expect(changes({ adult: true }, child, day)).toEqual([]);
    expect(changes({ born: '2099-01-01' }, child, day)).toEqual(['members.0.born']);
  });

  it('of a child who has left is judged by the last day at home', () => {
    expect(changes({ born: '2003-12-07' }, { ...child, to: '2020-01-01' }, day)).toEqual([]);
    expect(changes({ born: '1999-12-07' }, { ...child, to: '2020-01-01' }, day)).toEqual(['members.0.adult']);
  });

  it('whose birth date is not kept any more is taken as it is', () => {
    expect(changes({ adult: true }, { ...child, born: null }, day)).toEqual([]);
  });
});

it('what has been so since a day has been so since one that has come', () => {
  const since = { registeredSince: '2021-12-09', insecureSince: '2021-12-08' };
  expect(told('open', { household: since }, '2021-12-08').map(([path]) => path)).toEqual([
    'household.registeredSince',
  ]);
  expect(told('updateHousehold', since, '2021-12-07').map(([path]) => path)).toEqual([
    'registeredSince',
    'insecureSince',
  ]);
});
