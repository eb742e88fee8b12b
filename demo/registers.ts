/** The register lines that the demo begins with. */
import {
  HALVES,
  MERGED,
  MERGER,
  ORGANISATIONS,
  REFERRERS,
  otherStaff,
  referringStaff,
  type Colleague,
} from './cast.js';
import { addDays, type Day } from './days.js';
import { dialogueLog } from './dialogue.js';
import { forecastLines, surveyLines } from './surveys.js';
import { FACILITIES } from './facilities.js';

/** A line of a register. */
export type RegisterLine = Readonly<Record<string, unknown>>;

/** Before the first case. */
const BEGINNING: Day = '2015-01-01';
/** The boards as they stood until the merger, since this day. */
const BOARDS_SINCE: Day = '2007-01-01';
/** When the merger was made known to the registers. The day is invented. */
const MERGER_DECIDED: Day = '2020-02-03';
const NAMES: Readonly<Record<(typeof HALVES)[number], string>> = {
  'hagersten-liljeholmen': 'Hägersten-Liljeholmen',
  alvsjo: 'Älvsjö',
};

const line = (register: string, at: Day, data: object): RegisterLine => ({ register, at, data });
const person = (at: Day, data: Colleague, to?: Day): RegisterLine =>
  line('person', at, to === undefined ? data : { ...data, to });

/** Goals as the council set them for 2020 (three forms together, two of them, one) and 2021. The days are invented. */
const goals = (): RegisterLine[] => {
  const goal = (at: Day, year: number, forms: readonly string[], flats: number): RegisterLine =>
    line('goal', at, { year, forms, goal: flats });
  const [shis, others] = ['transitional', ['supported-housing', 'housing-first']] as const;
  return [
    goal('2019-12-02', 2020, [...others, shis], 500),
    goal('2019-12-02', 2020, others, 400),
    goal('2019-12-02', 2020, [shis], 100),
    goal('2020-11-30', 2021, ['supported-housing'], 400),
    goal('2020-11-30', 2021, [shis], 150),
    goal('2020-11-30', 2021, ['housing-first'], 50),
  ];
};

/** The two halves end the day before the merged district begins, and their people with them. */
const merger = (): RegisterLine[] => {
  const to = addDays(MERGER, -1);
  return [
    ...HALVES.flatMap((code) => [
      line('district', BOARDS_SINCE, { code, name: NAMES[code], from: BOARDS_SINCE }),
      ...referringStaff(code).map((one) => person(BEGINNING, one, to)),
    ]),
    line('district', MERGER_DECIDED, { code: MERGED, name: 'Hägersten-Älvsjö', from: MERGER }),
    ...HALVES.map((code) =>
      line('district', MERGER_DECIDED, {
        code,
        name: NAMES[code],
        from: BOARDS_SINCE,
        to,
        successor: MERGED,
      }),
    ),
    ...referringStaff(MERGED).map((one) => person(MERGER, one)),
  ];
};

/** A colleague with a second post, and one who stands in for a manager over Christmas. The days are invented. */
const furtherPosts = (): RegisterLine[] => [
  line('assignment', BEGINNING, {
    login: 'boendeenheten.chef',
    organisation: 'hemlosa',
    role: 'manager',
    from: '2020-02-03',
  }),
  line('cover', '2021-11-29', {
    login: 'farsta.handlaggare2',
    for: 'farsta.chef',
    from: '2021-12-01',
    to: '2022-01-09',
  }),
];

/** Everything that stands in the registers, in an order in which each line finds what it names. */
export function registerLines(): RegisterLine[] {
  const others = REFERRERS.filter(({ code }) => code !== MERGED);
  return [
    ...ORGANISATIONS.map(([code, kind, name]) => line('organisation', BEGINNING, { code, kind, name })),
    ...others
      .filter(({ code }) => code !== 'hemlosa')
      .map(({ code, name }) => line('district', BOARDS_SINCE, { code, name, from: BOARDS_SINCE })),
    ...others.flatMap(({ code }) => referringStaff(code).map((one) => person(BEGINNING, one))),
    ...merger(),
    ...otherStaff().map((one) => person(BEGINNING, one)),
    ...FACILITIES.map(({ code, name, from }) => line('facility', BEGINNING, { code, name, from })),
    ...goals(),
    ...forecastLines(),
    ...surveyLines(),
    ...dialogueLog().map(([at, data]) => line('dialogue', at, data)),
    ...furtherPosts(),
  ];
}
