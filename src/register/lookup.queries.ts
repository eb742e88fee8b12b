import type { Pool } from 'pg';
import type { Lookups } from '../../workflows/definition.js';

/** What each process last told of its stay: begun, and ended if it has. */
const STAYS = `
with told as (
  select distinct on (process, kind) process, kind, form, occurred_on from fact
  where file_id = $1 and kind in ('movedIn', 'movedOut') and voided_at is null
  order by process, kind, seq desc, ordinal desc
)
select i.form, i.occurred_on::text as "from", o.occurred_on::text as "to"
from told i left join told o on o.process = i.process and o.kind = 'movedOut'
where i.kind = 'movedIn' order by i.occurred_on, i.process`;

/** The stays of a household file, oldest first. */
export async function staysOf(pool: Pool, file: string): Promise<Lookups['stays']> {
  const query = { name: 'stays', text: STAYS, values: [file] };
  return (await pool.query<Lookups['stays'][number]>(query)).rows;
}
