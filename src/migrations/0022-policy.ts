import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policy values beside those of the workflows' folders: each in force from a day after it was recorded, none ever altered. */
const tables = `
create table policy_row (
  id int generated always as identity primary key, workflow text not null, name text not null, from_day date not null,
  value int not null, unit text, source text not null, recorded_at timestamptz not null
);
create index policy_row_name on policy_row (workflow, name, from_day);
revoke all on policy_row from public;
grant select, insert on policy_row to husrum_app;
grant select on policy_row to husrum_auditor;
`;

/** The register of policy. */
export class Policy1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table policy_row');
  }
}
