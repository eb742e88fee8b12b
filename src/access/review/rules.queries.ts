import { MANY_IN_AN_HOUR, NIGHT_FROM, NIGHT_UNTIL } from '../access.policy.js';
import type { Rule } from './review.words.js';

/** What counts as reading about a family. */
const readsOf = (
  e: string,
): string => `not ${e}.refused and ${e}.file_kind = 'household' and ${e}.why <> 'system'
  and ${e}.what in ('file', 'file-as-of', 'trail', 'documents', 'document', 'dry-run', 'step', 'export')`;

/** Readings of a span of time with their day in Stockholm; `$1` its beginning, `$2` its end. */
const readings = (and: string, reads = readsOf('e')): string => `
select e.*, (e.at at time zone 'Europe/Stockholm') as local from access_entry e
where e.at >= $1 and e.at < $2 and ${reads} and ${and}`;

/** One item for each reader, subject and day (and `each`): the first of those readings. `$3` when it is made. */
const items = (
  rule: Rule,
  from: string,
  { subject = 'file_id', more = '', each = 'local::date' } = {},
): string => `
insert into review_item (rule, login, organisation, subject, day, month, stream, seq, at, made_at)
select distinct on (login, ${subject}, local::date, ${each}) '${rule}', login, organisation, ${subject}, local::date,
  to_char(local, 'YYYY-MM'), stream, seq, at, $3::timestamptz
from (${from}) as r ${more}
order by login, ${subject}, local::date, ${each}, at, stream, seq
on conflict do nothing`;

const hour = (of: number): string => `'${String(of).padStart(2, '0')}:00'`;

/** Who read more different households than is usual within the hour before. */
const MANY = `(select count(distinct x.file_id) from access_entry x where x.login = e.login
  and x.at > e.at - interval '1 hour' and x.at <= e.at and ${readsOf('x')}) > ${MANY_IN_AN_HOUR.value}`;

/** By each rule the statement that makes its items of a span of time: `$1` from, `$2` until, `$3` when it is made. */
export const ruleQueries: Readonly<Record<Exclude<Rule, 'sample' | OwnRule>, string>> = {
  unstated: items('unstated', readings(`e.why = 'unstated'`)),
  night: items('night', readings('true'), {
    more: `where local::time >= ${hour(NIGHT_FROM.value)} or local::time < ${hour(NIGHT_UNTIL.value)}`,
  }),
  many: items('many', readings(MANY), { subject: `''::text` }),
  protected: items('protected', readings('e.protected')),
  // Each has a reason of its own, and each is reviewed.
  emergency: items('emergency', readings('true', `e.what = 'emergency' and not e.refused`), { each: 'seq' }),
};

/** Rules that hold something of the reader's own against the family's. */
export type OwnRule = 'surname' | 'address';

/** `$4`, `$5`: logins and the keyed hashes of what is theirs, side by side. */
export const ownQuery = (rule: OwnRule): string =>
  items(
    rule,
    readings(`exists (select from unnest($4::text[], $5::bytea[]) as n(login, term) join term t on t.term = n.term
    where n.login = e.login and t.file_id = e.file_id)`),
  );

/** Readings of a month by reader, file and day, in an order that only `$4`, the month's secret seed, gives; the first `$5` percent, `$6` at least. */
export const sampleQuery = `
with units as materialized (
  select distinct on (login, file_id, local::date) r.*, local::date as day from (${readings('true')}) as r
  order by login, file_id, local::date, at, stream, seq
)
insert into review_item (rule, login, organisation, subject, day, month, stream, seq, at, made_at)
select 'sample', login, organisation, file_id, day, to_char(local, 'YYYY-MM'), stream, seq, at, $3::timestamptz from units
order by sha256(convert_to(concat_ws(' ', $4::text, login, file_id, day), 'UTF8'))
limit (select greatest($6::int, ceil(count(*) * $5::int / 100.0)) from units)
on conflict do nothing`;

/** Who read about families in a span of time. */
export const READERS = `select distinct login from (${readings('true')}) as r`;
