import type { Pool } from 'pg';
import type { EventBody } from '../model.js';
import type { Registry } from '../registry.js';
import type { ReadHistories } from './cone.js';
import { FileHistory } from './file-history.js';

const EVENTS = 'select file_id, canonical from event where file_id = any($1) order by file_id, seq';

/** Reads whole histories from the chains, as they are now. */
export function historiesOf(pool: Pick<Pool, 'query'>, registry: Registry): ReadHistories {
  return async (files) => {
    const { rows } = await pool.query<{ file_id: string; canonical: Buffer }>({
      name: 'read_histories',
      text: EVENTS,
      values: [files],
    });
    const found = new Map<string, FileHistory | null>(files.map((file) => [file, null]));
    for (const { file_id: file, canonical } of rows) {
      const history = found.get(file) ?? new FileHistory(registry);
      found.set(file, history);
      history.take(JSON.parse(canonical.toString('utf8')) as EventBody);
    }
    return found;
  };
}
