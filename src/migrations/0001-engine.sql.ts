/** Tables of the engine. Every key begins with the file, and no foreign key crosses files: the same schema can be distributed by file. */
export const tables = `
create table case_file (
  id text primary key, kind text not null, version int not null, head bytea not null, record jsonb not null,
  district text, assignee text, opened_at timestamptz not null, recorded_at timestamptz not null
) with (fillfactor = 80);
create index case_file_district on case_file (district, id);
create index case_file_assignee on case_file (assignee, id) where assignee is not null;

create table process (
  file_id text not null, number int not null, workflow text not null, version int not null, definition text not null,
  parent text, children jsonb not null, proposals jsonb not null, state text not null, states text[] not null,
  stored jsonb not null, is_open boolean not null, waits_for text, opened_at timestamptz not null,
  entered_at timestamptz not null, primary key (file_id, number)
) with (fillfactor = 80);
create index process_list on process (workflow, state, entered_at, file_id, number);

create table event (
  file_id text not null, seq int not null, command text, request text, recorded_at timestamptz not null,
  canonical bytea not null, hash bytea not null, primary key (file_id, seq)
);
create unique index event_command on event (file_id, command) where command is not null;

create table deadline (
  file_id text not null, process int not null, key text not null, name text not null, state text not null,
  due_on date not null, due_at timestamptz not null, moves boolean not null, reminded_at timestamptz,
  primary key (file_id, process, key)
);
create index deadline_due on deadline (due_at, file_id) where reminded_at is null;

create table fact (
  file_id text not null, seq int not null, ordinal int not null, process int not null, workflow text not null,
  form text, kind text not null, occurred_on date not null, recorded_at timestamptz not null, voided_at timestamptz,
  district text, household text, dwelling text, form_kind text, channel text, party text, stage text, reason text,
  data jsonb not null, primary key (file_id, seq, ordinal)
);
create index fact_kind on fact (kind, occurred_on);

create table hold (
  file_id text not null, name text not null, ref text not null, process int not null, primary key (file_id, name)
);
create table file_key (
  file_id text not null, number int not null, wrapped bytea not null, primary key (file_id, number)
);
create table sealed (
  file_id text not null, digest text not null, seq int not null, key_number int not null, ciphertext bytea not null,
  primary key (file_id, digest)
);
create table term (
  file_id text not null, term bytea not null, primary key (file_id, term)
);
create index term_term on term (term, file_id);

create table outbox (
  file_id text not null, key text not null, process int not null, whom text not null, template text not null,
  created_at timestamptz not null, attempts int not null default 0, next_try timestamptz not null, sent_at timestamptz,
  primary key (file_id, key)
);
create index outbox_due on outbox (next_try) where sent_at is null;

create table incident (
  file_id text not null, subject text not null, code text not null, message text not null, attempts int not null,
  first_at timestamptz not null, last_at timestamptz not null, next_try timestamptz, closed_at timestamptz,
  primary key (file_id, subject)
);
create index incident_open on incident (next_try) where closed_at is null;

create table setting (
  name text primary key, value jsonb not null
);
`;

/**
 * The one way in. `commit_files` writes what one or more steps did in one or more files, or nothing. It locks the files
 * in the order of their ids, compares their versions, chains the events in their order and writes the rows. Returns null,
 * or the files that somebody else was first in; raises HS002 when events are missing or do not follow. Files and their
 * events come in the same order; rows of other files are left out. `version` in `p_files` is the one expected, 0 for a new file; `record` is
 * null when it stays. It belongs to a role that cannot log in; the application may only call it.
 */
export const functions = `
create function commit_files(
  p_files case_file[], p_of text[], p_bodies text[], p_commands text[], p_requests text[], p_recorded timestamptz[],
  p_processes process[], p_undue deadline[], p_due deadline[], p_facts fact[], p_sealed sealed[], p_terms term[],
  p_keys file_key[], p_unheld hold[], p_held hold[], p_outbox outbox[]
) returns text[]
language plpgsql security definer
set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_heads bytea[] := '{}';
  v_versions int[] := '{}';
  v_seqs int[] := '{}';
  v_hashes bytea[] := '{}';
  v_stale text[];
  v_file text;
  v_place int := 0;
  v_seq int;
  v_head bytea;
  v_event record;
begin
  for v_event in
    select b.id, b.body, t.place, t.expected, coalesce(f.version, 0) as version, coalesce(f.head, ''::bytea) as head
    from unnest(p_of, p_bodies) with ordinality as b(id, body, n)
      left join unnest(p_files) with ordinality
        as t(id, kind, expected, head, record, district, assignee, opened_at, recorded_at, place) on t.id = b.id
      left join (select id, version, head from case_file where id = any (p_of) order by id collate "C" for update) as f
        on f.id = b.id
    order by b.n
  loop
    if v_event.id is distinct from v_file then
      if v_place > 0 then v_heads := v_heads || v_head; v_versions := v_versions || v_seq; end if;
      v_place := v_place + 1;
      v_file := v_event.id; v_head := v_event.head; v_seq := v_event.version;
      if v_event.place is distinct from v_place then
        raise exception 'events and files differ' using errcode = 'HS002';
      end if;
      if v_seq <> v_event.expected then v_stale := v_stale || v_file; end if;
    end if;
    continue when v_stale is not null;
    v_seq := v_seq + 1;
    if position(('"seq":' || v_seq || ',') in v_event.body) = 0
        or position(('"file":"' || v_file || '"') in v_event.body) = 0 then
      raise exception 'event does not follow' using errcode = 'HS002';
    end if;
    v_head := sha256(v_head || convert_to(v_event.body, 'UTF8'));
    v_seqs := v_seqs || v_seq;
    v_hashes := v_hashes || v_head;
  end loop;
  if v_stale is not null then return v_stale; end if;
  if v_place = 0 or v_place <> cardinality(p_files) then
    raise exception 'nothing happened' using errcode = 'HS002';
  end if;
  v_heads := v_heads || v_head; v_versions := v_versions || v_seq;

  if p_undue <> '{}' then
    delete from deadline d using unnest(p_undue) as x
    where x.file_id = any (p_of) and d.file_id = x.file_id and d.process = x.process and d.key = x.key;
  end if;
  with
  opened as (
    insert into case_file (id, kind, version, head, record, district, assignee, opened_at, recorded_at)
    select t.id, t.kind, t.version, t.head, t.record, t.district, t.assignee, t.opened_at, t.recorded_at
    from unnest(p_files, v_versions, v_heads)
      as t(id, kind, expected, last, record, district, assignee, opened_at, recorded_at, version, head)
    where t.expected = 0
  ), files as (
    update case_file f set version = t.version, head = t.head, recorded_at = t.recorded_at,
      record = coalesce(t.record, f.record),
      district = case when t.record is null then f.district else t.district end,
      assignee = case when t.record is null then f.assignee else t.assignee end
    from unnest(p_files, v_versions, v_heads)
      as t(id, kind, expected, last, record, district, assignee, opened_at, recorded_at, version, head)
    where f.id = t.id and t.expected > 0
  ), events as (
    insert into event (file_id, seq, command, request, recorded_at, canonical, hash)
    select x.file, x.seq, x.command, x.request, x.recorded_at, convert_to(x.body, 'UTF8'), x.hash
    from unnest(p_of, v_seqs, p_commands, p_requests, p_recorded, p_bodies, v_hashes)
      as x(file, seq, command, request, recorded_at, body, hash)
  ), processes as (
    insert into process select x.* from unnest(p_processes) as x where x.file_id = any (p_of)
    on conflict (file_id, number) do update set version = excluded.version, definition = excluded.definition,
      children = excluded.children, proposals = excluded.proposals, state = excluded.state, states = excluded.states,
      stored = excluded.stored, is_open = excluded.is_open, waits_for = excluded.waits_for,
      entered_at = excluded.entered_at
  ), due as (
    insert into deadline select x.* from unnest(p_due) as x where x.file_id = any (p_of)
    on conflict (file_id, process, key) do update set due_on = excluded.due_on, due_at = excluded.due_at,
      name = excluded.name, state = excluded.state
  ), seals as (
    insert into sealed select x.* from unnest(p_sealed) as x where x.file_id = any (p_of)
  )
  insert into fact select x.* from unnest(p_facts) as x where x.file_id = any (p_of);

  if p_keys <> '{}' then
    insert into file_key select x.* from unnest(p_keys) as x where x.file_id = any (p_of);
  end if;
  if p_unheld <> '{}' then
    delete from hold h using unnest(p_unheld) as x
    where x.file_id = any (p_of) and h.file_id = x.file_id and h.name = x.name;
  end if;
  if p_held <> '{}' then
    insert into hold select x.* from unnest(p_held) as x where x.file_id = any (p_of);
  end if;
  if p_terms <> '{}' then
    insert into term select x.* from unnest(p_terms) as x where x.file_id = any (p_of) on conflict do nothing;
  end if;
  if p_outbox <> '{}' then
    insert into outbox select x.* from unnest(p_outbox) as x where x.file_id = any (p_of);
  end if;
  return null;
end $$;

-- Once per visit of a state: marks the reminder as given and puts its message in the outbox. False when another was first.
create function remind(p_file text, p_process int, p_key text, p_due timestamptz, p_at timestamptz, p_whom text,
                       p_template text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update deadline set reminded_at = p_at
  where file_id = p_file and process = p_process and key = p_key and due_at = p_due and not moves and reminded_at is null;
  if not found then return false; end if;
  insert into outbox (file_id, key, process, whom, template, created_at, next_try)
  values (p_file, p_key || '@' || p_process || '@' || to_char(p_due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'), p_process,
          p_whom, p_template, p_at, p_at)
  on conflict do nothing;
  return true;
end $$;
`;

const engineTables = 'case_file, process, event, deadline, fact, hold, file_key, sealed, term';

/** Who may what: only the functions write the engine's tables; the app works the outbox and incidents; the auditor reads. */
export const privileges = `
revoke all on ${engineTables}, outbox, incident, setting from public;
revoke execute on all functions in schema public from public;
grant usage, create on schema public to husrum_engine;
grant usage on schema public to husrum_app, husrum_auditor;
grant select, insert, update, delete on ${engineTables}, outbox to husrum_engine;
revoke update, delete on event from husrum_engine;
alter function commit_files owner to husrum_engine;
alter function remind owner to husrum_engine;
revoke create on schema public from husrum_engine;
revoke execute on function commit_files, remind from public;
grant execute on function commit_files, remind to husrum_app;
grant select on ${engineTables}, outbox, incident to husrum_app;
grant update (attempts, next_try, sent_at) on outbox to husrum_app;
grant insert, update on incident to husrum_app;
grant select, insert, update on setting to husrum_app;
grant select on case_file, process, event, deadline, fact, hold, sealed, outbox, incident to husrum_auditor;
`;

/** Cluster-wide roles; made once, shared by every database of the cluster. None can log in. */
export const roles = `
do $$
declare r text;
begin
  foreach r in array array['husrum_engine', 'husrum_app', 'husrum_auditor'] loop
    begin
      if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to %I', r, current_user);
  end loop;
end $$;
`;
