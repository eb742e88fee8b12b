import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table delegation (
  id int generated always as identity primary key, line text not null, decision text not null, organisation text not null,
  role text, login text, valid_from date not null, valid_to date, recorded_at timestamptz not null
);
create index delegation_line on delegation (line);
revoke all on delegation from public;
grant select, insert on delegation to husrum_app;
grant select on delegation to husrum_auditor;
`;

/** The organisations' orders of delegation. Only ever added to: of the rows of one line the one recorded last counts. */
export class Delegation1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delegation');
  }
}
