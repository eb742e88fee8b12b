import { keys, known } from './facts.sql.js';
import type { Measure } from './report.js';

/** Why a flat stands empty; of several on one day the first of these counts. Source: REPORTS.md, vacancy. */
export const CAUSES = ['out-of-service', 'turnaround', 'accepted-not-started', 'reserved', 'free'] as const;
export type Cause = (typeof CAUSES)[number];

const list = `array[${CAUSES.map((cause) => `'${cause}'`).join(', ')}]`;
const strength = `array_position(${list}, b.data->>'cause')`;

/** The last day of the cause whose beginning is `b`; null while it lasts. */
const last = `(select e.occurred_on from fact e where e.file_id = b.file_id and e.kind = 'vacancyEnded'
  and e.data->>'cause' = b.data->>'cause' and (e.seq, e.ordinal) > (b.seq, b.ordinal) and ${known('e')}
  order by e.seq, e.ordinal limit 1)`;

/** The day the flat of the fact `b` left the stock; the period's last if it has not. */
const leftOn = `least($2::date, coalesce((select min(l.occurred_on) from fact l where l.file_id = b.file_id
  and l.kind = 'step' and l.data->>'to' = 'service.stopped' and ${known('l')}), $2::date))`;

/** What an empty day of the flat costs, as told by then for that day. */
const cost = `(select c.data->>'value' from fact c where c.file_id = d.file_id and c.kind = 'dailyCost'
  and c.occurred_on <= d.day and ${known('c')} order by c.occurred_on desc, c.seq desc, c.ordinal desc limit 1)::int`;

const ofFlat = (name: 'source' | 'house', file: string): string => {
  const told = name === 'source' ? `record->>'source'` : `coalesce(record->>'facility', record->>'company')`;
  return `coalesce((select ${told} from case_file where id = ${file}), 'unknown')`;
};
const flat = (file: string) => ({ channel: ofFlat('source', file), house: ofFlat('house', file) });
/** A flat's days are nobody's. */
const nothing = Object.fromEntries(
  ['district', 'form', 'form_kind', 'party', 'stage', 'reason'].map((key) => [key, 'null::text']),
);

/**
 * Empty days of flats in the period, told as spans: days in a row of one flat, month, cause and cost. `code` the strongest
 * cause that touched the day, `value` kronor for each day, `size` the days, `channel` where the flat comes from.
 */
export const emptyDays: Measure = {
  name: 'emptyDays',
  units: `
with spell as (
  select b.file_id, ${strength} as strength, greatest(b.occurred_on, $1::date) as first,
    least(coalesce(${last}, $2::date), ${leftOn}) as last
  from fact b where b.kind = 'vacancyBegan' and b.occurred_on <= $2::date and ${known('b')}),
strongest as (
  select s.file_id, g::date as day, min(s.strength) as strength
  from spell s, generate_series(s.first, s.last, interval '1 day') g group by 1, 2),
costed as (select d.*, date_trunc('month', d.day) as month, ${cost} as cost from strongest d),
run as (
  select *, day - (row_number() over (partition by file_id, strength, month, cost order by day))::int as run from costed)
select f.file_id as file, min(f.day) as day, ${keys({
    ...{ ...nothing, ...flat('f.file_id') },
    ...{ code: `(${list})[f.strength]`, value: 'f.cost', size: 'count(*)::int' },
  })} from run f group by f.file_id, f.strength, f.month, f.cost, f.run`,
};

/** Days that flats were in stock, a row for each flat and month: from its first empty day to the day it left. */
export const stockDays: Measure = {
  name: 'stockDays',
  units: `
with home as (
  select b.file_id, greatest(min(b.occurred_on), $1::date) as first, ${leftOn} as last
  from fact b where b.kind = 'vacancyBegan' and ${known('b')} group by b.file_id),
part as (
  select h.file_id, greatest(h.first, m::date) as first, least(h.last, (m + interval '1 month')::date - 1) as last
  from home h, generate_series(date_trunc('month', h.first), h.last, interval '1 month') m)
select f.file_id as file, f.first as day, ${keys({
    ...{ ...nothing, ...flat('f.file_id') },
    size: 'f.last - f.first + 1',
  })} from part f where f.first <= f.last`,
};
