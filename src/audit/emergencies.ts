import type { Connection } from './connection.js';
import { accessWords as words } from './access-words.js';
import type { Findings } from './findings.js';

/** Openings and ends that the log does not tell of, or tells otherwise; and entries of which no opening or end is there. */
const UNLIKE = `
select coalesce(a.stream, e.stream) as file, coalesce(a.seq, e.seq) as seq
from (select *, case happened when 'opened' then 'emergency' else 'emergency-end' end as what from emergency_access) as a
full join (select * from access_entry where what in ('emergency', 'emergency-end') and not refused) as e
  on a.stream = e.stream and a.seq = e.seq and a.file_id = e.file_id and a.login = e.login and a.at = e.at and a.what = e.what
where (a.id is null or e.stream is null) and ($1::text is null or coalesce(a.stream, e.stream) = $1)
order by 1, 2`;

/** Compares the emergency accesses, all or those of one file, with the log of readings. */
export async function verifyEmergencies(
  connection: Connection,
  findings: Findings,
  file: string | undefined,
): Promise<void> {
  const { rows } = await connection.query<{ file: string; seq: number }>(UNLIKE, [file ?? null]);
  for (const place of rows) findings.add('access-emergency', place, words.emergency);
}
