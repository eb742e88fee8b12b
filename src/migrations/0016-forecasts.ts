import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forecasts: what was handed in stays as it was, a new version is a new row. */
const tables = `
create table forecast (
  id int generated always as identity primary key, year int not null, district text not null, form text not null,
  low int not null, high int not null, handed_in date not null, recorded_at timestamptz not null
);
create index forecast_year on forecast (year, district, form, handed_in);
revoke all on forecast from public;
grant select, insert on forecast to husrum_app;
grant select on forecast to husrum_auditor;
`;

/** The districts' forecasts of how many families they will refer in a year. */
export class Forecasts1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forecast');
  }
}
