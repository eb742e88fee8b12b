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
