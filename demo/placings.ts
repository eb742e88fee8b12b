/** Which family signs for which kind of flat, and when: the months' numbers laid out in days. */
import type { Chance } from './chance.js';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  workdayFrom,
  workdayUntil,
  workdaysBetween,
  LAST,
  type Day,
} from './days.js';
import { CUT_OFFS } from './months.js';

/** Where the flat comes from. */
export type Channel = 'facility' | 'agency';

/** A lease signed by a family, and when it moved in; `movedIn` null when nobody recorded it. */
export interface Placing {
  readonly channel: Channel;
  readonly signedOn: Day;
  readonly leaseStart: Day;
  readonly leaseEnd: Day;
  readonly movedIn: Day | null;
}

/** The first day of the stay, as the reports count it. */
export const startOf = ({ movedIn, leaseStart }: Placing): Day => movedIn ?? leaseStart;

/** The last permitted day of a stay. */
export const limitOf = (placing: Placing): Day => addMonths(startOf(placing), 60);

/** The most days from signing to moving in. */
const MOST = 20;

/** So many placings of one month, in order of signing. Before a cut-off all have moved in by the end of the month. */
export function placingsIn(month: string, channel: Channel, count: number, chance: Chance): Placing[] {
  const end = earlier(endOfMonth(month), LAST);
  const mustBeIn = CUT_OFFS.includes(month) || end === LAST;
  const last = mustBeIn ? addDays(end, end === LAST ? -4 : -9) : end;
  const days = workdaysBetween(firstDay(month, channel), last);
  const signed = Array.from({ length: count }, () => chance.pick(days)).sort();
  return signed.map((day) => placing(channel, day, mustBeIn ? end : LAST, chance));
}

/** When a facility opens its flats are offered first, and signed for some weeks later. */
const FIRST_DAYS: Readonly<Record<string, Day>> = { '2020-02': '2020-02-17', '2020-09': '2020-09-15' };

function firstDay(month: string, channel: Channel): Day {
  return (channel === 'facility' ? FIRST_DAYS[month] : undefined) ?? `${month}-01`;
}

/** A lease signed on a day, the move some days later, by `by` at the latest. */
export function placing(channel: Channel, signedOn: Day, by: Day, chance: Chance): Placing {
  const latest = earlier(by, addDays(signedOn, MOST));
  const leaseStart = earlier(workdayFrom(addDays(signedOn, chance.int(2, 14))), workdayUntil(latest));
  const moved = earlier(addDays(leaseStart, chance.holds(0.15) ? chance.int(1, 4) : 0), workdayUntil(latest));
  const leaseEnd = addDays(addMonths(leaseStart, 24), -1);
  return {
    channel,
    signedOn,
    leaseStart,
    leaseEnd,
    movedIn: chance.holds(0.03) ? null : workdayUntil(moved),
  };
}

/** A family's last day in its flat, and where it went. */
export interface Departure {
  readonly on: Day;
  readonly outcome: string;
}

const OUTCOMES = {
  'own-lease': 52,
  'own-other': 11,
  'shis-other': 8,
  'other-municipality': 9,
  care: 2,
  'evicted-rent': 3,
  'evicted-other': 1,
  insecure: 5,
  deceased: 1,
  unknown: 8,
} as const;

/** The days on which families leave in a month, and where to. */
export function departuresIn(month: string, count: number, chance: Chance): Departure[] {
  const days = workdaysBetween(`${month}-01`, earlier(`${month}-27`, LAST));
  return Array.from({ length: count }, () => chance.pick(days))
    .sort()
    .map((on) => ({ on, outcome: chance.weighted(OUTCOMES) }));
}

/** Whether a stay may end on a day: hardly anybody leaves in the first five months. */
export const mayLeave = (start: Day, on: Day): boolean => daysBetween(start, on) >= 150;

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
