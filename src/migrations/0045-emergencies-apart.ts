import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every emergency access comes up for review by itself, also when somebody opens the same case twice in a day. */
export class EmergenciesApart1700000000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index review_item_once;
      create unique index review_item_once on review_item
        (rule, login, subject, day, (case rule when 'emergency' then seq else 0 end))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index review_item_once;
      delete from review_item i using review_item other where i.rule = 'emergency' and other.rule = i.rule
        and other.login = i.login and other.subject = i.subject and other.day = i.day and other.seq < i.seq;
      create unique index review_item_once on review_item (rule, login, subject, day)`);
  }
}
