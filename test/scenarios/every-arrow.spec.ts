import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import { fileKinds } from '../../workflows/files/index.js';
import housingFirst from '../../workflows/housing-first/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import supportedHousing from '../../workflows/supported-housing/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { Registry } from '../../src/engine/registry.js';
import { stockholm, World } from '../support/world.js';
import { arrowsOf, marked } from './marked-arrows.js';
import { Memory } from './memory.js';
import { searches } from './moves.js';
import { OnTheDatabase } from './on-the-database.js';
import { people } from './people.js';
import { told } from './scene.js';
import { findPaths, type Path } from './shortest-paths.js';

const workflows = [agencyRequest, dwelling, housingFirst, offer, referral, supportedHousing, tenancy];
const BEGINS = '2021-01-04T09:00';

/** Arrows that a household which parts or comes together sets off, in two files: test/journeys/a-family-that-parts, test/workflows/tenancy-limit. */
const BETWEEN_HOUSEHOLDS: readonly string[] = [
  'referral: stage —queueDateKept→ the same',
  'tenancy: lease.upcoming —householdChanged→ the same',
  'tenancy: lease.active —householdChanged→ the same',
  'tenancy: lease.leaseExpired —householdChanged→ the same',
  'tenancy: lease.notice —householdChanged→ the same',
];
/** An arrow that is taken where the city has set a pause after a refusal: test/workflows/referral-offers. */
const BY_OTHER_POLICY = 'referral: hold.going —offer.refused→ hold.paused';
const elsewhere = [BY_OTHER_POLICY, ...BETWEEN_HOUSEHOLDS];
const every = workflows.flatMap(arrowsOf);
const arrows = every.filter((arrow) => !elsewhere.includes(arrow));

describe('the shortest path to every arrow, made on the database', () => {
  let world: World;
  let paths: Map<string, Path>;
  const taken = new Map<Path, ReadonlySet<string>>();

  beforeAll(async () => {
    paths = shortestPaths();
    world = await World.open({ at: BEGINS, as: marked });
    for (const path of longest([...new Set(paths.values())])) {
      world.set(BEGINS);
      const family = new OnTheDatabase(world);
      for (const move of path) await family.make(move);
      taken.set(path, new Set(await family.arrows()));
    }
  }, 300_000);
  afterAll(() => world.close());

  it('there is one for each arrow of each chart, but for those that need a second household or another policy', () => {
    expect(every.filter((arrow) => !paths.has(arrow)).sort()).toEqual([...elsewhere].sort());
  });

  it.each(arrows)('%s', (arrow) => {
    const path = paths.get(arrow) ?? [];
    const [, made] = [...taken].find(([longer]) => isPrefix(path, longer)) ?? [];
    expect({ path: path.map(told), taken: made?.has(arrow) }).toEqual({ path: path.map(told), taken: true });
  });

  it('leave a trail that verifies', async () => {
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  }, 60_000);
});

function shortestPaths(): Map<string, Path> {
  const registry = new Registry(workflows.map(marked), fileKinds);
  const start = Memory.empty(registry, people, stockholm(BEGINS));
  const found = new Map<string, Path>();
  for (const search of searches) findPaths(registry, start, search, found, new Set(arrows));
  return found;
}

/** The paths that are not the beginning of another: to make them is to make all. */
function longest(paths: readonly Path[]): Path[] {
  return paths.filter((path) => !paths.some((other) => other !== path && isPrefix(path, other)));
}

function isPrefix(path: Path, longer: Path): boolean {
  return path.length <= longer.length && path.every((move, n) => same(move, longer[n]));
}

/** Moves are made once and named often, but for the instant that a wait was given. */
const same = (one: Path[number], other: Path[number] | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    'until' in one &&
    'until' in other &&
    one.until === other.until &&
    one.at === other.at);
