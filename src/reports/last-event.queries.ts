import type { PoolClient } from 'pg';
import type { Day } from '../../workflows/definition.js';
import type { KnownBefore } from './period.js';

/** The last event that a fact rests on; `id` null when it would name the file of a protected family. */
export interface LastEvent {
  readonly id: string | null;
  readonly at: Date;
}

const LAST_EVENT = `
select case when f.protected_until >= $2::date then null else l.file_id || ':' || l.seq end as id, l.recorded_at as "at"
from (select file_id, seq, recorded_at from fact where recorded_at < $1::timestamptz
  order by recorded_at desc, file_id desc, seq desc limit 1) as l left join case_file f on f.id = l.file_id`;

/** The last event that was recorded before a moment; `today` says whose identity is protected. */
export async function lastEventBefore(
  db: PoolClient,
  knownBefore: KnownBefore,
  today: Day,
): Promise<LastEvent | undefined> {
  const query = { name: 'last-event', text: LAST_EVENT, values: [knownBefore, today] };
  return (await db.query<LastEvent>(query)).rows[0];
}
