/** The districts' forecasts of 2021, and the rounds of the survey. Totals are the source's; the days, and who answered what together, are invented. */
import { Chance } from './chance.js';
import { type Day } from './days.js';

/** A line of a register. */
type Line = Readonly<Record<string, unknown>>;

const line = (register: string, at: Day, data: object): Line => ({ register, at, data });

/** From the fewest to the most families that each district expected to refer in 2021; together 65–95. */
const FORECAST: Readonly<Record<string, readonly [low: number, high: number]>> = {
  farsta: [7, 10],
  skarpnack: [4, 6],
  'enskede-arsta-vantor': [9, 13],
  'hagersten-alvsjo': [7, 10],
  skarholmen: [7, 10],
  'rinkeby-kista': [8, 11],
  'spanga-tensta': [6, 9],
  'hasselby-vallingby': [8, 11],
  bromma: [3, 5],
  sodermalm: [2, 3],
  kungsholmen: [1, 2],
  norrmalm: [1, 2],
  ostermalm: [2, 3],
};

/** The part of the families that are of each size; invented. A district that expected few named the commonest sizes only. */
const SIZES = { '2-3': 0.55, '4-5': 0.35, '6-more': 0.1 } as const;

/** A number of families by size: whole ones, largest remainders first, so that they come to the number. */
function bySize(count: number): number[] {
  const parts = Object.values(SIZES).map((part) => part * count);
  const whole = parts.map(Math.floor);
  const order = parts.map((part, at) => [part % 1, at] as const).sort(([one], [other]) => other - one);
  const left = count - whole.reduce((sum, one) => sum + one, 0);
  for (const [, at] of order.slice(0, left)) whole[at] = (whole[at] as number) + 1;
  return whole;
}

/** Handed in late in 2020, by size of household. The unit for the homeless was asked too, and stands outside the sum. */
export const forecastLines = (): Line[] =>
  Object.entries({ ...FORECAST, hemlosa: [2, 4] as const }).flatMap(([district, [fewest, most]]) => {
    const [lows, more] = [bySize(fewest), bySize(most - fewest)];
    return Object.keys(SIZES).flatMap((size, at) => {
      const low = lows[at] as number;
      const high = low + (more[at] as number);
      const told = { year: 2021, district, form: 'transitional', size, low, high };
      return high === 0 ? [] : [line('forecast', '2020-11-27', told)];
    });
  });

/** How the families of 2021 lived that were not newly arrived: 300. */
const SITUATIONS = {
  'shis-family': 146,
  'shis-newly-arrived': 27,
  hotel: 10,
  lodger: 19,
  trial: 15,
  emergency: 14,
  training: 25,
  hostel: 7,
  'apartment-hotel': 6,
  sheltered: 17,
  care: 4,
  unknown: 10,
} as const;
/** Of the 133 newly arrived 89 percent lived with SHIS: 118. The others are invented. */
const NEWLY_ARRIVED = { 'shis-newly-arrived': 118, lodger: 6, hotel: 3, hostel: 3, unknown: 3 } as const;
/** 195 of the 300 were a woman alone with her children; the rest is invented. */
const TYPES = { 'single-woman': 195, couple: 78, 'single-man': 15, other: 7, unknown: 5 } as const;
const TYPES_NEWLY_ARRIVED = {
  couple: 71,
  'single-woman': 44,
  other: 10,
  'single-man': 6,
  unknown: 2,
} as const;
const CAUSES = { structural: 55, social: 35, unknown: 10 } as const;

/** Each key as often as its number says. */
const each = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([key, count]) => Array.from({ length: count }, () => key));

const DAY: Day = '2021-04-30';

function responses(
  newlyArrived: boolean,
  situations: Readonly<Record<string, number>>,
  types: Readonly<Record<string, number>>,
): Line[] {
  const chance = new Chance(`survey ${newlyArrived}`);
  const deck = chance.shuffled(each(types));
  return each(situations).map((situation, at) =>
    line('surveyResponse', DAY, {
      round: 2021,
      situation,
      newlyArrived,
      householdType: deck[at],
      cause: chance.weighted(CAUSES),
    }),
  );
}

/** 2017 and 2019 are known by their totals alone: 43 percent of an unknown number, and 60 of 364. */
export const surveyLines = (): Line[] => [
  line('surveyRound', '2017-06-01', { year: 2017, date: '2017-04-30', families: null, lastingShare: 43 }),
  line('surveyRound', '2019-06-03', { year: 2019, date: '2019-04-30', families: 364, lastingShare: 60 }),
  line('surveyRound', DAY, { year: 2021, date: DAY }),
  ...responses(false, SITUATIONS, TYPES),
  ...responses(true, NEWLY_ARRIVED, TYPES_NEWLY_ARRIVED),
];
