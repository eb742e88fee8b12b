import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session, a pending sign-in and a token are kept by the SHA-256 of the secret that the browser holds. What they seal
 * (nonce and verifier, what was typed) opens only with that secret.
 */
const tables = `
create table assignment (
  id int generated always as identity primary key, login text not null, organisation text not null, role text not null,
  valid_from date not null, valid_to date, recorded_at timestamptz not null
);
create index assignment_login on assignment (login, valid_from);
create table cover (
  id int generated always as identity primary key, login text not null, covered text not null,
  valid_from date not null, valid_to date not null, recorded_at timestamptz not null
);
create index cover_login on cover (login, valid_from);
alter table api_token add column organisation text, add column role text, add column scopes text[];
create table session (
  hash bytea primary key, ref text not null unique, login text not null, acting jsonb, subject text not null, sid text,
  began_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null,
  ended_at timestamptz, ended_by text, kept bytea, kept_form text, kept_until timestamptz
);
create index session_login on session (login) where ended_at is null;
create index session_subject on session (subject) where ended_at is null;
create table pending_sign_in (
  hash bytea primary key, browser bytea not null, sealed bytea not null, expires_at timestamptz not null
);
create table logout_token (
  hash bytea primary key, expires_at timestamptz not null
);
create table security_event (
  id bigint generated always as identity primary key, at timestamptz not null, event text not null, login text,
  by text, ref text
);
create index security_event_login on security_event (login, at);
`;

const kept = 'assignment, cover';
const passing = 'session, pending_sign_in, logout_token';

const privileges = `
revoke all on ${kept}, ${passing}, security_event from public;
grant select, insert on ${kept}, security_event to husrum_app;
grant select, insert, update, delete on ${passing} to husrum_app;
grant select on ${kept}, security_event to husrum_auditor;
grant select (ref, login, acting, began_at, seen_at, ends_at, ended_at, ended_by) on session to husrum_auditor;
grant select (organisation, role, scopes) on api_token to husrum_auditor;
`;

/** Further roles and cover, sessions, sign-ins under way, and the log of what happened to them. */
export class Sessions1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(privileges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${kept}, ${passing}, security_event`);
    await runner.query(
      'alter table api_token drop column organisation, drop column role, drop column scopes',
    );
  }
}
