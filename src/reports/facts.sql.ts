/** Pieces of SQL that measures are made of. `$1` first day, `$2` last day, `$3` the moment before which a fact must be recorded. */

const KEYS = ['district', 'form', 'form_kind', 'channel', 'party', 'stage', 'reason'] as const;
type Key = (typeof KEYS)[number] | 'code' | 'house' | 'value' | 'size';

/** The keys as the fact `f` tells them, but for those given; `code`, `house` and `value` only where given. One, unless `size` says more. */
export const keys = (given: Partial<Record<Key, string>> = {}): string =>
  [
    ...KEYS.map((key) => `${given[key] ?? `f.${key}`} as ${key}`),
    `${given.code ?? 'null::text'} as code`,
    `${given.house ?? 'null::text'} as house`,
    `${given.value ?? 'null::int'} as value`,
    `${given.size ?? '1'} as size`,
  ].join(', ');

/** Whether a fact is recorded, and not voided, as known then. */
export const known = (fact: string): string =>
  `${fact}.recorded_at < $3::timestamptz and (${fact}.voided_at is null or ${fact}.voided_at >= $3::timestamptz)`;

/** Whether the fact `f` happened in the period, as known then. */
export const inPeriod = `f.occurred_on between $1::date and $2::date and ${known('f')}`;

/** The first of the facts with the same id, by day and then by order of recording. */
export const first = (file: string, id: string, told: string, from: string): string => `
select distinct on (${id}) ${file} as file, f.occurred_on as day, ${told}
from fact f where ${from} order by ${id}, f.occurred_on, f.seq, f.ordinal`;

/**
 * The household that the fact `f` is of. No `coalesce`: PostgreSQL holds that for leaky (`contain_leaked_vars`), and would
 * try each file that row policies guard against it, in place of looking in their index.
 */
export const household = 'case when f.household is null then f.file_id else f.household end';

/** Whether nothing of its kind was told later of the same process: a stay's beginning is told anew when a move-in is recorded. */
export const isLastTold = (fact: string): string =>
  `not exists (select from fact g where g.file_id = ${fact}.file_id and g.process = ${fact}.process
  and g.kind = ${fact}.kind and (g.seq, g.ordinal) > (${fact}.seq, ${fact}.ordinal) and ${known('g')})`;
export const lastTold = isLastTold('f');

/** Whether the process of the fact `f` is a stay that is open on a day: begun by then, and not ended before or on it. */
export const isOpenOn = (day: string): string => `exists (select from fact s where s.file_id = f.file_id
  and s.process = f.process and s.kind = 'movedIn' and s.occurred_on <= ${day} and ${known('s')} and ${isLastTold('s')})
  and not exists (select from fact e where e.file_id = f.file_id and e.process = f.process and e.kind = 'movedOut'
  and e.occurred_on <= ${day} and ${known('e')})`;
