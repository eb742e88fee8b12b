import type { Pool } from 'pg';
import { Engine } from '../../src/engine/engine.js';
import type { Person } from '../../src/engine/model.js';
import { Registry } from '../../src/engine/registry.js';
import { Vault } from '../../src/engine/vault.js';
import { gate } from '../../src/access/gate.js';
import { systemClock } from '../../src/platform/clock.js';
import { bench, benchFile } from './bench.workflow.js';
import { Batch } from '../../src/engine/batch.js';

/** Who takes the measured steps. */
export const person: Person = { login: 'bench', organisation: 'shis', kind: 'shis', role: 'administrator' };

/** The real engine on the measured workflow. */
export function benchEngine(pool: Pool): Engine {
  return new Engine({
    pool,
    clock: systemClock,
    registry: new Registry([bench], [benchFile]),
    gate,
    directory: { exists: async () => true },
    vault: new Vault(Buffer.alloc(32, 7)),
    lookup: { now: () => undefined, read: async () => null },
  });
}

let ordinal = 0;

/** Opens so many files, each with something sealed, as households are opened. */
export async function openFiles(engine: Engine, count: number): Promise<string[]> {
  const batch = new Batch(engine);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const answer = await batch.take({
      id: `open-${ordinal++}`,
      by: person,
      asked: { open: 'bench', data: { note: 'Ett hushåll utan fast bostad.' } },
    });
    if (!answer.ok) throw new Error(answer.code);
    ids.push(answer.file);
  }
  await batch.flush();
  return ids;
}

/** The measured command: guard, sealed note, facts, one deadline out and one in. */
export function go(file: string) {
  const asked = {
    event: 'go',
    file,
    process: 1,
    data: { note: 'Ett samtal med familjen om läget.', place: 'a' },
  };
  return { id: `go-${ordinal++}`, by: person, asked } as const;
}

/** One step; throws when it was refused. */
export async function takeStep(engine: Engine, file: string): Promise<void> {
  const answer = await engine.execute(go(file));
  if (!answer.ok) throw new Error(answer.code);
}
