import { checks } from '../../src/files/checks.queries.js';
import { Registry } from '../../src/engine/registry.js';
import { flat, referral, registers } from '../casebook/books.js';
import { bookWorld, NOW, type BookWorld } from '../casebook/world.js';

let world: BookWorld;
beforeAll(async () => {
  world = await bookWorld();
  await world.take([...registers, flat('d-1', '2021-01-10'), ...referral('r-1', '2021-02-01')]);
});
afterAll(() => world.close());

const counts = async (registry = world.runtime.registry, now = '2021-02-01T15:00:00.000Z') =>
  Object.fromEntries(
    (await checks(world.runtime.pool, registry, now)).map(({ name, count }) => [name, count]),
  );

describe('the doctor', () => {
  it('finds nothing where all is well', async () => {
    expect(await counts()).toEqual({
      stuck: 0,
      'unknown-versions': 0,
      'unseen-families': 0,
      'overdue-timers': 0,
      incidents: 0,
      'failed-messages': 0,
    });
  });

  it('finds cases in a version that is not here', async () => {
    const { registry } = world.runtime;
    const others = registry.all().filter(({ workflow }) => workflow.name !== 'dwelling');
    const without = new Registry(
      others.map(({ workflow }) => workflow),
      registry.allKinds(),
    );
    expect(await counts(without)).toMatchObject({ 'unknown-versions': 1 });
  });

  it('finds timers that nobody has swept', async () => {
    await world.take([
      ...registers,
      flat('d-1', '2021-01-10'),
      ...referral('r-1', '2021-02-01'),
      { ...(referral('r-2', '2021-02-02')[0] as object) },
    ]);
    expect(await counts(undefined, NOW)).toMatchObject({ 'overdue-timers': 1 });
  });
});
