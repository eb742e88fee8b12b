import { noteIncident } from '../../src/engine/incidents.js';
import { checks } from '../../src/files/checks.queries.js';
import { Registry } from '../../src/engine/registry.js';
import { createPool } from '../../src/platform/database.js';
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

  it('names no number of a protected family’s file, whatever is the matter with it', async () => {
    const { pool, registry, engine, directory } = world.runtime;
    const owner = createPool(world.url, { max: 1 });
    const now = '2021-02-03T15:00:00.000Z';
    const { rows } = await owner.query<{ id: string }>(`select id from case_file where kind = 'household'`);
    const files = rows.map(({ id }) => id);
    const by = await directory.person('farsta.handlaggare', now);
    if (by === null) throw new Error('nobody');
    const data = { kind: 'sekretessmarkering', handlers: ['farsta.handlaggare'] };
    for (const file of files) {
      const command = {
        id: `hide-${file}`,
        by,
        asked: { event: 'setProtection', file, data },
        recordedAt: now,
      };
      expect(await engine.execute(command)).toMatchObject({ ok: true });
    }
    const [file = ''] = files;
    await noteIncident(pool, { file, subject: 'file', code: 'error', message: 'TypeError' }, now);
    await owner.query(
      `insert into outbox (file_id, key, process, whom, template, created_at, attempts, next_try)
       values ($1, '9.0', 1, 'shis', 'overdue', $2, 3, $2)`,
      [file, now],
    );
    const none = new Registry([], registry.allKinds());
    const found = [...(await checks(pool, none, now)), ...(await checks(pool, registry, NOW))];
    const examples = (name: string) =>
      found.filter((one) => one.name === name).flatMap((one) => one.examples);
    expect(examples('incidents')).toContain('protected file [error]');
    expect(examples('failed-messages')).toContain('protected overdue → shis');
    for (const name of ['unknown-versions', 'overdue-timers'])
      expect(examples(name).some((one) => one.includes('protected/1'))).toBe(true);
    expect(files.filter((one) => JSON.stringify(found).includes(one))).toEqual([]);
    await owner.end();
  });
});
