import type { Pool } from 'pg';
import { aboutNow } from '../../src/access/about-now.js';
import { AccessLog } from '../../src/access/access-log.js';
import { gate } from '../../src/access/gate.js';
import { GuardedReading } from '../../src/access/guarded-reading.js';
import { seenByOf } from '../../src/engine/about.js';
import { readFiles } from '../../src/engine/read-files.js';
import { benchEngine, openFiles, person } from './bench-engine.js';
import { alternate } from './rounds.js';
import { atMost, type Line } from './table.js';

const CASES = 2_000;
/** A transaction with its settings, and an entry in the log that is on disk, in place of one bare select. */
const P50_BAR = 8;

/** What secrecy costs a reader: a file read under row policies, at the gate and logged, beside the same rows read bare. */
export async function measureReading(pool: Pool): Promise<Line[]> {
  const engine = benchEngine(pool);
  const { registry, clock, vault } = engine.ports;
  const files = await openFiles(engine, CASES);
  const guarded = new GuardedReading(pool);
  const log = new AccessLog({ pool, keys: engine.keys, vault, clock });
  const reader = { person, via: 'token:bench', isSession: false };
  const idOf = (caller: number, n: number): string => files[(caller + n * 7) % CASES] as string;
  const lines: Line[] = [];
  for (const callers of [1, 8]) {
    const [bare, whole] = await alternate(
      [
        { name: 'bare', run: async (caller, n) => void (await readFiles(pool, [idOf(caller, n)])) },
        {
          name: 'guarded and logged',
          run: async (caller, n) => {
            const file = await guarded.file(person, clock.now(), idOf(caller, n));
            if (file === undefined) throw new Error('a file that is there was not read');
            const concerned = aboutNow({ registry, clock }, file);
            if (!gate.maySee(person, concerned, seenByOf(registry, file))) throw new Error('it was not seen');
            await log.read(reader, concerned, 'file');
          },
        },
      ],
      callers,
    );
    if (bare === undefined || whole === undefined) throw new Error('nothing was measured');
    const detail = `p50 ${whole.p50Ms.toFixed(2)} ms, ${whole.perSecond.toFixed(0)}/s; bare ${bare.p50Ms.toFixed(2)} ms, ${bare.perSecond.toFixed(0)}/s`;
    lines.push(atMost(`reading, ${callers} callers, p50`, whole.p50Ms / bare.p50Ms, P50_BAR, detail));
  }
  return lines;
}
