import type { Pool } from 'pg';
import { benchEngine, go, openFiles, takeStep } from './bench-engine.js';
import { alternate } from './rounds.js';
import { atLeast, type Line } from './table.js';
import { Batch } from '../../src/engine/batch.js';

const CASES = 200;
const EVENTS = 1_000;
const CALLERS = 8;
const BAR = 0.9;

/** The step on files with a thousand events beside the step on new files. */
export async function measureHistory(pool: Pool): Promise<Line[]> {
  const engine = benchEngine(pool);
  const old = await openFiles(engine, CASES);
  const batch = new Batch(engine);
  for (let n = 0; n < EVENTS; n++) for (const file of old) await batch.take(go(file));
  await batch.flush();
  const fresh = await openFiles(engine, CASES * 20);
  await pool.query('vacuum analyze');
  const pick = (files: readonly string[]) => (caller: number, n: number) =>
    takeStep(engine, files[(caller + n * CALLERS) % files.length] as string);
  const [short, long] = await alternate(
    [
      { name: 'new files', run: pick(fresh) },
      { name: 'a thousand events', run: pick(old) },
    ],
    CALLERS,
  );
  if (short === undefined || long === undefined) throw new Error('nothing was measured');
  const detail = `${long.perSecond.toFixed(0)}/s beside ${short.perSecond.toFixed(0)}/s`;
  return [atLeast('step at the 1,000th event beside the 1st', long.perSecond / short.perSecond, BAR, detail)];
}
