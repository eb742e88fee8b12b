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

/** The day the flat of `b` left the stock; the period's last if it has not. */
const leftOn = `least($2::date, coalesce((select min(l.occurred_on) from fact l where l.file_id = b.file_id
  and l.kind = 'step' and l.data->>'to' = 'service.stopped' and ${known('l')}), $2::date))`;

/** What an empty day of the flat of `s` costs from a day on, as told by then for that day. */
const cost = `(select c.data->>'value' from fact c where c.file_id = s.file_id and c.kind = 'dailyCost'
  and c.occurred_on <= s.first and ${known('c')} order by c.occurred_on desc, c.seq desc, c.ordinal desc limit 1)::int`;

/** What the flat's file says of it, where its row stands beside as `c`. */
const flat = {
  channel: `coalesce(c.record->>'source', 'unknown')`,
  house: `coalesce(c.record->>'facility', c.record->>'company', 'unknown')`,
};
/** A flat's days are nobody's. */
const nothing = Object.fromEntries(
  ['district', 'form', 'form_kind', 'party', 'stage', 'reason'].map((key) => [key, 'null::text']),
);

/**
 * Empty days of flats in the period, told as spans: days in a row of one flat, month, cause and cost. `code` the strongest
 * cause that touched the day, `value` kronor for each day, `size` the days, `channel` where the flat comes from. No day is
 * looked at by itself: a flat's time is cut where a cause begins or ends, a month begins or the cost changes, each piece has
 * its strongest cause, and like pieces that follow each other are one span.
 */
export const emptyDays: Measure = {
  name: 'emptyDays',
  units: `
with spell as materialized (
  select * from (
    select b.file_id, ${strength} as strength, greatest(b.occurred_on, $1::date) as first,
      least(coalesce(${last}, $2::date), ${leftOn}) as last
    from fact b where b.kind = 'vacancyBegan' and b.occurred_on <= $2::date and ${known('b')} offset 0) s
  where first <= last),
cut as (
  select file_id, first as day from spell union select file_id, last + 1 from spell
  union select s.file_id, m::date from (select file_id, min(first) as first, max(last) as last from spell group by 1) s,
    generate_series(date_trunc('month', s.first), s.last, interval '1 month') m
  union select c.file_id, c.occurred_on from fact c
    where c.kind = 'dailyCost' and c.occurred_on between $1::date and $2::date and ${known('c')}),
piece as (
  select file_id, day as first, lead(day) over (partition by file_id order by day) as next from cut),
strongest as (
  select p.file_id, p.first, p.next, min(s.strength) as strength
  from piece p join spell s on s.file_id = p.file_id and p.first between s.first and s.last group by 1, 2, 3),
costed as (select s.*, date_trunc('month', s.first) as month, ${cost} as cost from strongest s),
run as (
  select *, first - (sum(next - first) over (partition by file_id, strength, month, cost order by first))::int
    + (next - first) as run from costed)
select f.file_id as file, f.day, ${keys({
    ...{ ...nothing, ...flat },
    ...{ code: `(${list})[f.strength]`, value: 'f.cost', size: 'f.size' },
  })} from (select file_id, strength, cost, min(first) as day, sum(next - first)::int as size
    from run group by file_id, strength, month, cost, run) f left join case_file c on c.id = f.file_id`,
};

/** Days that flats were in stock, a row for each flat and month: from its first empty day to the day it left. */
export const stockDays: Measure = {
  name: 'stockDays',
  units: `
with began as materialized (
  select file_id, min(occurred_on) as day from fact f
  where f.kind = 'vacancyBegan' and f.occurred_on <= $2::date and ${known('f')} group by file_id),
home as materialized (
  select b.file_id, greatest(b.day, $1::date) as first, ${leftOn} as last, ${flat.channel} as channel, ${flat.house} as house
  from began b left join case_file c on c.id = b.file_id),
part as (
  select h.file_id, h.channel, h.house, greatest(h.first, m::date) as first, least(h.last, (m + interval '1 month')::date - 1) as last
  from home h, generate_series(date_trunc('month', h.first), h.last, interval '1 month') m)
select f.file_id as file, f.first as day, ${keys({
    ...{ ...nothing, channel: 'f.channel', house: 'f.house' },
    size: 'f.last - f.first + 1',
  })} from part f where f.first <= f.last`,
};
