import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What auditors work with. A sample is drawn by a seed, so that anyone can draw it again; it is only ever added. Steps that
 * took a second person are found by an index, as are the exports of the log of readings.
 */
const tables = `
create table audit_sample (
  id int generated always as identity primary key, at timestamptz not null, login text not null, seed text not null,
  rule text not null, size int not null, among int not null, files text[] not null
);
revoke all on audit_sample from public;
grant select, insert on audit_sample to husrum_app;
grant select on audit_sample to husrum_auditor;
create index event_second on event (recorded_at) where position('"proposed":'::bytea in canonical) > 0;
create index access_entry_what on access_entry (what, at) where what in ('report-export', 'export', 'casebook', 'evidence');
`;

/** Samples of auditors, and the steps that took two persons. */
export class Auditing1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index access_entry_what, event_second; drop table audit_sample');
  }
}
