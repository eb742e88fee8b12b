import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forecasts by the size of household; null tells of all sizes together. */
export class ForecastSizes1700000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table forecast add column size text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table forecast drop column size');
  }
}
