import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which decision of the council a goal rests on. */
export class GoalReference1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table goal add column reference text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table goal drop column reference');
  }
}
