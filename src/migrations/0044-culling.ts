import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `culling_proposal`: what one person put forward, of one organisation's files, and who else carried it out. `culling`: each
 * file of it, in the version that it had; or why a file is kept although its time has come.
 */
const tables = `
create table culling_proposal (
  id int generated always as identity primary key, organisation text not null, files int not null,
  proposed_by text not null, proposed_at timestamptz not null, taken_back_by text, taken_back_at timestamptz,
  culled_by text check (culled_by <> proposed_by), culled_at timestamptz, culled int
);
create table culling (
  file_id text primary key, version int not null, proposal int, kept text, culled_at timestamptz,
  check ((proposal is null) = (kept is not null))
);
create index culling_of on culling (proposal) where proposal is not null;
`;

/**
 * A second person carries out what another has put forward: key, ciphertexts, search words and notes of the readings are
 * deleted. Of files only in which nothing happened since, where nothing goes on and nothing was written from \`p_from\` on; the
 * others are left out. Null when there is no such proposal of somebody else that waits, else how many files it came to.
 */
const functions = `
create function propose_culling(
  p_organisation text, p_files text[], p_versions int[], p_kept text[], p_why text[], p_of int[], p_by text, p_at timestamptz
) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_proposal int;
begin
  insert into culling (file_id, version, kept) select * from unnest(p_kept, p_of, p_why)
  on conflict (file_id) do update set version = excluded.version, kept = excluded.kept where culling.proposal is null;
  delete from culling where file_id = any (p_files) and proposal is null;
  with one as (
    insert into culling_proposal (organisation, files, proposed_by, proposed_at)
    select p_organisation, 0, p_by, p_at where p_files <> '{}' returning id
  ), put as (
    insert into culling (file_id, version, proposal)
    select f.id, f.version, one.id from one, unnest(p_files, p_versions) as f(id, version)
    on conflict do nothing returning proposal
  )
  select max(proposal) into v_proposal from put;
  update culling_proposal set files = (select count(*) from culling where proposal = v_proposal) where id = v_proposal;
  delete from culling_proposal where files = 0;
  return v_proposal;
end $$;
create function take_back_culling(p_proposal int, p_by text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update culling_proposal set taken_back_by = p_by, taken_back_at = p_at
  where id = p_proposal and culled_at is null and taken_back_at is null;
  if not found then return false; end if;
  delete from culling where proposal = p_proposal;
  return true;
end $$;
create function cull_files(p_proposal int, p_by text, p_at timestamptz, p_from timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_files text[];
begin
  perform from culling_proposal
  where id = p_proposal and culled_at is null and taken_back_at is null and proposed_by <> p_by for update;
  if not found then return null; end if;
  select coalesce(array_agg(id), '{}') into v_files from (
    select f.id from culling c join case_file f on f.id = c.file_id
    where c.proposal = p_proposal and f.kind = 'household' and f.version = c.version and f.recorded_at < p_from
      and not exists (select from process p where p.file_id = f.id and p.is_open)
    order by f.id collate "C" for update of f) as fit;
  delete from culling where proposal = p_proposal and file_id <> all (v_files);
  update culling set culled_at = p_at where proposal = p_proposal;
  update culling_proposal set culled_by = p_by, culled_at = p_at, culled = cardinality(v_files) where id = p_proposal;
  delete from file_key where file_id = any (v_files);
  delete from sealed where file_id = any (v_files);
  delete from term where file_id = any (v_files);
  delete from access_note where file_id = any (v_files);
  return cardinality(v_files);
end $$;
`;

const privileges = `
revoke all on culling, culling_proposal from public;
revoke execute on function propose_culling, take_back_culling, cull_files from public;
grant usage, create on schema public to husrum_engine;
grant select, insert, update, delete on culling, culling_proposal to husrum_engine;
grant delete on access_note to husrum_engine;
alter function propose_culling owner to husrum_engine;
alter function take_back_culling owner to husrum_engine;
alter function cull_files owner to husrum_engine;
revoke create on schema public from husrum_engine;
grant execute on function propose_culling, take_back_culling, cull_files to husrum_app;
grant select on culling, culling_proposal to husrum_app, husrum_auditor;
`;

/** What is culled is nobody's to read. The engine and the reports, which may take the reader's role, still know of it. */
const sight = `
grant select on culling to husrum_reader;
create policy culled on case_file as restrictive for select to husrum_reader
  using (current_user <> 'husrum_reader'
    or not exists (select from culling c where c.file_id = case_file.id and c.culled_at is not null));
`;

/** Culling: put forward by one person, carried out by another. */
export class Culling1700000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [tables, functions, privileges, sight]) await runner.query(text);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy culled on case_file;
      drop function cull_files; drop function take_back_culling; drop function propose_culling;
      drop table culling, culling_proposal;
      revoke delete on access_note from husrum_engine`);
  }
}
