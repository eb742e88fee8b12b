import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table home (
  id int generated always as identity primary key, login text not null, term bytea not null, recorded_at timestamptz not null
);
create index home_login on home (login);
revoke all on home from public;
grant select, insert on home to husrum_app;
`;

/** Where colleagues live, as keyed hashes; and each organisation numbers the lines of its own order of delegation. */
export class Homes1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query('drop index delegation_line');
    await runner.query('create index delegation_line on delegation (organisation, line)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table home; drop index delegation_line');
    await runner.query('create index delegation_line on delegation (line)');
  }
}
