import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept reports: what was asked, by which definition, from what was known, and the bytes that came of it. Nothing changes them. */
const tables = `
create table kept_report (
  id text primary key, report text not null, parameters jsonb not null, definition text not null, today date not null,
  known_before timestamptz not null, last_event text, sha256 text not null, bytes bytea not null, made_by text not null,
  made_at timestamptz not null
);
create index kept_report_made on kept_report (made_at);
revoke all on kept_report from public;
grant select, insert on kept_report to husrum_app;
grant select on kept_report to husrum_auditor;
`;

/** Reports as they were given, to be run again and compared. */
export class KeptReports1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_report');
  }
}
