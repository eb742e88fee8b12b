import { first, inPeriod, keys, known } from './facts.sql.js';
import { refusals, allocations } from './measures.queries.js';
import type { Measure } from './report.js';

/** What became of a request by the last day; one class each. Source: REPORTS.md, council-answer. */
export const FATES = ['open', 'closed', 'declined', 'accepted', 'signed'] as const;

const by = (fact: string): string => `${fact}.occurred_on <= $2::date and ${known(fact)}`;
const ofRequest = (fact: string): string => `${fact}.file_id = f.file_id and ${fact}.process = f.process`;

/** Where the request stood, and the flat that it was fulfilled by. */
const last = `(select s.data->>'to' as state, s.dwelling from fact s where ${ofRequest('s')} and s.kind = 'step' and ${by('s')}
  order by s.seq desc, s.ordinal desc limit 1)`;
const isSigned = `exists (select from fact a where a.file_id = l.dwelling and a.kind = 'allocated' and ${by('a')})`;
const hasLeft = `exists (select from fact g where g.file_id = l.dwelling and g.kind = 'step'
  and g.data->>'to' = 'service.stopped' and ${by('g')})`;
/** A proposal was turned down by SHIS; when the company rejected the household the same event says so. */
const wasDeclined = `exists (select from fact s where ${ofRequest('s')} and s.kind = 'step' and s.data->>'state' = 'evaluating'
  and s.data->>'to' = 'sent' and ${by('s')} and not exists (select from fact t where t.file_id = s.file_id and t.seq = s.seq
    and t.kind = 'refused' and t.stage = 'tenant'))`;

/** Requests for the transitional form sent in the period, each in one class. */
export const requestsByFate: Measure = {
  name: 'requestsByFate',
  units: first(
    'f.file_id',
    'f.file_id, f.process',
    keys({
      code: `(select case when l.state is null or l.state in ('sent', 'evaluating') then 'open'
        when l.state = 'fulfilled' and ${isSigned} then 'signed'
        when l.state = 'fulfilled' and not ${hasLeft} then 'accepted'
        when l.state <> 'fulfilled' and ${wasDeclined} then 'declined' else 'closed' end
        from (select 1) one left join lateral ${last} l on true)`,
    }),
    `f.kind = 'accepted' and f.stage = 'requested' and f.form = 'transitional' and ${inPeriod}`,
  ),
};

/** The same, told by the company that owns the flat (as it stands on the flat today). */
const byCompany = ({ name, units }: Measure, is = 'true'): Measure => ({
  name: `${name}ByCompany`,
  units: `select u.file, u.day, u.district, u.form, u.form_kind, u.channel, u.party, u.stage, u.reason, u.code,
    coalesce((select c.record->>'company' from case_file c where c.id = u.file), 'unknown') as house, u.value, u.size
    from (${units}) u where ${is}`,
});
export const allocationsByCompany = byCompany(allocations);
export const declinedByCompany = byCompany(refusals, `u.stage = 'flat' and u.party = 'shis'`);

/** Households that a company rejected, by the company whose flat it was. */
export const rejectionsByCompany: Measure = {
  name: 'rejectionsByCompany',
  units: first(
    'f.file_id',
    'f.file_id, f.process, f.dwelling',
    keys({
      house: `coalesce((select c.record->>'company' from case_file c where c.id = f.dwelling), 'unknown')`,
    }),
    `f.kind = 'refused' and f.stage = 'tenant' and ${inPeriod}`,
  ),
};
