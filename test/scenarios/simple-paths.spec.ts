import type { Lookups, Step, Stored, Workflow } from '../../workflows/definition.js';
import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import housingFirst from '../../workflows/housing-first/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import supportedHousing from '../../workflows/supported-housing/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { dayOf } from '../../src/domain/zone.js';
import { bind, mayTake, open, take, type Chart } from '../../src/engine/chart.js';
import { dueKey } from '../../src/engine/chart-leaves.js';
import { deriveDeadlines } from '../../src/engine/deadlines.js';
import { policyOn } from '../../src/engine/policy.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { stockholm } from '../support/world.js';
import { plausible, type Hand } from './plausible.js';

/** A process on its own, by its chart alone: how it stands, and what time it is. */
interface Point {
  readonly stored: Stored;
  readonly now: string;
}
/** A region, the openings from which its simple paths begin, and what is remembered at the start beside them. */
interface Region {
  readonly workflow: Workflow;
  /** Null for a chart without regions. */
  readonly name: string | null;
  readonly openings: readonly object[];
  readonly remembers?: object;
  /** Whose the flat is that is looked up, when it is not SHIS’s own. */
  readonly flat?: Lookups['dwelling'];
}

const FLAT = { ref: 'flat/1' };
const BEGINS = stockholm('2021-01-04T09:00');
const known: Lookups = {
  household: {
    adults: 1,
    childrenUnder18AtHome: 2,
    registeredSince: '2013-05-01',
    insecureHousing: true,
    rooms: 3,
  },
  stays: [],
  freeFacilityDwellings: [],
  handlers: {},
  openProcesses: {},
  proposal: null,
  dwelling: {
    source: 'facility',
    rooms: 3,
    rent: 9000,
    state: 'proposed',
    company: null,
    lessee: null,
    keeper: null,
  },
  responsible: null,
  carried: null,
  staysThere: [],
  elsewhere: false,
};
const lease = (signedOn: string) => ({
  dwelling: FLAT,
  channel: 'facility',
  signedOn,
  leaseStart: '2021-01-15',
  leaseEnd: '2023-01-14',
  rent: 9000,
});
const agencys: Lookups['dwelling'] = {
  ...{ source: 'agency', rooms: 3, rent: 9000, state: 'proposed', company: 'stockholmshem' },
  lessee: null,
  keeper: null,
};
const flats = [facilityFlat('A 1', 3), agencyFlat('B 1', 3)];
const leases = [lease('2021-01-04'), lease('2013-01-04')];
const regions: readonly Region[] = [
  { workflow: agencyRequest, name: null, openings: [{ rooms: 3 }] },
  {
    workflow: offer,
    name: null,
    openings: [
      { dwelling: FLAT, purpose: 'new' },
      { dwelling: FLAT, purpose: 'transfer' },
    ],
  },
  { workflow: referral, name: 'stage', openings: [{}] },
  { workflow: referral, name: 'stage', openings: [{}], remembers: { refusals: 2 } },
  { workflow: referral, name: 'hold', openings: [{}] },
  { workflow: supportedHousing, name: null, openings: [{ kind: 'trial' }], flat: agencys },
  {
    workflow: housingFirst,
    name: null,
    openings: [{}],
    remembers: { caseManager: 'someone' },
    flat: agencys,
  },
  { workflow: dwelling, name: 'stock', openings: flats },
  { workflow: dwelling, name: 'service', openings: flats },
  { workflow: tenancy, name: 'lease', openings: leases },
  { workflow: tenancy, name: 'limit', openings: leases },
  { workflow: tenancy, name: 'followUp', openings: leases },
];
/** Regions stand here when the process has not begun or is over; nobody is meant to be left in them. */
const transient = /(^|\.)(opening|placing)$/;

describe('every simple path of a region, by its chart alone', () => {
  it.each(regions)('$workflow.name $name', (region) => {
    const walk = new Walk(region);
    const leaves = [...walk.chart.leaves.keys()].filter(
      (leaf) => inRegion(region, leaf) && !transient.test(leaf),
    );
    walk.all();
    expect(walk.paths).toBeGreaterThan(0);
    const missed = leaves.filter((leaf) => !walk.reached.has(leaf));
    // The third refusal leads to the review, and the first two do not: two starts reach both.
    expect(missed).toEqual(
      region.workflow === referral && region.name === 'stage' && !region.remembers ? ['stage.review'] : [],
    );
  });
});

const inRegion = ({ name }: Region, leaf: string): boolean => name === null || leaf.startsWith(`${name}.`);

/** Goes every way through one region that comes to no leaf twice, and looks at the process after each step. */
class Walk {
  readonly chart: Chart;
  readonly reached = new Set<string>();
  paths = 0;

  constructor(private readonly region: Region) {
    this.chart = bind(region.workflow);
  }

  all(): void {
    for (const data of this.region.openings) {
      const step = this.step('open', this.region.workflow.open.schema.parse(data), BEGINS);
      const { stored } = open(this.chart, step);
      const context = { ...stored.context, ...this.region.remembers };
      this.on({ stored: { ...stored, context }, now: BEGINS }, []);
    }
  }

  private on(point: Point, been: readonly string[]): void {
    const here = this.leaf(point.stored);
    sound(this.chart, point.stored);
    this.reached.add(here);
    const further = this.ways(point).filter(({ stored }) => ![...been, here].includes(this.leaf(stored)));
    if (further.length === 0) this.paths++;
    for (const next of further) this.on(next, [...been, here]);
  }

  private leaf({ entered }: Stored): string {
    return Object.keys(entered).find((leaf) => inRegion(this.region, leaf)) ?? '';
  }

  private ways(point: Point): Point[] {
    const due = deriveDeadlines(this.chart, 1, point.stored).filter(({ moves }) => moves);
    const passed = due.map(({ name, key, at }) =>
      this.taken(point, this.step(name, {}, at > point.now ? at : point.now, 'deadline'), key),
    );
    const events = Object.keys(this.region.workflow.events).flatMap((type) => this.sent(point, type));
    return [...passed, ...events].flatMap((next) => next ?? []);
  }

  /** An event with some different data; those that lead to the same leaf are one way. */
  private sent(point: Point, type: string): Point[] {
    const { schema } = this.region.workflow.events[type] as { schema: Workflow['open']['schema'] };
    const found = new Map<string, Point>();
    for (let seed = 0; seed < 4; seed++) {
      const next = this.taken(point, this.step(type, plausible(schema, this.hand(point, seed)), point.now));
      if (next !== undefined && !found.has(this.leaf(next.stored))) found.set(this.leaf(next.stored), next);
    }
    return [...found.values()];
  }

  private taken({ stored }: Point, step: Step, timer = step.type): Point | undefined {
    if (mayTake(this.chart, stored, step, true, timer).kind !== 'allowed') return undefined;
    const next = take(this.chart, stored, step, timer).stored;
    return { stored: JSON.parse(JSON.stringify(next)) as Stored, now: step.meta.occurredAt };
  }

  private hand({ now }: Point, seed: number): Hand {
    let turn = seed;
    return {
      today: dayOf(now),
      choose: (from) => from[turn++ % from.length] as never,
      options: (pick) => {
        if (pick.from === 'reason')
          return (this.region.workflow.reasons?.[pick.list] ?? []).map(({ code }) => code);
        return pick.from === 'process' ? [FLAT] : ['someone'];
      },
    };
  }

  private step(type: string, data: object, at: string, cause: Step['meta']['cause'] = 'person'): Step {
    const who = { by: 'someone', role: 'administrator', orgKind: 'shis' as const, organisation: 'shis' };
    const meta = { occurredAt: at, recordedAt: at, day: dayOf(at), ...who, cause };
    const policy = policyOn(this.region.workflow, meta.day);
    const refs = { self: { ref: 'family/2' }, parent: { ref: 'family/1' } };
    const dwelling = this.region.flat ?? known.dwelling;
    return { type, data: data as Step['data'], known: { ...known, dwelling }, policy, meta, ...refs };
  }
}

/** One leaf in each region, each where a process may stand; and exactly the timers that these leaves set. */
function sound(chart: Chart, stored: Stored): void {
  const leaves = Object.keys(stored.entered);
  const roots = Object.keys(chart.machine.root.states);
  const parts = chart.workflow.primary === undefined ? 1 : roots.length;
  expect(leaves).toHaveLength(parts);
  expect(leaves.filter((leaf) => chart.workflow.states[leaf] === undefined)).toEqual([]);
  const timers = leaves.flatMap((leaf) => Object.values(chart.leaves.get(leaf)?.timers ?? {}));
  const terms = leaves.filter((leaf) => chart.workflow.states[leaf]?.due !== undefined).map(dueKey);
  expect(Object.keys(stored.since).sort()).toEqual([...timers, ...terms].sort());
}
