import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The dialogue log: what was said to whom and when, and which report was sent. What is written stays; a later line sets right. */
const tables = `
create table dialogue (
  id int generated always as identity primary key, day date not null, kind text not null, parties text[] not null,
  note text, report text, until date, kept text, recorded_at timestamptz not null
);
create index dialogue_day on dialogue (day);
revoke all on dialogue from public;
grant select, insert on dialogue to husrum_app;
grant select on dialogue to husrum_auditor;
`;

/** What dialogue the administration has with SHIS, the companies and the agency. */
export class Dialogue1700000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dialogue');
  }
}
