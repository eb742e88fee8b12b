/** The follow-ups of one stay: most in time, some late, a few not held. */
import type { Chance } from '../chance.js';
import { addMonths, workdays, workdayFrom, LAST, type Day } from '../days.js';
import type { Family } from '../family.js';
import { HEARD } from '../phrases.js';
import { limitOf, startOf, type Placing } from '../placings.js';
import { inTenancy } from './steps.js';

/** What the follow-ups of a stay depend on. */
export interface During {
  /** The stay's last day, or the day after the book's. */
  readonly until: Day;
  /** Notice was given on this day: a follow-up is wanted at once. */
  readonly notice: Day | null;
  /** Days on which children were born into the family. */
  readonly births: readonly Day[];
}

/** When the pandemic made visits rare. */
const AT_A_DISTANCE: Day = '2020-03-16';

/** Lays out the follow-ups. Each is due by the one held before it, or at once when notice is given. */
export function followUps(family: Family, placing: Placing, during: During): void {
  const chance = family.chance('follow-ups');
  const start = startOf(placing);
  const lastYear = addMonths(limitOf(placing), -12);
  let last = start;
  let due = workdayFrom(addMonths(start, 1));
  for (;;) {
    const planned = dayHeld(chance, due, start);
    const { notice } = during;
    const held = notice !== null && last < notice && notice < planned ? notice : planned;
    if (held >= during.until || held > LAST || isMissed(chance, due)) return;
    hold(family, held, during);
    last = held;
    due = workdayFrom(addMonths(held, held >= lastYear ? 3 : 6));
  }
}

function dayHeld(chance: Chance, due: Day, start: Day): Day {
  const late = chance.holds(0.08);
  const planned = late ? workdays(due, chance.int(2, 18)) : workdays(due, -chance.int(0, 7));
  return planned > start ? planned : due;
}

/** Only of late: whoever was not followed up then is overdue on the last day. */
const isMissed = (chance: Chance, due: Day): boolean => due > '2021-09-20' && chance.holds(0.12);

function hold(family: Family, on: Day, { births }: During): void {
  const chance = family.chance(`follow-up ${on}`);
  const children = family.household.members.filter(({ adult }) => !adult).length;
  const born = births.filter((day) => day < on).length;
  const data = {
    on,
    kind: kindOn(chance, on),
    ownSearch: chance.holds(0.7),
    children: Array.from({ length: children + born }, () => child(chance)),
  };
  family.diary.on(on, () => inTenancy(family, 'recordFollowUp', data, family.handler(on)), 'when-found');
}

function child(chance: Chance): object {
  const heard = chance.holds(0.83);
  return { heard, ...(heard && chance.holds(0.2) ? { how: chance.pick(HEARD) } : {}) };
}

function kindOn(chance: Chance, on: Day): string {
  return on < AT_A_DISTANCE
    ? chance.weighted({ 'home-visit': 70, meeting: 22, phone: 8 })
    : chance.weighted({ 'home-visit': 35, meeting: 12, phone: 25, video: 28 });
}
