import { freshDatabase } from '../support/database.js';
import { testEngine } from '../support/engine.js';
import { sendAll } from './clients.js';
import { potsAndGivers } from './pots.workflows.js';
import { amiss, chance, oneOf, potsAndGiversIn } from './world.js';
it('x', async () => {
  const db = await freshDatabase();
  const [one, other] = [testEngine(db, { workflows: potsAndGivers }), testEngine(db, { workflows: potsAndGivers })];
  const { pots, givers } = await potsAndGiversIn(one, 3, 5);
  let attempts = 0;
  for (const e of [one, other]) {
    const real = (e.engine as any).attempt.bind(e.engine);
    (e.engine as any).attempt = (...a: any[]) => { attempts++; return real(...a); };
  }
  const random = chance(1);
  const commands = Array.from({ length: 320 }, (_, n) => one.command({ id: `c-${n}`, file: oneOf(givers, random), process: 1, event: 'give', data: { pot: { ref: `${oneOf(pots, random)}/1` }, amount: 1 } }));
  let busy = 0;
  const t = Date.now();
  const { done, refused } = await sendAll([one.engine, other.engine].map((e) => ({ execute: async (c: any) => { const a = await e.execute(c); if ((a as any).code === 'busy') busy++; return a; } })), commands, Number(process.env['CL'] ?? 64));
  console.log({ ms: Date.now() - t, attempts, busy, done: done.size, refused: refused.size });
  const t2 = Date.now();
  expect(await amiss(one)).toEqual([]);
  console.log('verify', Date.now() - t2);
  await one.close(); await other.close(); await db.drop();
}, 120000);
