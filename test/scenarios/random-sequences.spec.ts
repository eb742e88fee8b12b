import fc from 'fast-check';
import { World } from '../support/world.js';
import { RandomTown, type Happening } from './random-town.js';

const BEGINS = '2020-02-03T09:00';
const SEED = 20_200_229;
const TOWNS = 60;

const kind = fc.oneof(
  { weight: 24, arbitrary: fc.constant<Happening['kind']>('plausible') },
  { weight: 4, arbitrary: fc.constant<Happening['kind']>('late') },
  { weight: 7, arbitrary: fc.constant<Happening['kind']>('absurd') },
  { weight: 2, arbitrary: fc.constant<Happening['kind']>('again') },
  { weight: 1, arbitrary: fc.constant<Happening['kind']>('altered') },
  { weight: 1, arbitrary: fc.constant<Happening['kind']>('stale') },
  { weight: 2, arbitrary: fc.constant<Happening['kind']>('open') },
  { weight: 6, arbitrary: fc.constant<Happening['kind']>('time') },
);
const number = fc.nat(9_999);
const happening = fc.record({ kind, who: number, where: number, what: number, data: number });

/** Seeded: the same towns every time. A failure tells the whole story of the smallest town that fails. */
describe('whatever happens to a few households and flats', () => {
  let world: World;
  const counts: Record<string, number> = {};
  let steps = 0;
  beforeAll(async () => {
    world = await World.open({ at: BEGINS });
  });
  afterAll(() => world.close());

  it('keeps every invariant', async () => {
    const town = fc.asyncProperty(fc.array(happening, { minLength: 40, maxLength: 60 }), async (all) => {
      world.set(BEGINS);
      const here = new RandomTown(world);
      await here.begin();
      for (const one of all) await here.happen(one);
      steps += all.length;
      for (const [what, n] of Object.entries(here.counts)) counts[what] = (counts[what] ?? 0) + n;
      const faults = await here.faults();
      if (faults.length > 0) throw new Error([...faults, '', ...here.log].join('\n'));
    });
    await fc.assert(town, { seed: SEED, numRuns: TOWNS, interruptAfterTimeLimit: 100_000 });
  }, 150_000);

  it('has met thousands of steps, taken and refused for every reason', () => {
    process.stderr.write(`${steps} ${JSON.stringify(counts)}\n`);
    expect(steps).toBeGreaterThan(2_000);
  });

  it('leaves a trail that verifies', async () => {
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  }, 60_000);
});
