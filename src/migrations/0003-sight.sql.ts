/** Who sees a file: columns beside those of the first migration, and the commit function that fills them. */
export const columns = `
alter table case_file add column protected_until date, add column handlers text[] not null default '{}';
alter table process add column seen_by text[] not null default '{}';
create type actor as (file_id text, login text, kind text, organisation text, day date);
create index case_file_handlers on case_file using gin (handlers) where handlers <> '{}';
`;

/**
 * See the first migration; `protected_until` and `handlers` follow the record. `p_actors`: who sends a step to a file that is
 * there, at most one for each file. Raises HS003 when it is a household that another district answers for, or a protected one
 * without them among its handlers: the gate has let through what it should not have.
 */
export const commitFiles = `
create function commit_files(
  p_files case_file[], p_of text[], p_bodies text[], p_commands text[], p_requests text[], p_recorded timestamptz[],
  p_processes process[], p_undue deadline[], p_due deadline[], p_facts fact[], p_sealed sealed[], p_terms term[],
  p_keys file_key[], p_unheld hold[], p_held hold[], p_outbox outbox[], p_actors actor[]
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
        as t(id, kind, expected, head, record, district, assignee, opened_at, recorded_at, protected_until, handlers, place)
        on t.id = b.id
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
  if p_actors <> '{}' and exists (
    select from unnest(p_actors) as a join case_file f on f.id = a.file_id
    where f.id = any (p_of) and f.kind = 'household' and (
      (f.protected_until >= a.day and not a.login = any (f.handlers))
      or (a.kind in ('district', 'housingUnit') and f.district is distinct from a.organisation))
  ) then
    raise exception 'a household that is not theirs' using errcode = 'HS003';
  end if;

  if p_undue <> '{}' then
    delete from deadline d using unnest(p_undue) as x
    where x.file_id = any (p_of) and d.file_id = x.file_id and d.process = x.process and d.key = x.key;
  end if;
  with
  opened as (
    insert into case_file (id, kind, version, head, record, district, assignee, opened_at, recorded_at, protected_until,
      handlers)
    select t.id, t.kind, t.version, t.head, t.record, t.district, t.assignee, t.opened_at, t.recorded_at,
      t.protected_until, t.handlers
    from unnest(p_files, v_versions, v_heads)
      as t(id, kind, expected, last, record, district, assignee, opened_at, recorded_at, protected_until, handlers,
        version, head)
    where t.expected = 0
  ), files as (
    update case_file f set version = t.version, head = t.head, recorded_at = t.recorded_at,
      record = coalesce(t.record, f.record),
      district = case when t.record is null then f.district else t.district end,
      assignee = case when t.record is null then f.assignee else t.assignee end,
      protected_until = case when t.record is null then f.protected_until else t.protected_until end,
      handlers = case when t.record is null then f.handlers else t.handlers end
    from unnest(p_files, v_versions, v_heads)
      as t(id, kind, expected, last, record, district, assignee, opened_at, recorded_at, protected_until, handlers,
        version, head)
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
      entered_at = excluded.entered_at, seen_by = excluded.seen_by
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
`;

/**
 * Row policies for people's reading, which goes through role `husrum_reader` with settings of the transaction alone:
 * `husrum.login`, `husrum.kind`, `husrum.organisation`, `husrum.role`, `husrum.day` and `husrum.emergency` (file numbers,
 * separated by commas). They say what the gate says (src/access/gate.ts), in the database's own words: a missing setting
 * shows nothing. The engine, which must know of every flat and file to decide, has policies of its own; the owner has none.
 */
export const policies = `
create function reader_acts() returns boolean language sql stable as $$
  select current_setting('husrum.role', true) in ('caseworker', 'manager', 'administrator', 'officer')
$$;
create function file_is_seen_by(p_file text, p_kind text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from process where file_id = p_file and p_kind = any (seen_by))
$$;
create function reader_sees(f case_file) returns boolean language sql stable as $$
  select case
    when f.id = any (string_to_array(current_setting('husrum.emergency', true), ','))
      then reader_acts() and current_setting('husrum.kind', true) in ('district', 'housingUnit', 'shis')
    when f.protected_until is not null
      and not coalesce(f.protected_until < nullif(current_setting('husrum.day', true), '')::date, false)
      and not coalesce(current_setting('husrum.login', true) = any (f.handlers), false) then false
    when current_setting('husrum.kind', true) = 'administration'
      then current_setting('husrum.role', true) = 'auditor'
    when not reader_acts() then false
    when current_setting('husrum.login', true) = any (f.handlers) then true
    when f.kind = 'household' and current_setting('husrum.kind', true) in ('district', 'housingUnit')
      then f.district = current_setting('husrum.organisation', true)
    else file_is_seen_by(f.id, current_setting('husrum.kind', true))
  end
$$;

grant select on case_file, process, event, deadline, term to husrum_reader;
grant usage on schema public to husrum_reader;
grant husrum_reader to husrum_app;

alter table case_file enable row level security, force row level security;
alter table process enable row level security, force row level security;
alter table event enable row level security, force row level security;
alter table deadline enable row level security, force row level security;
alter table term enable row level security, force row level security;

create policy reading on case_file for select to husrum_reader using (reader_sees(case_file));
create policy reading on process for select to husrum_reader using (
  exists (select from case_file f where f.id = file_id)
  and (current_setting('husrum.kind', true) = 'administration' or current_setting('husrum.kind', true) = any (seen_by)));
create policy reading on event for select to husrum_reader using (exists (select from case_file f where f.id = file_id));
create policy reading on deadline for select to husrum_reader using (exists (select from process p
  where p.file_id = deadline.file_id and p.number = deadline.process));

create policy reading on term for select to husrum_reader using (
  current_setting('husrum.kind', true) not in ('agency', 'company')
  and exists (select from case_file f where f.id = file_id));

do $$
declare t text; r text;
begin
  foreach t in array array['case_file', 'process', 'event', 'deadline', 'term'] loop
    foreach r in array array['husrum_engine', 'husrum_app', 'husrum_auditor'] loop
      execute format('create policy %I on %I to %I using (true) with check (true)', 'work of ' || r, t, r);
    end loop;
  end loop;
end $$;
`;
