import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every report tells the last event that it rests on: found by when it was recorded, and not by looking through all facts. */
export class FactsByRecording1700000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index fact_recorded on fact (recorded_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index fact_recorded');
  }
}
