import { importCasebook, type Imported, type ImportOptions } from '../casebook/import.js';
import { whileImporting } from '../casebook/import-lock.js';
import { dayOf } from '../domain/zone.js';
import { systemClock } from '../platform/clock.js';
import { gatherStatistics } from '../platform/database.js';
import type { Runtime } from '../runtime.js';
import { undone, type Importing } from './dry-run.js';

/** How to import: as the casebook's room asks for it, and whether to keep anything. */
export interface Wanted extends Omit<ImportOptions, 'now'> {
  readonly dryRun?: boolean;
}

/**
 * Imports a casebook into the running program; null when another import is under way. In the demo the present day is
 * moved on to the last line's.
 */
export async function importInto(
  runtime: Runtime,
  source: AsyncIterable<Uint8Array | string>,
  { dryRun = false, ...options }: Wanted,
): Promise<Imported | null> {
  const { clock, demo } = runtime;
  // The demo's day is moved on by what is imported; the machine's is not.
  const now = (demo === null ? clock : systemClock).now();
  const work = (parts: Importing) => importCasebook(portsOf(parts), source, { ...options, now });
  const imported = await whileImporting(runtime.pool, () => (dryRun ? undone(runtime, work) : work(runtime)));
  if (imported !== null && imported.recorded !== null && !dryRun) {
    await gatherStatistics(runtime.home.ownerUrl);
    await moveDemo(runtime, dayOf(imported.recorded));
  }
  return imported;
}

function portsOf({ engine, sweep, registers, directory }: Importing) {
  return {
    engine,
    sweep,
    registers,
    person: (login: string, at: string) => directory.person(login, at),
    mergersDue: (day: string) => directory.mergersDue(day),
  };
}

async function moveDemo({ demo }: Runtime, day: string): Promise<void> {
  const today = demo?.today() ?? null;
  if (demo !== null && (today === null || today < day)) await demo.moveTo(day);
}
