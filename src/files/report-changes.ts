import type { Reader } from '../access/access-entry.js';
import { dayOf } from '../domain/zone.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import { changes, type Changes } from '../reports/index.js';
import type { Runtime } from '../runtime.js';
import { audienceOf, sourceOf } from './report-reader.js';

const VISIBLE = 'select id from case_file where id = any($1)';

/**
 * What was learnt of a report since a day, the cases as far as the reader may see them. The list is written into the log
 * before it is given.
 */
export async function changesSeen(
  runtime: Runtime,
  reader: Reader,
  report: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Changes | Refusal> {
  const { guarded, clock, accessLog } = runtime;
  const { person } = reader;
  const now = clock.now();
  const asking = { today: dayOf(now), reader: audienceOf(person), parameters };
  const found = await changes(sourceOf(runtime), report, asking);
  if (isRefusal(found)) return found;
  const files = found.changed.flatMap(({ file, event }) => [file, fileOfEvent(event)]);
  const { rows } = await guarded.as(person, now, (db) => db.query<{ id: string }>(VISIBLE, [files]));
  const seen = new Set(rows.map(({ id }) => id));
  const changed = found.changed
    .filter(({ file }) => seen.has(file))
    .map((one) => (seen.has(fileOfEvent(one.event)) ? one : { ...one, event: null }));
  const shown = [...new Set(changed.flatMap(({ file, event }) => [file, fileOfEvent(event)]))];
  const told = { report: found.then.report, parameters: found.then.parameters };
  await accessLog.other(reader, 'list', { files: shown.filter(Boolean).sort(), ...told });
  return { ...found, changed };
}

const fileOfEvent = (event: string | null): string => event?.split(':')[0] ?? '';
