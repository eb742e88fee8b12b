import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A register of answers, never derived from cases and never joined to them. */
const tables = `
create table survey_round (
  id int generated always as identity primary key, year int not null, held_on date not null, families int,
  lasting_share int, recorded_at timestamptz not null
);
create index survey_round_year on survey_round (year);
create table survey_response (
  id int generated always as identity primary key, round int not null, situation text not null,
  newly_arrived boolean not null, household_type text not null, cause text not null, family text,
  recorded_at timestamptz not null
);
create unique index survey_response_family on survey_response (round, family);
revoke all on survey_round, survey_response from public;
grant select, insert on survey_round, survey_response to husrum_app;
grant select on survey_round, survey_response to husrum_auditor;
`;

/** The survey of families without a home of their own: its rounds, and what each family answered. */
export class Surveys1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table survey_round, survey_response');
  }
}
