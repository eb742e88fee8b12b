import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the provider said at sign-in: its token, sealed with the session's secret, and when it last saw who it is. */
const session = `
alter table session add column id_token bytea, add column authenticated_at timestamptz;
`;

/** Tries that are counted by every process together; lost with a crash, as the minute is that they are counted for. */
const tries = `
create unlogged table tries (
  key bytea primary key, times int not null, ends_at timestamptz not null
);
revoke all on tries from public;
grant select, insert, update, delete on tries to husrum_app;
`;

const chain = `
alter table security_event add column seq int, add column canonical bytea, add column hash bytea;
create table security_chain (
  one boolean primary key default true check (one), last int not null, head bytea not null
);
insert into security_chain (last, head) values (0, '');
`;

/**
 * The text of an event is RFC 8785 of what its columns say. One chain for all: signing in and what gives access happens
 * seldom enough for one lock.
 */
const functions = `
create function security_text(p security_event) returns text language sql immutable as $$
  select '{' || concat_ws(',', '"at":' || to_json(to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    '"by":' || to_json(p.by), '"event":' || to_json(p.event), '"format":1', '"login":' || to_json(p.login),
    '"ref":' || to_json(p.ref), '"seq":' || p.seq) || '}'
$$;
create function log_security(p_at timestamptz, p_event text, p_login text, p_by text, p_ref text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_event security_event;
  v_head bytea;
begin
  select last + 1, head into v_event.seq, v_head from security_chain for update;
  v_event.at := p_at; v_event.event := p_event; v_event.login := p_login; v_event.by := p_by; v_event.ref := p_ref;
  v_event.canonical := convert_to(security_text(v_event), 'UTF8');
  v_head := sha256(v_head || v_event.canonical);
  insert into security_event (at, event, login, by, ref, seq, canonical, hash)
  values (p_at, p_event, p_login, p_by, p_ref, v_event.seq, v_event.canonical, v_head);
  update security_chain set last = v_event.seq, head = v_head;
  return v_event.seq;
end $$;
`;

/** What was written before is chained in the order in which it was. */
const chainBefore = `
do $$
declare
  v_event security_event;
  v_seq int := 0;
  v_head bytea := '';
begin
  for v_event in select * from security_event order by id loop
    v_seq := v_seq + 1;
    v_event.seq := v_seq;
    v_event.canonical := convert_to(security_text(v_event), 'UTF8');
    v_head := sha256(v_head || v_event.canonical);
    update security_event set seq = v_seq, canonical = v_event.canonical, hash = v_head where id = v_event.id;
  end loop;
  update security_chain set last = v_seq, head = v_head;
end $$;
alter table security_event alter seq set not null, alter canonical set not null, alter hash set not null;
create unique index security_event_seq on security_event (seq);
`;

const privileges = `
revoke all on security_chain from public;
revoke insert on security_event from husrum_app;
grant usage, create on schema public to husrum_engine;
grant select, insert on security_event to husrum_engine;
grant select, update on security_chain to husrum_engine;
alter function log_security owner to husrum_engine;
revoke create on schema public from husrum_engine;
revoke execute on function log_security, security_text from public;
grant execute on function security_text to husrum_engine;
grant execute on function log_security to husrum_app;
grant select on security_chain to husrum_app, husrum_auditor;
`;

/** Signing out at both ends and signing in afresh, tries counted together, and the security log as a chain. */
export class Security1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [session, tries, chain, functions, chainBefore, privileges]) await runner.query(text);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function log_security; drop function security_text; drop table security_chain, tries;
      alter table security_event drop column seq, drop column canonical, drop column hash;
      revoke select, insert on security_event from husrum_engine;
      grant insert on security_event to husrum_app;
      alter table session drop column id_token, drop column authenticated_at`);
  }
}
