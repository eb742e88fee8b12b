import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The other way in, for what an ordinary step may never do: close facts, and take away processes that were never opened.
 * Everything else of a correction is written by `commit_files` in the same call. `p_history`: `{read: {file: version},
 * voided: [[file, seq, ordinal, at]], gone: [[file, number]]}`; `read` has every file that the correction was computed from,
 * also those that it leaves alone. Returns null, or the files that somebody else was first in.
 */
export const commitHistory = `
create function commit_history(
  p_files case_file[], p_of text[], p_bodies text[], p_commands text[], p_requests text[], p_recorded timestamptz[],
  p_processes process[], p_undue deadline[], p_due deadline[], p_facts fact[], p_sealed sealed[], p_terms term[],
  p_keys file_key[], p_unheld hold[], p_held hold[], p_outbox outbox[], p_actors actor[], p_history jsonb
) returns text[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_stale text[];
begin
  perform from case_file f where f.id in (select jsonb_object_keys(p_history -> 'read'))
    order by f.id collate "C" for update;
  select array_agg(r.key) into v_stale from jsonb_each_text(p_history -> 'read') as r
    left join case_file f on f.id = r.key where f.version is distinct from r.value::int;
  if v_stale is not null then return v_stale; end if;
  update fact f set voided_at = (v ->> 3)::timestamptz from jsonb_array_elements(p_history -> 'voided') as v
    where f.file_id = v ->> 0 and f.seq = (v ->> 1)::int and f.ordinal = (v ->> 2)::int and f.voided_at is null;
  delete from process p using jsonb_array_elements(p_history -> 'gone') as g
    where p.file_id = g ->> 0 and p.number = (g ->> 1)::int;
  v_stale := commit_files(p_files, p_of, p_bodies, p_commands, p_requests, p_recorded, p_processes, p_undue, p_due,
    p_facts, p_sealed, p_terms, p_keys, p_unheld, p_held, p_outbox, p_actors);
  if v_stale is not null then raise exception 'files differ' using errcode = 'HS002'; end if;
  update case_file f set opened_at = t.opened_at from unnest(p_files) as t
    where f.id = t.id and f.opened_at <> t.opened_at;
  return null;
end $$;

grant usage, create on schema public to husrum_engine;
alter function commit_history owner to husrum_engine;
revoke create on schema public from husrum_engine;
revoke execute on function commit_history from public;
grant execute on function commit_history to husrum_app;
`;

/** Corrections. */
export class Corrections1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(commitHistory);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function commit_history');
  }
}
