import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts that were taken back are few, and are looked for by when that was. */
export class VoidedFacts1700000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index fact_voided on fact (voided_at) where voided_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index fact_voided');
  }
}
