import type { Day } from '../../workflows/definition.js';
import { FileHistory } from '../engine/history/file-history.js';
import { addDays } from '../domain/days.js';
import { midnight } from '../domain/zone.js';
import type { EventBody, FileState } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';

const KNOWN = `select canonical from event where file_id = $1 and recorded_at < $2::timestamptz order by seq`;

/** A day in the past, and the day on which one looks back at it; both count to their end. */
export interface Looking {
  readonly at: Day;
  readonly knownOn: Day;
}

/**
 * A file as it stood on a day, as it was known on another: its events of that time, folded again as they were known. What a reader sees of it
 * hangs on what they may see today. Null when it was not there.
 */
export async function asItStood(
  { guarded, registry, clock }: Runtime,
  { person, file, sight }: Opened,
  { at, knownOn }: Looking,
): Promise<Opened | null> {
  const values = [file.id, midnight(addDays(knownOn, 1))];
  const query = { name: 'read_known', text: KNOWN, values };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  const history = new FileHistory(registry);
  for (const { canonical } of rows) history.take(JSON.parse(canonical.toString('utf8')) as EventBody);
  const state = history.before(midnight(addDays(at, 1)));
  return state === null
    ? null
    : { ok: true, person, file: state, sight: { ...sight, processes: seenIn(state, sight.processes) } };
}

function seenIn(state: FileState, seen: Opened['sight']['processes']): FileState['processes'] {
  const numbers = new Set(seen.map(({ number }) => number));
  return state.processes.filter(({ number }) => numbers.has(number));
}
