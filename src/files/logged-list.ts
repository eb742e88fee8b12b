import type { Reader } from '../access/access-entry.js';
import type { Runtime } from '../runtime.js';

/**
 * Logs a list that is no list of files by number: what it was narrowed by, a keyed hash of with what, and the numbers of the
 * files shown. It is there before the list is shown.
 */
export async function logList(
  { accessLog, engine }: Runtime,
  reader: Reader,
  narrowed: Readonly<Record<string, string | number | undefined>>,
  files: readonly string[],
): Promise<void> {
  const by = Object.entries(narrowed).flatMap(([name, value]) => (value === undefined ? [] : name));
  const mac = engine.ports.vault.mac(narrowed);
  await accessLog.other(reader, 'list', { files, query: { by, mac } });
}
