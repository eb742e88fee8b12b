/** One notice as it is kept. */
export interface NoticeRow {
  readonly id: number;
  readonly file: string;
  readonly key: string;
  readonly process: number;
  readonly template: string;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly workflow: string;
  readonly version: number;
}

/**
 * Statements on notices. What people read goes through the row policies: a notice of a process that they may not see is none.
 * `$1` is the login.
 */
export const sql = {
  /** From a message of the outbox, once for each person. By mail: who has an address, has not muted it, and not of the past. */
  tell: `
insert into notice (login, file_id, key, process, template, at, by_mail)
select t.login, o.file_id, o.key, o.process, o.template, o.created_at,
  t.by_mail and o.created_at > $5::timestamptz - interval '7 days' and coalesce(p.mail, 'daily') <> 'off'
    and not o.template = any(coalesce(p.muted, '{}'))
from outbox o cross join unnest($3::text[], $4::boolean[]) as t(login, by_mail)
left join preference p on p.login = t.login
where o.file_id = $1 and o.key = $2 on conflict do nothing`,
  page: `
select n.id, n.file_id as file, n.key, n.process, n.template, n.at, n.read_at as "readAt", p.workflow, p.version
from notice n join process p on p.file_id = n.file_id and p.number = n.process
where n.login = $1 and (not $2 or n.read_at is null) and ($3::int is null or n.id < $3) order by n.id desc limit $4`,
  unread: `select count(*)::int as count from (
  select from notice where login = $1 and read_at is null limit $2) as n`,
  readFile: 'update notice set read_at = $3 where login = $1 and file_id = $2 and read_at is null',
  readAll: 'update notice set read_at = $3 where login = $1 and id <= $2 and read_at is null',
} as const;
