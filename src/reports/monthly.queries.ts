import { first, household, inPeriod, isLastTold, keys, known, lastTold } from './facts.sql.js';
import type { Measure } from './report.js';
import { emptyDays } from './vacancy.queries.js';

const stay = 'f.file_id, f.process';
const OURS = `f.form = 'transitional'`;

/** Stays that are open on a day, each once as it was told last, told by that day. */
const openOn = (name: string, day: string): Measure => ({
  name,
  units: `select f.file_id as file, greatest($1::date, ${day}) as day, ${keys()} from fact f
    where f.kind = 'movedIn' and ${OURS} and f.occurred_on <= least($2::date, ${day}) and ${known('f')} and ${lastTold}
    and not exists (select from fact e where e.file_id = f.file_id and e.process = f.process and e.kind = 'movedOut'
      and e.occurred_on <= ${day} and ${known('e')})`,
});
/** Stays open on the day before the period, and on its last. */
export const staysAtStart = openOn('staysAtStart', '($1::date - 1)');
export const staysAtEnd = openOn('staysAtEnd', '$2::date');

/** Stays that began in the period. One that had ended before it began never was. */
export const movesIn: Measure = {
  name: 'movesIn',
  units: first(
    'f.file_id',
    stay,
    keys(),
    `f.kind = 'movedIn' and ${OURS} and ${inPeriod} and ${lastTold} and not exists (select from fact o
      where o.file_id = f.file_id and o.process = f.process and o.kind = 'movedOut' and o.occurred_on < f.occurred_on
      and ${known('o')})`,
  ),
};

/** Stays that ended in the period, by the first day told. */
export const movesOut: Measure = {
  name: 'movesOut',
  units: `select u.* from (${first(
    'f.file_id',
    stay,
    keys(),
    `f.kind = 'movedOut' and f.occurred_on <= $2::date and ${known('f')} and exists (select from fact m
      where m.file_id = f.file_id and m.process = f.process and m.kind = 'movedIn' and m.form = 'transitional'
      and m.occurred_on <= f.occurred_on and ${known('m')} and ${isLastTold('m')})`,
  )}) u where u.day >= $1::date`,
};

/** Leases signed by families that lived in another flat of SHIS then. */
export const transfers: Measure = {
  name: 'transfers',
  units: first(
    household,
    stay,
    keys(),
    `f.kind = 'accepted' and f.stage = 'signed' and ${OURS} and ${inPeriod} and exists (select from fact m
      where m.file_id = f.file_id and m.kind = 'movedIn' and m.form = f.form and m.process < f.process and ${known('m')}
      and not exists (select from fact o where o.file_id = m.file_id and o.process = m.process and o.kind = 'movedOut'
        and o.occurred_on <= f.occurred_on and ${known('o')}))`,
  ),
};

/** Flats that stood empty on the last day, by cause: empty days of that day alone. */
export const emptyOnLastDay: Measure = {
  name: 'emptyOnLastDay',
  units: `select u.* from (${emptyDays.units.replaceAll('$1', '$2')}) u where $1::date is not null`,
};

/** Where a case was said yes or no to, each process once. */
const told = (name: string, kind: 'accepted' | 'refused', stage: string): Measure => ({
  name,
  units: first(
    'f.file_id',
    stay,
    keys(),
    `f.kind = '${kind}' and f.stage = '${stage}' and ${OURS} and ${inPeriod}`,
  ),
});
export const submitted = told('submitted', 'accepted', 'submitted');
export const withdrawn = told('withdrawn', 'refused', 'withdrawn');
export const offersMade = told('offersMade', 'accepted', 'offered');

/** Proposals of flats by the agency, each time. */
export const proposals: Measure = {
  name: 'proposals',
  units: `select f.file_id as file, f.occurred_on as day, ${keys()} from fact f where f.kind = 'step'
    and f.data->>'state' = 'sent' and f.data->>'to' = 'evaluating' and ${OURS} and ${inPeriod}`,
};

/**
 * The end of the day on which the report of an earlier month was sent last; of the day before the month if none was. All of
 * it is one subselect, which is worked out once and not for each fact.
 */
const lastEdition = `(select (coalesce(max(d.day), $1::date - 1) + 1)::timestamp at time zone 'Europe/Stockholm'
  from dialogue d where d.kind = 'statistics-sent' and d.report = 'monthly' and d.until < $1::date
  and d.recorded_at < $3::timestamptz)`;

/** The fact `t` says of the same process what `f` says: after a correction of what came before, it stands with that. */
const saysTheSame = `t.file_id = f.file_id and t.process = f.process and t.kind = f.kind and t.occurred_on = f.occurred_on
  and (t.district, t.form, t.channel, t.party, t.stage, t.reason, t.data)
    is not distinct from (f.district, f.form, f.channel, f.party, f.stage, f.reason, f.data)`;
const toldBefore = (fact: string): string => `${fact}.recorded_at < ${lastEdition}`;
const closedAfter = (fact: string): string => `${fact}.voided_at >= ${lastEdition}`;

/**
 * Events of earlier days that were recorded, or taken back, after the last edition was sent. What may be one is found in a
 * single pass over the facts, before it is held against what stood then.
 */
export const corrections: Measure = {
  name: 'corrections',
  units: `with changed as materialized (
  select * from fact f where f.kind in ('accepted', 'refused', 'allocated', 'movedIn', 'movedOut')
    and f.occurred_on < $1::date and f.recorded_at < $3::timestamptz and (f.recorded_at >= ${lastEdition} or ${closedAfter('f')}))
select distinct on (f.file_id, f.seq) f.file_id as file, $2::date as day,
    ${keys({ code: `case when f.voided_at is null then 'late' else 'corrected' end` })}
  from changed f
  where (${known('f')} and not ${toldBefore('f')} and not exists (select from fact t
      where ${saysTheSame} and ${toldBefore('t')} and (t.voided_at is null or ${closedAfter('t')})))
    or (f.voided_at < $3::timestamptz and ${closedAfter('f')} and ${toldBefore('f')}
      and not exists (select from fact t where ${saysTheSame} and ${known('t')})) order by f.file_id, f.seq`,
};
