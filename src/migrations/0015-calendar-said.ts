import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a calendar, the SHA-256 of what it said last: what it says again need not be logged again. */
export class CalendarSaid1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table calendar add column said bytea');
    await runner.query('grant update (said) on calendar to husrum_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table calendar drop column said');
  }
}
