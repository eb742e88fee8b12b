import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { easterSunday, isWorkingDay, publicHolidays } from '../../src/domain/holidays.js';
import { everyDay } from './arbitraries.js';

const sweden = new Holidays('SE');
const EVES = ['midsommarafton', 'julafton', 'nyårsafton'];

/** The oracle has Whit Monday as a mere observance in all years; by lag 2004:1320 it was a holiday up to 2004. */
function ask(year: number) {
  const all = sweden
    .getHolidays(year)
    .map(({ date, name, type }) => ({ day: date.slice(0, 10), name, type }));
  const pick = (take: (entry: (typeof all)[number]) => boolean) => all.filter(take).map(({ day }) => day);
  return {
    public: pick(({ name, type }) => type === 'public' || (name === 'annandag pingst' && year < 2005)),
    eves: pick(({ name }) => EVES.includes(name)),
  };
}

const asked = new Map<number, ReturnType<typeof ask>>();

function oracle(year: number) {
  const answer = asked.get(year) ?? ask(year);
  asked.set(year, answer);
  return answer;
}

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('the Swedish holidays', () => {
  it('are those of date-holidays, 1950 to 2100', () => {
    for (const year of span(1950, 2100)) {
      expect([year, ...publicHolidays(year)]).toEqual([year, ...new Set(oracle(year).public.sort())]);
    }
  });

  it('of 2021 are thirteen, by name', () => {
    expect(publicHolidays(2021)).toEqual([
      '2021-01-01',
      '2021-01-06',
      '2021-04-02',
      '2021-04-04',
      '2021-04-05',
      '2021-05-01',
      '2021-05-13',
      '2021-05-23',
      '2021-06-06',
      '2021-06-26',
      '2021-11-06',
      '2021-12-25',
      '2021-12-26',
    ]);
  });

  it('coincide on Ascension Day 1 May 2008, which is told once', () => {
    expect(publicHolidays(2008).filter((day) => day === '2008-05-01')).toHaveLength(1);
  });

  it('exchanged Whit Monday for the National Day in 2005', () => {
    expect(isWorkingDay('2004-05-31')).toBe(false);
    expect(isWorkingDay('2005-05-16')).toBe(true);
    expect(isWorkingDay('2003-06-06')).toBe(true);
    expect(isWorkingDay('2005-06-06')).toBe(false);
  });

  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2021, '2021-04-04'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
    [2076, '2076-04-19'],
    [2285, '2285-03-22'],
  ])('have Easter Sunday %i on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

describe('a working day', () => {
  it('is Monday to Friday, no holiday and no eve, on every day 2015 to 2035', () => {
    const off = new Set(
      span(2015, 2035)
        .map(oracle)
        .flatMap((year) => [...year.public, ...year.eves]),
    );
    for (const day of everyDay(2015, 2035)) {
      const working = Temporal.PlainDate.from(day).dayOfWeek <= 5 && !off.has(day);
      if (isWorkingDay(day) !== working) expect([day, isWorkingDay(day)]).toEqual([day, working]);
    }
  });

  it.each(['2021-06-25', '2021-12-24', '2021-12-31', '2020-12-24', '2024-06-21'])(
    'is not the eve %s',
    (day) => {
      expect(isWorkingDay(day)).toBe(false);
    },
  );

  it.each(['2021-04-01', '2021-04-30', '2021-11-05', '2022-01-05', '2021-12-23'])(
    'is %s, though many have half of it off',
    (day) => {
      expect(isWorkingDay(day)).toBe(true);
    },
  );
});
