/** A family's time in its flat: follow-ups, leases, plans, what happens in the family, and how it ends. */
import { addDays, addMonths, workdays, workdayFrom, LAST, type Day } from '../days.js';
import type { Family, Told } from '../family.js';
import { PLANS } from '../phrases.js';
import { limitOf, startOf, type Departure, type Placing } from '../placings.js';
import { followUps } from './follow-up.js';
import { changes } from './household-changes.js';
import { handBack } from './request.js';
import { noteOn } from './referral.js';
import { inTenancy } from './steps.js';

/** A stay, and how it ended if it has. */
export interface Stay {
  readonly placing: Placing;
  readonly departure?: Departure | undefined;
}

/** Tells a stay to its end, or to the last day of the book. */
export function stay(family: Family, { placing, departure }: Stay): void {
  const until = departure === undefined ? addDays(LAST, 1) : departure.on;
  const notice = departure === undefined ? null : giveNotice(family, placing, departure);
  const births = changes(family, startOf(placing), until);
  followUps(family, placing, { until, notice, births });
  renewals(family, placing, notice ?? until);
  exitPlan(family, placing, until);
  troubles(family, startOf(placing), until);
  if (departure !== undefined) leave(family, departure);
}

/** The lease is prolonged to the end of the fourth year, then to the last permitted day. Now and then it is late. */
function renewals(family: Family, placing: Placing, until: Day): void {
  const chance = family.chance('renewals');
  const ends = [placing.leaseEnd, addMonths(placing.leaseEnd, 24), limitOf(placing)];
  for (const [at, end] of ends.slice(0, 2).entries()) {
    const late = chance.holds(0.06);
    const day = late ? workdays(end, chance.int(2, 15)) : workdays(end, -chance.int(4, 30));
    if (day >= until) return;
    const leaseEnd = ends[at + 1] as Day;
    family.diary.on(day, () => inTenancy(family, 'renew', { leaseEnd }));
  }
}

/** Two years before the limit a plan is due; four in five are written in time. */
function exitPlan(family: Family, placing: Placing, until: Day): void {
  const chance = family.chance('exit plan');
  const begins = addMonths(limitOf(placing), -24);
  const day = workdays(workdayFrom(begins), chance.int(5, 75));
  if (chance.holds(0.2) || day >= until) return;
  const plan = chance.pick(PLANS);
  family.diary.on(day, () => inTenancy(family, 'recordExitPlan', { plan }, family.handler(day)));
}

/** Arrears that were settled, and a note. */
function troubles(family: Family, start: Day, until: Day): void {
  const chance = family.chance('troubles');
  const day = workdays(start, chance.int(60, 400));
  if (day >= until) return;
  if (chance.holds(0.06)) {
    const amount = 100 * chance.int(38, 190);
    family.diary.on(day, () => inTenancy(family, 'recordArrears', { amount }));
  }
  if (chance.holds(0.12)) noteOn(family, day);
}

/** Some leave after a notice, their own or the landlord's; the others agree on a day. Returns the day of the notice. */
function giveNotice(family: Family, placing: Placing, { on, outcome }: Departure): Day | null {
  const chance = family.chance('notice');
  const evicted = outcome.startsWith('evicted');
  if (!evicted && (outcome === 'deceased' || !chance.holds(0.2))) return null;
  const day = workdays(on, -chance.int(20, 60));
  if (day <= workdays(startOf(placing), 30)) return null;
  const reason = evicted ? 'arrears' : outcome === 'other-municipality' ? 'moves-away' : 'own-housing';
  const data = { by: evicted ? 'shis' : 'household', reason, moveOut: on };
  family.diary.on(day, () => inTenancy(family, 'giveNotice', data));
  return day;
}

/** The last day: the flat is emptied, made ready or handed back, and a year later somebody asks how it went. */
function leave(family: Family, { on, outcome }: Departure): void {
  const chance = family.chance('leaving');
  const emptied = workdays(on, chance.int(4, 13));
  family.diary.on(on, () => end(family, on, outcome), 'when-found');
  if (emptied <= LAST) family.diary.on(emptied, () => afterEmptying(family));
  if (outcome === 'deceased' || chance.holds(0.2)) return;
  const asked = workdays(workdayFrom(addMonths(on, 12)), -chance.int(1, 8));
  if (asked > LAST) return;
  const finding = chance.weighted(FINDINGS[outcome] ?? FINDINGS.other);
  family.diary.on(asked, () =>
    inTenancy(family, 'followUpAfter', { on: asked, finding }, family.handler(asked)),
  );
}

const FINDINGS: Readonly<Record<string, Record<string, number>>> & { other: Record<string, number> } = {
  'own-lease': { 'still-there': 92, 'moved-on': 4, insecure: 2, 'not-reached': 2 },
  other: { 'still-there': 62, 'moved-on': 14, insecure: 8, 'not-reached': 16 },
};

/** The tenancy ends; the flat waits to be made ready. */
export function end(family: Family, on: Day, outcome: string): Told {
  const flat = family.home;
  flat.state = 'turnaround';
  flat.emptySince = addDays(on, 1);
  family.leaving = flat;
  family.flat = null;
  return inTenancy(family, 'end', { outcome, on });
}

/** The emptied flat is free again, or back with its company. */
export function afterEmptying(family: Family): Told {
  const flat = family.leaving;
  if (flat === null) throw new Error(`${family.name} has left no flat`);
  if (flat.data.source === 'agency') return handBack(flat);
  flat.state = 'available';
  return { by: family.shis, process: flat.name, event: 'ready', data: {} };
}
