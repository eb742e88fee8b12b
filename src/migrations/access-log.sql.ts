/**
 * Who has read what. One chain for each file that is read, and one for each person (`person:<login>`) for what is no
 * single file. `files`: those shown in a list. A note is sealed with the file's key and may be deleted with it; its digest
 * stands in the entry. What comes up for review is found by the log's rules; the outcome said last counts.
 */
export const tables = `
create table access_stream (
  stream text primary key, version int not null, head bytea not null
) with (fillfactor = 80);

create table access_entry (
  stream text not null, seq int not null, at timestamptz not null, login text not null, organisation text not null,
  what text not null, refused boolean not null, file_id text, file_kind text, protected boolean not null, why text not null,
  reason text, files text[] not null, canonical bytea not null, hash bytea not null, primary key (stream, seq)
);
create index access_entry_stream on access_entry (stream, at);
create index access_entry_login on access_entry (login, at);
create index access_entry_at on access_entry (at);
create index access_entry_files on access_entry using gin (files);
create index access_entry_reason on access_entry (stream, login, at) where reason is not null;

create table access_note (
  stream text not null, seq int not null, file_id text not null, ciphertext bytea not null, primary key (stream, seq)
);
create index access_note_file on access_note (file_id);

create table emergency_access (
  id int generated always as identity primary key, file_id text not null, login text not null, happened text not null,
  at timestamptz not null, until timestamptz not null, stream text not null, seq int not null
);
create index emergency_access_login on emergency_access (login, until);

create table alert (
  id int generated always as identity primary key, login text not null, stream text not null, seq int not null,
  at timestamptz not null, read_at timestamptz
);
create index alert_login on alert (login, at);

create table review_item (
  id int generated always as identity primary key, rule text not null, login text not null, organisation text not null,
  subject text not null, day date not null, month text not null, stream text not null, seq int not null, at timestamptz not null,
  made_at timestamptz not null
);
create unique index review_item_once on review_item (rule, login, subject, day);
create index review_item_month on review_item (month, organisation);

create table review_outcome (
  id int generated always as identity primary key, item_id int not null, outcome text not null, note bytea,
  by text not null, at timestamptz not null
);
create index review_outcome_item on review_outcome (item_id, id);
`;

/**
 * Appends one entry to its chain. The text of the entry comes in two parts: its number, which only the locked chain knows,
 * goes between them. Every column is taken from that text. Returns the number; raises HS002 when the text says something
 * else than its place, or a note is not the one that it names.
 */
export const functions = `
create function log_access(p_stream text, p_before text, p_after text, p_note bytea) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_seq int;
  v_head bytea;
  v_text text;
  v_said jsonb;
  v_digest text := rtrim(translate(encode(sha256(p_note), 'base64'), '+/', '-_'), '=');
begin
  insert into access_stream (stream, version, head) values (p_stream, 0, '') on conflict do nothing;
  select version + 1, head into v_seq, v_head from access_stream where stream = p_stream for update;
  v_text := p_before || v_seq || p_after;
  v_said := v_text::jsonb;
  if v_said ->> 'stream' is distinct from p_stream or v_said ->> 'seq' is distinct from v_seq::text
      or v_said ->> 'note' is distinct from v_digest then
    raise exception 'entry does not follow' using errcode = 'HS002';
  end if;
  v_head := sha256(v_head || convert_to(v_text, 'UTF8'));
  insert into access_entry (stream, seq, at, login, organisation, what, refused, file_id, file_kind, protected, why, reason,
                            files, canonical, hash)
  values (p_stream, v_seq, (v_said ->> 'at')::timestamptz, v_said ->> 'login', v_said ->> 'organisation', v_said ->> 'what',
          coalesce((v_said ->> 'refused')::boolean, false), v_said ->> 'file', v_said ->> 'kind',
          coalesce((v_said ->> 'protected')::boolean, false), v_said ->> 'why', v_said ->> 'reason',
          array(select jsonb_array_elements_text(coalesce(v_said -> 'files', '[]'))), convert_to(v_text, 'UTF8'), v_head);
  if p_note is not null then
    insert into access_note (stream, seq, file_id, ciphertext) values (p_stream, v_seq, v_said ->> 'file', p_note);
  end if;
  update access_stream set version = v_seq, head = v_head where stream = p_stream;
  return v_seq;
end $$;
`;

const logged = 'access_stream, access_entry, access_note';
const kept = 'emergency_access, alert, review_item, review_outcome';

/** Only the function writes the log; what else there is can be added to, and of an alert one may say that it was read. */
export const privileges = `
revoke all on ${logged}, ${kept} from public;
grant usage, create on schema public to husrum_engine;
grant select, insert on ${logged} to husrum_engine;
grant update on access_stream to husrum_engine;
alter function log_access owner to husrum_engine;
revoke create on schema public from husrum_engine;
revoke execute on function log_access from public;
grant execute on function log_access to husrum_app;
grant select on ${logged}, ${kept} to husrum_app;
grant insert on ${kept} to husrum_app;
grant update (read_at) on alert to husrum_app;
grant select on ${logged}, ${kept} to husrum_auditor;
`;

export const dropped = `drop function log_access; drop table ${logged}, ${kept}`;
