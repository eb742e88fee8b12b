import type { Pool } from 'pg';
import { benchEngine, go, openFiles, takeStep } from './bench-engine.js';
import { alternate } from './rounds.js';
import { atLeast, type Line } from './table.js';
import { Batch } from '../../src/engine/batch.js';

const CASES = 2_000;
const AT_ONCE = 100;
const BAR = 2;

/** Steps written together by the hundred, as the import does, beside single steps of one caller. */
export async function measureBulk(pool: Pool): Promise<Line[]> {
  const engine = benchEngine(pool);
  const files = await openFiles(engine, CASES);
  const bulk = async (_caller: number, n: number) => {
    const batch = new Batch(engine);
    for (let i = 0; i < AT_ONCE; i++) {
      const answer = await batch.take(go(files[(n * AT_ONCE + i) % CASES] as string));
      if (!answer.ok) throw new Error(answer.code);
    }
    await batch.flush();
  };
  const single = (_caller: number, n: number) => takeStep(engine, files[n % CASES] as string);
  const [one, many] = await alternate(
    [
      { name: 'single', run: single },
      { name: 'bulk', run: bulk },
    ],
    1,
  );
  if (one === undefined || many === undefined) throw new Error('nothing was measured');
  const perSecond = many.perSecond * AT_ONCE;
  const detail = `${perSecond.toFixed(0)}/s beside ${one.perSecond.toFixed(0)}/s`;
  return [atLeast('bulk import beside the single step', perSecond / one.perSecond, BAR, detail)];
}
