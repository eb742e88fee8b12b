import { MOST_ATTEMPTS } from '../engine/outbox.js';
import type { NotSentBecause } from './not-sent.js';

/** What is read of an incident, and of what it is about. */
export interface IncidentRow {
  readonly id: string;
  readonly file: string;
  readonly subject: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly nextTry: Date | null;
  readonly closedAt: Date | null;
  /** The message or mail that it is about is there and has not gone. */
  readonly unsent: boolean;
  readonly notSentBecause: NotSentBecause | null;
  readonly protected: boolean;
  readonly responsible: string | null;
  readonly workflow: string | null;
  readonly version: number | null;
  readonly deadline: string | null;
  readonly template: string | null;
  readonly key: string | null;
}

/** What is read of a message that waits. */
export interface WaitingRow {
  readonly file: string;
  readonly key: string;
  readonly whom: string;
  readonly template: string;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly nextTry: Date;
  readonly protected: boolean;
  readonly workflow: string;
  readonly version: number;
}

/** Named by a hash, so that no number of a file stands in an address. */
const ID = `left(encode(sha256(convert_to(i.file_id || ' ' || i.subject, 'UTF8')), 'hex'), 16)`;

/** What the open incident of a name is about. */
export const OPEN_INCIDENT = `select file_id as file, subject from incident i where closed_at is null and ${ID} = $1`;

/** `$1` is the day, `$2` the moment. */
export const INCIDENTS = `
select ${ID} as id, i.file_id as file, i.subject,
  i.code, i.message, coalesce(o.attempts, m.attempts, i.attempts) as attempts, i.first_at as "firstAt", coalesce(o.sent_at, m.sent_at, i.last_at) as "lastAt",
  case when i.subject not like 'message %' then i.next_try when o.attempts < ${MOST_ATTEMPTS} then o.next_try
    when m.given_up_at is null then m.next_try end as "nextTry",
  (o.key is not null or m.id is not null) and coalesce(o.sent_at, m.sent_at) is null as unsent, i.not_sent_because as "notSentBecause",
  i.closed_at as "closedAt", coalesce(f.protected_until >= $1::date, false) as protected, f.district as responsible,
  p.workflow, p.version, d.name as deadline, o.template, o.key
from incident i
  left join case_file f on f.id = i.file_id
  left join outbox o on o.file_id = i.file_id and i.subject = 'message ' || o.key
  left join mail m on i.subject = 'message mail ' || m.id
  left join process p on p.file_id = i.file_id
    and p.number = coalesce(o.process, substring(i.subject from '^deadline (\\d{1,9})/')::int)
  left join deadline d on d.file_id = i.file_id and i.subject = 'deadline ' || d.process || '/' || d.key
where i.closed_at is null or i.closed_at > $2::timestamptz - interval '30 days'
order by i.closed_at desc nulls first, i.first_at, i.file_id, i.subject limit 200`;

/** Messages that have failed and are not given up. */
export const WAITING = `
select o.file_id as file, o.key, o.whom, o.template, o.created_at as "createdAt", o.attempts, o.next_try as "nextTry",
  coalesce(f.protected_until >= $1::date, false) as protected, p.workflow, p.version
from outbox o join process p on p.file_id = o.file_id and p.number = o.process
  left join case_file f on f.id = o.file_id
where o.sent_at is null and o.attempts between 1 and ${MOST_ATTEMPTS - 1}
order by o.created_at, o.file_id, o.key limit 100`;
