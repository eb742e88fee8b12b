import type { Pool } from 'pg';
import type { Day, Instant, Lookups } from '../../workflows/definition.js';
import type { DwellingRecord } from '../../workflows/files/dwelling.js';

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

/** A facility flat that can be reserved: since when it has been in the file, and the last household left it. */
export interface FreeFlat {
  readonly ref: string;
  readonly record: DwellingRecord;
  readonly openedAt: Instant;
  /** The first empty day after the last household; null when none has lived there. */
  readonly emptySince: Day | null;
  /** Whether the asking household has said no to it. */
  readonly refused: boolean;
}

/**
 * A flat stays empty while it is reserved and let go again, so its last turnaround tells since when, and not its state.
 * Facts are read by file and then sifted: by kind there are a file's worth of them for each flat.
 */
const FREE_FLATS = `
with own as materialized (select * from fact where file_id = $1)
select p.file_id || '/' || p.number as ref, f.record, f.opened_at as "openedAt",
  (select max(v.occurred_on) filter (where v.kind = 'vacancyBegan' and v.data ->> 'cause' = 'turnaround'
     and v.voided_at is null)::text from (select * from fact where file_id = p.file_id offset 0) as v) as "emptySince",
  exists (select from own r
    where r.kind = 'refused' and r.party = 'household' and r.stage = 'offer'
      and r.dwelling = p.file_id and r.voided_at is null) as refused
from process p join case_file f on f.id = p.file_id
where p.workflow = 'dwelling' and p.state = 'available' and 'service.inService' = any (p.states)
  and p.stored #>> '{context,source}' = 'facility'
  and coalesce(split_part(p.stored #>> '{context,earmarkedFor,ref}', '/', 1), $1) = $1`;

/** The facility flats that a household may be offered, in no order. */
export async function freeFlatsFor(pool: Pool, file: string): Promise<FreeFlat[]> {
  const query = { name: 'free_flats', text: FREE_FLATS, values: [file] };
  const { rows } = await pool.query<Omit<FreeFlat, 'openedAt'> & { openedAt: Date }>(query);
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString() }));
}
