/**
 * What is counted, one row for each distinct id. Parameters: `$1` first day, `$2` last day, `$3` the moment before which a
 * fact must have been recorded (and not yet voided). Every row has `file`, `day` and the keys of `report.ts`.
 */
import { first, household, inPeriod, keys, known, lastTold } from './facts.sql.js';
import type { Measure } from './report.js';

/**
 * Agency flats booked on the yearly goal: each lease-in once, by the first signing. So earlier years are looked through
 * too, and a flat booked in one of them is left out.
 */
export const allocations: Measure = {
  name: 'allocations',
  units: `select u.* from (${first(
    'coalesce(f.dwelling, f.file_id)',
    'coalesce(f.dwelling, f.file_id)',
    keys({ form: `coalesce(f.form, 'unknown')` }),
    `f.kind = 'allocated' and f.channel = 'agency' and f.occurred_on <= $2::date and ${known('f')}`,
  )}) u where u.day >= $1::date`,
};

/** Requests to the agency, by the day they were sent. */
export const requests: Measure = {
  name: 'requests',
  units: first(
    'f.file_id',
    'f.file_id, f.process',
    keys(),
    `f.kind = 'accepted' and f.stage = 'requested' and ${inPeriod}`,
  ),
};

/** Households whose stay began, each once for a form: by its first stay that began in the period. */
export const stays: Measure = {
  name: 'stays',
  units: first(
    household,
    `${household}, f.form`,
    keys({ form: `coalesce(f.form, 'unknown')`, channel: `coalesce(f.channel, 'unknown')` }),
    `f.kind = 'movedIn' and ${inPeriod} and ${lastTold}`,
  ),
};

/**
 * Whether the household signed while an earlier process's stay went on: then it is a transfer, whose offer came after the
 * stay in the file. The stay that the signing itself leads to is of a later process, or the same.
 */
const isTransfer = `exists (select from fact m where m.file_id = f.file_id and m.kind = 'movedIn' and m.form = f.form
  and m.process < f.process and ${known('m')} and not exists (
    select from fact o where o.file_id = m.file_id and o.process = m.process and o.kind = 'movedOut'
    and o.occurred_on <= f.occurred_on and ${known('o')}))`;

/** Whether the flat is the agency's: its own file says that it was booked on the goal. */
const isAgencyFlat = `exists (select from fact a where a.file_id = f.dwelling and a.kind = 'allocated'
  and a.channel = 'agency' and ${known('a')})`;

const signed = `f.kind = 'accepted' and f.stage = 'signed' and ${inPeriod}`;

/** Households whose lease for a new stay was signed, each once for a form: the agency's way of counting. */
export const signedStays: Measure = {
  name: 'signedStays',
  units: first(
    household,
    `${household}, f.form`,
    keys({
      form: `coalesce(f.form, 'unknown')`,
      channel: `case when ${isAgencyFlat} then 'agency' else 'facility' end`,
    }),
    `${signed} and not ${isTransfer}`,
  ),
};

/** One thing said no or yes to at one stage by one party: a flat, an offer, a referral, a flat for a household. */
const answered = 'f.party, f.stage, f.file_id, f.process, f.dwelling';

/** Refusals. The same thing refused twice at one stage is one, by the first. */
export const refusals: Measure = {
  name: 'refusals',
  units: first(
    'f.file_id',
    answered,
    keys({
      reason: `coalesce(f.reason, 'unknown')`,
      code: `case f.data ->> 'foreseen' when 'true' then 'foreseen' when 'false' then 'not-foreseen' end`,
    }),
    `f.kind = 'refused' and f.stage in ('referral', 'flat', 'offer', 'tenant', 'fallthrough') and ${inPeriod}`,
  ),
};

/** Yes at the stages that have a yes of their own. */
export const acceptances: Measure = {
  name: 'acceptances',
  units: first(
    'f.file_id',
    answered,
    keys(),
    `f.kind = 'accepted' and f.stage in ('referral', 'flat', 'offer') and ${inPeriod}`,
  ),
};

/** Agency flats that a household signed for: the company took it as its tenant. */
export const signedFlats: Measure = {
  name: 'signedFlats',
  units: first('f.dwelling', 'f.dwelling', keys(), `${signed} and ${isAgencyFlat}`),
};

/** Signings, of any flat: what was said yes to and did not fall through. */
export const signings: Measure = {
  name: 'signings',
  units: first('f.file_id', 'f.file_id, f.process', keys(), signed),
};

/** What the household of the fact `f` answered of its type, as its case says today. */
const householdType = `coalesce((select c.record ->> 'type' from case_file c where c.id = ${household}), 'unknown')`;

/** Households whose stay began, each once whatever the form, by type. */
export const staysByType: Measure = {
  name: 'staysByType',
  units: first(
    household,
    household,
    keys({ code: householdType }),
    `f.kind = 'movedIn' and ${inPeriod} and ${lastTold}`,
  ),
};

/** Households' refusals of offers, by type. */
export const refusalsByType: Measure = {
  name: 'refusalsByType',
  units: first(
    'f.file_id',
    answered,
    keys({ code: householdType }),
    `f.kind = 'refused' and f.stage = 'offer' and f.party = 'household' and ${inPeriod}`,
  ),
};

const chosen = `f.kind = 'chosen' and ${inPeriod}`;

/** What was chosen beside or by the proposal: each offer from the queue, and each own flat that fitted and was set aside. */
export const choices: Measure = {
  name: 'choices',
  units: first(
    'f.file_id',
    `f.file_id, f.seq, f.occurred_on, coalesce(f.data ->> 'flat', f.ordinal::text)`,
    keys({ stage: `f.data ->> 'what'`, reason: `coalesce(f.reason, 'first')` }),
    chosen,
  ),
};

/** Offers from the queue, whoever was proposed first. */
export const offersChosen: Measure = {
  name: 'offersChosen',
  units: first(
    'f.file_id',
    'f.file_id, f.seq, f.ordinal',
    keys(),
    `${chosen} and f.data ->> 'what' = 'offer'`,
  ),
};
