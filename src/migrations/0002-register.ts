import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Registers are only ever added to: of the rows with one key, the one that began last counts, and of those that began at
 * the same time the one recorded last. `valid_to` is the last good day.
 */
const tables = `
create table organisation (
  id int generated always as identity primary key, code text not null, kind text not null, name text not null,
  valid_from timestamptz not null, recorded_at timestamptz not null
);
create index organisation_code on organisation (code, valid_from);
create table district (
  id int generated always as identity primary key, code text not null, name text not null, valid_from date not null,
  valid_to date, successor text, recorded_at timestamptz not null
);
create index district_code on district (code, valid_from);
create table person (
  id int generated always as identity primary key, login text not null, name text not null, organisation text not null,
  role text not null, valid_from timestamptz not null, valid_to date, recorded_at timestamptz not null
);
create index person_login on person (login, valid_from);
create table facility (
  id int generated always as identity primary key, code text not null, name text not null, valid_from date not null,
  recorded_at timestamptz not null
);
create index facility_code on facility (code, valid_from);
create table goal (
  id int generated always as identity primary key, year int not null, forms text[] not null, goal int not null,
  valid_from date not null, recorded_at timestamptz not null
);
create index goal_year on goal (year, valid_from);
create table register_change (
  id int generated always as identity primary key, line text not null, register text not null, data jsonb not null,
  valid_from timestamptz not null, recorded_at timestamptz not null, by text not null
);
create unique index register_change_line on register_change (line);
create table api_token (
  hash bytea primary key, login text not null, label text not null, created_at timestamptz not null,
  expires_at timestamptz not null, revoked_at timestamptz
);
create index api_token_login on api_token (login);
`;

const registers = 'organisation, district, person, facility, goal, register_change';

const privileges = `
revoke all on ${registers}, api_token from public;
grant select, insert on ${registers}, api_token to husrum_app;
grant update (revoked_at) on api_token to husrum_app;
grant select on ${registers} to husrum_auditor;
grant select (login, label, created_at, expires_at, revoked_at) on api_token to husrum_auditor;
`;

/** Organisations, districts, people, facilities, goals, the log of their changes, and bearer tokens. */
export class Register1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(privileges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${registers}, api_token`);
  }
}
