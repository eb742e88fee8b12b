/** Statements on mail. */
export const sql = {
  /** Who has something new that no mail has told of, and when they last had one. */
  waiting: `
select n.login, count(*)::int as count, (select max(made_at) from mail m where m.login = n.login) as last
from notice n where n.by_mail and n.mail is null and n.read_at is null group by n.login order by n.login limit 500`,
  /** One mail about all that is new to one person; none when another node was first. */
  make: `
with told as (
  update notice set mail = $2 where login = $1 and by_mail and mail is null and read_at is null returning file_id)
insert into mail (id, login, file_id, made_at, attempts, next_try)
select $2, $1, min(file_id), $3, 0, $3 from told having count(*) > 0`,
  /** Whoever has begun a mail and not said how it ended has died: it may have gone, so it is not sent again. */
  interrupted: `
with lost as (
  update mail set given_up_at = $1 where sent_at is null and given_up_at is null
    and begun_at <= $1::timestamptz - interval '2 minutes' returning id, file_id)
insert into incident (file_id, subject, code, message, attempts, first_at, last_at, next_try)
select file_id, 'message mail ' || id, 'uncertain-mail', 'interrupted', 1, $1, $1, $1 from lost
on conflict (file_id, subject) do update set code = excluded.code, message = excluded.message, last_at = $1, closed_at = null`,
  claim: `
with next as materialized (
  select id from mail where sent_at is null and given_up_at is null and begun_at is null and next_try <= $1
  order by next_try, id limit 1 for update skip locked)
update mail m set attempts = m.attempts + 1, begun_at = $1 from next n where m.id = n.id
returning m.id, m.login, m.file_id as file, m.attempts, (select count(*)::int from notice where notice.mail = m.id) as count`,
  sent: `
with sent as (update mail set sent_at = $2 where id = $1 returning id, file_id)
update incident i set closed_at = $2 from sent
where i.file_id = sent.file_id and i.subject = 'message mail ' || sent.id and i.closed_at is null`,
  later: `
with later as (
  update mail set begun_at = null, next_try = $2::timestamptz + $3 * interval '1 minute' where id = $1 returning id, file_id)
update incident i set last_at = $2 from later
where i.file_id = later.file_id and i.subject = 'message mail ' || later.id and i.closed_at is null`,
  givenUp: 'update mail set given_up_at = $2 where id = $1',
  /** One that is on its way just now, or that may have gone, is not. */
  again: `
with again as (
  update mail m set attempts = 0, next_try = $2, begun_at = null, given_up_at = null from incident i
  where m.id = $1 and m.sent_at is null and (m.begun_at is null or m.given_up_at is not null)
    and i.file_id = m.file_id and i.subject = 'message mail ' || m.id and i.closed_at is null and i.code = 'undelivered-mail'
  returning m.id, m.file_id)
update incident i set next_try = $2 from again where i.file_id = again.file_id and i.subject = 'message mail ' || again.id`,
  leftUnsent: `
with given_up as (update mail set given_up_at = $2 where id = $1 and sent_at is null returning id, file_id)
update incident i set closed_at = $2, not_sent_because = $3 from given_up g
where i.file_id = g.file_id and i.subject = 'message mail ' || g.id and i.closed_at is null`,
} as const;
