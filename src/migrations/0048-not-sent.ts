import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a message that was given up is not to be sent: told by whoever closes its incident. */
export class NotSent1700000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident add column not_sent_because text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop column not_sent_because');
  }
}
