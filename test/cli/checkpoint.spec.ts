import { checkProof } from '../audit/check-proof.js';
import { story } from '../casebook/story.js';
import { bookWorld, type BookWorld } from '../casebook/world.js';
import { calledHere, husrum } from './husrum.js';

let world: BookWorld;
let event = '';
beforeAll(async () => {
  world = await bookWorld();
  await world.take(story);
  const { rows } = await world.runtime.pool.query<{ id: string }>(
    `select file_id || ':' || seq as id from event order by file_id, seq limit 1`,
  );
  event = rows[0]?.id ?? '';
}, 60_000);
afterAll(() => world.close());

describe('husrum checkpoint and husrum prove', () => {
  it('sign where all chains end, and print a proof that can be checked without the program', async () => {
    expect(await calledHere(world.environment, 'prove', event)).toMatchObject({ code: 1, out: '' });
    const made = await husrum(world.environment, 'checkpoint');
    expect([made.code, JSON.parse(made.out).body]).toMatchObject([0, { number: 1, before: null }]);
    const proven = await husrum(world.environment, 'prove', event);
    expect([proven.code, checkProof(proven.out)]).toEqual([0, null]);
    expect(await calledHere(world.environment, 'prove', 'nonsense')).toMatchObject({ code: 1 });
    const log = await calledHere(world.environment, 'access-log', '--file', event.slice(0, 11));
    expect(log.out).toContain('läste beviset för en händelse');
    expect((await calledHere(world.environment, 'verify')).code).toBe(0);
  });
});

it('husrum cull puts forward what is due, and takes nothing away by itself', async () => {
  const { pool } = world.runtime;
  const keys = 'select count(*)::int as n from file_key';
  const before = await pool.query(keys);
  const called = (...more: string[]) => calledHere(world.environment, 'cull', '--format', 'json', ...more);
  const dry = JSON.parse((await called('--dry-run')).out);
  expect(dry).toMatchObject({ proposals: [] });
  const { code, out } = await called();
  expect([code, JSON.parse(out).proposals.length]).toEqual([0, dry.organisations.length]);
  expect((await pool.query(keys)).rows).toEqual(before.rows);
  expect(JSON.parse((await called()).out)).toMatchObject({ organisations: [] });
});
