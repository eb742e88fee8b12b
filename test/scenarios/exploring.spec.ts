import fc from 'fast-check';
import { World } from '../support/world.js';
import type { Happening } from './happenings.js';
import { RandomTown } from './random-town.js';
const k = (w: number, v: Happening['kind']) => ({ weight: w, arbitrary: fc.constant(v) });
const kind = fc.oneof(k(36,'plausible'),k(4,'late'),k(5,'denied'),k(7,'absurd'),k(2,'again'),k(1,'altered'),k(1,'stale'),k(2,'open'),k(6,'time'));
const number = fc.nat(9_999);
const happening = fc.record({ kind, who: number, where: number, what: number, data: number });
const muts: Record<string, (w: any) => any> = {
  noTenancy: (w) => w.name === 'referral' ? { ...w, guards: { ...w.guards, noTenancyIsOpen: { ...w.guards.noTenancyIsOpen, holds: () => true } } } : w,
  freeTransfer: (w) => w.name === 'tenancy' ? { ...w, effects: { ...w.effects, freeTransferFlat: () => [] } } : w,
};
it('explores', async () => {
  const world = await World.open({ at: '2020-02-03T09:00', as: muts[process.env.MUT ?? ''] ?? ((w) => w) });
  const all = fc.sample(fc.tuple(fc.nat(2), fc.array(happening, { minLength: 90, maxLength: 115 })), { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.N ?? 30) });
  const faults: Record<string, number> = {}; const first: Record<string, string> = {}; let n = 0;
  for (const [stage, one] of all) {
    world.set('2020-02-03T09:00');
    const here = new RandomTown(world);
    try { await here.begin(stage); for (const x of one) { await here.happen(x); n++; }
      for (const f of await here.faults()) { const key = f.replace(/[0-9a-z]{11}(\/\d+)?/g, 'X').slice(0, 300); faults[key] = (faults[key] ?? 0) + 1; first[key] ??= f + '\n' + here.log.join('\n'); } await here.end();
    } catch (e) { const key = String((e as Error).stack).slice(0, 400); faults[key] = (faults[key] ?? 0) + 1; first[key] ??= here.log.join('\n'); }
  }
  const v = await world.verify();
  for (const f of v.findings) { const evs = await world.events(f.file as string); const e = evs.find((x) => x.seq === (f as any).seq); process.stderr.write('EVENT ' + JSON.stringify(f) + '\n' + JSON.stringify(e) + '\n' + JSON.stringify(evs.filter((x) => x.step === e?.step)) + '\n'); }
  process.stderr.write(JSON.stringify({ n, faults, ok: v.ok, c: v.counts, f: v.findings }) + '\n');
  if (process.env.SHOW) for (const [key, f] of Object.entries(first)) process.stderr.write('-----\n' + f + '\n');
  await world.close();
}, 400_000);
