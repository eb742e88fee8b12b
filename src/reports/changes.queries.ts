import type { PoolClient } from 'pg';
import type { Day, Instant } from '../../workflows/definition.js';

/** What was told of a file's facts since a moment. */
export interface ToldSince {
  /** The file that counts, and the day of the fact. */
  readonly file: string;
  readonly day: Day;
  /** The event that told it, `<file>:<seq>`, and whether that corrects another. */
  readonly event: string;
  readonly isCorrection: boolean;
}

/** A fact that was closed is told by the correction that closed it, a new one by the event that it stands with. */
const SINCE = `
select f.file_id as own, f.household, f.occurred_on::text as day, f.file_id || ':' || e.seq as event,
  position('"type":"correct"'::bytea in e.canonical) > 0 as "isCorrection"
from fact f join event e on e.file_id = f.file_id and
  ((f.recorded_at >= $2::timestamptz and e.seq = f.seq) or (f.voided_at >= $2::timestamptz
    and e.recorded_at = f.voided_at and position('"type":"correct"'::bytea in e.canonical) > 0))
where (f.file_id = any($1) or f.household = any($1)) and f.kind <> 'step' order by e.recorded_at, e.seq`;

interface SinceRow extends Omit<ToldSince, 'file'> {
  readonly own: string;
  readonly household: string | null;
}

/** What was told since a moment of the facts that count for some files, in order of recording. */
export async function toldSince(
  db: PoolClient,
  files: readonly string[],
  since: Instant,
): Promise<readonly ToldSince[]> {
  const query = { name: 'told-since', text: SINCE, values: [files, since] };
  const { rows } = await db.query<SinceRow>(query);
  return rows.flatMap(({ own, household, ...told }) =>
    [own, ...(household === null || household === own ? [] : [household])].map((file) => ({ file, ...told })),
  );
}
