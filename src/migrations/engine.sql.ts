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
 * The one way in. `commit_file` locks one file, compares its version, chains and writes what one step did there, or
 * raises: HS001 stale (somebody was first), HS002 malformed. `commit_step` does so for several files in id order.
 * `commit_each` takes several steps of one file each, every one all or nothing by itself. They belong to a role that
 * cannot log in; the application may only call them.
 */
export const functions = `
create function commit_file(p_file text, p_expected int, p jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_head bytea := ''::bytea;
  v_hashes bytea[] := '{}';
  v_bodies text[] := array(select jsonb_array_elements_text(p -> 'bodies'));
  v_body text;
  v_seq int := p_expected;
  v_recorded timestamptz := (p ->> 'recordedAt')::timestamptz;
  v_record jsonb := p -> 'record';
begin
  if p_expected > 0 then
    select head into v_head from case_file where id = p_file and version = p_expected for update;
    if not found then raise exception 'file has moved on' using errcode = 'HS001'; end if;
  end if;

  if cardinality(v_bodies) = 0 then raise exception 'nothing happened' using errcode = 'HS002'; end if;
  foreach v_body in array v_bodies loop
    v_seq := v_seq + 1;
    if position(('"seq":' || v_seq || ',') in v_body) = 0 or position(('"file":"' || p_file || '"') in v_body) = 0 then
      raise exception 'event does not follow' using errcode = 'HS002';
    end if;
    v_head := sha256(v_head || convert_to(v_body, 'UTF8'));
    v_hashes := v_hashes || v_head;
  end loop;

  if p_expected = 0 then
    begin
      insert into case_file (id, kind, version, head, record, district, assignee, opened_at, recorded_at)
      values (p_file, p ->> 'kind', v_seq, v_head, v_record, p ->> 'district', p ->> 'assignee',
              (p ->> 'openedAt')::timestamptz, v_recorded);
    exception when unique_violation then
      raise exception 'file is there already' using errcode = 'HS001';
    end;
  end if;

  with
  files as (
    update case_file set version = v_seq, head = v_head, recorded_at = v_recorded, record = coalesce(v_record, record),
      district = case when v_record is null then district else p ->> 'district' end,
      assignee = case when v_record is null then assignee else p ->> 'assignee' end
    where id = p_file and p_expected > 0
  ), events as (
    insert into event (file_id, seq, command, request, recorded_at, canonical, hash)
    select p_file, p_expected + e.n, e.command, e.request, e.recorded_at, convert_to(e.body, 'UTF8'), e.hash
    from unnest(v_bodies, v_hashes, (p ->> 'commands')::text[], (p ->> 'requests')::text[],
                (p ->> 'recorded')::timestamptz[]) with ordinality as e(body, hash, command, request, recorded_at, n)
  ), processes as (
    insert into process (file_id, number, workflow, version, definition, parent, children, proposals, state, states,
                         stored, is_open, waits_for, opened_at, entered_at)
    select p_file, x.number, x.workflow, x.version, x.definition, x.parent, x.children, x.proposals, x.state, x.states,
           x.stored, x.is_open, x.waits_for, x.opened_at, x.entered_at
    from unnest((p ->> 'processes')::process[]) as x
    on conflict (file_id, number) do update set version = excluded.version, definition = excluded.definition,
      children = excluded.children, proposals = excluded.proposals, state = excluded.state, states = excluded.states,
      stored = excluded.stored, is_open = excluded.is_open, waits_for = excluded.waits_for,
      entered_at = excluded.entered_at
  ), undue as (
    delete from deadline where file_id = p_file and (process || '/' || key) = any ((p ->> 'undue')::text[])
  ), due as (
    insert into deadline (file_id, process, key, name, state, due_on, due_at, moves)
    select p_file, x.process, x.key, x.name, x.state, x.due_on, x.due_at, x.moves
    from unnest((p ->> 'due')::deadline[]) as x
    on conflict (file_id, process, key) do update set due_on = excluded.due_on, due_at = excluded.due_at,
      name = excluded.name, state = excluded.state
  ), seals as (
    insert into sealed (file_id, digest, seq, key_number, ciphertext)
    select p_file, x.digest, x.seq, x.key_number, x.ciphertext from unnest((p ->> 'sealed')::sealed[]) as x
  )
  insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, district, household,
                    dwelling, form_kind, channel, party, stage, reason, data)
  select p_file, x.seq, x.ordinal, x.process, x.workflow, x.form, x.kind, x.occurred_on, x.recorded_at, x.district,
         x.household, x.dwelling, x.form_kind, x.channel, x.party, x.stage, x.reason, x.data
  from unnest((p ->> 'facts')::fact[]) as x;

  if p ? 'key' then
    insert into file_key (file_id, number, wrapped) values (p_file, 1, decode(p ->> 'key', 'base64'));
  end if;
  if p ? 'unheld' then
    delete from hold where file_id = p_file and name = any ((p ->> 'unheld')::text[]);
  end if;
  if p ? 'held' then
    insert into hold (file_id, name, ref, process)
    select p_file, x.name, x.ref, x.process from unnest((p ->> 'held')::hold[]) as x;
  end if;
  if p ? 'terms' then
    insert into term (file_id, term)
    select p_file, decode(t, 'base64') from unnest((p ->> 'terms')::text[]) as t on conflict do nothing;
  end if;
  if p ? 'outbox' then
    insert into outbox (file_id, key, process, whom, template, created_at, next_try)
    select p_file, o.key, o.process, o.whom, o.template, v_recorded, v_recorded
    from unnest((p ->> 'outbox')::outbox[]) as o;
  end if;
end $$;

create function commit_step(p jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare f jsonb;
begin
  for f in select x from jsonb_array_elements(p) as x order by x ->> 'file' collate "C" loop
    perform commit_file(f ->> 'file', (f ->> 'expected')::int, f);
  end loop;
end $$;

-- Several steps of one file each, in one commit: each all or nothing by itself. For each '', 'stale' or 'repeated'.
create function commit_each(p jsonb) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  f jsonb;
  v_faults text[] := '{}';
  v_constraint text;
begin
  for f in select x from jsonb_array_elements(p) as x loop
    begin
      perform commit_file(f ->> 'file', (f ->> 'expected')::int, f);
      v_faults := array_append(v_faults, '');
    exception when sqlstate 'HS001' or unique_violation then
      get stacked diagnostics v_constraint = constraint_name;
      v_faults := array_append(v_faults, case when v_constraint = 'event_command' then 'repeated' else 'stale' end);
    end;
  end loop;
  return v_faults;
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
alter function commit_file(text, int, jsonb) owner to husrum_engine;
alter function commit_step(jsonb) owner to husrum_engine;
alter function commit_each(jsonb) owner to husrum_engine;
alter function remind(text, int, text, timestamptz, timestamptz, text, text) owner to husrum_engine;
revoke create on schema public from husrum_engine;
revoke execute on function commit_file(text, int, jsonb), commit_step(jsonb), commit_each(jsonb),
  remind(text, int, text, timestamptz, timestamptz, text, text) from public;
grant execute on function commit_file(text, int, jsonb), commit_step(jsonb), commit_each(jsonb),
  remind(text, int, text, timestamptz, timestamptz, text, text) to husrum_app;
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
