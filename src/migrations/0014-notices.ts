import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people are told: a row for each person and message, which the database shows to those alone who see the process that
 * it is about; the mail that points at such rows and holds none of them; how each person wants it; and the addresses of
 * calendars, by the hash of their secret.
 */
const tables = `
alter table person add column mail text;
create table notice (
  id int generated always as identity primary key, login text not null, file_id text not null, key text not null,
  process int not null, template text not null, at timestamptz not null, by_mail boolean not null, mail uuid,
  read_at timestamptz
);
create unique index notice_once on notice (login, file_id, key);
create index notice_login on notice (login, id);
create index notice_unread on notice (login) where read_at is null;
create index notice_to_mail on notice (login) where by_mail and mail is null;
create table mail (
  id uuid primary key, login text not null, file_id text not null, made_at timestamptz not null, attempts int not null,
  next_try timestamptz not null, begun_at timestamptz, sent_at timestamptz, given_up_at timestamptz
);
create index mail_due on mail (next_try) where sent_at is null and given_up_at is null;
create index mail_login on mail (login, made_at);
create table preference (
  login text primary key, mail text not null, muted text[] not null, quiet_from int, quiet_to int, language text not null,
  shortcuts boolean not null, refresh boolean not null, changed_at timestamptz not null
);
create table calendar (
  hash bytea primary key, login text not null, made_at timestamptz not null, read_at timestamptz, revoked_at timestamptz
);
create index calendar_login on calendar (login) where revoked_at is null;
`;

const all = 'notice, mail, preference, calendar';

const privileges = `
revoke all on ${all} from public;
grant select, insert on ${all} to husrum_app;
grant update (mail, read_at) on notice to husrum_app;
grant update (attempts, next_try, begun_at, sent_at, given_up_at) on mail to husrum_app;
grant update on preference to husrum_app;
grant update (read_at, revoked_at) on calendar to husrum_app;
grant select on notice, mail to husrum_auditor;
grant select (login, made_at, read_at, revoked_at) on calendar to husrum_auditor;
grant select on notice to husrum_reader;
alter table notice enable row level security, force row level security;
create policy reading on notice for select to husrum_reader using (exists (select from process p
  where p.file_id = notice.file_id and p.number = notice.process));
create policy "work of husrum_app" on notice to husrum_app using (true) with check (true);
create policy "work of husrum_auditor" on notice to husrum_auditor using (true) with check (true);
`;

/** Notices, mail, how each person wants to be told, and calendars. */
export class Notices1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(privileges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${all}`);
    await runner.query('alter table person drop column mail');
  }
}
