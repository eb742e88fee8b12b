import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropped, functions, privileges, tables } from './access-log.sql.js';

/** The log of every reading, emergency access and its alerts, and the review of readings. */
export class AccessLog1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(functions);
    await runner.query(privileges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropped);
  }
}
