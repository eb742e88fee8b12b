import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';

/** When every chain was last looked at, and what was found. */
export interface ChainsChecked {
  readonly at: Instant;
  readonly files: number;
  readonly events: number;
  readonly readings: number;
  /** Links, ends and checkpointed ends that do not hold. */
  readonly broken: number;
}

const NAME = 'chains-checked';

/** Every link of every chain, and every end that a checkpoint has: counted by the database itself, of one moment. */
const CHECK = `
with events as (
  select hash is distinct from sha256(coalesce(lag(hash) over w, ''::bytea) || canonical)
    or seq is distinct from coalesce(lag(seq) over w, 0) + 1 as broken
  from event window w as (partition by file_id order by seq)
), readings as (
  select hash is distinct from sha256(coalesce(lag(hash) over w, ''::bytea) || canonical)
    or seq is distinct from coalesce(lag(seq) over w, 0) + 1 as broken
  from access_entry window w as (partition by stream order by seq)
), heads as (
  select e.hash is distinct from f.head as broken from case_file f left join event e on e.file_id = f.id and e.seq = f.version
  union all
  select a.hash is distinct from s.head from access_stream s left join access_entry a on a.stream = s.stream and a.seq = s.version
  where s.version > 0
), kept as (
  select coalesce(e.hash, a.hash) is distinct from h.head as broken
  from (select *, split_part(chain, ':', 1) as kind, substr(chain, strpos(chain, ':') + 1) as of from checkpoint_head) as h
    left join event e on kind = 'events' and e.file_id = of and e.seq = h.length
    left join access_entry a on kind = 'readings' and a.stream = of and a.seq = h.length
)
select (select count(*)::int from case_file) as files, (select count(*)::int from events) as events,
  (select count(*)::int from readings) as readings,
  (select count(*)::int from (select broken from events union all select broken from readings union all
    select broken from heads union all select broken from kept) as every where broken) as broken`;

/**
 * Looks at every link of every chain, and keeps when and what was found. What the events say is not played again: that is
 * what `husrum verify` does.
 */
export async function checkChains(pool: Pool, at: Instant): Promise<ChainsChecked> {
  const { rows } = await pool.query<Omit<ChainsChecked, 'at'>>(CHECK);
  const checked = { at, ...(rows[0] as Omit<ChainsChecked, 'at'>) };
  await pool.query(
    'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [NAME, JSON.stringify(checked)],
  );
  return checked;
}

/** What the last look found; null when there was none. */
export async function chainsChecked(pool: Pool): Promise<ChainsChecked | null> {
  const { rows } = await pool.query<{ value: ChainsChecked }>('select value from setting where name = $1', [
    NAME,
  ]);
  return rows[0]?.value ?? null;
}
