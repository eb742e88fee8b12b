import { first, household, inPeriod, keys, known, lastTold } from './facts.sql.js';
import type { Measure } from './report.js';

/** How many were in the household of the fact `f` on its day, as its case tells it today, in the sizes of the forecasts. */
const size = `(select case when n = 0 then 'unknown' when n = 1 then '1' when n < 4 then '2-3' when n < 6 then '4-5'
    else '6-more' end from (select count(*) as n from case_file c, jsonb_array_elements(c.record -> 'members') m
    where c.id = ${household} and coalesce((m ->> 'from')::date, f.occurred_on) <= f.occurred_on
      and coalesce((m ->> 'to')::date, f.occurred_on) >= f.occurred_on) as there)`;

const form = `coalesce(f.form, 'unknown')`;

/** What a forecast is held against, told by the size of the household or not. */
interface Happened {
  /** Households that a home was asked for. */
  readonly asked: Measure;
  /** Households that have got one. */
  readonly placed: Measure;
}

const measure = (name: string, bySize: boolean, from: string): Measure => ({
  name: bySize ? `${name}BySize` : name,
  units: first(household, `${household}, f.form`, keys({ form, ...(bySize && { code: size }) }), from),
});

/** By the day on which a referral was first handed in; what is handed in again is no new one. */
const referred = (bySize: boolean): Measure =>
  measure(
    'expectedReferred',
    bySize,
    `f.kind = 'accepted' and f.stage = 'submitted' and ${inPeriod} and not exists (
      select from fact g where g.file_id = f.file_id and g.process = f.process and g.kind = 'accepted'
      and g.stage = 'submitted' and g.occurred_on < $1::date and ${known('g')})`,
  );

/** By the day on which a home with support was granted. */
const granted = (bySize: boolean): Measure =>
  measure(
    'expectedGranted',
    bySize,
    `f.kind = 'accepted' and f.stage = 'assistance' and f.party = 'district' and ${inPeriod}`,
  );

/** By the first stay that began in the period. */
const placed = (bySize: boolean): Measure =>
  measure('expectedPlaced', bySize, `f.kind = 'movedIn' and ${inPeriod} and ${lastTold}`);

/** What happened of what was expected of a form. */
export const happened = (transitional: boolean, bySize: boolean): Happened => ({
  asked: (transitional ? referred : granted)(bySize),
  placed: placed(bySize),
});
