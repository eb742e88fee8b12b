import { isOpenOn, keys, known } from './facts.sql.js';
import type { Measure } from './report.js';

const limit = `(f.data->>'day')::date`;
const isMoreThan = (months: number): string => `$2::date <= (${limit} - interval '${months} months')::date`;

/** The band of time left on the last day of the period. A stay exactly so many months from its limit belongs to the band above. */
const band = `case
  when (f.data->>'exception')::boolean and $2::date <= ${limit} then 'exception'
  when $2::date > ${limit} then 'exceeded'
  when ${isMoreThan(24)} then 'over-24' when ${isMoreThan(12)} then '12-24'
  when ${isMoreThan(6)} then '6-12' when ${isMoreThan(3)} then '3-6' else 'under-3' end`;

/**
 * Transitional stays open on the last day, each with the limit that was told last by then: an exception counts from the day
 * it was granted.
 */
export const openStays: Measure = {
  name: 'openStays',
  units: `select f.file_id as file, $2::date as day, ${keys({ code: band })} from (
      select distinct on (l.file_id, l.process) l.* from fact l
      where l.kind = 'limit' and l.occurred_on <= $2::date and ${known('l')} and $1::date is not null
      order by l.file_id, l.process, l.seq desc, l.ordinal desc) f
    where ${isOpenOn('$2::date')}`,
};
