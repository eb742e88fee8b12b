import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work lists stand in the order of their terms: one page is read from the index, however many files there are. */
export class WorkLists1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index deadline_named on deadline (name, due_at, file_id, process)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index deadline_named');
  }
}
