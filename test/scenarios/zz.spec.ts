import fc from 'fast-check';
import { World } from '../support/world.js';
import type { Happening } from './happenings.js';
import { RandomTown } from './random-town.js';
const BEGINS = '2020-02-03T09:00';
const k = (w: number, v: Happening['kind']) => ({ weight: w, arbitrary: fc.constant(v) });
const kind = fc.oneof(
  k(36, 'plausible'),
  k(4, 'late'),
  k(7, 'absurd'),
  k(5, 'denied'),
  k(2, 'again'),
  k(1, 'altered'),
  k(1, 'stale'),
  k(2, 'open'),
  k(6, 'time'),
);
const number = fc.nat(9_999);
const happening = fc.record({ kind, who: number, where: number, what: number, data: number });
it('explores', async () => {
  const muts: Record<string, (w: any) => any> = {
    release: (w) => (w.name === 'offer' ? { ...w, effects: { ...w.effects, releaseFlat: () => [] } } : w),
    giveBack: (w) => (w.name === 'tenancy' ? { ...w, effects: { ...w.effects, giveBackFlat: () => [] } } : w),
    booked: (w) =>
      w.name === 'dwelling'
        ? { ...w, updates: { ...w.updates, let: (s: any) => ({ ...w.updates.let(s), booked: false }) } }
        : w,
    noTenancy: (w) =>
      w.name === 'referral'
        ? {
            ...w,
            guards: { ...w.guards, noTenancyIsOpen: { ...w.guards.noTenancyIsOpen, holds: () => true } },
          }
        : w,
    freeTransfer: (w) =>
      w.name === 'tenancy' ? { ...w, effects: { ...w.effects, freeTransferFlat: () => [] } } : w,
  };
  const world = await World.open({ at: BEGINS, as: muts[process.env.MUT ?? ''] ?? ((w) => w) });
  const T: Record<string, [number, number]> = {};
  const wrap = (o: any, name: string) => {
    const f = o[name].bind(o);
    o[name] = async (...a: any[]) => {
      const t = performance.now();
      try {
        return await f(...a);
      } finally {
        const e = (T[name] ??= [0, 0]);
        e[0]++;
        e[1] += performance.now() - t;
      }
    };
  };
  wrap(world, 'written');
  wrap(world, 'sweep');
  wrap(world.engine, 'execute');
  wrap(world.engine.thinking, 'answers');
  wrap(world.engine.ports.lookup, 'read');
  const all = fc.sample(
    fc.array(happening, {
      minLength: Number(process.env.MIN ?? 60),
      maxLength: Number(process.env.MAX ?? 90),
    }),
    { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.N ?? 30) },
  );
  const faults: Record<string, number> = {};
  const first: Record<string, string> = {};
  const counts: Record<string, number> = {};
  let n = 0;
  const t = performance.now();
  for (const one of all) {
    world.set(BEGINS);
    const here = new RandomTown(world);
    try {
      await here.begin();
      for (const x of one) {
        await here.happen(x);
        n++;
      }
      for (const f of await here.faults()) {
        const key = f
          .replace(/[0-9a-z]{11}(\/\d+)?/g, 'X')
          .replace(/\d\d\d\d-\d\d-\d\d/g, 'D')
          .slice(0, 300);
        faults[key] = (faults[key] ?? 0) + 1;
        first[key] ??= f + '\n' + here.log.join('\n');
      }
      await here.end();
    } catch (e) {
      const key = String((e as Error).stack).slice(0, 600);
      faults[key] = (faults[key] ?? 0) + 1;
      first[key] ??= here.log.join('\n');
    }
    for (const [what, m] of Object.entries(here.counts)) counts[what] = (counts[what] ?? 0) + m;
  }
  const ms = performance.now() - t;
  const kinds = await world.pool.query(
    `select workflow, state, count(*)::int as n from process group by 1,2 order by 1,2`,
  );
  const v = await world.verify();
  process.stderr.write(
    JSON.stringify(
      {
        n,
        ms,
        T,
        cpu: process.cpuUsage(),
        counts,
        faults,
        v: { ok: v.ok, counts: v.counts, f: v.findings.slice(0, 5) },
      },
      null,
      1,
    ) +
      '\n' +
      kinds.rows.map((r) => Object.values(r).join(' ')).join(', ') +
      '\n',
  );
  if (process.env.SHOW)
    for (const [key, f] of Object.entries(first))
      if (key.includes(process.env.SHOW)) process.stderr.write('-----\n' + f + '\n');
  await world.close();
}, 900_000);
