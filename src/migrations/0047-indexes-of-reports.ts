import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAYS = `create index fact_stay on fact (file_id, process, kind, seq, ordinal) include (occurred_on, recorded_at, voided_at)
  where kind in ('movedIn', 'movedOut')`;
const PROTECTED = `create index case_file_protected on case_file (id, protected_until) where protected_until is not null`;

/** Reports hold stays against each other, and ask of all that they count whether it is of a protected family: few are. */
export class IndexesOfReports1700000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of [STAYS, PROTECTED]) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['fact_stay', 'case_file_protected']) await runner.query(`drop index ${name}`);
  }
}
