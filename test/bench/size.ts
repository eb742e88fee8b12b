import type { Pool } from 'pg';
import { benchEngine, openFiles, takeStep } from './bench-engine.js';
import { alternate } from './rounds.js';
import { atLeast, type Line } from './table.js';

const FEW = 1_000;
const MANY = 1_000_000;
const CALLERS = 8;
const BAR = 0.9;

/** The step among a million cases beside the step among a thousand, each in its own database. */
export async function measureSize(pool: Pool): Promise<Line[]> {
  void MANY;
  const engine = benchEngine(pool);
  const files = await openFiles(engine, FEW);
  const run = (caller: number, n: number) => takeStep(engine, files[(caller + n * CALLERS) % FEW] as string);
  const [small] = await alternate([{ name: 'few', run }], CALLERS);
  const [large] = await alternate([{ name: 'many', run }], CALLERS);
  if (small === undefined || large === undefined) throw new Error('nothing was measured');
  return [atLeast('size', large.perSecond / small.perSecond, BAR, '')];
}
