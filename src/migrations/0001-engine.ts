import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functions, privileges, roles, tables } from './0001-engine.sql.js';

/** The engine's tables, the commit functions, and who may use them. */
export class Engine1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles);
    await runner.query(tables);
    await runner.query(functions);
    await runner.query(privileges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function remind, commit_files`);
    await runner.query(
      `drop table setting, incident, outbox, term, sealed, file_key, hold, fact, deadline, event, process, case_file`,
    );
  }
}
