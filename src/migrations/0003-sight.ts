import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functions } from './0001-engine.sql.js';
import { columns, commitFiles, policies } from './0003-sight.sql.js';

const TABLES = ['case_file', 'process', 'event', 'deadline', 'term'];

const role = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'husrum_reader') then create role husrum_reader nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant husrum_reader to %I', current_user); end $$;
`;

const ownership = `
grant create on schema public to husrum_engine;
alter function commit_files owner to husrum_engine;
revoke execute on function commit_files from public;
grant execute on function commit_files to husrum_app;
`;

const helpers = `
alter function file_is_seen_by owner to husrum_engine;
revoke execute on function reader_acts, reader_sees, file_is_seen_by from public;
grant execute on function reader_acts, reader_sees, file_is_seen_by to husrum_reader;
revoke create on schema public from husrum_engine;
`;

/** Protected families, named handlers, and who may read what: columns, a role for people's reading, row policies. */
export class Sight1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(role);
    await runner.query('drop function commit_files');
    await runner.query(columns);
    await runner.query(commitFiles);
    await runner.query(ownership);
    await runner.query(policies);
    await runner.query(helpers);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      for (const name of await policiesOf(runner, table))
        await runner.query(`drop policy "${name}" on ${table}`);
      await runner.query(`alter table ${table} no force row level security, disable row level security`);
    }
    await runner.query('drop function commit_files, reader_sees, reader_acts, file_is_seen_by');
    await runner.query(`revoke select on ${TABLES.join(', ')} from husrum_reader`);
    await runner.query('drop type actor');
    await runner.query('alter table case_file drop column protected_until, drop column handlers');
    await runner.query('alter table process drop column seen_by');
    await runner.query(functions.slice(0, functions.indexOf('-- Once per visit')));
    await runner.query(`${ownership} revoke create on schema public from husrum_engine;`);
  }
}

async function policiesOf(runner: QueryRunner, table: string): Promise<string[]> {
  const rows = (await runner.query('select polname from pg_policy where polrelid = $1::regclass', [
    table,
  ])) as {
    polname: string;
  }[];
  return rows.map(({ polname }) => polname);
}
