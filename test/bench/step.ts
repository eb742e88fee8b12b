import type { Pool } from 'pg';
import type { Engine } from '../../src/engine/engine.js';
import { benchEngine, openFiles, takeStep } from './bench-engine.js';
import { prepareReference, referenceStep } from './reference.js';
import { alternate } from './rounds.js';
import { atLeast, atMost, type Line } from './table.js';

const CASES = 10_000;
const BAR = 0.8;
const P50_BAR = 1.3;

/** The whole engine step beside the hand-written reference, at 1, 8 and 32 callers. */
export async function measureStep(pool: Pool): Promise<Line[]> {
  await prepareReference(pool, CASES);
  const engine = benchEngine(pool);
  const files = await openFiles(engine, CASES);
  await warmUp(pool, engine, files);
  await pool.query('analyze');
  const lines: Line[] = [];
  for (const callers of [1, 8, 32]) {
    const own = (caller: number, n: number) => caller + ((n * callers) % (CASES - (CASES % callers)));
    const [reference, whole] = await alternate(
      [
        { name: 'reference', run: (caller, n) => referenceStep(pool, own(caller, n)) },
        { name: 'engine', run: (caller, n) => takeStep(engine, files[own(caller, n)] as string) },
      ],
      callers,
    );
    if (reference === undefined || whole === undefined) throw new Error('nothing was measured');
    const detail = `${whole.perSecond.toFixed(0)}/s, p50 ${whole.p50Ms.toFixed(2)} ms; reference ${reference.perSecond.toFixed(0)}/s, p50 ${reference.p50Ms.toFixed(2)} ms`;
    if (callers === 1)
      lines.push(atMost('step, 1 caller, p50', whole.p50Ms / reference.p50Ms, P50_BAR, detail));
    else lines.push(atLeast(`step, ${callers} callers`, whole.perSecond / reference.perSecond, BAR, detail));
  }
  return lines;
}

/** Both ways so often that Node has compiled them: a server runs for weeks, and a caller alone takes too few steps. */
async function warmUp(pool: Pool, engine: Engine, files: readonly string[]): Promise<void> {
  const both = (index: number) =>
    Promise.all([referenceStep(pool, index), takeStep(engine, files[index] as string)]);
  for (let done = 0; done < CASES; done += 8)
    await Promise.all(Array.from({ length: 8 }, (_, caller) => both(done + caller)));
}
