import { bookWorld, type BookWorld } from './world.js';
import { flat, placing, referral, registers, inOrder } from './books.js';

describe('try', () => {
  let world: BookWorld;
  beforeAll(async () => { world = await bookWorld(); });
  afterAll(() => world.close());
  it('small', async () => {
    const book = [...registers, ...inOrder([flat('d-1', '2021-01-10'), ...referral('r-1', '2021-02-01'), ...placing('r-1', 'd-1', '2021-03')])];
    const told = await world.take(book);
    console.log(JSON.stringify(told, null, 1));
    const { rows } = await world.runtime.pool.query('select file_id, number, workflow, states, waits_for from process order by 1,2');
    console.log(rows);
    console.log((await world.runtime.pool.query('select kind, occurred_on::text, recorded_at, state.* from fact, lateral (select form, channel, party, stage, reason, data) state order by recorded_at')).rows);
    const again = await world.take(book);
    console.log(again);
  });
});
