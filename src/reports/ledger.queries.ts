import { first, keys, known } from './facts.sql.js';
import type { Measure } from './report.js';

const form = `coalesce(f.form, 'unknown')`;

/**
 * Flats held against the goal on the last day: of the agency's, not yet booked, and reserved last by then. A flat is held for one
 * household at a time, so what was told of it last decides; a lease signed by then ends it, whenever it was registered.
 */
export const reservations: Measure = {
  name: 'reservations',
  units: `select f.file_id as file, f.occurred_on as day, ${keys({ form })} from (
      select distinct on (r.file_id) r.* from fact r
      where r.kind in ('reserved', 'released') and r.occurred_on <= $2::date and $1::date is not null and ${known('r')}
      order by r.file_id, r.occurred_on desc, r.seq desc, r.ordinal desc) f
    where f.kind = 'reserved' and not exists (select from fact a where a.file_id = f.file_id and a.kind = 'allocated'
      and a.occurred_on <= $2::date and ${known('a')})`,
};

/** Flats booked in the year before, by `code`: up to the same day of it, or `later`. */
export const bookedTheYearBefore: Measure = {
  name: 'bookedTheYearBefore',
  units: `select u.* from (${first(
    'coalesce(f.dwelling, f.file_id)',
    'coalesce(f.dwelling, f.file_id)',
    keys({
      form,
      code: `case when f.occurred_on > ($2::date - interval '1 year')::date then 'later' else 'by-then' end`,
    }),
    `f.kind = 'allocated' and f.channel = 'agency' and f.occurred_on < $1::date and ${known('f')}`,
  )}) u where u.day >= ($1::date - interval '1 year')::date`,
};
